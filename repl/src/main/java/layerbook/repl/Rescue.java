package layerbook.repl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import layerbook.notebook.Recording;
import layerbook.session.Session;

/**
 * Keeps the statements of a session in a file for as long as it runs. A session that its user leaves takes the file away; one that crashed or was
 * killed leaves it behind, and the next start says so.
 */
final class Rescue {
    private static final String NAME = "unsaved-";
    private static final String ENDING = ".jsh";

    private final Recording recording;

    Rescue(Path directory) {
        recording = new Recording(directory.resolve(NAME + ProcessHandle.current().pid() + ENDING));
    }

    /** Begins to keep what the session runs. */
    void watch(Session session) {
        session.whenRun("keeping what was typed", () -> {
            List<String> statements = session.statements();
            if (!statements.isEmpty() || Files.exists(recording.file())) {
                Files.createDirectories(recording.file().getParent());
                recording.keep(statements);
            }
        });
    }

    /** The user leaves. */
    void leave() {
        try {
            Files.deleteIfExists(recording.file());
        } catch (IOException e) {
            // it stays, and the next start offers it: no harm
        }
    }

    /** What a session left behind that ended without leaving, under a name that stays; told once. */
    static Optional<Path> lost(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            Path lost = directory.resolve("lost" + ENDING);
            boolean found = false;
            for (Path file : files.filter(Rescue::isLeft).sorted().toList()) {
                Files.move(file, lost, StandardCopyOption.REPLACE_EXISTING);
                found = true;
            }
            return found ? Optional.of(lost) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // no directory yet
        }
    }

    private static boolean isLeft(Path file) {
        String name = file.getFileName().toString();
        if (!name.startsWith(NAME) || !name.endsWith(ENDING)) {
            return false;
        }
        String pid = name.substring(NAME.length(), name.length() - ENDING.length());
        return pid.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
    }
}

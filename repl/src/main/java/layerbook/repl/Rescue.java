package layerbook.repl;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import layerbook.notebook.Recording;
import layerbook.session.Session;

/**
 * Keeps the statements of a session in a file for as long as it runs. A session that its user leaves takes the file away; one that crashed or was
 * killed leaves it behind, and the next start says so. Whether a session still runs is told by a lock that it holds: the system takes that away
 * whatever the end was.
 */
final class Rescue {
    private static final String NAME = "unsaved-";
    private static final String ENDING = ".jsh";

    private final Recording recording;
    private FileChannel held;

    Rescue(Path directory) {
        recording = new Recording(directory.resolve(NAME + ProcessHandle.current().pid() + ENDING));
    }

    /** Begins to keep what the session runs. */
    void watch(Session session) {
        session.whenRun("keeping what was typed", () -> {
            List<String> statements = session.statements();
            if (!statements.isEmpty() || held != null) {
                hold();
                recording.keep(statements);
            }
        });
    }

    private void hold() throws IOException {
        if (held == null) {
            Files.createDirectories(recording.file().getParent());
            held = FileChannel.open(lockOf(recording.file()), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            held.tryLock();
        }
    }

    private static Path lockOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".lock");
    }

    /** The user leaves. */
    void leave() {
        try {
            if (held != null) {
                Files.deleteIfExists(recording.file());
                held.close();
                Files.deleteIfExists(lockOf(recording.file()));
            }
        } catch (IOException e) {
            // it stays, and the next start offers it: no harm
        }
    }

    /** What a session left behind that ended without leaving, under a name that stays; told once. */
    static Optional<Path> lost(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            Path lost = directory.resolve("lost" + ENDING);
            boolean found = false;
            for (Path file : files.filter(f -> f.getFileName().toString().matches(NAME + "\\d+" + ENDING)).sorted().toList()) {
                if (isLeft(file)) {
                    Files.move(file, lost, StandardCopyOption.REPLACE_EXISTING);
                    Files.deleteIfExists(lockOf(file));
                    found = true;
                }
            }
            return found ? Optional.of(lost) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // no directory yet
        }
    }

    private static boolean isLeft(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(lockOf(file), StandardOpenOption.CREATE, StandardOpenOption.WRITE); FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // a session of this very process
        }
    }
}

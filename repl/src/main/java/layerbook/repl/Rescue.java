package layerbook.repl;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import layerbook.notebook.SessionRecording;
import layerbook.session.Session;

/**
 * Keeps the statements of a session in a file for as long as it runs. A session that its user leaves takes the file away; one that crashed or was
 * killed leaves it behind, and the next start says so. Whether a session still runs is told by a lock that it holds: the system takes that away
 * whatever the end was.
 */
final class Rescue {
    private static final String NAME = "unsaved-";
    private static final String ENDING = ".jsh";
    private static final String LOCK = ".lock";
    private static final int MOST = 9;

    private final SessionRecording recording;
    private FileChannel held;

    Rescue(Path directory) {
        recording = new SessionRecording(directory.resolve(NAME + ProcessHandle.current().pid() + ENDING));
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
            Path lock = lockOf(recording.file());
            held = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            held.lock();
            while (Files.notExists(lock)) { // another start took it for one that was left, in the moment before it was locked
                held.close();
                held = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                held.lock();
            }
        }
    }

    private static Path lockOf(Path file) {
        return file.resolveSibling(file.getFileName() + LOCK);
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

    /** What sessions left behind that ended without leaving, under names that stay; told once. */
    static List<Path> lost(Path directory) {
        var found = new ArrayList<Path>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.map(Rescue::kept).filter(f -> f.getFileName().toString().matches(NAME + "\\d+" + ENDING)).distinct().sorted().toList()) {
                if (isLeft(file)) {
                    if (Files.exists(file)) {
                        Path lost = place(directory);
                        Files.move(file, lost, StandardCopyOption.REPLACE_EXISTING);
                        found.add(lost);
                    }
                    Files.deleteIfExists(lockOf(file));
                }
            }
        } catch (IOException e) {
            // no directory yet, or one that may not be written to
        }
        return found;
    }

    /** The file that a lock is that of: a session may have been killed before it wrote. */
    private static Path kept(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(LOCK) ? file.resolveSibling(name.substring(0, name.length() - LOCK.length())) : file;
    }

    /** The first name that is free, or the place of the oldest: some are kept, not all there ever were. */
    private static Path place(Path directory) throws IOException {
        Path oldest = null;
        for (int i = 1; i <= MOST; i++) {
            Path lost = directory.resolve("lost" + (i == 1 ? "" : "-" + i) + ENDING);
            if (Files.notExists(lost)) {
                return lost;
            }
            if (oldest == null || Files.getLastModifiedTime(lost).compareTo(Files.getLastModifiedTime(oldest)) < 0) {
                oldest = lost;
            }
        }
        return oldest;
    }

    private static boolean isLeft(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(lockOf(file), StandardOpenOption.CREATE, StandardOpenOption.WRITE); FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // a session of this very process
        }
    }
}

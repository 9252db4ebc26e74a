package layerbook.repl;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.jline.reader.LineReader;
import org.jline.reader.impl.history.DefaultHistory;

/**
 * What was typed, in one file for all sessions. Each entry is appended as soon as it is run; a lock file keeps two sessions from writing, or
 * shortening the file, at the same time, so that nothing is lost.
 */
final class SharedHistory extends DefaultHistory {
    private final Path lockFile;

    SharedHistory(Path file) {
        this.lockFile = file.resolveSibling(file.getFileName() + ".lock");
    }

    @Override public void attach(LineReader reader) {
        locked(() -> super.attach(reader));
    }

    @Override public void add(Instant time, String line) {
        locked(() -> super.add(time, line));
    }

    /** Between processes the lock file keeps order, within one the class: a process cannot wait for its own lock. */
    private void locked(Runnable action) {
        synchronized (SharedHistory.class) {
            lockedOutside(action);
        }
    }

    private void lockedOutside(Runnable action) {
        FileChannel channel = null;
        FileLock lock = null;
        try {
            Files.createDirectories(lockFile.getParent());
            channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.lock();
        } catch (IOException e) {
            // no lock to be had (a read-only home, a network drive): a history without one is better than none
        }
        try {
            action.run();
        } finally {
            close(lock, channel);
        }
    }

    private static void close(FileLock lock, FileChannel channel) {
        try {
            if (lock != null) {
                lock.release();
            }
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

package layerbook.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of lines that several programs add to at the same time, and none of them loses one of another's: a lock file beside it keeps order, a line
 * is added in one step, and one that a crash cut short is ended before the next is added.
 * <pre>{@code
 * var journal = new Journal(file);
 * journal.locked(() -> journal.append("a line"));
 * }</pre>
 */
public final class Journal {
    /** Of a longer file only its end is read: nobody goes back that far, and it has to fit into memory. */
    private static final long MOST = 16 << 20;
    private static final Object ONE_AT_A_TIME = new Object();

    private final Path file;

    public Journal(Path file) {
        this.file = file;
    }

    /** What is done while nobody else does anything to the file. */
    @FunctionalInterface
    public interface Change {
        void make() throws IOException;
    }

    /** Between programs the lock file keeps order, within one the class: a program cannot wait for its own lock. Without locks (a network drive) it goes on. */
    public void locked(Change change) throws IOException {
        synchronized (ONE_AT_A_TIME) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel channel = lockFile()) {
                change.make();
            }
        }
    }

    /** Held until it is closed; null where there can be none: a read-only folder, say. */
    private FileChannel lockFile() {
        try {
            Path end = SymbolicLinks.end(file);
            FileChannel channel = FileChannel.open(end.resolveSibling(end.getFileName() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                channel.lock();
            } catch (IOException e) {
                // a file system without locks
            }
            return channel;
        } catch (IOException e) {
            return null;
        }
    }

    /** The newest lines, the oldest of them first; bytes that are no UTF-8 come as replacement characters. A file that is not there has none. */
    public List<String> lines() throws IOException {
        if (Files.notExists(file)) {
            return new ArrayList<>();
        }
        try (InputStream in = TextFile.open(file)) {
            long before = Math.max(0, Files.size(file) - MOST);
            in.skipNBytes(before);
            var lines = new ArrayList<>(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
            if (before > 0 && !lines.isEmpty()) {
                lines.remove(0); // the end of a line
            }
            return lines;
        }
    }

    /** Adds a line. Where there is no room for all of it, none of it stays. */
    public void append(String line) throws IOException {
        long end = Files.exists(file) ? Files.size(file) : create();
        ByteBuffer bytes = WellFormedText.UTF_8.encode((endsCutShort(end) ? "\n" : "") + line + "\n");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            takeBack(end);
            throw e;
        }
    }

    /** What somebody typed is nobody else's business. */
    private long create() throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(SymbolicLinks.end(file), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(SymbolicLinks.end(file));
        }
        return 0;
    }

    private boolean endsCutShort(long end) throws IOException {
        if (end == 0) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var last = ByteBuffer.allocate(1);
            return channel.read(last, end - 1) == 1 && last.get(0) != '\n';
        }
    }

    private void takeBack(long end) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(end);
        } catch (IOException e) {
            // the next line begins on a new one all the same
        }
    }

    /** Puts these lines in the place of all others, whole or not at all. */
    public void rewrite(List<String> lines) throws IOException {
        AtomicFile.write(file, out -> {
            for (String line : lines) {
                out.write(line);
                out.write('\n');
            }
        });
    }
}

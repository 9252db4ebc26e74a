package layerbook.notebook;

import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;
import layerbook.session.WellFormed;

/**
 * Writes files so that a crash at any moment leaves the old file or the new one, whole: into a new file beside it, forced to disk, then moved
 * over it.
 */
public final class AtomicFile {
    /** Something that writes text. */
    @FunctionalInterface
    public interface Body {
        void write(Writer out) throws IOException;
    }

    private AtomicFile() {}

    /** Replaces the file's content by what {@code body} writes, as UTF-8. A link is followed; permissions stay; devices and pipes are written into. */
    public static void write(Path file, Body body) throws IOException {
        if (Files.isDirectory(file)) {
            throw new BadNotebook(file + ": is a directory, cannot be written as a file");
        }
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw new BadNotebook(file + ": may not be written to (it is read-only)");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            fill(file, file, body);
            return;
        }
        Path target = Files.isSymbolicLink(file) && Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path beside = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Files.createFile(beside);
        } catch (NoSuchFileException e) {
            throw new BadNotebook(file + ": its folder does not exist");
        } catch (AccessDeniedException e) {
            throw new BadNotebook(file + ": its folder may not be written to (permission denied)");
        } catch (FileSystemException e) {
            throw new BadNotebook(file + ": cannot be written (" + e.getReason() + ")");
        }
        try {
            permissions(target, beside);
            fill(file, beside, body);
            move(beside, target);
        } catch (FileSystemException e) {
            throw new BadNotebook(file + ": cannot be written (" + (e.getReason() == null ? e.getMessage() : e.getReason()) + ")");
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** Writes into {@code place}; what goes wrong there is said of {@code file}, what goes wrong in {@code body} stays its own. */
    private static void fill(Path file, Path place, Body body) throws IOException {
        try (FileChannel channel = FileChannel.open(place, StandardOpenOption.WRITE);
             Writer out = new BufferedWriter(new OutputStreamWriter(saying(file, Channels.newOutputStream(channel)), WellFormed.UTF_8), 1 << 16)) {
            body.write(out);
            out.flush();
            if (Files.isRegularFile(place)) { // a device or a pipe has nothing to force
                forced(file, channel);
            }
        } catch (FileSystemException e) {
            throw e.getFile() != null && e.getFile().equals(place.toString()) ? unwritten(file, e) : e;
        }
    }

    private static void forced(Path file, FileChannel channel) throws BadNotebook {
        try {
            channel.force(true);
        } catch (IOException e) {
            throw unwritten(file, e);
        }
    }

    static OutputStream saying(Path file, OutputStream to) {
        return new FilterOutputStream(to) {
            @Override public void write(byte[] bytes, int from, int length) throws IOException {
                try {
                    out.write(bytes, from, length);
                } catch (IOException e) {
                    throw unwritten(file, e);
                }
            }
        };
    }

    private static BadNotebook unwritten(Path file, IOException e) {
        String why = e instanceof FileSystemException f && f.getReason() != null ? f.getReason() : e.getMessage();
        return new BadNotebook(file + ": cannot be written (" + why + "); make room there or write to another place");
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** An old file keeps the permissions that it had. */
    private static void permissions(Path target, Path beside) throws IOException {
        if (Files.exists(target) && Files.getFileAttributeView(beside, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(target));
        }
    }
}

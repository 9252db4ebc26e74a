package layerbook.io;

import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

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

    /**
     * Replaces the file's content by what {@code body} writes, as UTF-8. Links are followed, also to a file that is not there yet; permissions stay;
     * devices and pipes are written into.
     */
    public static void write(Path file, Body body) throws IOException {
        if (Files.isDirectory(file)) {
            throw new BadFile(file + ": is a directory, cannot be written as a file; name a file in it");
        }
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw new BadFile(file + ": may not be written to (it is read-only); write to another place, or make it writable");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                fill(file, channel, body);
            } catch (FileSystemException e) {
                throw file.toString().equals(e.getFile()) ? unwritten(file, e) : e;
            }
            return;
        }
        Path target = target(file);
        try (DraftFile draft = draft(file, target)) {
            fill(file, draft.channel(), body);
            forced(file, draft.channel());
            become(file, draft, target);
        }
    }

    /** Where the file's content is: behind all links. */
    private static Path target(Path file) throws IOException {
        try {
            return SymbolicLinks.end(file).toAbsolutePath();
        } catch (FileSystemException e) {
            throw new BadFile(file + ": " + SymbolicLinks.LOOP + "; remove it, or write to another name");
        }
    }

    private static DraftFile draft(Path file, Path target) throws IOException {
        try {
            return DraftFile.beside(target);
        } catch (NoSuchFileException e) {
            boolean link = Files.isSymbolicLink(file);
            throw new BadFile(file + ": " + (link ? "links into a folder that does not exist" : "its folder does not exist") + "; make it first: mkdir -p " + target.getParent());
        } catch (AccessDeniedException e) {
            throw new BadFile(file + ": its folder may not be written to (permission denied); write to another place");
        } catch (IOException e) {
            throw unwritten(file, e);
        }
    }

    /** What goes wrong with the writing is said of {@code file}; what goes wrong in {@code body} stays its own. */
    private static void fill(Path file, FileChannel channel, Body body) throws IOException {
        Writer out = new BufferedWriter(new OutputStreamWriter(saying(file, Channels.newOutputStream(channel)), WellFormedText.UTF_8), 1 << 16);
        body.write(out);
        out.flush();
    }

    private static void forced(Path file, FileChannel channel) throws BadFile {
        try {
            channel.force(true);
        } catch (IOException e) {
            throw unwritten(file, e);
        }
    }

    private static void become(Path file, DraftFile draft, Path target) throws BadFile {
        try {
            draft.become(target);
        } catch (IOException e) {
            throw unwritten(file, e);
        }
    }

    public static OutputStream saying(Path file, OutputStream to) {
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

    private static BadFile unwritten(Path file, IOException e) {
        if (e instanceof ClosedByInterruptException) {
            return new BadFile(file + ": was not written: that was stopped");
        }
        String why = e instanceof FileSystemException f && f.getReason() != null ? f.getReason() : e.getMessage();
        return new BadFile(file + ": cannot be written (" + why + "); make room there or write to another place");
    }
}

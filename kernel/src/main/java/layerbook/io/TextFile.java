package layerbook.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Opens files for reading. Why one cannot be read is said in one line that begins with its name and ends with a next step. */
public final class TextFile {
    public static final String NOT_UTF_8 = "is not UTF-8 text; save it in that encoding";
    /** So many bytes settings, places or statements for the start may have: a longer file is something else. */
    private static final int MOST = 1 << 20;
    private static final int CANDIDATES = 1000;

    private TextFile() {}

    /** The text of a small file: settings, places, what runs at the start, a connection. */
    public static String read(Path file) throws BadFile {
        try (InputStream in = open(file)) {
            byte[] bytes = in.readNBytes(MOST + 1);
            if (bytes.length > MOST) {
                throw new BadFile(file + String.format(Locale.ROOT, ": is longer than the %,d bytes that such a file may have; move it away", MOST));
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw notUtf8(file.toString());
        } catch (BadFile e) {
            throw e;
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    /** A stream of a regular file's bytes. */
    public static InputStream open(Path file) throws BadFile {
        String reason = unreadable(file);
        if (reason != null) {
            throw new BadFile(file + ": " + reason);
        }
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw failed(file, e); // it went, or changed, since we looked
        }
    }

    static BadFile notUtf8(String name) {
        return new BadFile(name + ": " + NOT_UTF_8);
    }

    /** It could not be read although a moment ago it could, or the disk gives an error. */
    public static BadFile failed(Path file, IOException e) {
        String reason = unreadable(file);
        String said = e instanceof FileSystemException f && f.getReason() != null ? f.getReason() : e.getMessage();
        return new BadFile(file + ": " + (reason != null ? reason : "cannot be read (" + said + "); try again, or read a copy"));
    }

    /** Why this file cannot be read, and what to do about it; null if it can. */
    private static String unreadable(Path file) {
        if (file.toString().isEmpty()) {
            return "no name of a file was given; give one";
        }
        if (Files.isDirectory(file)) {
            return "is a directory, not a file; name a file in it, or move it away";
        }
        if (!Files.exists(file)) {
            return Files.isSymbolicLink(file) ? broken(file) : missing(file);
        }
        if (!Files.isRegularFile(file)) { // a pipe would be waited for without a word
            return "is no regular file (a pipe or a device); put what it gives into a file";
        }
        return Files.isReadable(file) ? null : "may not be read (permission denied); chmod u+r lets its owner read it";
    }

    private static String broken(Path link) {
        try {
            return "is a link to a file that does not exist (" + SymbolicLinks.end(link) + "); make that file, or remove the link";
        } catch (IOException e) {
            return SymbolicLinks.LOOP + "; remove it, or let it point to a file";
        }
    }

    private static String missing(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return "no such file, and no folder " + (file.getParent() == null ? folder : file.getParent()) + "; check the way to it";
        }
        String name = file.getFileName().toString();
        String near = NearestWord.nearest(name, names(folder));
        return "no such file; " + (near == null ? "check its name" : "did you mean " + file.resolveSibling(near) + "?");
    }

    /** The names of notebooks in a folder, not all of them where there are very many. */
    private static List<String> names(Path folder) {
        var names = new ArrayList<String>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{jsh,ipynb,java}")) {
            for (Path each : files) {
                if (names.size() < CANDIDATES) {
                    names.add(each.getFileName().toString());
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return List.of(); // may be entered, but not listed
        }
        return names;
    }
}

package layerbook.io;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Reads lines together with their line breaks, {@code \n} or {@code \r\n}, so that nothing of a file is lost. */
public final class LineReader implements AutoCloseable {
    private final Reader in;
    private final String name;
    private final char[] buffer = new char[1 << 14];
    private int from;
    private int to;
    private int number;

    private LineReader(Reader in, String name) {
        this.in = in;
        this.name = name;
    }

    /** Lines of a UTF-8 file; any other encoding is an error. */
    public static LineReader of(InputStream in, String name) {
        var strict = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new LineReader(new BufferedReader(new InputStreamReader(in, strict), 1 << 16), name);
    }

    public static LineReader of(Reader in, String name) {
        return new LineReader(in, name);
    }

    /** The next line with its line break (the last may have none), or null at the end. */
    public String next() throws IOException {
        StringBuilder line = null;
        while (true) {
            if (from == to && !fill()) {
                number += line == null ? 0 : 1;
                return line == null ? null : line.toString();
            }
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            boolean whole = end < to;
            int length = end - from + (whole ? 1 : 0);
            String piece = new String(buffer, from, length);
            from += length;
            if (whole) {
                number++;
                return line == null ? piece : line.append(piece).toString();
            }
            line = (line == null ? new StringBuilder() : line).append(piece);
        }
    }

    /** How many lines were read so far. */
    public int number() {
        return number;
    }

    private boolean fill() throws IOException {
        try {
            from = 0;
            to = Math.max(0, in.read(buffer));
            return to > 0;
        } catch (CharacterCodingException e) {
            throw TextFile.notUtf8(name);
        }
    }

    /** How a line ends: {@code \n}, {@code \r\n}, or nothing. */
    public static String eol(String line) {
        return line.endsWith("\r\n") ? "\r\n" : line.endsWith("\n") ? "\n" : "";
    }

    /** The line without its line break. */
    public static String bare(String line) {
        return line.substring(0, line.length() - eol(line).length());
    }

    @Override public void close() throws IOException {
        in.close();
    }
}

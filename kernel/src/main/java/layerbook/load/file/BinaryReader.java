package layerbook.load.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads numbers and texts of a binary head one after the other; a length past the end of the file is refused before memory is taken. */
public final class BinaryReader {
    private final Source source;
    private final String kind;
    private final InputStream in;
    private final boolean littleEndian;
    private long at;

    /** Reads a file of this kind from a place on. */
    public BinaryReader(Source source, String kind, long from, ByteOrder order) {
        this.source = source;
        this.kind = kind;
        this.in = source.stream(from);
        this.littleEndian = order == ByteOrder.LITTLE_ENDIAN;
        this.at = from;
    }

    /** The place of the next byte. */
    public long at() {
        return at;
    }

    /** How many bytes are left in the file. */
    public long left() {
        return source.size() - at;
    }

    /** A whole number of so many bytes, 1 to 8; past 2^63 it is negative. */
    public long number(int bytes) throws IOException {
        require(bytes);
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            long b = in.read();
            if (b < 0) {
                throw BadFile.truncated(source, kind, at + bytes);
            }
            value = littleEndian ? value | b << Byte.SIZE * i : value << Byte.SIZE | b;
        }
        at += bytes;
        return value;
    }

    /** A length or count that must be at least 0 and leave at least so many bytes for each unit. */
    public long count(int bytes, int eachTakes) throws IOException {
        long n = number(bytes);
        if (n < 0 || n > left() / eachTakes) {
            throw n < 0 || n > 1L << 48 ? BadFile.broken(source, kind, "at byte " + (at - bytes) + " it counts " + Long.toUnsignedString(n))
                : BadFile.truncated(source, kind, at + n * eachTakes);
        }
        return n;
    }

    /** Text in UTF-8 of so many bytes. */
    public String text(long bytes) throws IOException {
        require(bytes);
        byte[] out = in.readNBytes((int) bytes);
        if (out.length < bytes) {
            throw BadFile.truncated(source, kind, at + bytes);
        }
        at += bytes;
        return new String(out, StandardCharsets.UTF_8);
    }

    /** Moves on without reading. */
    public void skip(long bytes) throws IOException {
        require(bytes);
        in.skipNBytes(bytes);
        at += bytes;
    }

    private void require(long bytes) {
        if (bytes < 0 || bytes > left()) {
            throw BadFile.truncated(source, kind, at + bytes);
        }
    }
}

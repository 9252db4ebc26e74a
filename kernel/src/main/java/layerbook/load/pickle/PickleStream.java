package layerbook.load.pickle;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The bytes of a pickle as numbers, lines and texts. Lengths are bounded: a text past 1 MB is passed over, and so are bytes. */
final class PickleStream {
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_LINE = 1 << 16;
    /** All texts that are kept, together. */
    private static final long ALL_TEXT = 48L << 20;

    private final InputStream in;
    private long kept;

    PickleStream(InputStream in) {
        this.in = in;
    }

    int operation() throws IOException {
        int b = in.read();
        if (b < 0) {
            throw new BadPickle("its pickle ends before its last instruction");
        }
        return b;
    }

    /** A whole number of so many bytes, little-endian, without a sign. */
    long number(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) operation() << Byte.SIZE * i;
        }
        return value;
    }

    double real() throws IOException {
        return Double.longBitsToDouble(Long.reverseBytes(number(Double.BYTES)));
    }

    byte[] bytes(int count) throws IOException {
        byte[] out = in.readNBytes(count);
        if (out.length < count) {
            throw new BadPickle("its pickle ends inside of a number");
        }
        return out;
    }

    Item.Text text(long length) throws IOException {
        if (length < 0 || length > LONGEST_TEXT || kept + length > ALL_TEXT) {
            skip(length);
            return new Item.Text("[text of " + length + " bytes]");
        }
        byte[] out = in.readNBytes((int) length);
        if (out.length < length) {
            throw new BadPickle("its pickle ends inside of a text");
        }
        kept += length;
        return new Item.Text(new String(out, StandardCharsets.UTF_8));
    }

    Item.Bytes skipped(long length) throws IOException {
        skip(length);
        return new Item.Bytes(length);
    }

    void skip(long length) throws IOException {
        if (length < 0) {
            throw new BadPickle("its pickle has a length past 2^63");
        }
        try {
            in.skipNBytes(length);
        } catch (EOFException e) {
            throw new BadPickle("its pickle ends inside of a text of " + length + " bytes");
        }
    }

    /** The rest of a line, without its end. */
    String line() throws IOException {
        var out = new StringBuilder();
        for (int b = operation(); b != '\n'; b = operation()) {
            if (out.length() >= LONGEST_LINE) {
                throw new BadPickle("its pickle has a line of more than 65,536 bytes");
            }
            out.append((char) b);
        }
        kept += out.length();
        String line = new String(out.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }
}

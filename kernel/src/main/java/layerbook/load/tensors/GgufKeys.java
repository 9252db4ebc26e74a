package layerbook.load.tensors;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.load.file.BadFile;
import layerbook.load.file.BinaryReader;
import layerbook.load.file.Source;

/** The keys of a GGUF file with their values: numbers, texts, flags and short lists. Long lists, such as the words of a tokenizer, are passed over. */
final class GgufKeys {
    private static final int LONGEST_LIST = 1024;
    private static final int LONGEST_TEXT = 4096;
    private static final int LONGEST_KEY = 65_535;
    private static final int MOST = 100_000;
    private static final int DEEPEST = 4;
    private static final int STRING = 8;
    private static final int ARRAY = 9;
    /** Bytes of each type of value, by its code; 0 for those of another length each. */
    private static final int[] BYTES = {1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8};

    private final Source source;
    private final BinaryReader in;
    private final int lengthBytes;

    GgufKeys(Source source, BinaryReader in, int lengthBytes) {
        this.source = source;
        this.in = in;
        this.lengthBytes = lengthBytes;
    }

    /** Reads so many keys; a value that was passed over is its count as text, e.g. {@code [32,000 values]}. */
    Map<String, Object> read(long count) throws IOException {
        if (count > MOST) {
            throw BadFile.broken(source, Gguf.KIND, "it counts " + count + " keys");
        }
        var out = new LinkedHashMap<String, Object>();
        for (long i = 0; i < count; i++) {
            String key = text(LONGEST_KEY, "a key");
            out.put(key, value((int) in.number(4), 0));
        }
        return out;
    }

    private Object value(int type, int depth) throws IOException {
        if (type == ARRAY) {
            return list(depth + 1);
        } else if (type == STRING) {
            long length = in.count(lengthBytes, 1);
            if (length <= LONGEST_TEXT) {
                return in.text(length);
            }
            in.skip(length);
            return String.format(java.util.Locale.ROOT, "[text of %,d bytes]", length);
        }
        return scalar(type);
    }

    private Object scalar(int type) throws IOException {
        long bits = in.number(bytes(type));
        return switch (type) {
            case 1 -> (long) (byte) bits;
            case 3 -> (long) (short) bits;
            case 5 -> (long) (int) bits;
            case 6 -> (double) Float.intBitsToFloat((int) bits);
            case 7 -> bits != 0;
            case 12 -> Double.longBitsToDouble(bits);
            default -> bits;
        };
    }

    private Object list(int depth) throws IOException {
        int type = (int) in.number(4);
        if (depth > DEEPEST) {
            throw BadFile.broken(source, Gguf.KIND, "lists lie in lists more than " + DEEPEST + " deep");
        }
        boolean varies = type == STRING || type == ARRAY;
        long count = in.count(lengthBytes, varies ? lengthBytes : bytes(type));
        if (count > LONGEST_LIST || varies) {
            skip(type, count, depth);
            return String.format(java.util.Locale.ROOT, "[%,d values]", count);
        }
        var out = new ArrayList<Object>();
        for (long i = 0; i < count; i++) {
            out.add(scalar(type));
        }
        return List.copyOf(out);
    }

    private void skip(int type, long count, int depth) throws IOException {
        if (type != STRING && type != ARRAY) {
            in.skip(count * bytes(type));
            return;
        }
        for (long i = 0; i < count; i++) {
            if (type == STRING) {
                in.skip(in.count(lengthBytes, 1));
            } else {
                list(depth + 1);
            }
        }
    }

    String text(int longest, String what) throws IOException {
        long length = in.count(lengthBytes, 1);
        if (length > longest) {
            throw BadFile.broken(source, Gguf.KIND, what + " has a name of " + length + " bytes");
        }
        return in.text(length);
    }

    private int bytes(int type) {
        if (type < 0 || type >= BYTES.length || BYTES[type] == 0) {
            throw BadFile.broken(source, Gguf.KIND, "near byte " + in.at() + " a value has type " + type + "; there are 0 to 12");
        }
        return BYTES[type];
    }
}

package layerbook.python;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;

/** Python's bytes, as far as texts need them. */
public final class PyBytes extends PyObject {
    private final byte[] bytes;

    PyBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    static PyBytes latin(String s) {
        return new PyBytes(s.getBytes(StandardCharsets.ISO_8859_1));
    }

    static PyBytes encoded(String s, String encoding) {
        return new PyBytes(s.getBytes(charset(encoding)));
    }

    private static java.nio.charset.Charset charset(String name) {
        switch (name.toLowerCase(java.util.Locale.ROOT).replace('_', '-')) {
            case "utf-8": case "utf8": return StandardCharsets.UTF_8;
            case "ascii": return StandardCharsets.US_ASCII;
            case "latin-1": case "latin1": case "iso-8859-1": return StandardCharsets.ISO_8859_1;
            default: throw Errors.raise("LookupError", "unknown encoding: " + name);
        }
    }

    @Override public PyType type() {
        return Types.BYTES;
    }

    @Override public long length() {
        return bytes.length;
    }

    @Override public boolean truth() {
        return bytes.length > 0;
    }

    @Override public Object item(Object index) {
        if (index instanceof PySlice s) {
            PySlice.Range r = s.over(bytes.length);
            var out = new byte[r.count()];
            for (int i = 0; i < out.length; i++) {
                out[i] = bytes[(int) (r.start() + i * r.step())];
            }
            return new PyBytes(out);
        }
        long i = Numbers.toLong(index);
        i = i < 0 ? i + bytes.length : i;
        if (i < 0 || i >= bytes.length) {
            throw Errors.index("index out of range");
        }
        return (long) (bytes[(int) i] & 0xff);
    }

    @Override public Iterator<Object> iterator() {
        var list = new PyList();
        for (byte b : bytes) {
            list.add((long) (b & 0xff));
        }
        return list.iterator();
    }

    @Override public Object attribute(String name) {
        switch (name) {
            case "decode": return new PyBuiltin(name, a -> new String(bytes, charset(TextMethods.text(a.get(0, "encoding", "utf-8")))));
            case "hex": return new PyBuiltin(name, a -> java.util.HexFormat.of().formatHex(bytes));
            default: return super.attribute(name);
        }
    }

    @Override public Object binary(layerbook.syntax.BinaryOperator op, Object right) {
        if (op != layerbook.syntax.BinaryOperator.ADD || !(right instanceof PyBytes other)) {
            return Special.NOT_IMPLEMENTED;
        }
        byte[] both = Arrays.copyOf(bytes, bytes.length + other.bytes.length);
        System.arraycopy(other.bytes, 0, both, bytes.length, other.bytes.length);
        return new PyBytes(both);
    }

    @Override public Object compare(layerbook.syntax.Comparison op, Object right) {
        return right instanceof PyBytes b ? (Object) Ordering.holds(op, Arrays.compareUnsigned(bytes, b.bytes)) : Special.NOT_IMPLEMENTED;
    }

    @Override public long hash() {
        return Arrays.hashCode(bytes);
    }

    @Override public String repr() {
        var b = new StringBuilder("b'");
        for (byte x : bytes) {
            int c = x & 0xff;
            b.append(c == '\n' ? "\\n" : c == '\r' ? "\\r" : c == '\t' ? "\\t" : c == '\\' ? "\\\\" : c == '\'' ? "\\'"
                : c < 32 || c > 126 ? String.format("\\x%02x", c) : String.valueOf((char) c));
        }
        return b.append('\'').toString();
    }
}

package layerbook.python;

/** {@code start:stop:step} as a value; each may be None. */
public final class PySlice extends PyObject {
    /** A slice over a sequence of known length, as {@code slice.indices} gives it. */
    public record Range(long start, long stop, long step) {
        int count() {
            long n = step > 0 ? Math.floorDiv(stop - start + step - 1, step) : Math.floorDiv(start - stop - step - 1, -step);
            return (int) Math.max(0, n);
        }
    }

    public final Object start;
    public final Object stop;
    public final Object step;

    public PySlice(Object start, Object stop, Object step) {
        this.start = start;
        this.stop = stop;
        this.step = step;
    }

    @Override public PyType type() {
        return Types.SLICE;
    }

    /** What it takes of a sequence of that length. */
    public Range over(long length) {
        long by = step == Special.NONE ? 1 : whole(step);
        if (by == 0) {
            throw Errors.value("slice step cannot be zero");
        }
        long low = by > 0 ? 0 : -1;
        long high = by > 0 ? length : length - 1;
        return new Range(bound(start, length, low, high, by > 0 ? low : high), bound(stop, length, low, high, by > 0 ? high : low), by);
    }

    private static long bound(Object at, long length, long low, long high, long otherwise) {
        if (at == Special.NONE) {
            return otherwise;
        }
        long i = whole(at);
        return i < 0 ? Math.max(i + length, low) : Math.min(i, high);
    }

    private static long whole(Object value) {
        Object i = Numbers.indexOrNull(value);
        if (i == null) {
            throw Errors.type("slice indices must be integers or None or have an __index__ method");
        }
        return Numbers.clamp(i);
    }

    @Override public Object attribute(String name) {
        switch (name) {
            case "start": return start;
            case "stop": return stop;
            case "step": return step;
            case "indices": return new PyBuiltin(name, a -> {
                Range r = over(Numbers.toLong(a.at(0)));
                return PyTuple.of(r.start, r.stop, r.step);
            });
            default: return super.attribute(name);
        }
    }

    @Override public Object compare(layerbook.syntax.Comparison op, Object right) {
        return right instanceof PySlice s ? Operators.compare(op, PyTuple.of(start, stop, step), PyTuple.of(s.start, s.stop, s.step)) : Special.NOT_IMPLEMENTED;
    }

    @Override public long hash() {
        throw Errors.type("unhashable type: 'slice'");
    }

    @Override public String repr() {
        return "slice(" + Texts.repr(start) + ", " + Texts.repr(stop) + ", " + Texts.repr(step) + ")";
    }
}

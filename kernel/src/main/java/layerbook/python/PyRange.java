package layerbook.python;

import java.util.Iterator;
import layerbook.syntax.Comparison;

/** {@code range(start, stop, step)}: its numbers are computed, not kept. */
public final class PyRange extends PyObject {
    final long start;
    final long stop;
    final long step;
    private final long count;

    public PyRange(long start, long stop, long step) {
        if (step == 0) {
            throw Errors.value("range() arg 3 must not be zero");
        }
        this.start = start;
        this.stop = stop;
        this.step = step;
        long n = step > 0 ? Math.floorDiv(stop - start + step - 1, step) : Math.floorDiv(start - stop - step - 1, -step);
        this.count = Math.max(0, n);
    }

    @Override public PyType type() {
        return Types.RANGE;
    }

    @Override public long length() {
        return count;
    }

    @Override public boolean truth() {
        return count != 0;
    }

    @Override public Object item(Object index) {
        if (index instanceof PySlice s) {
            PySlice.Range r = s.over(count);
            return new PyRange(start + r.start() * step, start + r.stop() * step, step * r.step());
        }
        Object whole = Numbers.indexOrNull(index);
        if (whole == null) {
            throw Errors.type("range indices must be integers or slices, not " + Types.of(index).name());
        }
        long i = Numbers.clamp(whole);
        i = i < 0 ? i + count : i;
        if (i < 0 || i >= count) {
            throw Errors.index("range object index out of range");
        }
        return start + i * step;
    }

    @Override public Iterator<Object> iterator() {
        return new Iterator<>() {
            private long done;

            @Override public boolean hasNext() {
                return done < count;
            }

            @Override public Object next() {
                return start + done++ * step;
            }
        };
    }

    @Override public boolean contains(Object value) {
        Object whole = Numbers.isInt(value) ? Numbers.plain(value) : value instanceof Double d && d == Math.rint(d) ? (Object) (long) (double) d : null;
        if (!(whole instanceof Long v) || count == 0) {
            return false;
        }
        return (v - start) % step == 0 && (v - start) / step >= 0 && (v - start) / step < count;
    }

    @Override public Object compare(Comparison op, Object right) {
        if (op != Comparison.EQUAL && op != Comparison.NOT_EQUAL || !(right instanceof PyRange r)) {
            return Special.NOT_IMPLEMENTED;
        }
        boolean same = count == r.count && (count == 0 || start == r.start && (count == 1 || step == r.step));
        return same == (op == Comparison.EQUAL);
    }

    @Override public long hash() {
        return count == 0 ? 0 : 31 * (31 * count + start) + (count == 1 ? 0 : step);
    }

    @Override public Object attribute(String name) {
        switch (name) {
            case "start": return start;
            case "stop": return stop;
            case "step": return step;
            case "index": return new PyBuiltin(name, a -> {
                if (!contains(a.at(0))) {
                    throw Errors.value(Texts.repr(a.at(0)) + " is not in range");
                }
                return (Numbers.toLong(a.at(0)) - start) / step;
            });
            case "count": return new PyBuiltin(name, a -> contains(a.at(0)) ? 1L : 0L);
            default: return super.attribute(name);
        }
    }

    @Override public String repr() {
        return "range(" + start + ", " + stop + (step == 1 ? "" : ", " + step) + ")";
    }
}

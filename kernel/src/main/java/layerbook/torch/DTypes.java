package layerbook.torch;

import java.util.List;
import java.util.Map;
import layerbook.python.PyModule;
import layerbook.python.PyObject;
import layerbook.python.PyType;
import layerbook.python.Types;
import layerbook.shape.DType;

/** {@code torch.float32} and its kin, with their other names. */
final class DTypes {
    static final PyType TYPE = new PyType("dtype", List.of(Types.OBJECT)).in("torch");
    private static final Map<String, DType> BY_NAME = Map.ofEntries(Map.entry("float32", DType.FLOAT32), Map.entry("float", DType.FLOAT32),
        Map.entry("float64", DType.FLOAT64), Map.entry("double", DType.FLOAT64), Map.entry("float16", DType.FLOAT16), Map.entry("half", DType.FLOAT16),
        Map.entry("bfloat16", DType.BFLOAT16), Map.entry("int64", DType.INT64), Map.entry("long", DType.INT64), Map.entry("int32", DType.INT32),
        Map.entry("int", DType.INT32), Map.entry("int16", DType.INT16), Map.entry("short", DType.INT16), Map.entry("int8", DType.INT8),
        Map.entry("uint8", DType.UINT8), Map.entry("bool", DType.BOOL));
    private static final Object[] OBJECTS = new Object[DType.values().length];

    private DTypes() {}

    /** What PyTorch calls a kind of number, {@code long} too; null for another name. */
    static DType named(String name) {
        return BY_NAME.get(name);
    }

    static Object of(DType dtype) {
        synchronized (OBJECTS) {
            Object made = OBJECTS[dtype.ordinal()];
            return made != null ? made : (OBJECTS[dtype.ordinal()] = new Value(dtype));
        }
    }

    /** The kind that a value names: a dtype, or Python's float, int and bool; null for another. */
    static DType read(Object value) {
        return value instanceof Value v ? v.dtype : value == Types.FLOAT ? DType.FLOAT64 : value == Types.INT ? DType.INT64 : value == Types.BOOL ? DType.BOOL : null;
    }

    /** {@code torch.finfo}: the largest and smallest numbers of a kind with a fraction. */
    static PyModule real(DType dtype) {
        double max = dtype == DType.FLOAT64 ? Double.MAX_VALUE : dtype == DType.FLOAT16 ? 65504.0 : dtype == DType.BFLOAT16 ? 3.3895313892515355e38 : 3.4028234663852886e38;
        double eps = dtype == DType.FLOAT64 ? 0x1p-52 : dtype == DType.FLOAT16 ? 0x1p-10 : dtype == DType.BFLOAT16 ? 0x1p-7 : 0x1p-23;
        double tiny = dtype == DType.FLOAT64 ? Double.MIN_NORMAL : dtype == DType.FLOAT16 ? 0x1p-14 : 0x1p-126;
        return new PyModule("finfo").set("max", max).set("min", -max).set("eps", eps).set("tiny", tiny).set("smallest_normal", tiny).set("bits", 8L * dtype.bytes());
    }

    /** {@code torch.iinfo}: those of whole numbers. */
    static PyModule whole(DType dtype) {
        int bits = 8 * dtype.bytes();
        boolean signed = dtype != DType.UINT8;
        long max = signed ? (1L << (bits - 2)) - 1 + (1L << (bits - 2)) : 255;
        return new PyModule("iinfo").set("max", max).set("min", signed ? -max - 1 : 0L).set("bits", (long) bits);
    }

    static final class Value extends PyObject {
        final DType dtype;

        private Value(DType dtype) {
            this.dtype = dtype;
        }

        @Override public PyType type() {
            return TYPE;
        }

        @Override public Object attribute(String name) {
            switch (name) {
                case "is_floating_point": return dtype.isFloating();
                case "is_complex": return false;
                case "itemsize": return (long) dtype.bytes();
                default: return super.attribute(name);
            }
        }

        @Override public String repr() {
            return "torch." + dtype.torchName();
        }
    }
}

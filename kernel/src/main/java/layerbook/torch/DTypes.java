package layerbook.torch;

import java.util.List;
import java.util.Map;
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

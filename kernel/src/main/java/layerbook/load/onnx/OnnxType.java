package layerbook.load.onnx;

import java.util.Map;
import layerbook.load.file.StoredType;
import layerbook.shape.DType;

/** ONNX's types of numbers by their code. Source: onnx.proto, TensorProto.DataType. */
final class OnnxType {
    static final int FLOAT = 1;
    static final int INT64 = 7;
    static final int BOOL = 9;
    private static final String[] NAMES = {"", "float32 32", "uint8 8", "int8 8", "uint16 16", "int16 16", "int32 32", "int64 64", "string 0", "bool 8", "float16 16", "float64 64",
        "uint32 32", "uint64 64", "complex64 64", "complex128 128", "bfloat16 16", "float8_e4m3fn 8", "float8_e4m3fnuz 8", "float8_e5m2 8", "float8_e5m2fnuz 8", "uint4 4", "int4 4",
        "float4_e2m1 4", "float8_e8m0fnu 8"};
    private static final Map<Integer, DType> DTYPES = Map.ofEntries(Map.entry(1, DType.FLOAT32), Map.entry(2, DType.UINT8), Map.entry(3, DType.INT8), Map.entry(5, DType.INT16),
        Map.entry(6, DType.INT32), Map.entry(7, DType.INT64), Map.entry(9, DType.BOOL), Map.entry(10, DType.FLOAT16), Map.entry(11, DType.FLOAT64), Map.entry(16, DType.BFLOAT16),
        Map.entry(4, DType.INT32), Map.entry(12, DType.INT64), Map.entry(13, DType.INT64), Map.entry(17, DType.FLOAT8), Map.entry(18, DType.FLOAT8), Map.entry(19, DType.FLOAT8),
        Map.entry(20, DType.FLOAT8), Map.entry(21, DType.UINT8), Map.entry(22, DType.INT8));

    private OnnxType() {}

    /** How numbers of this type are stored; null for a code that there is not. */
    static StoredType stored(int code) {
        if (code < 1 || code >= NAMES.length) {
            return null;
        }
        String[] words = NAMES[code].split(" ");
        return StoredType.plain(words[0], Integer.parseInt(words[1]));
    }

    /** The kind of number in a tensor; unsigned ones as the signed one that holds them; null where there is none. */
    static DType dtype(int code) {
        return DTYPES.get(code);
    }
}

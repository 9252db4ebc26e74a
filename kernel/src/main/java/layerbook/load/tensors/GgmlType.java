package layerbook.load.tensors;

import java.util.Map;
import layerbook.load.file.StoredType;

/**
 * The types of numbers in GGUF files by their code, each with its block: so many numbers in so many bytes, scales included. Source: ggml's
 * {@code ggml_type} and block structures. Example: {@code Q4_0} keeps 32 numbers in 18 bytes, 4.5 bits a number.
 */
final class GgmlType {
    private static final Map<Integer, StoredType> BY_CODE = new java.util.HashMap<>();

    static {
        String all = "0 float32 1 4, 1 float16 1 2, 2 Q4_0 32 18, 3 Q4_1 32 20, 6 Q5_0 32 22, 7 Q5_1 32 24, 8 Q8_0 32 34, 9 Q8_1 32 36, 10 Q2_K 256 84, "
            + "11 Q3_K 256 110, 12 Q4_K 256 144, 13 Q5_K 256 176, 14 Q6_K 256 210, 15 Q8_K 256 292, 16 IQ2_XXS 256 66, 17 IQ2_XS 256 74, "
            + "18 IQ3_XXS 256 98, 19 IQ1_S 256 50, 20 IQ4_NL 32 18, 21 IQ3_S 256 110, 22 IQ2_S 256 82, 23 IQ4_XS 256 136, 24 int8 1 1, 25 int16 1 2, "
            + "26 int32 1 4, 27 int64 1 8, 28 float64 1 8, 29 IQ1_M 256 56, 30 bfloat16 1 2, 31 Q4_0_4_4 32 18, 32 Q4_0_4_8 32 18, 33 Q4_0_8_8 32 18, "
            + "34 TQ1_0 256 54, 35 TQ2_0 256 66, 36 IQ4_NL_4_4 32 18, 37 IQ4_NL_4_8 32 18, 38 IQ4_NL_8_8 32 18, 39 MXFP4 32 17, 40 NVFP4 64 36";
        for (String line : all.split(", ")) {
            String[] words = line.split(" ");
            BY_CODE.put(Integer.valueOf(words[0]), new StoredType(words[1], Integer.parseInt(words[2]), Byte.SIZE * Integer.parseInt(words[3])));
        }
    }

    private GgmlType() {}

    /** The type of a code, or null if there is none. */
    static StoredType of(long code) {
        return code < 0 || code > Integer.MAX_VALUE ? null : BY_CODE.get((int) code);
    }
}

package layerbook.hardware;

import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import layerbook.hardware.GgmlFormat.Mix;
import layerbook.shape.DType;

/** The number formats by name. To add one, add its line here. */
public final class Formats {
    private static final Map<String, Format> ALL = new LinkedHashMap<>();

    static {
        for (DType d : List.of(DType.FLOAT64, DType.FLOAT32, DType.FLOAT16, DType.BFLOAT16, DType.INT8, DType.UINT8)) {
            add(new PlainFormat(d));
        }
        add(new LinearFormat("FP8", "matrices of linear layers in 8 bits with a float32 scale for each square of 128×128; the rest in 16 bits. "
            + "Source: DeepSeek-V3", LinearFormat::fp8));
        add(new LinearFormat("NF4", "matrices of linear layers in 4 bits with a float32 scale for each 64 numbers; the rest in 16 bits. "
            + "Source: Dettmers 2023 (QLoRA)", LinearFormat::nf4));
        add(new LinearFormat("NF4_DOUBLE", "NF4 with its scales in 8 bits, 4.127 bits a number; the rest in 16 bits. "
            + "Source: Dettmers 2023 (QLoRA)", LinearFormat::doubleNf4));
        add(new LinearFormat("GPTQ4", "matrices of linear layers in 4 bits with a 16-bit scale and a 4-bit zero for each 128 numbers of a row; "
            + "the rest in 16 bits. Source: Frantar 2022", t -> LinearFormat.grouped(t, 128)));
        add(new LinearFormat("AWQ4", "matrices of linear layers in 4 bits with a 16-bit scale and a 4-bit zero for each 128 numbers of a row; "
            + "the rest in 16 bits. Source: Lin 2023", t -> LinearFormat.grouped(t, 128)));
        add(new ExpertFormat("MXFP4"));
        add(new GgmlFormat("F16", Block.F16, Mix.WHOLE));
        add(new GgmlFormat("Q8_0", Block.Q8_0, Mix.WHOLE));
        for (Block b : List.of(Block.Q4_0, Block.Q4_1, Block.Q5_0, Block.Q5_1, Block.Q6_K, Block.IQ4_NL, Block.IQ4_XS)) {
            add(new GgmlFormat(b.name(), b, Mix.PLAIN));
        }
        add(new GgmlFormat("Q2_K", Block.Q2_K, Mix.M));
        add(new GgmlFormat("Q2_K_S", Block.Q2_K, Mix.S));
        add(new GgmlFormat("Q3_K_S", Block.Q3_K, Mix.S));
        add(new GgmlFormat("Q3_K_M", Block.Q3_K, Mix.M));
        add(new GgmlFormat("Q3_K_L", Block.Q3_K, Mix.L));
        add(new GgmlFormat("Q4_K_S", Block.Q4_K, Mix.S));
        add(new GgmlFormat("Q4_K_M", Block.Q4_K, Mix.M));
        add(new GgmlFormat("Q5_K_S", Block.Q5_K, Mix.S));
        add(new GgmlFormat("Q5_K_M", Block.Q5_K, Mix.M));
    }

    private Formats() {}

    private static void add(Format format) {
        ALL.put(format.name(), format);
    }

    /** All formats, plain ones first. */
    public static Collection<Format> all() {
        return ALL.values();
    }

    /** The format of that name, e.g. {@code Q4_K_M}. */
    public static Optional<Format> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** The format that stores every number in this type. */
    public static Format of(DType dtype) {
        return find(dtype.name()).orElseGet(() -> new PlainFormat(dtype));
    }

    /** Matrices of a mixture's experts in MXFP4, as gpt-oss stores them; of a network without experts, all matrices of linear layers. */
    private record ExpertFormat(String name) implements Format {
        @Override public String sentence() {
            return "matrices of experts (of all linear layers where there are no experts) in 4 bits with an 8-bit scale for each 32 numbers; "
                + "the rest in 16 bits. Source: OCP Microscaling 1.0, gpt-oss";
        }

        @Override public Stored store(WeightTensor tensor, Weights all) {
            boolean here = tensor.use() == WeightTensor.Use.MATRIX && !TensorRole.of(tensor.name()).isRouter()
                && (all.mixes().experts() == 0 || tensor.name().contains("experts."));
            return here ? new Stored(tensor, name, Block.MXFP4.of(tensor.size()))
                : new Stored(tensor, "16 bit", tensor.size().multiply(BigInteger.TWO));
        }
    }
}

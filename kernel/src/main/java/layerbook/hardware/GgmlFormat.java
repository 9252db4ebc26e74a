package layerbook.hardware;

import java.util.List;
import java.util.Optional;

/**
 * A format of llama.cpp: a block layout for most matrices, and a mix of others for the tensors that need more bits. Vectors, routers and tables of
 * positions stay in float32. Source: llama.cpp, {@code llama_tensor_get_type}.
 *
 * @param name what users type
 * @param base the layout of most matrices
 * @param mix which of the mixes it is
 */
record GgmlFormat(String name, Block base, Mix mix) implements Format {
    /** The rules that differ between formats of one base. */
    enum Mix {
        /** All matrices alike, but the output table. */
        PLAIN,
        /** "small": a few early layers get more bits. */
        S,
        /** "medium": values and the matrix behind the feed-forward part get more bits in some layers. */
        M,
        /** "large": they get more bits in all layers. */
        L,
        /** No exception at all: F16, BF16, F32 and Q8_0. */
        WHOLE
    }

    /** What a mix needs to know of the network beside the tensor. */
    private record Place(int layer, int layers, int experts, boolean grouped) {
        /** llama.cpp's {@code use_more_bits}: the first and the last eighth, and every third between. */
        boolean needsMoreBits() {
            int eighth = layers / 8;
            return layer < eighth || layer >= 7 * layers / 8 || (layer - eighth) % 3 == 2;
        }
    }

    @Override public String sentence() {
        String bits = String.format(java.util.Locale.ROOT, "%.4g", 8.0 * base.bytes() / base.weights());
        String rest = mix == Mix.WHOLE ? "" : "; the output table in Q6_K" + (mix == Mix.PLAIN ? "" : ", some layers' values and down matrices in more bits");
        return "matrices in " + base.name() + ", " + base.bytes() + " bytes for " + base.weights() + " numbers (" + bits + " bits)" + rest
            + "; vectors in F32. Source: llama.cpp";
    }

    @Override public Stored store(WeightTensor tensor, Weights all) {
        TensorRole role = TensorRole.of(tensor.name());
        if (!tensor.isMatrix() || role.isRouter() || role == TensorRole.POSITIONS || tensor.use() == WeightTensor.Use.OTHER) {
            return Stored.in(tensor, Block.F32);
        }
        return Stored.in(tensor, type(tensor, role, all).fitting(tensor.row()));
    }

    private Block type(WeightTensor tensor, TensorRole role, Weights all) {
        if (mix == Mix.WHOLE) {
            return base;
        }
        if (scoresTable(tensor, all)) {
            return Block.Q6_K.fits(tensor.row()) ? Block.Q6_K : Block.Q8_0;
        }
        Place place = place(tensor, role, all);
        return switch (role) {
            case ATTENTION_VALUES -> values(place);
            case ATTENTION_KEYS -> place.experts() == 8 ? Block.Q8_0 : base;
            case ATTENTION_ALL -> allOfAttention();
            case ATTENTION_OUTPUT -> attentionOutput(place);
            case FEED_FORWARD_DOWN -> down(place);
            default -> base;
        };
    }

    /** The output table; the input table where there is no other, since it is used for both. */
    private static boolean scoresTable(WeightTensor tensor, Weights all) {
        return tensor.use() == WeightTensor.Use.OUTPUT_TABLE || tensor.use() == WeightTensor.Use.TABLE && !all.hasOutputTable();
    }

    private Block values(Place place) {
        Block type = base;
        if (base == Block.Q2_K) {
            type = place.grouped() ? Block.Q4_K : mix == Mix.S ? base : Block.Q3_K;
        } else if (base == Block.Q3_K && mix == Mix.M) {
            type = place.layer() < 2 ? Block.Q5_K : Block.Q4_K;
        } else if (base == Block.Q3_K && mix == Mix.L) {
            type = Block.Q5_K;
        } else if ((base == Block.IQ4_NL || base == Block.IQ4_XS) && place.grouped()) {
            type = Block.Q5_K;
        } else if ((base == Block.Q4_K || base == Block.Q5_K) && mix == Mix.M && place.needsMoreBits()) {
            type = Block.Q6_K;
        } else if (base == Block.Q4_K && mix == Mix.S && place.layer() < 4) {
            type = Block.Q5_K;
        }
        if (place.layers() == 80 && (type == Block.Q3_K || type == Block.Q4_K)) {
            type = Block.Q5_K; // llama.cpp's rule for 70B models, whose values are small: grouped by eight
        }
        return place.experts() == 8 ? Block.Q8_0 : type;
    }

    private Block allOfAttention() {
        if (base == Block.Q3_K && (mix == Mix.M || mix == Mix.L)) {
            return Block.Q4_K;
        }
        return mix != Mix.M ? base : base == Block.Q4_K ? Block.Q5_K : base == Block.Q5_K ? Block.Q6_K : base;
    }

    private Block attentionOutput(Place place) {
        if (place.experts() == 8) {
            boolean small = List.of(Block.Q2_K, Block.IQ4_NL, Block.IQ4_XS, Block.Q4_K).contains(base) || base == Block.Q3_K && mix != Mix.L;
            return small ? Block.Q5_K : base;
        }
        if (base == Block.Q2_K && mix != Mix.S) {
            return Block.Q3_K;
        }
        return base != Block.Q3_K ? base : mix == Mix.M ? Block.Q4_K : mix == Mix.L ? Block.Q5_K : base;
    }

    private Block down(Place place) {
        boolean early = place.layer() < place.layers() / 8;
        if (base == Block.Q2_K) {
            return mix != Mix.S ? Block.Q3_K : early ? Block.Q4_K : base;
        } else if (base == Block.Q3_K) {
            return mix == Mix.M ? place.layer() < place.layers() / 16 ? Block.Q5_K : Block.Q4_K : mix == Mix.L ? Block.Q5_K : base;
        } else if ((base == Block.IQ4_NL || base == Block.IQ4_XS) && early) {
            return Block.Q5_K;
        } else if ((base == Block.Q4_K || base == Block.Q5_K) && mix == Mix.M && place.needsMoreBits()) {
            return Block.Q6_K;
        }
        return base == Block.Q4_K && mix == Mix.S && early ? Block.Q5_K : base;
    }

    /** Where a tensor stands among those of its role: llama.cpp counts them block by block. */
    private static Place place(WeightTensor tensor, TensorRole role, Weights all) {
        Mixes mixes = all.mixes();
        Optional<Integer> layer = TensorRole.layer(tensor.name());
        List<Integer> layers = mixes.layers(role);
        int at = layer.map(layers::indexOf).orElse(0);
        return new Place(at, layers.size(), mixes.experts(), mixes.isGrouped());
    }
}

package layerbook.load.config;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import layerbook.net.Unit;

/** The options of a {@link Decoder}: sizes, names in the checkpoint, and what a family does differently. Set once, before blocks are made of it. */
final class DecoderPlan {
    /** Where norms and shortcuts are in a layer. */
    enum Order {
        /** x + f(norm(x)), twice. */
        BEFORE,
        /** norm(x + f(x)), twice. */
        BEHIND,
        /** x + norm(f(x)), twice. */
        AFTER,
        /** x + norm(f(norm(x))), twice. */
        AROUND,
        /** x + attention(norm(x)) + mlp(norm(x)), with one norm or two. */
        PARALLEL
    }

    final long vocabulary;
    final long width;
    final int layers;
    String embedding = "embed_tokens";
    String layerList = "layers";
    /** The norm behind all layers; null without one. */
    String lastNorm = "norm";
    LongFunction<Unit> norm = Parts::rms;
    Order order = Order.BEFORE;
    List<String> norms = List.of("input_layernorm", "post_attention_layernorm");
    String attentionName = "self_attn";
    String mlpName = "mlp";
    IntFunction<Block> attention;
    /** Attention to another sequence, between the two parts; null without. */
    IntFunction<Block> cross;
    String crossName;
    IntFunction<Block> mlp;
    /** A table of learned positions; null without one. */
    String positionTable;
    long positions;
    /** How many rows of that table stand before the first position. */
    long positionOffset;
    String embeddingNorm;
    /** The width of the table, if two matrices lead from it to the network's width and back. */
    long embeddingWidth;
    boolean scaledEmbedding;
    boolean scaledResidual;
    /** Numbers of a head that are turned; 0 without a rotary position embedding. */
    long rotary;
    String rotaryName = "rotary_emb";
    /** A second table of angles for layers that look at a window; null without one. */
    String localRotaryName;
    /** Heads that ALiBi gives a slope each; 0 without it. */
    long slopes;

    DecoderPlan(long vocabulary, long width, long layers) {
        this.vocabulary = vocabulary;
        this.width = width;
        this.layers = Math.toIntExact(layers);
    }

    DecoderPlan names(String embeddingName, String layersName, String lastNormName) {
        embedding = embeddingName;
        layerList = layersName;
        lastNorm = lastNormName;
        return this;
    }

    DecoderPlan parts(String attentionPart, String mlpPart, String... normNames) {
        attentionName = attentionPart;
        mlpName = mlpPart;
        norms = List.of(normNames);
        return this;
    }

    DecoderPlan order(Order o) {
        order = o;
        return this;
    }

    DecoderPlan norm(LongFunction<Unit> made) {
        norm = made;
        return this;
    }

    DecoderPlan positions(String table, long rows, long offset) {
        positionTable = table;
        positions = rows;
        positionOffset = offset;
        return this;
    }
}

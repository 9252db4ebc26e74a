package layerbook.load.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Option;
import layerbook.net.Model;
import layerbook.net.Tensor;
import layerbook.net.Unit;
import layerbook.shape.DType;

/** DeBERTa, v2 and v3: BERT with disentangled attention. Source: the modeling files of transformers 4.57. */
final class Deberta extends Block {
    private static final List<Architecture> HEADS = List.of(Architecture.MODEL, Architecture.MASKED, Architecture.SEQUENCE, Architecture.TOKENS, Architecture.ANSWER, Architecture.CHOICE);
    static final Family FAMILY = Family.text(List.of("deberta", "deberta-v2"), HEADS, Deberta::build);

    private final Unit words;
    private final Unit positions;
    private final Unit segments;
    private final Unit mapping;
    private final Unit norm;
    private final List<DecoderLayer> layers = new ArrayList<>();
    private final Unit relative;
    private final Unit relativeNorm;
    private final Unit convolution;
    private final Unit convolutionNorm;
    private final Object convolutionActivation;

    private Deberta(Config c) {
        long width = c.size("hidden_size");
        boolean second = c.modelType().equals("deberta-v2");
        long table = c.number("embedding_size", width);
        words = hold("embeddings.word_embeddings", Parts.embedding(c.size("vocab_size"), table));
        positions = c.flag("position_biased_input", true) ? hold("embeddings.position_embeddings", Parts.embedding(c.size("max_position_embeddings"), table)) : null;
        segments = c.number("type_vocab_size") > 0 ? hold("embeddings.token_type_embeddings", Parts.embedding(c.number("type_vocab_size"), table)) : null;
        mapping = table != width ? hold("embeddings.embed_proj", Parts.linear(table, width, false)) : null;
        norm = hold("embeddings.LayerNorm", Parts.layerNorm(width));
        DecoderPlan plan = plan(c, width, second);
        for (int i = 0; i < plan.layers; i++) {
            layers.add(new DecoderLayer(plan, i));
        }
        hold("encoder.layer", layers);
        relative = c.flag("relative_attention") ? hold("encoder.rel_embeddings", Parts.embedding(2 * reach(c, second), width)) : null;
        boolean normed = second && c.text("norm_rel_ebd", "none").contains("layer_norm");
        relativeNorm = normed ? hold("encoder.LayerNorm", Parts.layerNorm(width)) : null;
        long kernel = second ? c.number("conv_kernel_size", 0) : 0;
        convolution = kernel == 0 ? null : hold("encoder.conv.conv", Unit.of(Parts.layer("conv1d", width, width, kernel, Option.of("padding", (kernel - 1) / 2),
            Option.of("groups", c.number("conv_groups", 1)))));
        convolutionNorm = kernel == 0 ? null : hold("encoder.conv.LayerNorm", Parts.layerNorm(width));
        convolutionActivation = Parts.activation(c.text("conv_act", "tanh"));
    }

    private static long reach(Config c, boolean second) {
        long given = c.get("max_relative_positions") instanceof java.math.BigInteger most && most.signum() > 0 ? most.longValueExact() : c.size("max_position_embeddings");
        boolean buckets = second && c.get("position_buckets") instanceof java.math.BigInteger b && b.signum() > 0;
        return buckets ? c.size("position_buckets") : given;
    }

    private static DecoderPlan plan(Config c, long width, boolean second) {
        long heads = c.size("num_attention_heads");
        boolean relative = c.flag("relative_attention");
        List<?> kinds = c.get("pos_att_type") instanceof String text ? Arrays.asList(text.toLowerCase(java.util.Locale.ROOT).split("\\|")) : c.list("pos_att_type");
        var attention = new DisentangledAttention.Plan(width, heads, second, relative && kinds.contains("c2p"), relative && kinds.contains("p2c"),
            second && c.flag("share_att_key"), reach(c, second), !second, c.flag("talking_head"));
        DecoderPlan plan = new DecoderPlan(c.size("vocab_size"), width, c.count("num_hidden_layers")).norm(Parts::layerNorm).order(DecoderPlan.Order.BEHIND)
            .parts("attention", "", "attention.output.LayerNorm", "output.LayerNorm");
        long size = c.share("hidden_size", width, "heads", heads);
        plan.attention = i -> new DisentangledAttention(attention, c.number("attention_head_size", size));
        plan.mlp = i -> new Mlp(Mlp.Plan.plain("intermediate.dense", "output.dense", width, c.size("intermediate_size"), true, c.text("hidden_act", "gelu")));
        return plan;
    }

    private static Model build(Config c, Architecture head) {
        var body = new Deberta(c);
        long width = c.size("hidden_size");
        long pooled = c.number("pooler_hidden_size", width);
        return switch (head) {
            case MODEL -> body;
            case MASKED -> new EncoderHead("deberta", body, List.of(new EncoderHead.Part("", wordScores(c, body, width), 0)));
            case TOKENS -> EncoderHead.of("deberta", body, "classifier", Parts.linear(width, c.labels(), true), 0);
            case ANSWER -> EncoderHead.of("deberta", body, "qa_outputs", Parts.linear(width, c.labels(), true), 0);
            default -> EncoderHead.of("deberta", body, "", new Steps().then("pooler.dense", Parts.linear(pooled, pooled, true)).then(Parts.activation(c.text("pooler_hidden_act", "gelu")))
                .then("classifier", Parts.linear(pooled, head == Architecture.CHOICE ? 1 : c.labels(), true)), -1);
        };
    }

    private static Steps wordScores(Config c, Deberta body, long width) {
        Unit matrix = Parts.linear(width, c.size("vocab_size"), true);
        Object activation = Parts.activation(c.text("hidden_act", "gelu"));
        if (c.flag("tie_word_embeddings", true) || !c.flag("legacy", true)) {
            Parts.tie(matrix, body.words);
        }
        String names = c.flag("legacy", true) ? "cls.predictions." : "lm_predictions.lm_head.";
        String inner = c.flag("legacy", true) ? names + "transform." : names;
        return new Steps().then(inner + "dense", Parts.linear(width, width, true)).then(activation).then(inner + "LayerNorm", Parts.layerNorm(width)).then(names + "decoder", matrix, names + "bias", c.size("vocab_size"));
    }

    @Override Object forward(List<?> arguments) {
        Tensor ids = tensor(arguments, 0);
        Expr t = ids.size(1);
        Tensor x = ids.then(words);
        x = positions == null ? x : x.add(Parts.positions(t).then(positions));
        x = segments == null ? x : x.add(Parts.zeros(DType.INT64, ids.size(0), t).then(segments));
        x = mapping == null ? x : x.then(mapping);
        x = x.then(norm);
        Tensor table = relative == null ? null : relative.weight();
        var context = new Context(null, null, table == null || relativeNorm == null ? table : table.then(relativeNorm));
        Tensor y = x;
        for (int i = 0; i < layers.size(); i++) {
            y = y.then(layers.get(i), context);
            if (i == 0 && convolution != null) {
                y = y.add(x.permute(0, 2, 1).then(convolution).permute(0, 2, 1).then(convolutionActivation)).then(convolutionNorm);
            }
        }
        return y;
    }
}

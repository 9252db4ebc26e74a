package layerbook.load.config;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.net.Model;
import layerbook.net.Tensor;
import layerbook.net.Unit;
import layerbook.shape.DType;

/** ALBERT: small tables, and a few layers that are used again and again. Source: the modeling file of transformers 4.57. */
final class Albert extends Block {
    private static final List<Architecture> HEADS = List.of(Architecture.MODEL, Architecture.MASKED, Architecture.PRETRAINING, Architecture.SEQUENCE, Architecture.TOKENS, Architecture.ANSWER,
        Architecture.CHOICE);
    static final Family FAMILY = Family.text(List.of("albert"), HEADS, Albert::build);

    private final Unit words;
    private final Unit positions;
    private final Unit segments;
    private final Unit norm;
    private final Unit mapping;
    private final List<List<DecoderLayer>> groups = new ArrayList<>();
    private final Unit pooler;
    private final int layers;

    private Albert(Config c, boolean pooled) {
        long table = c.size("embedding_size");
        long width = c.size("hidden_size");
        layers = Math.toIntExact(c.count("num_hidden_layers"));
        words = hold("embeddings.word_embeddings", Parts.embedding(c.size("vocab_size"), table));
        positions = hold("embeddings.position_embeddings", Parts.embedding(c.size("max_position_embeddings"), table));
        segments = hold("embeddings.token_type_embeddings", Parts.embedding(c.size("type_vocab_size"), table));
        norm = hold("embeddings.LayerNorm", Parts.layerNorm(table));
        mapping = hold("encoder.embedding_hidden_mapping_in", Parts.linear(table, width, true));
        DecoderPlan plan = plan(c, width);
        for (long g = 0; g < c.count("num_hidden_groups"); g++) {
            var group = new ArrayList<DecoderLayer>();
            for (int i = 0; i < c.count("inner_group_num"); i++) {
                group.add(new DecoderLayer(plan, i));
            }
            groups.add(group);
            hold("encoder.albert_layer_groups." + g + ".albert_layers", group);
        }
        pooler = pooled ? hold("pooler", Parts.linear(width, width, true)) : null;
    }

    private static DecoderPlan plan(Config c, long width) {
        long heads = c.size("num_attention_heads");
        DecoderPlan plan = new DecoderPlan(c.size("vocab_size"), width, 1).norm(Parts::layerNorm).order(DecoderPlan.Order.BEHIND)
            .parts("attention", "", "attention.LayerNorm", "full_layer_layer_norm");
        plan.attention = i -> new SelfAttention(new AttentionPlan(width, heads, heads, c.share("hidden_size", width, "heads", heads)).named("query", "key", "value", "dense")
            .bias(true, true).encoder());
        plan.mlp = i -> new Mlp(Mlp.Plan.plain("ffn", "ffn_output", width, c.size("intermediate_size"), true, c.text("hidden_act", "gelu_new")));
        return plan;
    }

    private static Model build(Config c, Architecture head) {
        boolean pooled = head != Architecture.MASKED && head != Architecture.TOKENS && head != Architecture.ANSWER;
        var body = new Albert(c, pooled);
        long width = c.size("hidden_size");
        return switch (head) {
            case MODEL -> body;
            case MASKED -> new EncoderHead("albert", body, List.of(words(c, body)));
            case PRETRAINING -> new EncoderHead("albert", body, List.of(words(c, body), new EncoderHead.Part("sop_classifier.classifier", Parts.linear(width, c.labels(), true), 1)));
            case TOKENS -> EncoderHead.of("albert", body, "classifier", Parts.linear(width, c.labels(), true), 0);
            case ANSWER -> EncoderHead.of("albert", body, "qa_outputs", Parts.linear(width, c.labels(), true), 0);
            default -> EncoderHead.of("albert", body, "classifier", Parts.linear(width, head == Architecture.CHOICE ? 1 : c.labels(), true), 1);
        };
    }

    private static EncoderHead.Part words(Config c, Albert body) {
        long table = c.size("embedding_size");
        Unit matrix = Parts.linear(table, c.size("vocab_size"), true);
        if (c.flag("tie_word_embeddings", true)) {
            Parts.tie(matrix, body.words);
        }
        return new EncoderHead.Part("", new Steps().then("predictions.dense", Parts.linear(c.size("hidden_size"), table, true)).then(Parts.activation(c.text("hidden_act", "gelu_new")))
            .then("predictions.LayerNorm", Parts.layerNorm(table)).then("predictions.decoder", matrix, "predictions.bias", c.size("vocab_size")), 0);
    }

    @Override Object forward(List<?> arguments) {
        Tensor ids = tensor(arguments, 0);
        Expr t = ids.size(1);
        Tensor x = ids.then(words).add(Parts.zeros(DType.INT64, ids.size(0), t).then(segments)).add(Parts.positions(t).then(positions)).then(norm, mapping);
        for (int i = 0; i < layers; i++) {
            for (DecoderLayer layer : groups.get((int) ((long) i * groups.size() / layers))) {
                x = x.then(layer, Context.NONE);
            }
        }
        return pooler == null ? x : List.of(x, x.select(1, 0).then(pooler).tanh());
    }
}

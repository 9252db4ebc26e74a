package layerbook.load.config;

import java.util.List;
import layerbook.net.Model;
import layerbook.net.Tensor;
import layerbook.net.Unit;

/** BERT and its kin: RoBERTa, XLM-RoBERTa, CamemBERT, ELECTRA, DistilBERT. Source: the modeling files of transformers 4.57. */
final class Bert {
    private static final List<Architecture> HEADS = List.of(Architecture.MODEL, Architecture.MASKED, Architecture.PRETRAINING, Architecture.NEXT_SENTENCE, Architecture.SEQUENCE,
        Architecture.TOKENS, Architecture.ANSWER, Architecture.CHOICE, Architecture.CAUSAL);
    static final Family FAMILY = Family.text(List.of("bert", "roberta", "xlm-roberta", "camembert", "electra", "distilbert"), HEADS, (c, head) -> new Bert(c, head).build());

    private final Config c;
    private final Architecture head;
    private final String type;
    private final boolean roberta;
    private final long width;

    private Bert(Config c, Architecture head) {
        this.c = c;
        this.head = head;
        type = c.modelType();
        roberta = type.contains("roberta") || type.equals("camembert");
        width = c.size("hidden_size");
    }

    private Model build() {
        TextEncoder.Plan plan = type.equals("distilbert") ? distilled() : plan();
        plan.pooled = pooled();
        var body = new TextEncoder(plan);
        java.util.function.Function<Tensor, Object> squeezed = x -> x.squeeze(-1);
        return switch (head) {
            case MODEL -> body;
            case MASKED, CAUSAL -> new EncoderHead(bodyName(), body, words(body.words(), plan.tableWidth));
            case PRETRAINING -> type.equals("electra") ? EncoderHead.of("electra", body, "discriminator_predictions", new Steps()
                    .then("dense", matrix(width)).then(activation()).then("dense_prediction", matrix(1)).then(squeezed), 0)
                : new EncoderHead(bodyName(), body, List.of(words(body.words(), plan.tableWidth).get(0), new EncoderHead.Part("cls.seq_relationship", matrix(2), 1)));
            case NEXT_SENTENCE -> EncoderHead.of(bodyName(), body, "cls.seq_relationship", matrix(2), 1);
            case ANSWER -> EncoderHead.of(bodyName(), body, "qa_outputs", matrix(c.labels()), 0);
            case TOKENS -> EncoderHead.of(bodyName(), body, "classifier", matrix(c.labels()), 0);
            default -> classes(body, head == Architecture.CHOICE ? 1 : c.labels());
        };
    }

    private Unit matrix(long out) {
        return Parts.linear(width, out, true);
    }

    private Object activation() {
        return Parts.activation(c.text("hidden_act", "gelu"));
    }

    /** Which networks have a pooler behind the layers. */
    private boolean pooled() {
        if (type.equals("electra") || type.equals("distilbert")) {
            return false;
        }
        return switch (head) {
            case MODEL, PRETRAINING, NEXT_SENTENCE, CHOICE -> true;
            case SEQUENCE -> !roberta;
            default -> false;
        };
    }

    private String bodyName() {
        return roberta ? "roberta" : type;
    }

    // ---- bodies

    private TextEncoder.Plan plan() {
        var layers = new DecoderPlan(c.size("vocab_size"), width, c.count("num_hidden_layers")).norm(Parts::layerNorm).order(DecoderPlan.Order.BEHIND)
            .parts("attention", "", "attention.output.LayerNorm", "output.LayerNorm");
        long heads = c.size("num_attention_heads");
        layers.attention = i -> {
            AttentionPlan a = new AttentionPlan(width, heads, heads, c.share("hidden_size", width, "heads", heads)).named("self.query", "self.key", "self.value", "output.dense")
                .bias(true, true);
            return new SelfAttention(head == Architecture.CAUSAL ? a : a.encoder());
        };
        layers.mlp = i -> new Mlp(Mlp.Plan.plain("intermediate.dense", "output.dense", width, c.size("intermediate_size"), true, c.text("hidden_act", "gelu")));
        var plan = new TextEncoder.Plan(layers);
        plan.positions = c.size("max_position_embeddings");
        plan.segments = c.size("type_vocab_size");
        plan.tableWidth = type.equals("electra") ? c.size("embedding_size") : width;
        plan.mappingName = plan.tableWidth == width ? null : "embeddings_project";
        return plan;
    }

    private TextEncoder.Plan distilled() {
        var layers = new DecoderPlan(c.size("vocab_size"), width, c.count("num_hidden_layers")).norm(Parts::layerNorm).order(DecoderPlan.Order.BEHIND)
            .parts("attention", "ffn", "sa_layer_norm", "output_layer_norm");
        long heads = c.size("num_attention_heads");
        layers.attention = i -> new SelfAttention(new AttentionPlan(width, heads, heads, c.share("dim", width, "heads", heads)).named("q_lin", "k_lin", "v_lin", "out_lin").bias(true, true).encoder());
        layers.mlp = i -> new Mlp(Mlp.Plan.plain("lin1", "lin2", width, c.size("hidden_dim"), true, c.text("activation", "gelu")));
        var plan = new TextEncoder.Plan(layers);
        plan.positions = c.size("max_position_embeddings");
        plan.segmentTable = false;
        plan.layerList = "transformer.layer";
        return plan;
    }

    // ---- heads

    /** What gives a score for each word; its last matrix is the table of words. */
    private List<EncoderHead.Part> words(Unit table, long tableWidth) {
        Unit matrix = Parts.linear(tableWidth, c.size("vocab_size"), true);
        if (c.flag("tie_word_embeddings", true)) {
            Parts.tie(matrix, table);
        }
        Steps steps = switch (type) {
            case "electra" -> new Steps().then("generator_predictions.dense", matrix(tableWidth)).then(Parts.activation("gelu"))
                .then("generator_predictions.LayerNorm", Parts.layerNorm(tableWidth)).then("generator_lm_head", matrix);
            case "distilbert" -> new Steps().then("vocab_transform", matrix(width)).then(Parts.activation(c.text("activation", "gelu")))
                .then("vocab_layer_norm", Parts.layerNorm(width)).then("vocab_projector", matrix);
            default -> roberta
                ? new Steps().then("lm_head.dense", matrix(width)).then(Parts.activation("gelu")).then("lm_head.layer_norm", Parts.layerNorm(width)).then("lm_head.decoder", matrix, "lm_head.bias", c.size("vocab_size"))
                : new Steps().then("cls.predictions.transform.dense", matrix(width)).then(activation()).then("cls.predictions.transform.LayerNorm", Parts.layerNorm(width))
                    .then("cls.predictions.decoder", matrix, "cls.predictions.bias", c.size("vocab_size"));
        };
        return List.of(new EncoderHead.Part("", steps, 0));
    }

    /** What tells classes apart: on the pooler's output, or with a matrix of its own on the first token. */
    private Model classes(TextEncoder body, long labels) {
        if (type.equals("distilbert")) {
            return EncoderHead.of(type, body, "", new Steps().then("pre_classifier", matrix(width)).then(Parts.activation("relu")).then("classifier", matrix(labels)), -1);
        } else if (head == Architecture.SEQUENCE && (roberta || type.equals("electra"))) {
            return EncoderHead.of(bodyName(), body, "classifier", new Steps().then("dense", matrix(width)).then(Parts.activation(roberta ? "tanh" : "gelu")).then("out_proj", matrix(labels)), -1);
        }
        return type.equals("electra") ? EncoderHead.of(type, body, "", new Steps().then("sequence_summary.summary", matrix(width)).then(Parts.activation("gelu")).then("classifier", matrix(labels)), -1)
            : EncoderHead.of(bodyName(), body, "classifier", matrix(labels), 1);
    }
}

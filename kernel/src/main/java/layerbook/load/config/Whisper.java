package layerbook.load.config;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Letters;
import layerbook.layer.Option;
import layerbook.net.Model;
import layerbook.net.Tensor;
import layerbook.net.Unit;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/** Whisper: an encoder of sound behind two convolutions, and a decoder of text that looks at it. Source: the modeling file of transformers 4.57. */
final class Whisper {
    private static final List<Architecture> HEADS = List.of(Architecture.GENERATION, Architecture.MODEL, Architecture.AUDIO);
    static final Family FAMILY = new Family(List.of("whisper"), HEADS, Whisper::build, Whisper::inputs);

    private Whisper() {}

    private static List<Pretrained.Input> inputs(Config c, Architecture head) {
        var features = new Pretrained.Input("input_features", TensorType.of(Shape.of(Letters.N, Expr.of(c.size("num_mel_bins")), Expr.of(2 * c.size("max_source_positions")))));
        return head == Architecture.AUDIO ? List.of(features) : List.of(features, Family.ids("decoder_input_ids"));
    }

    private static Model build(Config c, Architecture head) {
        long width = c.size("d_model");
        if (head == Architecture.AUDIO) {
            long size = c.size("classifier_proj_size");
            return EncoderHead.of("encoder", new Encoder(c), "", new Steps().then("projector", Parts.linear(width, size, true)).then((java.util.function.Function<Tensor, Object>) x -> x.mean(1))
                .then("classifier", Parts.linear(size, c.labels(), true)), 0);
        }
        var body = new Body(c);
        if (head == Architecture.MODEL) {
            return body;
        }
        Unit logits = Parts.linear(width, c.size("vocab_size"), false);
        if (c.flag("tie_word_embeddings", true)) {
            Parts.tie(logits, body.decoder.words);
        }
        return new Headed("model", body, "proj_out", logits, x -> x);
    }

    private static AttentionPlan attention(long width, long heads, Config c) {
        AttentionPlan a = new AttentionPlan(width, heads, heads, c.share("d_model", width, "heads", heads)).named("q_proj", "k_proj", "v_proj", "out_proj").bias(true, true);
        a.keyBias = false;
        return a;
    }

    private static DecoderPlan plan(Config c, String part) {
        long width = c.size("d_model");
        DecoderPlan plan = new DecoderPlan(c.size("vocab_size"), width, c.count(part + "_layers")).norm(Parts::layerNorm);
        plan.mlp = i -> new Mlp(Mlp.Plan.plain("fc1", "fc2", width, c.size(part + "_ffn_dim"), true, c.text("activation_function", "gelu")));
        return plan;
    }

    /** Takes N×mel bins×2S, gives N×S×d. */
    private static final class Encoder extends Block {
        private final Unit first;
        private final Unit second;
        private final Unit positions;
        private final List<DecoderLayer> layers = new ArrayList<>();
        private final Unit norm;

        Encoder(Config c) {
            long width = c.size("d_model");
            first = hold("conv1", Unit.of(Parts.layer("conv1d", c.size("num_mel_bins"), width, 3L, Option.of("padding", 1))));
            second = hold("conv2", Unit.of(Parts.layer("conv1d", width, width, 3L, Option.of("stride", 2), Option.of("padding", 1))));
            positions = hold("embed_positions", Parts.embedding(c.size("max_source_positions"), width));
            DecoderPlan plan = plan(c, "encoder").parts("self_attn", "", "self_attn_layer_norm", "final_layer_norm");
            plan.attention = i -> new SelfAttention(attention(width, c.size("encoder_attention_heads"), c).encoder());
            for (int i = 0; i < plan.layers; i++) {
                layers.add(new DecoderLayer(plan, i));
            }
            hold("layers", layers);
            norm = hold("layer_norm", Parts.layerNorm(width));
        }

        @Override Object forward(List<?> arguments) {
            Tensor x = tensor(arguments, 0).then(first).gelu().then(second).gelu().permute(0, 2, 1);
            x = x.add(Parts.positions(x.size(1)).then(positions));
            for (DecoderLayer layer : layers) {
                x = x.then(layer, Context.NONE);
            }
            return x.then(norm);
        }
    }

    /** Takes token ids N×T and what the encoder gives, gives N×T×d. */
    private static final class Decoder extends Block {
        private final Unit words;
        private final Unit positions;
        private final List<DecoderLayer> layers = new ArrayList<>();
        private final Unit norm;
        private final double scale;

        Decoder(Config c) {
            long width = c.size("d_model");
            long heads = c.size("decoder_attention_heads");
            scale = c.flag("scale_embedding") ? Math.sqrt(width) : 1;
            words = hold("embed_tokens", Parts.embedding(c.size("vocab_size"), width));
            positions = hold("embed_positions", Parts.embedding(c.size("max_target_positions"), width));
            DecoderPlan plan = plan(c, "decoder").parts("self_attn", "", "self_attn_layer_norm", "encoder_attn_layer_norm", "final_layer_norm");
            plan.attention = i -> new SelfAttention(attention(width, heads, c));
            plan.crossName = "encoder_attn";
            plan.cross = i -> {
                AttentionPlan a = attention(width, heads, c);
                a.causal = false;
                return new SelfAttention(a);
            };
            for (int i = 0; i < plan.layers; i++) {
                layers.add(new DecoderLayer(plan, i));
            }
            hold("layers", layers);
            norm = hold("layer_norm", Parts.layerNorm(width));
        }

        @Override Object forward(List<?> arguments) {
            Tensor ids = tensor(arguments, 0);
            Tensor x = ids.then(words);
            x = (scale == 1 ? x : x.mul(scale)).add(Parts.positions(ids.size(1)).then(positions));
            for (DecoderLayer layer : layers) {
                x = x.then(layer, Context.NONE, arguments.get(1));
            }
            return x.then(norm);
        }
    }

    private static final class Body extends Block {
        private final Encoder encoder;
        private final Decoder decoder;

        Body(Config c) {
            encoder = hold("encoder", new Encoder(c));
            decoder = hold("decoder", new Decoder(c));
        }

        @Override Object forward(List<?> arguments) {
            return tensor(arguments, 1).then(decoder, tensor(arguments, 0).then(encoder));
        }
    }
}

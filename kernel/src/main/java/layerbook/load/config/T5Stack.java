package layerbook.load.config;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.net.Tensor;
import layerbook.net.Unit;
import layerbook.shape.DType;

/** The layers of T5's encoder or decoder. Takes N×T×d and, in a decoder, what the encoder gives; gives N×T×d. */
final class T5Stack extends Block {
    private final List<DecoderLayer> layers = new ArrayList<>();
    private final List<Unit> biases = new ArrayList<>();
    private final Unit norm;
    private final DecoderPlan plan;

    T5Stack(Config c, boolean decoder) {
        long width = c.size("d_model");
        long count = decoder && c.has("num_decoder_layers") ? c.count("num_decoder_layers") : c.count("num_layers");
        plan = new DecoderPlan(c.size("vocab_size"), width, count);
        long heads = c.size("num_heads");
        String mlp = decoder ? "layer.2" : "layer.1";
        plan.parts("layer.0.SelfAttention", mlp + ".DenseReluDense", decoder ? new String[] {"layer.0.layer_norm", "layer.1.layer_norm", "layer.2.layer_norm"}
            : new String[] {"layer.0.layer_norm", "layer.1.layer_norm"});
        plan.attention = i -> new SelfAttention(attention(c, decoder, true));
        plan.mlp = i -> new Mlp(mlp(c, width));
        if (decoder) {
            plan.crossName = "layer.1.EncDecAttention";
            plan.cross = i -> new SelfAttention(attention(c, false, false));
        }
        boolean each = c.modelType().equals("umt5");
        for (int i = 0; i < plan.layers; i++) {
            layers.add(new DecoderLayer(plan, i));
            if (i == 0 || each) {
                biases.add(hold("block." + i + ".layer.0.SelfAttention.relative_attention_bias", Parts.embedding(c.size("relative_attention_num_buckets"), heads)));
            }
        }
        hold("block", layers);
        norm = hold("final_layer_norm", Parts.rms(width));
    }

    private static AttentionPlan attention(Config c, boolean causal, boolean biased) {
        long heads = c.size("num_heads");
        var a = new AttentionPlan(c.size("d_model"), heads, heads, c.size("d_kv")).named("q", "k", "v", "o");
        a.scaled = false;
        a.causal = causal;
        a.kept = causal || !biased;
        a.biased = biased;
        return a;
    }

    private static Mlp.Plan mlp(Config c, long width) {
        String projection = c.text("feed_forward_proj", "relu");
        boolean gated = projection.startsWith("gated-");
        String name = projection.substring(projection.indexOf('-') + 1);
        String activation = gated && name.equals("gelu") ? "gelu_new" : name;
        return new Mlp.Plan(gated ? Mlp.Kind.GATED : Mlp.Kind.PLAIN, gated ? List.of("wi_0", "wi_1", "wo") : List.of("wi", "wo"), width, c.size("d_ff"), false, activation, false);
    }

    long width() {
        return plan.width;
    }

    @Override Object forward(List<?> arguments) {
        Tensor x = tensor(arguments, 0);
        Expr t = x.size(1);
        Context context = Context.NONE;
        for (int i = 0; i < layers.size(); i++) {
            if (i < biases.size()) {
                context = new Context(null, null, Parts.zeros(DType.INT64, t, t).then(biases.get(i)).permute(2, 0, 1).unsqueeze(0));
            }
            x = x.then(layers.get(i), context, tensor(arguments, 1));
        }
        return x.then(norm);
    }
}

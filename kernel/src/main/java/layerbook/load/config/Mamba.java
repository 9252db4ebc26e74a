package layerbook.load.config;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import layerbook.formula.Expr;
import layerbook.layer.Option;
import layerbook.net.Model;
import layerbook.net.Tensor;
import layerbook.net.Unit;

/** Mamba: a state for each channel that each token changes, and no attention. Source: Gu and Dao, "Mamba", 2023; the modeling file of transformers 4.57. */
final class Mamba extends Block {
    private static final List<Architecture> HEADS = List.of(Architecture.CAUSAL, Architecture.MODEL);
    static final Family FAMILY = Family.text(List.of("mamba"), HEADS, Mamba::build);

    private final Unit words;
    private final List<Layer> layers = new ArrayList<>();
    private final Unit norm;

    private Mamba(Config c) {
        long width = c.size("hidden_size");
        words = hold("embeddings", Parts.embedding(c.size("vocab_size"), width));
        for (long i = 0; i < c.count("num_hidden_layers"); i++) {
            layers.add(new Layer(c, width));
        }
        hold("layers", layers);
        norm = hold("norm_f", Parts.rms(width));
    }

    private static Model build(Config c, Architecture head) {
        var body = new Mamba(c);
        return new TextHead("backbone", "lm_head", false, UnaryOperator.identity(), "", "").on(body, c, head, c.size("hidden_size"), body.words);
    }

    @Override Object forward(List<?> arguments) {
        Tensor x = tensor(arguments, 0).then(words);
        for (Layer layer : layers) {
            x = x.then(layer);
        }
        return x.then(norm);
    }

    /** A norm, a mixer and a shortcut. */
    private static final class Layer extends Block {
        private final Unit norm;
        private final Mixer mixer;

        Layer(Config c, long width) {
            norm = hold("norm", Parts.rms(width));
            mixer = hold("mixer", new Mixer(c, width));
        }

        @Override Object forward(List<?> arguments) {
            Tensor x = tensor(arguments, 0);
            return x.add(x.then(norm, mixer));
        }
    }

    /** Takes N×T×d, gives N×T×d by way of a short convolution and a state of I×S numbers for each example. */
    private static final class Mixer extends Block {
        private final long inner;
        private final long state;
        private final long rank;
        private final Unit in;
        private final Unit convolution;
        private final Unit select;
        private final Unit step;
        private final Unit out;
        private final Tensor decay;
        private final Tensor through;
        private final Object activation;

        Mixer(Config c, long width) {
            inner = c.number("intermediate_size", c.size("expand") * width);
            state = c.size("state_size");
            rank = c.get("time_step_rank") instanceof java.math.BigInteger ? c.size("time_step_rank") : (width + 15) / 16;
            boolean bias = c.flag("use_bias");
            long kernel = c.size("conv_kernel");
            convolution = hold("conv1d", Unit.of(Parts.layer("conv1d", inner, inner, kernel, Option.of("groups", inner), Option.of("padding", kernel - 1),
                Option.of("bias", c.flag("use_conv_bias", true)))));
            activation = Parts.activation(c.text("hidden_act", "silu"));
            hold("act", activation instanceof Unit ? activation : null);
            in = hold("in_proj", Parts.linear(width, 2 * inner, bias));
            select = hold("x_proj", Parts.linear(inner, rank + 2 * state, false));
            step = hold("dt_proj", Parts.linear(rank, inner, true));
            decay = hold("A_log", Parts.parameter(inner, state));
            through = hold("D", Parts.parameter(inner));
            out = hold("out_proj", Parts.linear(inner, width, bias));
        }

        @Override Object forward(List<?> arguments) {
            Tensor x = tensor(arguments, 0);
            Expr t = x.size(1);
            List<Tensor> both = x.then(in).transpose(1, 2).chunk(2, 1);
            Tensor u = both.get(0).then(convolution).slice(2, 0, t).then(activation);
            List<Tensor> chosen = u.transpose(1, 2).then(select).split(List.of(rank, state, state), -1);
            Tensor time = chosen.get(0).then(step).softplus().transpose(1, 2).unsqueeze(3);
            Tensor kept = decay.exp().neg().view(1, inner, 1, state).mul(time).exp();
            Tensor added = time.mul(chosen.get(1).unsqueeze(1)).mul(u.unsqueeze(3));
            Tensor states = kept.apply(new Recurrence(), added);
            Tensor y = states.transpose(1, 2).matmul(chosen.get(2).unsqueeze(-1)).squeeze(3).transpose(1, 2);
            return y.add(u.mul(through.view(1, inner, 1))).mul(both.get(1).then(activation)).transpose(1, 2).then(out);
        }
    }
}

package layerbook.count;

import java.util.List;
import java.util.Map;
import layerbook.formula.Expr;
import layerbook.formula.Expr.Sym;
import layerbook.layer.Arguments;
import layerbook.shape.Shape;

/** What ptflops counts before it divides by the batch: biases too, activations and pools mostly twice (hook and patched function). Source: ptflops 0.7.5, pytorch_ops.py. */
final class Ptflops extends Tool {
    private static final Map<Integer, Integer> GATE_WORK = Map.of(1, 1, 3, 7, 4, 10);

    Ptflops() {
        module(s -> hooked(s, convolution(s)), "Conv1d", "Conv2d", "Conv3d", "ConvTranspose1d", "ConvTranspose2d", "ConvTranspose3d");
        module(s -> hooked(s, Cost.of(params(s).times(Expr.product(x(s).slice(0, Math.max(0, x(s).rank() - 1)))))), "Linear");
        module(s -> hooked(s, input(s, affine(s) ? 2 : 1)), "BatchNorm1d", "BatchNorm2d", "BatchNorm3d", "InstanceNorm1d", "InstanceNorm2d", "InstanceNorm3d", "GroupNorm");
        module(s -> hooked(s, input(s, 1)), "LayerNorm", "ReLU6", "LeakyReLU");
        module(s -> input(s, 1), "SiLU", "Softmax", "Softmax2d");
        module(s -> hooked(s, input(s, 1)).plus(input(s, 1)), "MaxPool1d", "MaxPool2d", "MaxPool3d", "AdaptiveMaxPool1d", "AdaptiveMaxPool2d", "AdaptiveMaxPool3d", "AvgPool1d",
            "AvgPool2d", "AvgPool3d", "AdaptiveAvgPool1d", "AdaptiveAvgPool2d", "AdaptiveAvgPool3d", "ReLU", "PReLU", "ELU", "GELU");
        module(s -> hooked(s, Cost.of(from(y(s), 1))).plus(Cost.of(functional(s))), "Upsample");
        module(s -> Cost.of(functional(s)), "UpsamplingNearest2d", "UpsamplingBilinear2d");
        module(s -> hooked(s, recurrent(s)), "RNN", "GRU", "LSTM");
        module(s -> hooked(s, cell(s)), "RNNCell", "GRUCell", "LSTMCell");
        module(Ptflops::attention, "MultiheadAttention");
        function(s -> s.inside() != null ? Cost.UNCOUNTED : input(s, 1), "ReLU", "ReLU6", "ELU", "GELU", "SiLU", "Softmax", "MaxPool1d", "MaxPool2d", "MaxPool3d", "AvgPool1d", "AvgPool2d",
            "AvgPool3d", "AdaptiveAvgPool1d", "AdaptiveAvgPool2d", "AdaptiveAvgPool3d", "AdaptiveMaxPool1d", "AdaptiveMaxPool2d", "AdaptiveMaxPool3d");
        module(Tool::lpPool, "LPPool1d", "LPPool2d", "LPPool3d");
        function(Tool::lpPool, "LPPool1d", "LPPool2d", "LPPool3d");
        module(Tool::localResponseNorm, "LocalResponseNorm");
        function(Tool::localResponseNorm, "LocalResponseNorm");
        function(s -> Cost.of(macs(s)), "matmul", "mm", "bmm");
        function(s -> Cost.of(functional(s)), "Upsample");
        because("biases", "Conv1d", "Conv2d", "Conv3d", "ConvTranspose1d", "ConvTranspose2d", "ConvTranspose3d", "Linear");
        because("2 per number, 1 without scale and shift", "BatchNorm1d", "BatchNorm2d", "BatchNorm3d", "SyncBatchNorm", "InstanceNorm1d", "InstanceNorm2d", "InstanceNorm3d", "GroupNorm");
        because("1 per number", "LayerNorm", "ReLU6", "LeakyReLU", "SiLU", "Softmax", "Softmax2d");
        because("counted by a hook and by the patched function", "MaxPool1d", "MaxPool2d", "MaxPool3d", "AdaptiveMaxPool1d", "AdaptiveMaxPool2d", "AdaptiveMaxPool3d", "AvgPool1d", "AvgPool2d", "AvgPool3d", "AdaptiveAvgPool1d", "AdaptiveAvgPool2d", "AdaptiveAvgPool3d", "ReLU", "PReLU", "ELU", "GELU", "MultiheadAttention");
        because("by the numbers that go in and the scale", "Upsample", "UpsamplingNearest2d", "UpsamplingBilinear2d");
        because("biases and gates", "RNN", "GRU", "LSTM", "RNNCell", "GRUCell", "LSTMCell");
        because("what the patched functions inside it do", "LPPool1d", "LPPool2d", "LPPool3d", "LocalResponseNorm");
    }

    /** What a hook counts: added up once for each parent of the module; what patched functions count is not. */
    private static Cost hooked(Site s, Cost cost) {
        return cost instanceof Cost.Counted c && s.visits() > 1 ? Cost.of(c.amount().times(s.visits())) : cost;
    }

    @Override public String name() {
        return "PTFLOPS";
    }

    @Override public String version() {
        return "ptflops 0.7.5";
    }

    @Override public String sentence() {
        return "multiply-adds and biases, activations and pools mostly twice; totals before the division by the batch";
    }

    @Override public Expr params(NetworkView network) {
        return ParamsAs.trainable(network);
    }

    @Override public List<String> remarks(NetworkView network) {
        Expr frozen = network.params().minus(params(network)).normal();
        return frozen.isZero() ? List.of() : List.of("ptflops totals what is trained: " + frozen.text() + " of " + network.params().text() + " parameters are frozen and missing");
    }

    private static Cost convolution(Site s) {
        Arguments a = args(s);
        Shape places = transposed(s) ? x(s) : y(s);
        Expr filters = a.number("outChannels").floorOver(a.number("groups"));
        Expr in = a.number("inChannels");
        Expr work = kernel(s).times(in).times(filters).times(dim(x(s), 0)).times(from(places, 2));
        return Cost.of(a.flag("bias") ? work.plus(dim(x(s), 0).times(from(y(s), 1))) : work);
    }

    /** |x| times the scale for each axis; with a size given, the output. */
    private static Expr functional(Site s) {
        Arguments a = args(s);
        if (!a.has("scaleFactor") || a.get("scaleFactor") instanceof java.util.List) {
            return y(s).numel();
        }
        return scaled(x(s).numel(), a.real("scaleFactor"), x(s).rank() - 2);
    }

    private static Expr each(Site s, int gates) {
        Expr h = args(s).number("hiddenSize");
        Expr work = h.times(GATE_WORK.get(gates));
        return args(s).flag("bias") ? work.plus(h.times(2L * gates)) : work;
    }

    /** T·B·Σ (|w_ih| + |w_hh| + gates); T and B are the first two sizes; projections are ignored. */
    private static Cost recurrent(Site s) {
        Expr sum = Expr.ZERO;
        for (var w : s.applied().weights()) {
            if (w.name().startsWith("weight_ih") || w.name().startsWith("weight_hh")) {
                sum = sum.plus(w.size());
            }
            if (w.name().startsWith("weight_ih")) {
                sum = sum.plus(each(s, GATES.get(s.rule())));
            }
        }
        return Cost.of(dim(x(s), 0).times(dim(x(s), 1)).times(sum));
    }

    private static Cost cell(Site s) {
        if (x(s).rank() < 2) {
            return new Cost.Unknown("ptflops fails on a recurrent cell without a batch");
        }
        return Cost.of(dim(x(s), 0).times(weight(s.applied(), "weight_ih").plus(weight(s.applied(), "weight_hh")).plus(each(s, GATES.get(s.rule())))));
    }

    private static Cost attention(Site s) {
        if (x(s).rank() != 3) {
            return new Cost.Unknown("ptflops fails on attention without a batch");
        }
        Map<Sym, Expr> l = s.applied().letters();
        Expr n = l.get(layerbook.layer.Letters.N);
        Expr t = l.get(layerbook.layer.Letters.T);
        Expr e = l.get(layerbook.layer.Letters.E);
        Expr h = args(s).number("numHeads");
        Expr k = l.get(Expr.symbol("S"));
        Expr keys = l.getOrDefault(Expr.symbol("S'"), k);
        Expr kd = l.getOrDefault(Expr.symbol("E_k"), e);
        Expr vd = l.getOrDefault(Expr.symbol("E_v"), e);
        Expr d = e.floorOver(h);
        Expr hook = t.times(e).plus(t.times(e).times(e)).plus(k.times(kd).times(kd)).plus(k.times(vd).times(vd));
        if (args(s).flag("bias")) {
            hook = hook.plus(t.plus(k.times(2)).times(e));
        }
        hook = hook.plus(h.times(t.times(k).times(d).plus(t.times(k)).plus(t.times(k).times(vd.floorOver(h))))).plus(t.times(vd).times(vd.plus(1)));
        Expr patched = n.times(h).times(t).times(keys).plus(n.times(2).times(t).times(keys).times(e));
        return hooked(s, Cost.of(n.times(hook))).plus(Cost.of(patched));
    }
}

package layerbook.count;

import java.util.List;
import java.util.Map;
import layerbook.formula.Expr;
import layerbook.layer.Arguments;

/** The flops of DeepSpeed's profiler: 2 per multiply-add plus one per number for activations, pools, softmax. Source: DeepSpeed, profiling/flops_profiler/profiler.py. */
final class Deepspeed extends Tool {
    private static final Map<Integer, Integer> GATE_WORK = Map.of(1, 1, 3, 7, 4, 10);

    Deepspeed() {
        module(Deepspeed::convolution, "Conv1d", "Conv2d", "Conv3d", "ConvTranspose1d", "ConvTranspose2d", "ConvTranspose3d");
        module(s -> Cost.of(macs(s).times(2)), "Linear");
        module(Fvcore::batchNorm, "BatchNorm1d", "BatchNorm2d", "BatchNorm3d", "SyncBatchNorm");
        module(s -> input(s, affine(s) ? 5 : 4), "InstanceNorm1d", "InstanceNorm2d", "InstanceNorm3d", "LayerNorm", "GroupNorm");
        String[] each = {"MaxPool1d", "MaxPool2d", "MaxPool3d", "AdaptiveMaxPool1d", "AdaptiveMaxPool2d", "AdaptiveMaxPool3d", "AvgPool1d", "AvgPool2d", "AvgPool3d",
            "AdaptiveAvgPool1d", "AdaptiveAvgPool2d", "AdaptiveAvgPool3d", "ReLU", "PReLU", "ELU", "GELU", "LeakyReLU", "SiLU", "Softmax", "Softmax2d"};
        module(s -> input(s, 1), each);
        function(s -> s.inside() != null ? Cost.UNCOUNTED : input(s, 1), each);
        module(Tool::lpPool, "LPPool1d", "LPPool2d", "LPPool3d");
        function(Tool::lpPool, "LPPool1d", "LPPool2d", "LPPool3d");
        module(Tool::localResponseNorm, "LocalResponseNorm");
        function(Tool::localResponseNorm, "LocalResponseNorm");
        function(s -> input(s, 1), "ReLU6");
        module(Deepspeed::upsample, "Upsample", "UpsamplingNearest2d", "UpsamplingBilinear2d");
        function(Deepspeed::upsample, "Upsample");
        module(Deepspeed::recurrent, "RNN", "GRU", "LSTM", "RNNCell", "GRUCell", "LSTMCell");
        module(Deepspeed::attention, "MultiheadAttention");
        function(s -> Cost.of(macs(s).times(2)), "matmul", "mm", "bmm", "linear", "einsum", "conv2d", "scaledDotProductAttention");
        function(s -> input(s, s.applied().inputs().count() > 1 ? 5 : 4), "layerNorm");
        because("biases", "Conv1d", "Conv2d", "Conv3d");
        because("biases; groups divide twice", "ConvTranspose1d", "ConvTranspose2d", "ConvTranspose3d");
        because("2 per number, 1 without scale and shift; 5 and 4 without running statistics", "BatchNorm1d", "BatchNorm2d", "BatchNorm3d", "SyncBatchNorm");
        because("5 per number, 4 without scale and shift", "InstanceNorm1d", "InstanceNorm2d", "InstanceNorm3d", "LayerNorm", "GroupNorm", "layerNorm");
        because("1 per number", each);
        because("1 per number", "ReLU6");
        because("by the sizes alone, or by the scale to the power of the batch", "Upsample", "UpsamplingNearest2d", "UpsamplingBilinear2d");
        because("biases and gates", "RNN", "GRU", "LSTM", "RNNCell", "GRUCell", "LSTMCell");
        because("softmax, 1 per number", "MultiheadAttention");
        because("what the patched functions inside it do", "LPPool1d", "LPPool2d", "LPPool3d", "LocalResponseNorm");
    }

    @Override public String name() {
        return "DEEPSPEED";
    }

    @Override public Convention baseline() {
        return Conventions.FLOPS;
    }

    @Override public String sentence() {
        return "2 per multiply-add, biases of convolutions, 1 per number for activations, pools and softmax";
    }

    /** A module's sum is added up once for each parent. */
    @Override long seen(Site site) {
        return site.visits();
    }

    /** The batch is the first size and the channels the second, whatever they mean. */
    private static Cost convolution(Site s) {
        Arguments a = args(s);
        var weight = s.applied().weights().get(0).dims();
        int axes = weight.size() - 2;
        if (!transposed(s) && !weight.get(1).times(a.number("groups")).normal().equals(dim(x(s), 1).normal())) {
            return new Cost.Unknown("DeepSpeed fails on a convolution without a batch");
        }
        Expr places = Expr.ONE;
        for (int i = 0; i + 2 < x(s).rank(); i++) {
            places = places.times(padded(s) ? y(s).dim(i + 2) : size(a, axes, i, x(s).dim(i + 2)));
        }
        Expr batch = dim(x(s), 0);
        Expr out = weight.get(transposed(s) ? 1 : 0);
        Expr m = kernel(s).times(dim(x(s), 1)).times(out.floorOver(a.number("groups"))).times(batch).times(transposed(s) ? from(x(s), 2) : places);
        return Cost.of(a.flag("bias") ? m.times(2).plus(out.times(batch).times(places)) : m.times(2));
    }

    /** Whether the input is padded before the convolution, because the padding is not zeros. */
    private static boolean padded(Site s) {
        return !transposed(s) && !args(s).text("paddingMode").equals("zeros");
    }

    /** The forward size, also for transposed ones; "same" pads d·(k − 1) // 2 on both sides. */
    private static Expr size(Arguments a, int axes, int axis, Expr in) {
        Expr k = a.size("kernelSize", axes).get(axis);
        Expr d = a.size("dilation", axes).get(axis);
        Expr p = !a.isText("padding") ? a.size("padding", axes).get(axis) : a.text("padding").equals("same") ? d.times(k.minus(1)).floorOver(Expr.of(2)).normal() : Expr.ZERO;
        return layerbook.shape.Sizes.windows(in, p, d, k, a.size("stride", axes).get(axis));
    }

    /**
     * The product of the sizes without channels, or |x| times the scale to the power of the batch, which is what len(x) is; where the batch is a symbol,
     * for one example.
     */
    private static Cost upsample(Site s) {
        Arguments a = args(s);
        if (a.has("size")) {
            return Cost.of(Expr.product(a.sizes("size")));
        }
        if (a.get("scaleFactor") instanceof List) {
            return Cost.of(y(s).numel());
        }
        return Cost.of(scaled(x(s).numel(), a.real("scaleFactor"), x(s).dim(0).isNumber() ? x(s).dim(0).exact().intValueExact() : 1));
    }

    /** T·B·Σ (2·|w| − G·H for each matrix + gates + biases). */
    private static Cost recurrent(Site s) {
        int gates = GATES.get(s.rule());
        Expr h = args(s).number("hiddenSize");
        Expr sum = Expr.ZERO;
        for (var w : s.applied().weights()) {
            if (w.name().startsWith("weight_ih") || w.name().startsWith("weight_hh")) {
                sum = sum.plus(w.size().times(2)).minus(h.times(gates));
            }
            if (w.name().startsWith("weight_ih")) {
                sum = sum.plus(h.times(GATE_WORK.get(gates))).plus(args(s).flag("bias") ? h.times(2L * gates) : Expr.ZERO);
            }
        }
        boolean cell = s.rule().endsWith("Cell");
        if (cell && x(s).rank() < 2) {
            return new Cost.Unknown("DeepSpeed fails on a recurrent cell without a batch");
        }
        return Cost.of((cell ? dim(x(s), 0) : dim(x(s), 0).times(dim(x(s), 1))).times(sum));
    }

    private static Cost attention(Site s) {
        var l = s.applied().letters();
        Expr batch = l.getOrDefault(layerbook.layer.Letters.N, Expr.ONE);
        Expr keys = l.getOrDefault(Expr.symbol("S'"), l.get(Expr.symbol("S")));
        return Cost.of(macs(s).times(2).plus(batch.times(args(s).number("numHeads")).times(l.get(layerbook.layer.Letters.T)).times(keys)));
    }
}

package layerbook.count;

import java.util.List;
import java.util.Map;
import layerbook.formula.Expr;
import layerbook.layer.Arguments;

/** The flops of DeepSpeed's profiler: 2 per multiply-add plus one per number for activations, pools, softmax. Source: DeepSpeed, profiling/flops_profiler/profiler.py. */
final class Deepspeed extends Tool {
    private static final Map<Integer, Integer> GATE_WORK = Map.of(1, 1, 3, 7, 4, 10);

    private final boolean before;

    /** The profiler of today. */
    Deepspeed() {
        this(false);
    }

    /** With {@code before}, that of versions before 0.10.0, which took the input channels of a transposed convolution for its output channels (pull request 3834). */
    Deepspeed(boolean before) {
        this.before = before;
        module(this::convolution, "Conv1d", "Conv2d", "Conv3d", "ConvTranspose1d", "ConvTranspose2d", "ConvTranspose3d");
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
        function(s -> Cost.of(macs(s).times(2)), "matmul", "mm", "bmm", "linear", "einsum", "scaledDotProductAttention");
        function(s -> Cost.of(macs(s).times(2).plus(x(s).numel())), "addmm", "baddbmm");
        function(s -> convolution(s), "conv1d", "conv2d", "conv3d", "convTranspose1d", "convTranspose2d", "convTranspose3d");
        function(Tool::norm, "layerNorm", "groupNorm", "batchNorm");
        function(s -> input(s, 4), "InstanceNorm1d", "InstanceNorm2d", "InstanceNorm3d");
        because("biases", "Conv1d", "Conv2d", "Conv3d");
        because("biases; groups divide twice", "ConvTranspose1d", "ConvTranspose2d", "ConvTranspose3d");
        because("2 per number, 1 without scale and shift; 5 and 4 without running statistics", "BatchNorm1d", "BatchNorm2d", "BatchNorm3d", "SyncBatchNorm");
        because("5 per number, 4 without scale and shift", "InstanceNorm1d", "InstanceNorm2d", "InstanceNorm3d", "LayerNorm", "GroupNorm", "layerNorm", "groupNorm");
        because("1 per number", each);
        because("1 per number", "ReLU6");
        because("by the sizes alone, or by the scale to the power of the batch", "Upsample", "UpsamplingNearest2d", "UpsamplingBilinear2d");
        because("biases and gates", "RNN", "GRU", "LSTM", "RNNCell", "GRUCell", "LSTMCell");
        because("softmax, 1 per number", "MultiheadAttention");
        because("what the patched functions inside it do", "LPPool1d", "LPPool2d", "LPPool3d", "LocalResponseNorm");
    }

    @Override public String name() {
        return before ? "DEEPSPEED_0_9" : "DEEPSPEED";
    }

    @Override public Convention baseline() {
        return Conventions.FLOPS;
    }

    @Override public String version() {
        return before ? "DeepSpeed before 0.10.0" : "DeepSpeed of 2025-02";
    }

    @Override public String sentence() {
        return "2 per multiply-add, biases of convolutions, 1 per number for activations, pools and softmax" + (before ? "; of a transposed convolution the input channels for the output channels" : "");
    }

    /** A module's sum is added up once for each parent. */
    @Override long seen(Site site) {
        return site.visits();
    }

    /** The batch is the first size and the channels the second, whatever they mean. */
    private Cost convolution(Site s) {
        Window w = Window.of(s);
        int axes = w.weight().size() - 2;
        if (!w.transposed() && !w.weight().get(1).times(w.groups()).normal().equals(dim(x(s), 1).normal())) {
            return new Cost.Unknown("DeepSpeed fails on a convolution without a batch");
        }
        Expr places = Expr.ONE;
        for (int i = 0; i + 2 < x(s).rank() && i < axes; i++) {
            places = places.times(w.padded() ? y(s).dim(i + 2) : w.size(i, x(s).dim(i + 2)));
        }
        Expr batch = dim(x(s), 0);
        Expr out = w.weight().get(w.transposed() && !before ? 1 : 0);
        Expr kernel = Expr.product(w.weight().subList(2, w.weight().size()));
        Expr m = kernel.times(dim(x(s), 1)).times(out.floorOver(w.groups())).times(batch).times(w.transposed() ? from(x(s), 2) : places);
        return Cost.of(w.bias() ? m.times(2).plus(out.times(batch).times(places)) : m.times(2));
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

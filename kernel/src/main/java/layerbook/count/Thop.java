package layerbook.count;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Arguments;
import layerbook.shape.Shape;

/** What thop counts: hooks on modules, no functions; normalisations and average pools as plain operations. Source: thop 0.1.1, vision/basic_hooks.py, rnn_hooks.py. */
final class Thop extends Tool {
    Thop() {
        module(s -> Cost.of(y(s).numel().times(dim(x(s), 1).floorOver(args(s).number("groups"))).times(kernel(s))), "Conv1d", "Conv2d", "Conv3d",
            "ConvTranspose1d", "ConvTranspose2d", "ConvTranspose3d");
        module(s -> Cost.of(y(s).numel().times(s.applied().inputs().shape(0).dim(-1))), "Linear");
        module(s -> input(s, affine(s) ? 4 : 2), "BatchNorm1d", "BatchNorm2d", "BatchNorm3d", "SyncBatchNorm", "InstanceNorm1d", "InstanceNorm2d", "InstanceNorm3d", "LayerNorm");
        module(s -> Cost.ZERO, "MaxPool1d", "MaxPool2d", "MaxPool3d", "AdaptiveMaxPool1d", "AdaptiveMaxPool2d", "AdaptiveMaxPool3d", "ReLU", "ReLU6", "LeakyReLU", "Dropout", "ZeroPad2d", "PixelShuffle");
        module(s -> output(s, 1), "AvgPool1d", "AvgPool2d", "AvgPool3d");
        module(Thop::adaptive, "AdaptiveAvgPool1d", "AdaptiveAvgPool2d", "AdaptiveAvgPool3d");
        module(s -> input(s, 1), "PReLU");
        module(Thop::softmax, "Softmax");
        module(Thop::upsample, "Upsample", "UpsamplingNearest2d", "UpsamplingBilinear2d");
        module(s -> Cost.of(dim(x(s), 0).times(cell(s, args(s).number("inputSize")))), "RNNCell", "GRUCell", "LSTMCell");
        module(Thop::recurrent, "RNN", "GRU", "LSTM");
        module(s -> fused(s) ? Cost.UNCOUNTED : null, "TransformerEncoderLayer");
        because("at every output position", "ConvTranspose1d", "ConvTranspose2d", "ConvTranspose3d");
        because("4 per number normalised, 2 without scale and shift", "BatchNorm1d", "BatchNorm2d", "BatchNorm3d", "SyncBatchNorm", "InstanceNorm1d", "InstanceNorm2d", "InstanceNorm3d", "LayerNorm");
        because("1 per number that comes out", "AvgPool1d", "AvgPool2d", "AvgPool3d");
        because("each window and 1 more per number that comes out", "AdaptiveAvgPool1d", "AdaptiveAvgPool2d", "AdaptiveAvgPool3d");
        because("1 per number", "PReLU");
        because("3·n − 1 for each n numbers", "Softmax");
        because("1, 5, 11 or 259 per number that comes out, by mode", "Upsample", "UpsamplingNearest2d", "UpsamplingBilinear2d");
        because("biases and gates", "RNNCell", "GRUCell", "LSTMCell", "RNN", "GRU", "LSTM");
        because("it has no rule for attention", "MultiheadAttention");
    }

    @Override public String name() {
        return "THOP";
    }

    @Override public String version() {
        return "thop 0.1.1";
    }

    @Override public String sentence() {
        return "multiply-adds of modules without bias, plus 4 (2) per number normalised; functions and attention are not counted";
    }

    /** A shared module gets a hook each time that the walk comes by it, and its sum is added up as often. */
    @Override long seen(Site site) {
        return (long) site.visits() * site.visits();
    }

    /** int((Π xᵢ/yᵢ + 1)·|y|), divided as real numbers. */
    private static Cost adaptive(Site s) {
        Shape in = x(s);
        Shape out = y(s);
        if (in.isConcrete() && out.isConcrete() && !from(out, 2).isZero() && out.numel().exact().bitLength() < 50) {
            double kernel = 1;
            for (int i = 2; i < in.rank(); i++) {
                kernel *= in.dim(i).exact().doubleValue() / out.dim(i).exact().doubleValue();
            }
            return Cost.of(Expr.of(new java.math.BigDecimal((kernel + 1) * out.numel().exact().longValue()).toBigInteger()));
        }
        return Cost.of(out.numel().times(from(in, 2)).floorOver(from(out, 2)).plus(out.numel()));
    }

    /** (|x| / n)·(3n − 1). */
    private static Cost softmax(Site s) {
        if (!args(s).has("dim")) {
            return new Cost.Unknown("thop fails on a softmax without dim");
        }
        int axis = args(s).integer("dim");
        Expr n = x(s).dim(axis);
        return Cost.of(x(s).numel().over(n).times(n.times(3).minus(1)));
    }

    private static Cost upsample(Site s) {
        String mode = s.is("UpsamplingBilinear2d") ? "bilinear" : s.is("UpsamplingNearest2d") ? "nearest" : args(s).text("mode");
        return switch (mode) {
            case "nearest" -> output(s, 1);
            case "linear" -> output(s, 5);
            case "bilinear" -> output(s, 11);
            case "bicubic" -> output(s, 259);
            default -> Cost.UNCOUNTED;
        };
    }

    private static Expr cell(Site s, Expr in) {
        Arguments a = args(s);
        Expr h = a.number("hiddenSize");
        Expr c = in.plus(h).times(h).plus(h).plus(a.flag("bias") ? h.times(2) : Expr.ZERO);
        int gates = GATES.get(s.rule());
        return (gates == 1 ? c : c.times(gates).plus(h.times(4))).normal();
    }

    /** T·B·(D·cell(I) + (L − 1)·D·cell(D·H)); T and B are the first two sizes, whatever they mean. */
    private static Cost recurrent(Site s) {
        Arguments a = args(s);
        int directions = a.flag("bidirectional") ? 2 : 1;
        Expr first = cell(s, a.number("inputSize")).times(directions);
        Expr more = cell(s, a.number("hiddenSize").times(directions)).times(directions).times(a.integer("numLayers") - 1L);
        return Cost.of(dim(x(s), 0).times(dim(x(s), 1)).times(first.plus(more)));
    }

    @Override public Expr params(NetworkView network) {
        return ParamsAs.thop(network, this);
    }

    /** What its total of parameters misses, or counts again. */
    @Override public List<String> remarks(NetworkView network) {
        Expr all = network.params();
        Expr seen = params(network);
        Expr missing = ParamsAs.missedByThop(network, this);
        var out = new ArrayList<String>();
        if (!missing.isZero()) {
            out.add("thop does not count " + ParamsAs.words(ParamsAs.namesMissedByThop(network, this)) + ": " + missing.text() + " of " + all.text() + " parameters are missing");
        }
        Expr again = seen.plus(missing).minus(all).normal();
        if (!again.isZero()) {
            out.add("thop counts modules with several parents once for each: " + again.text() + " parameters are counted again");
        }
        return out;
    }
}

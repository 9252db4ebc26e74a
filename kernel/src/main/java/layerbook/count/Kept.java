package layerbook.count;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import layerbook.count.Flow.Step;
import layerbook.count.Flow.Storage;
import layerbook.formula.Expr;
import layerbook.layer.Applied;
import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Letters;

/**
 * What a step keeps for the backward pass, as PyTorch's autograd does: some keep what came in, some what they gave, some numbers of their own, some nothing.
 * Source: torch, tools/autograd/derivatives.yaml.
 *
 * @param storages tensors that are there anyway, by their memory
 * @param numbers further numbers in the network's kind of number
 * @param bytes further bytes, whatever the kind of number
 */
record Kept(Set<Storage> storages, Expr numbers, Expr bytes) {
    private static final Kept NOTHING = new Kept(Set.of(), Expr.ZERO, Expr.ZERO);
    private static final Set<String> RESULT = Set.of("ReLU", "Sigmoid", "Tanh", "Softmax", "LogSoftmax", "Softmin", "Softmax2d", "exp", "sqrt", "rsqrt", "reciprocal", "Tanhshrink");
    private static final Set<String> NONE = Set.of("add", "sub", "neg", "cat", "stack", "mean", "sum", "pad", "Upsample", "UpsamplingNearest2d", "UpsamplingBilinear2d", "PixelShuffle",
        "PixelUnshuffle", "ChannelShuffle", "Fold", "repeat", "clone", "to", "roll", "flip", "cumsum", "tril", "triu", "floor", "ceil", "round", "sign", "argmax", "contiguous",
        "reshape", "flatten", "Flatten", "Identity", "view", "transpose", "swapaxes", "swapdims", "permute", "movedim", "t", "squeeze", "unsqueeze", "expand", "select", "slice", "narrow",
        "chunk", "split", "unbind", "unflatten", "Unflatten", "detach");

    static Kept of(Step s) {
        if (!s.grad()) {
            return NOTHING;
        }
        String rule = s.rule();
        if (NONE.contains(rule) || rule.matches("(Zero|Constant|Circular)Pad\\dd")) {
            return NOTHING;
        } else if (RESULT.contains(rule)) {
            return tensors(List.of(s.outputs().get(0).storage()));
        } else if (rule.contains("Dropout")) {
            return Flow.dropsNothing(s.applied()) ? NOTHING : dropped(s);
        } else if (rule.equals("Linear") || rule.equals("linear")) {
            return tensors(s.trained().contains("weight") || s.grad(1) ? List.of(s.inputs().get(0).storage()) : List.of());
        } else if (List.of("mul", "div", "matmul", "mm", "bmm", "mv", "dot", "einsum").contains(rule)) {
            return product(s);
        } else if (rule.matches("(Adaptive)?MaxPool\\dd|FractionalMaxPool\\dd|max|min")) {
            return indices(s);
        } else if (Set.of("LogSigmoid", "Softsign", "RReLU").contains(rule)) {
            return tensors(List.of(s.inputs().get(0).storage())).and(s.applied().output().shape().numel());
        } else if (rule.equals("where")) {
            return new Kept(Set.of(), Expr.ZERO, s.applied().output().shape().numel());
        } else if (rule.contains("Norm")) {
            return norm(s);
        } else if (rule.matches("(RNN|GRU|LSTM)(Cell)?")) {
            return recurrent(s);
        } else if (rule.equals("MultiheadAttention") || rule.equals("scaledDotProductAttention")) {
            return attention(s);
        }
        return tensors(s.inputs().stream().map(Flow.Value::storage).toList());
    }

    private static Kept tensors(List<Storage> storages) {
        return new Kept(new LinkedHashSet<>(storages), Expr.ZERO, Expr.ZERO);
    }

    private Kept and(Expr more) {
        return new Kept(storages, numbers.plus(more).normal(), bytes);
    }

    /** The gradient of one factor is made with the other. */
    private static Kept product(Step s) {
        var kept = new ArrayList<Storage>();
        for (int i = 0; i < s.inputs().size() && s.inputs().size() > 1; i++) {
            if (s.grad(1 - Math.min(1, i)) || s.rule().equals("div") && i == 1) {
                kept.add(s.inputs().get(i).storage());
            }
        }
        return tensors(kept);
    }

    /** Which of the window was the largest, 8 bytes each. */
    private static Kept indices(Step s) {
        boolean whole = s.rule().equals("max") || s.rule().equals("min");
        Expr places = s.applied().output().shape().numel();
        if (whole && s.applied().outputs().size() > 1) {
            return new Kept(Set.of(), Expr.ZERO, places.times(8).normal());
        }
        Kept input = tensors(List.of(s.inputs().get(0).storage()));
        return whole ? input : new Kept(input.storages, Expr.ZERO, places.times(8).normal());
    }

    /** Which numbers stay: a byte each, or a number for each channel where channels are dropped whole. */
    private static Kept dropped(Step s) {
        var x = s.applied().inputs().shape(0);
        boolean channels = s.rule().matches("Dropout\\dd|FeatureAlphaDropout");
        return channels ? NOTHING.and(Expr.product(x.slice(0, Math.min(2, x.rank())))) : new Kept(Set.of(), Expr.ZERO, x.numel());
    }

    /** The input, and a mean and a deviation of each group that was normalised. */
    private static Kept norm(Step s) {
        Applied a = s.applied();
        Kept input = tensors(List.of(s.inputs().get(0).storage()));
        var x = a.inputs().shape(0);
        if (s.rule().startsWith("BatchNorm") || s.rule().equals("SyncBatchNorm")) {
            return input.and(x.dim(1).times(2));
        } else if (s.rule().startsWith("InstanceNorm")) {
            return input.and(x.dim(0).times(x.dim(1)).times(a.weights().isEmpty() ? 2 : 3));
        } else if (s.rule().equals("GroupNorm")) {
            return input.and(x.dim(0).times(args(a).number("numGroups")).times(2));
        }
        Expr normalised = a.weights().isEmpty() ? x.dim(-1) : a.weights().get(0).size();
        return s.rule().equals("LocalResponseNorm") ? input : input.and(x.numel().over(normalised).times(s.rule().equals("RMSNorm") ? 1 : 2));
    }

    /** What came in and went out, and of each step, layer and direction the gates and the states. */
    private static Kept recurrent(Step s) {
        Arguments a = args(s.applied());
        int gates = Tool.GATES.get(s.rule());
        boolean cell = s.rule().endsWith("Cell");
        int runs = cell ? 1 : a.integer("numLayers") * (a.flag("bidirectional") ? 2 : 1);
        var l = s.applied().letters();
        Expr steps = l.getOrDefault(Letters.N, Expr.ONE).times(cell ? Expr.ONE : l.getOrDefault(Letters.T, Expr.ONE));
        var storages = new ArrayList<>(List.of(s.inputs().get(0).storage(), s.outputs().get(0).storage()));
        return tensors(storages).and(steps.times(a.number("hiddenSize")).times((long) runs * (gates == 4 ? gates + 1 : gates)));
    }

    /** What came in, queries, keys and values, the weights of each head behind softmax, and the heads side by side. */
    private static Kept attention(Step s) {
        Applied a = s.applied();
        Kept in = tensors(s.inputs().subList(0, Math.min(3, s.inputs().size())).stream().map(Flow.Value::storage).toList());
        var q = a.inputs().shape(0);
        var k = a.inputs().shape(Math.min(1, a.inputs().count() - 1));
        if (!(a.layer() instanceof BuiltIn built)) {
            Expr scores = Expr.product(q.slice(0, q.rank() - 1)).times(k.dim(-2));
            return in.and(scores);
        }
        var l = a.letters();
        Expr scores = l.getOrDefault(Letters.N, Expr.ONE).times(built.args().number("numHeads")).times(l.get(Letters.T)).times(l.getOrDefault(Expr.symbol("S'"), l.get(Expr.symbol("S"))));
        return in.and(q.numel().times(2)).and(Expr.product(k.slice(0, k.rank() - 1)).times(l.get(Letters.E)).times(2)).and(scores);
    }

    /** The numbers that attention makes inside itself. */
    static Expr inside(Step s) {
        return attention(s).numbers();
    }

    private static Arguments args(Applied a) {
        return ((BuiltIn) a.layer()).args();
    }
}

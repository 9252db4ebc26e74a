package layerbook.count;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import layerbook.count.Flow.Step;
import layerbook.count.Flow.Storage;
import layerbook.formula.Expr;
import layerbook.layer.Applied;

/** What an operation keeps for the backward pass, until its own rule says so. */
final class Kept {
    private static final SavedForBackward NOTHING = new SavedForBackward(Set.of(), Expr.ZERO, Expr.ZERO);
    private static final Set<String> RESULT = Set.of("ReLU", "Sigmoid", "Tanh", "Softmax", "LogSoftmax", "Softmin", "Softmax2d", "exp", "sqrt", "rsqrt", "reciprocal", "Tanhshrink");
    private static final Set<String> NONE = Set.of("add", "sub", "neg", "cat", "stack", "mean", "sum", "pad", "Upsample", "UpsamplingNearest2d", "UpsamplingBilinear2d", "PixelShuffle",
        "PixelUnshuffle", "ChannelShuffle", "Fold", "repeat", "clone", "to", "roll", "flip", "cumsum", "tril", "triu", "floor", "ceil", "round", "sign", "argmax", "contiguous",
        "reshape", "flatten", "Flatten", "Identity", "view", "transpose", "swapaxes", "swapdims", "permute", "movedim", "t", "squeeze", "unsqueeze", "expand", "select", "slice", "narrow",
        "chunk", "split", "unbind", "unflatten", "Unflatten", "detach");

    static SavedForBackward of(Step s) {
        if (!s.grad()) {
            return NOTHING;
        }
        String rule = s.rule();
        if (NONE.contains(rule) || rule.matches("(Zero|Constant|Circular)Pad\\dd")) {
            return NOTHING;
        } else if (RESULT.contains(rule)) {
            return tensors(List.of(s.outputs().get(0).storage()));
        } else if (rule.equals("Linear") || rule.equals("linear")) {
            return tensors(s.trained().contains("weight") || s.grad(1) ? List.of(s.inputs().get(0).storage()) : List.of());
        } else if (List.of("mul", "div", "matmul", "mm", "bmm", "mv", "dot", "einsum").contains(rule)) {
            return product(s);
        } else if (rule.matches("(Adaptive)?MaxPool\\dd|FractionalMaxPool\\dd|max|min")) {
            return indices(s);
        } else if (Set.of("LogSigmoid", "Softsign", "RReLU").contains(rule)) {
            return and(tensors(List.of(s.inputs().get(0).storage())), s.applied().output().shape().numel());
        } else if (rule.equals("where")) {
            return new SavedForBackward(Set.of(), Expr.ZERO, s.applied().output().shape().numel());
        } else if (rule.equals("scaledDotProductAttention")) {
            return attention(s);
        }
        return tensors(s.inputs().stream().map(Flow.Value::storage).toList());
    }

    private static SavedForBackward tensors(List<Storage> storages) {
        return new SavedForBackward(new LinkedHashSet<>(storages), Expr.ZERO, Expr.ZERO);
    }

    private static SavedForBackward and(SavedForBackward k, Expr more) {
        return new SavedForBackward(k.storages(), k.numbers().plus(more).normal(), k.bytes());
    }

    /** The gradient of one factor is made with the other. */
    private static SavedForBackward product(Step s) {
        var kept = new ArrayList<Storage>();
        for (int i = 0; i < s.inputs().size() && s.inputs().size() > 1; i++) {
            if (s.grad(1 - Math.min(1, i)) || s.rule().equals("div") && i == 1) {
                kept.add(s.inputs().get(i).storage());
            }
        }
        return tensors(kept);
    }

    /** Which of the window was the largest, 8 bytes each. */
    private static SavedForBackward indices(Step s) {
        boolean whole = s.rule().equals("max") || s.rule().equals("min");
        Expr places = s.applied().output().shape().numel();
        if (whole && s.applied().outputs().size() > 1) {
            return new SavedForBackward(Set.of(), Expr.ZERO, places.times(8).normal());
        }
        SavedForBackward input = tensors(List.of(s.inputs().get(0).storage()));
        return whole ? input : new SavedForBackward(input.storages(), Expr.ZERO, places.times(8).normal());
    }

    /** What came in, queries, keys and values, the weights of each head behind softmax, and the heads side by side. */
    private static SavedForBackward attention(Step s) {
        Applied a = s.applied();
        SavedForBackward in = tensors(s.inputs().subList(0, Math.min(3, s.inputs().size())).stream().map(Flow.Value::storage).toList());
        var q = a.inputs().shape(0);
        var k = a.inputs().shape(Math.min(1, a.inputs().count() - 1));
        return and(in, Expr.product(q.slice(0, q.rank() - 1)).times(k.dim(-2)));
    }

    /** The numbers that attention makes inside itself. */
    static Expr inside(Step s) {
        return attention(s).numbers();
    }
}

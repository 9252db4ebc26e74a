package layerbook.hardware;

import java.util.HashSet;
import java.util.Set;
import layerbook.formula.Expr;
import layerbook.layer.Kind;
import layerbook.net.Call;
import layerbook.net.Tensor;

/**
 * Latent attention: keys and values are made from one short vector a position, and that is kept instead of them, with the part of the keys that holds
 * places and is shared by the heads. Source: DeepSeek-V2 (2024).
 */
final class Latent {
    private Latent() {}

    /** How many numbers are kept, or null if keys and values are not made from one short vector. */
    static Expr numbers(Tensor keys, Tensor values) {
        Call up = matrix(values);
        if (up == null) {
            return null;
        }
        Tensor latent = up.inputs().get(0);
        Call down = matrix(beforeNorm(latent));
        if (down == null || down == up || !shortens(down, latent)) {
            return null;
        }
        Expr besides = besides(keys, up);
        return besides == null ? null : latent.shape().numel().plus(besides).normal();
    }

    /** Numbers of the keys that do not come from the same matrix; null if none of them do. */
    private static Expr besides(Tensor keys, Call up) {
        Tensor joined = keys;
        while (Origin.moves(joined.call())) {
            joined = joined.call().inputs().get(0);
        }
        if (joined.call() == up) {
            return Expr.ZERO;
        }
        boolean found = false;
        Expr besides = Expr.ZERO;
        Set<Integer> seen = new HashSet<>();
        for (Tensor part : joined.call().inputs()) {
            if (matrix(part) == up) {
                found = true;
            } else if (seen.add(part.call().index())) {
                besides = besides.plus(Origin.of(part).shape().numel());
            }
        }
        return found ? besides : null;
    }

    private static boolean shortens(Call down, Tensor latent) {
        return Sample.isLess(latent.shape().dim(-1), down.inputs().get(0).shape().dim(-1));
    }

    /** The linear layer that a tensor comes from, past moves and cuts; null if it is made otherwise. */
    private static Call matrix(Tensor t) {
        Call c = t.call();
        while (Origin.moves(c)) {
            c = c.inputs().get(0).call();
        }
        boolean multiplies = c.unit() != null && !c.applied().weights().isEmpty() && c.inputs().size() == 1
            && c.applied().rule().work().stream().anyMatch(w -> w.kind() == Kind.MULTIPLY_ADD);
        return multiplies ? c : null;
    }

    /** What went into the norm that a tensor comes from: a layer with vectors only; the tensor itself if there is none. */
    private static Tensor beforeNorm(Tensor t) {
        Call c = t.call();
        boolean norm = c.unit() != null && c.inputs().size() == 1 && !c.applied().weights().isEmpty()
            && c.applied().weights().stream().allMatch(w -> w.dims().size() < 2);
        return norm ? c.inputs().get(0) : t;
    }
}

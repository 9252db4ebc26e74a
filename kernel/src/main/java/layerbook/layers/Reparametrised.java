package layerbook.layers;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Inputs;
import layerbook.layer.Kind;
import layerbook.layer.Layer;
import layerbook.layer.Rule;
import layerbook.layer.Weight;
import layerbook.shape.Refusal;

/**
 * A layer whose weight is worked out of other tensors at each use. It stays a layer of its class: {@code weightNorm(conv2d(3, 4, 3))} is a Conv2d.
 * Weight norm learns a direction and a length for each place of an axis; spectral norm divides by the largest singular value, which two vectors
 * (buffers) follow. Source: torch.nn.utils.weight_norm, spectral_norm, and torch.nn.utils.parametrizations. Example:
 * {@code weightNorm(conv2d(3, 4, 3))} has 4·3·3·3 + 4 + 4 = 116 weights.
 *
 * @param layer the layer
 * @param how what its weight is made of
 * @param tensor which of its weights, {@code weight} by default
 * @param dim the axis whose places keep a length of their own; null for one length of the whole
 */
public record Reparametrised(Layer layer, How how, String tensor, Integer dim) implements Layer {
    /** What the weight is made of, with the names of the tensors. */
    public enum How {
        /** {@code weight_g} and {@code weight_v}. */
        WEIGHT_NORM("weightNorm"),
        /** {@code weight_orig}, and the buffers {@code weight_u} and {@code weight_v}. */
        SPECTRAL_NORM("spectralNorm"),
        /** {@code parametrizations.weight.original0} and {@code original1}. */
        PARAMETRIZED_WEIGHT_NORM("weightNorm"),
        /** {@code parametrizations.weight.original}, and two buffers. */
        PARAMETRIZED_SPECTRAL_NORM("spectralNorm");

        private final String word;

        How(String word) {
            this.word = word;
        }
    }

    @Override public Rule rule() {
        return changed(layer.rule());
    }

    @Override public Rule ruleFor(Inputs in) {
        return changed(layer.ruleFor(in));
    }

    private Rule changed(Rule rule) {
        Weight weight = rule.withoutWeight(tensor);
        List<Expr> dims = weight.dims();
        Expr[] all = dims.toArray(Expr[]::new);
        int axis = dim == null ? -1 : axis(dims.size());
        String parametrized = "parametrizations." + tensor + ".";
        var vector = new ArrayList<>(dims);
        Expr[] places = axis < 0 ? new Expr[0] : new Expr[] {vector.remove(axis)};
        switch (how) {
            case WEIGHT_NORM -> rule.weight(tensor + "_g", lengths(dims, axis)).weight(tensor + "_v", all);
            case PARAMETRIZED_WEIGHT_NORM -> rule.weight(parametrized + "original0", lengths(dims, axis)).weight(parametrized + "original1", all);
            case SPECTRAL_NORM -> rule.weight(tensor + "_orig", all).buffer(tensor + "_u", places).buffer(tensor + "_v", Expr.product(vector));
            case PARAMETRIZED_SPECTRAL_NORM -> rule.weight(parametrized + "original", all).buffer(parametrized + "0._u", places).buffer(parametrized + "0._v", Expr.product(vector));
            default -> throw new IllegalStateException(how.toString());
        }
        return rule.work(how.word, Kind.MULTIPLY, all).work(how.word, Kind.ADD, all).work(how.word, Kind.DIVIDE, all);
    }

    private int axis(int rank) {
        if (dim < -rank || dim >= rank) {
            throw Refusal.option(how.word + ": the weight of " + layer.codeText() + " has no axis " + dim).at("dim", "between " + -rank + " and " + (rank - 1));
        }
        return dim < 0 ? dim + rank : dim;
    }

    /** A length for each place of the axis; the other axes have size 1. */
    private static Expr[] lengths(List<Expr> dims, int axis) {
        if (axis < 0) {
            return new Expr[0];
        }
        var out = new Expr[dims.size()];
        java.util.Arrays.fill(out, Expr.ONE);
        out[axis] = dims.get(axis);
        return out;
    }

    @Override public String factoryName() {
        return layer.factoryName();
    }

    @Override public String className() {
        return layer.className();
    }

    @Override public String briefArguments() {
        return (layer.briefArguments() + " " + how.word).strip();
    }

    @Override public String codeText() {
        return how.word + "(" + layer.codeText() + ")";
    }
}

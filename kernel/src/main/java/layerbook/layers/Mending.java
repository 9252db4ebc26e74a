package layerbook.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import layerbook.formula.Expr;
import layerbook.layer.Applied;
import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Layer;
import layerbook.layer.Parameter;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/**
 * Looks for what would fit where a layer gets a tensor of too many or too few axes: its kin for other axes, or the tensor with axes joined, dropped or
 * added in front. Each is tried on the input before it is offered, so what is offered works.
 */
public final class Mending {
    private Mending() {}

    /** A layer that takes this input instead, as Java text; null if none is found. */
    public static String of(Layer layer, Inputs in) {
        if (!(layer instanceof BuiltIn built) || in.count() != 1 || !in.type(0).dtype().isFloating()) {
            return null;
        }
        for (Arguments kin : kin(built.args())) {
            Optional<Applied> fits = tried(kin, in.type(0));
            if (fits.isPresent()) {
                return fits.get().layer().codeText();
            }
        }
        return reshaped(built.args(), in.type(0));
    }

    /** The same arguments for one, two and three axes. */
    private static List<Arguments> kin(Arguments a) {
        var out = new ArrayList<Arguments>();
        String word = a.signature().factory();
        if (word.matches("\\w+[123]d")) {
            for (int axes = 1; axes <= 3; axes++) {
                String other = word.substring(0, word.length() - 2) + axes + "d";
                if (!other.equals(word)) {
                    Catalogue.find(other).filter(s -> s.parameters().stream().map(Parameter::name).toList().equals(a.values().keySet().stream().toList()))
                        .ifPresent(s -> out.add(s.with(a.values())));
                }
            }
        }
        return out;
    }

    private static String reshaped(Arguments a, TensorType in) {
        List<Expr> dims = in.shape().dims();
        if (in.rank() > 1 && in.shape().dim(-1).isOne() && fits(a, in, dims.subList(0, dims.size() - 1))) {
            return "sequential(squeeze(-1), " + a.code() + ")";
        }
        if (in.rank() > 1) {
            var joined = new ArrayList<>(dims.subList(1, dims.size()));
            joined.set(0, dims.get(0).times(dims.get(1)).normal());
            if (fits(a, in, joined)) {
                return "sequential(flatten(0, 1), " + a.code() + ")";
            }
        }
        var added = new ArrayList<>(dims);
        added.add(0, Expr.ONE);
        return fits(a, in, added) ? "sequential(unsqueeze(0), " + a.code() + ")" : null;
    }

    private static boolean fits(Arguments a, TensorType in, List<Expr> dims) {
        return tried(a, new TensorType(new Shape(dims), in.dtype())).isPresent();
    }

    private static Optional<Applied> tried(Arguments a, TensorType in) {
        try {
            return Optional.of(Applied.of(a.signature().make(a), Inputs.of(in)));
        } catch (Refusal | ArithmeticException e) {
            return Optional.empty();
        }
    }
}

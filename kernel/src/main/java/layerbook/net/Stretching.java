package layerbook.net;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/** The same numbers again: axes of size 1 stretched, tensors and places repeated. */
final class Stretching {
    private Stretching() {}

    static Operation expand(List<Expr> sizes) {
        return new Operation("expand", sizes, in -> {
            Shape from = in.shape(0);
            int more = sizes.size() - from.rank();
            if (more < 0) {
                throw Refusal.shape("expand cannot make " + from.text() + " smaller").why("it wants a size for each of its " + from.rank() + " axes");
            }
            var out = new ArrayList<Expr>();
            var steps = new ArrayList<Expr>();
            for (int i = 0; i < sizes.size(); i++) {
                Expr have = i < more ? Expr.ONE : from.dim(i - more);
                Expr want = sizes.get(i).equals(Expr.of(-1)) && i >= more ? have : sizes.get(i);
                if (Numbers.isNegative(want)) {
                    throw Refusal.shape("expand cannot make " + from.text() + " into " + new Shape(sizes).text()).at("sizes", want.text()).why("-1 leaves an axis that is there as it is; a new one in front needs a size");
                }
                if (!have.equals(want) && !have.isOne()) {
                    throw Refusal.shape("expand cannot make " + from.text() + " into " + new Shape(sizes).text()).why("only axes of size 1 stretch; axis " + (i - more) + " is " + have.text());
                }
                out.add(want);
                steps.add(have.equals(want) && i >= more ? in.type(0).steps().get(i - more) : Expr.ZERO);
            }
            return Operation.taking("expand", in, Strides.stepped(in.type(0), out, steps));
        });
    }

    static Operation repeat(List<Expr> times) {
        return new Operation("repeat", times, in -> {
            Shape from = in.shape(0);
            int more = times.size() - from.rank();
            if (more < 0) {
                throw Refusal.shape("repeat wants a number for each of the " + from.rank() + " axes of " + from.text());
            }
            var out = new ArrayList<Expr>();
            for (int i = 0; i < times.size(); i++) {
                out.add(i < more ? times.get(i) : times.get(i).times(from.dim(i - more)));
            }
            return Operation.taking("repeat", in, new TensorType(new Shape(out), in.type(0).dtype()));
        });
    }

    /** Like repeat, but missing numbers in front are 1. */
    static Operation tile(List<Expr> times) {
        return new Operation("tile", times, in -> {
            Shape from = in.shape(0);
            int rank = Math.max(from.rank(), times.size());
            var out = new ArrayList<Expr>();
            for (int i = rank; i >= 1; i--) {
                Expr size = i <= from.rank() ? from.dim(-i) : Expr.ONE;
                out.add((i <= times.size() ? times.get(times.size() - i) : Expr.ONE).times(size).normal());
            }
            return Operation.taking("tile", in, new TensorType(new Shape(out), in.type(0).dtype()));
        });
    }

    static Operation repeatInterleave(Expr times, Integer dim) {
        return new Operation("repeatInterleave", dim == null ? List.of(times) : List.of(times, dim), in -> {
            if (dim == null) {
                return Operation.taking("repeatInterleave", in, new TensorType(Shape.of(in.shape(0).numel().times(times).normal()), in.type(0).dtype()));
            }
            int axis = Axes.index(dim, in.rank(), "repeatInterleave");
            return Operation.taking("repeatInterleave", in, new TensorType(in.shape(0).with(axis, in.shape(0).dim(axis).times(times).normal()), in.type(0).dtype()));
        });
    }
}

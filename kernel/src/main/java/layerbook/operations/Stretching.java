package layerbook.operations;

import static layerbook.operations.Operator.Place.METHOD;
import static layerbook.operations.Operator.Place.TORCH;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Inputs;
import layerbook.layer.Kind;
import layerbook.layer.Rule;
import layerbook.net.Numbers;
import layerbook.shape.DType;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.Sizes;
import layerbook.shape.TensorType;

/** The same numbers again: axes of size 1 stretched, tensors and places repeated. */
final class Stretching {
    static final List<Operator> OPERATORS = List.of(
        Operator.of("expand", "Axes of size 1 stretched; -1 leaves an axis.").takes("(Tensor input, int[] size, *, bool implicit=False)").in(METHOD)
            .rule(Stretching::expanded).view(),
        Operator.of("expand_as", "Axes of size 1 stretched to the sizes of another tensor.").takes("(Tensor input, Tensor other)").in(METHOD)
            .composed((a, t) -> Applying.call(t.get(0), "expand", t.get(1).shape())),
        Operator.of("broadcast_to", "Axes of size 1 stretched to these sizes.").takes("(Tensor input, int[] size)").in(METHOD, TORCH)
            .composed((a, t) -> Applying.call(t.get(0), "expand", a.sizes("size"))),
        Operator.of("sum_to_size", "Summed over stretched axes, back to these sizes.").takes("(Tensor input, int[] size)").in(METHOD).rule(Stretching::summedTo).keepsNothing(),
        Operator.of("repeat", "The tensor so many times along each axis.").takes("(Tensor input, int[] repeats)").in(METHOD).rule(Stretching::repeated).keepsNothing(),
        Operator.of("tile", "The tensor so many times along its last axes.").takes("(Tensor input, int[] dims)").in(METHOD, TORCH).rule(Stretching::tiled).keepsNothing(),
        Operator.of("repeat_interleave", "Each place of an axis so many times in a row; all numbers as one axis if none is named.")
            .takes("(Tensor input, int|Tensor repeats, int? dim=None, *, int? output_size=None)").in(METHOD, TORCH).rule(Stretching::interleaved)
            .stating((r, a, in) -> r.keeps(k -> k.indices(in.rank() > 0 ? outputs(a, in) : Expr.ONE)))
            .unknown("places after repeating, known with the repeats only", a -> a.isTensor("repeats")));

    private Stretching() {}

    private static Rule expanded(Bindings a, Inputs in) {
        List<Expr> sizes = a.sizes("size");
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
    }

    private static Rule summedTo(Bindings a, Inputs in) {
        Shape to = new Shape(a.sizes("size"));
        if (!in.shape(0).equals(Sizes.broadcast(to, in.shape(0)))) {
            throw Refusal.shape("sumToSize cannot sum " + in.shape(0).text() + " to " + to.text()).at("size", to.text()).why("these sizes do not stretch to it");
        }
        return Operation.taking("sumToSize", in, new TensorType(to, in.type(0).dtype())).let(Broadcasting.Y, in.shape(0).numel()).work(Kind.ADD, Broadcasting.Y);
    }

    private static Rule repeated(Bindings a, Inputs in) {
        List<Expr> times = a.sizes("repeats");
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
    }

    /** Like repeat, but missing numbers in front are 1. */
    private static Rule tiled(Bindings a, Inputs in) {
        List<Expr> times = a.sizes("dims");
        Shape from = in.shape(0);
        int rank = Math.max(from.rank(), times.size());
        var out = new ArrayList<Expr>();
        for (int i = rank; i >= 1; i--) {
            Expr size = i <= from.rank() ? from.dim(-i) : Expr.ONE;
            out.add((i <= times.size() ? times.get(times.size() - i) : Expr.ONE).times(size).normal());
        }
        return Operation.taking("tile", in, new TensorType(new Shape(out), in.type(0).dtype()));
    }

    /** How many places it picks: PyTorch makes a list of them. */
    private static Expr outputs(Bindings a, Inputs in) {
        Expr from = a.has("dim") ? in.shape(0).dim(Axes.index(a.integer("dim"), in.rank(), "repeatInterleave")) : in.shape(0).numel();
        return a.isTensor("repeats") ? a.count() : from.times(a.size("repeats"));
    }

    private static Rule interleaved(Bindings a, Inputs in) {
        if (a.isTensor("repeats")) {
            Indices.check("repeatInterleave", "repeats", a.type("repeats", in).dtype(), DType.INT64, DType.INT32);
            Shape counts = a.shape("repeats", in);
            Expr along = a.has("dim") ? in.shape(0).dim(Axes.there("repeatInterleave", a.integer("dim"), in)) : in.shape(0).numel();
            if (counts.rank() > 1 || counts.rank() == 1 && !counts.dim(0).isOne() && !counts.dim(0).equals(along)) {
                throw Refusal.shape("repeatInterleave wants one number, or one for each of " + along.text() + " places").at("repeats", counts.text());
            }
            Expr count = a.count();
            Shape out = a.has("dim") ? in.shape(0).with(Axes.index(a.integer("dim"), in.rank(), "repeatInterleave"), count) : Shape.of(count);
            return Operation.taking("repeatInterleave", in, new TensorType(out, in.type(0).dtype()));
        }
        Expr times = a.size("repeats");
        if (!a.has("dim")) {
            return Operation.taking("repeatInterleave", in, new TensorType(Shape.of(in.shape(0).numel().times(times).normal()), in.type(0).dtype()));
        }
        int axis = Axes.index(a.integer("dim"), in.rank(), "repeatInterleave");
        return Operation.taking("repeatInterleave", in, new TensorType(in.shape(0).with(axis, in.shape(0).dim(axis).times(times).normal()), in.type(0).dtype()));
    }
}

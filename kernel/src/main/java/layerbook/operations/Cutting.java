package layerbook.operations;

import static layerbook.operations.Operator.Place.METHOD;
import static layerbook.operations.Operator.Place.TORCH;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.net.Numbers;
import layerbook.shape.Refusal;
import layerbook.shape.TensorType;

/** Parts of a tensor along an axis: sizes and steps in memory change, numbers do not. */
final class Cutting {
    static final List<Operator> OPERATORS = List.of(
        Operator.of("chunk", "As many parts as are wanted along an axis; the last may be smaller.").takes("(Tensor input, int chunks, int dim=0)")
            .in(METHOD, TORCH).givesList().rule(Cutting::chunked).view(),
        Operator.of("split", "Parts of a size along an axis; or of the sizes given in a list.").takes("(Tensor input, int|int[] split_size_or_sections, int dim=0)")
            .in(METHOD, TORCH).givesList().rule(Cutting::cut).view(),
        Operator.of("unbind", "An axis as a list of tensors without it.").takes("(Tensor input, int dim=0)").in(METHOD, TORCH).givesList().rule(Cutting::unbound).view(),
        Operator.of("select", "One place of an axis; the axis goes.").takes("(Tensor input, int dim, int index)").in(METHOD, TORCH).rule(Cutting::selected).view(),
        Operator.of("slice", "The places of an axis from one to another (exclusive), as x[:, from:to:step].")
            .takes("(Tensor input, int dim, int from, int to, int step=1)").rule(Cutting::sliced).view(),
        Operator.of("narrow", "So many places of an axis, from one on.").takes("(Tensor input, int dim, int start, int length)").in(METHOD, TORCH)
            .rule(Cutting::narrowed).view());

    private Cutting() {}

    private static Rule chunked(Bindings a, Inputs in) {
        Expr chunks = a.size("chunks");
        int dim = a.integer("dim");
        int axis = Axes.there("chunk", dim, in);
        if (Numbers.isNegative(chunks.minus(1).normal())) {
            throw Refusal.option("chunk makes 1 part or more, not " + chunks.text()).at("chunks", "must be 1 or more").fix("chunk(1, " + dim + ")");
        }
        Expr size = in.shape(0).dim(axis);
        Rule rule = Operation.taking("chunk", in, null);
        if (!size.isNumber() || size.isZero()) {
            Expr each = size.over(chunks).normal();
            for (int i = 0; i < Numbers.outputs("chunk", chunks); i++) {
                rule.gives(part(in.type(0), axis, each));
            }
            return rule;
        }
        return parts("chunk", rule, in.type(0), axis, size.ceilOver(chunks).normal());
    }

    private static Rule cut(Bindings a, Inputs in) {
        List<Expr> sizes = a.sizes("split_size_or_sections");
        boolean list = a.get("split_size_or_sections") instanceof List<?>;
        int dim = a.integer("dim");
        int axis = Axes.there("split", dim, in);
        Expr size = in.shape(0).dim(axis);
        Rule rule = Operation.taking("split", in, null);
        boolean nothing = !list && sizes.get(0).isZero() && !size.isZero();
        if (nothing || sizes.stream().anyMatch(Numbers::isNegative)) {
            Refusal refusal = Refusal.option("split cannot cut axis " + axis + " into parts of " + (list ? sizes.stream().map(Expr::text).toList() : sizes.get(0).text()))
                .at("sizes", nothing ? "must be 1 or more" : "must not be negative");
            throw size.isNumber() ? refusal.fix("split(" + Numbers.java(size) + ", " + dim + ")") : refusal;
        }
        if (!list && size.isNumber() && sizes.get(0).isNumber()) {
            return parts("split", rule, in.type(0), axis, sizes.get(0));
        }
        if (!Expr.sum(sizes).normal().equals(size)) {
            throw Refusal.shape("split cannot cut axis " + axis + " of " + in.shape(0).text()).why("the parts " + sizes.stream().map(Expr::text).toList() + " add up to " + Expr.sum(sizes).normal().text() + ", not " + size.text());
        }
        sizes.forEach(s -> rule.gives(part(in.type(0), axis, s)));
        return rule;
    }

    private static Rule unbound(Bindings a, Inputs in) {
        int dim = a.integer("dim");
        int axis = Axes.index(dim, in.rank(), "unbind");
        Expr size = in.rank() == 0 ? Expr.ZERO : in.shape(0).dim(axis);
        if (!size.isNumber() || size.isZero()) {
            throw Refusal.shape("unbind wants an axis of a known size").at("dim", "axis " + axis + " is " + size.text()).why("each place of the axis becomes a tensor");
        }
        var dims = new ArrayList<>(in.shape(0).dims());
        var steps = new ArrayList<>(in.type(0).steps());
        dims.remove(axis);
        steps.remove(axis);
        Rule rule = Operation.taking("unbind", in, null);
        int places = Numbers.outputs("unbind", size);
        for (int i = 0; i < places; i++) {
            rule.gives(Strides.stepped(in.type(0), dims, steps));
        }
        return rule;
    }

    private static Rule selected(Bindings a, Inputs in) {
        int dim = a.integer("dim");
        int axis = Axes.there("select", dim, in);
        Expr size = in.shape(0).dim(axis);
        Expr at = a.size("index");
        if (size instanceof Expr.Num n && at instanceof Expr.Num i && (i.value().compareTo(n.value()) >= 0 || i.value().compareTo(n.value().negate()) < 0)) {
            throw Refusal.shape("select: axis " + axis + " of " + in.shape(0).text() + " has no place " + at.text()).fix("select(" + dim + ", 0)");
        }
        var out = new ArrayList<>(in.shape(0).dims());
        var steps = new ArrayList<>(in.type(0).steps());
        out.remove(axis);
        steps.remove(axis);
        return Operation.taking("select", in, Strides.stepped(in.type(0), out, steps));
    }

    private static Rule sliced(Bindings a, Inputs in) {
        int dim = a.integer("dim");
        Expr from = a.size("from");
        Expr to = a.size("to");
        int step = a.integer("step");
        int axis = Axes.there("slice", dim, in);
        if (step < 1) {
            throw Refusal.option("slice steps forward, not by " + step).at("step", "must be 1 or more").fix("slice(" + dim + ", " + Numbers.java(from) + ", " + Numbers.java(to) + ")");
        }
        Expr size = in.shape(0).dim(axis);
        Expr begin = clamped(from, size);
        Expr end = clamped(to, size);
        Expr length = end.minus(begin).normal();
        if (Numbers.isNegative(length)) {
            length = Expr.ZERO;
        }
        var steps = new ArrayList<>(in.type(0).steps());
        steps.set(axis, steps.get(axis).times(step).normal());
        return Operation.taking("slice", in, Strides.stepped(in.type(0), in.shape(0).with(axis, step == 1 ? length : length.ceilOver(Expr.of(step)).normal()).dims(), steps));
    }

    /** A slice that must lie inside the axis. */
    private static Rule narrowed(Bindings a, Inputs in) {
        int dim = a.integer("dim");
        Expr start = a.size("start");
        Expr length = a.size("length");
        int axis = Axes.index(dim, in.rank(), "narrow");
        Expr size = in.rank() == 0 ? Expr.ZERO : in.shape(0).dim(axis);
        Expr from = Numbers.isNegative(start) ? size.plus(start).normal() : start;
        Expr left = size.minus(from).normal();
        boolean outside = in.rank() == 0 || Numbers.isNegative(from) || Numbers.isNegative(length) || Numbers.isNegative(left.minus(length).normal());
        if (outside) {
            throw Refusal.shape("narrow cannot take " + length.text() + " places from " + start.text() + " on").at("length", "at most " + left.text())
                .why("axis " + axis + " of " + in.shape(0).text() + " has size " + size.text());
        }
        return Operation.taking("narrow", in, Strides.stepped(in.type(0), in.shape(0).with(axis, length).dims(), in.type(0).steps()));
    }

    /** Parts of one size, the last of what is left; of nothing one part of nothing. */
    private static Rule parts(String name, Rule rule, TensorType from, int axis, Expr each) {
        Expr size = from.shape().dim(axis);
        int whole = size.isZero() ? 0 : Numbers.outputs(name, size.floorOver(each).normal());
        for (int i = 0; i < whole; i++) {
            rule.gives(part(from, axis, each));
        }
        Expr left = size.minus(each.times(whole)).normal();
        if (whole == 0 || !left.isZero()) {
            rule.gives(part(from, axis, left));
        }
        return rule;
    }

    private static TensorType part(TensorType from, int axis, Expr size) {
        return Strides.stepped(from, from.shape().with(axis, size).dims(), from.steps());
    }

    /** As Python does: negative places count from the end, and nothing lies beyond it. */
    private static Expr clamped(Expr at, Expr size) {
        Expr place = Numbers.isNegative(at) ? size.plus(at).normal() : at;
        Expr beyond = place.minus(size).normal();
        if (beyond instanceof Expr.Num n && n.value().signum() > 0) {
            return size;
        }
        return Numbers.isNegative(place) ? Expr.ZERO : place;
    }
}

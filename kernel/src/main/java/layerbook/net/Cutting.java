package layerbook.net;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Rule;
import layerbook.shape.Refusal;
import layerbook.shape.TensorType;

/** Parts of a tensor along an axis: sizes and steps in memory change, numbers do not. */
final class Cutting {
    private Cutting() {}

    static Operation chunk(int chunks, int dim) {
        return new Operation("chunk", List.of(chunks, dim), in -> {
            int axis = Axes.there("chunk", dim, in);
            if (chunks < 1) {
                throw Refusal.option("chunk makes 1 part or more, not " + chunks).at("chunks", "must be 1 or more").fix("chunk(1, " + dim + ")");
            }
            Expr size = in.shape(0).dim(axis);
            Rule rule = Operation.taking("chunk", in, null);
            if (!size.isNumber() || size.isZero()) {
                Expr each = size.over(Expr.of(chunks)).normal();
                for (int i = 0; i < Numbers.outputs("chunk", Expr.of(chunks)); i++) {
                    rule.gives(cut(in.type(0), axis, each));
                }
                return rule;
            }
            return parts("chunk", rule, in.type(0), axis, size.ceilOver(Expr.of(chunks)).normal());
        });
    }

    static Operation split(List<Expr> sizes, boolean list, int dim) {
        return new Operation("split", List.of(sizes, dim), in -> {
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
            sizes.forEach(s -> rule.gives(cut(in.type(0), axis, s)));
            return rule;
        });
    }

    static Operation unbind(int dim) {
        return new Operation("unbind", List.of(dim), in -> {
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
        });
    }

    static Operation select(int dim, Object index) {
        return new Operation("select", List.of(dim, index), in -> {
            int axis = Axes.there("select", dim, in);
            Expr size = in.shape(0).dim(axis);
            Expr at = Numbers.expr(index);
            if (size instanceof Expr.Num n && at instanceof Expr.Num i && (i.value().compareTo(n.value()) >= 0 || i.value().compareTo(n.value().negate()) < 0)) {
                throw Refusal.shape("select: axis " + axis + " of " + in.shape(0).text() + " has no place " + at.text()).fix("select(" + dim + ", 0)");
            }
            var out = new ArrayList<>(in.shape(0).dims());
            var steps = new ArrayList<>(in.type(0).steps());
            out.remove(axis);
            steps.remove(axis);
            return Operation.taking("select", in, Strides.stepped(in.type(0), out, steps));
        });
    }

    static Operation slice(int dim, Expr from, Expr to, int step) {
        return new Operation("slice", step == 1 ? List.of(dim, from, to) : List.of(dim, from, to, step), in -> {
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
        });
    }

    /** A slice that must lie inside the axis. */
    static Operation narrow(int dim, Expr start, Expr length) {
        return new Operation("narrow", List.of(dim, start, length), in -> {
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
        });
    }

    /** Parts of one size, the last of what is left; of nothing one part of nothing. */
    private static Rule parts(String name, Rule rule, TensorType from, int axis, Expr each) {
        Expr size = from.shape().dim(axis);
        int whole = size.isZero() ? 0 : Numbers.outputs(name, size.floorOver(each).normal());
        for (int i = 0; i < whole; i++) {
            rule.gives(cut(from, axis, each));
        }
        Expr left = size.minus(each.times(whole)).normal();
        if (whole == 0 || !left.isZero()) {
            rule.gives(cut(from, axis, left));
        }
        return rule;
    }

    private static TensorType cut(TensorType from, int axis, Expr size) {
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

package layerbook.operations;

import static layerbook.operations.Operator.Place.METHOD;
import static layerbook.operations.Operator.Place.TORCH;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.net.Numbers;
import layerbook.net.Tensor;
import layerbook.shape.Refusal;
import layerbook.shape.TensorType;

/** Parts of a tensor along an axis: sizes and steps in memory change, numbers do not. */
final class Cutting {
    static final List<Operator> OPERATORS = List.of(
        Operator.of("chunk", "As many parts as are wanted along an axis; the last may be smaller.").takes("(Tensor input, int chunks, int dim=0)")
            .in(METHOD, TORCH).givesList().spelled("torch.unsafe_chunk", "torch.Tensor.unsafe_chunk").rule(Cutting::chunked).view(),
        Operator.of("split", "Parts of a size along an axis; or of the sizes given in a list.").takes("(Tensor input, int|int[] split_size_or_sections, int dim=0)")
            .in(METHOD, TORCH).givesList().spelled("torch.unsafe_split", "torch.Tensor.unsafe_split").rule(Cutting::cut).view(),
        Operator.of("unbind", "An axis as a list of tensors without it.").takes("(Tensor input, int dim=0)").in(METHOD, TORCH).givesList().rule(Cutting::unbound).view(),
        Operator.of("select", "One place of an axis; the axis goes.").takes("(Tensor input, int dim, int index)").in(METHOD, TORCH).rule(Cutting::selected).view(),
        Operator.of("slice", "The places of an axis from one to another (exclusive), as x[:, from:to:step].")
            .takes("(Tensor input, int dim, int? from, int? to, int? step=1)").rule(Cutting::sliced).view(),
        Operator.of("tensor_split", "Parts of an axis that need not be equal: so many, or cut at these places.")
            .takes("(Tensor input, int|int[] indices_or_sections, int dim=0)").in(METHOD, TORCH).givesList().rule(Cutting::tensorSplit).view(),
        along("hsplit", 1, "Parts along the second axis, or the only one."), along("vsplit", 2, "Parts along the first axis."), along("dsplit", 3, "Parts along the third axis."),
        Operator.of("split_with_sizes", "Parts of the sizes given.").takes("(Tensor input, int[] split_sizes, int dim=0)").in(METHOD, TORCH).givesList()
            .composed((a, t) -> Operations.find("split").java(t.get(0), a.sizes("split_sizes"), a.integer("dim"))),
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

    private static Rule tensorSplit(Bindings a, Inputs in) {
        int axis = Axes.there("tensorSplit", a.integer("dim"), in);
        Expr size = in.shape(0).dim(axis);
        Rule rule = Operation.taking("tensorSplit", in, null);
        if (a.get("indices_or_sections") instanceof List<?>) {
            Expr from = null;
            for (Expr at : a.sizes("indices_or_sections")) {
                rule.gives(Slicing.slice(in.type(0), axis, from, at, null, "tensorSplit"));
                from = at;
            }
            return rule.gives(Slicing.slice(in.type(0), axis, from, null, null, "tensorSplit"));
        }
        Expr parts = a.size("indices_or_sections");
        if (Numbers.isNegative(parts.minus(1).normal())) {
            throw Refusal.option("tensorSplit makes 1 part or more, not " + parts.text()).at("sections", "must be 1 or more");
        }
        int count = Numbers.outputs("tensorSplit", parts);
        for (int i = 0; i < count; i++) {
            Expr each = size.isNumber() ? size.plus(count - 1 - i).floorOver(parts).normal() : size.over(parts).normal();
            rule.gives(part(in.type(0), axis, each));
        }
        return rule;
    }

    /** hsplit, vsplit, dsplit: tensor_split along a certain axis, of a tensor with as many axes at least. */
    private static Operator along(String name, int least, String doc) {
        return Operator.of(name, doc).takes("(Tensor input, int|int[] indices_or_sections)").in(METHOD, TORCH).givesList().composed((a, t) -> {
            Tensor x = t.get(0);
            if (x.rank() < least) {
                throw Refusal.shape(name + " wants " + least + " axes or more, not " + x.shape().text()).at("input", x.rank() + " axes");
            }
            int axis = name.equals("hsplit") ? Math.min(1, x.rank() - 1) : name.equals("vsplit") ? 0 : 2;
            Expr size = x.shape().dim(axis);
            if (a.get("indices_or_sections") instanceof Expr.Num n && size instanceof Expr.Num m && (n.value().signum() < 1 || m.value().mod(n.value()).signum() != 0)) {
                throw Refusal.shape(name + " cannot cut " + size.text() + " into " + n.text() + " equal parts").at("sections", "a divisor of " + size.text());
            }
            return Operations.find("tensor_split").java(x, a.get("indices_or_sections"), axis);
        });
    }

    private static Rule selected(Bindings a, Inputs in) {
        return Operation.taking("select", in, Slicing.select(in.type(0), a.integer("dim"), a.size("index"), "select"));
    }

    private static Rule sliced(Bindings a, Inputs in) {
        return Operation.taking("slice", in, Slicing.slice(in.type(0), a.integer("dim"), a.size("from"), a.size("to"), a.size("step"), "slice"));
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
}

package layerbook.net;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Inputs;
import layerbook.layer.Letters;
import layerbook.layer.Rule;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/** Axes permuted, cut, stretched: sizes and steps in memory change, numbers do not. */
final class Moving {
    private Moving() {}

    static int[] ints(Object... dims) {
        return Numbers.exprs(dims).stream().mapToInt(e -> Numbers.whole(e, "dims")).toArray();
    }

    private static List<Integer> list(int... values) {
        return java.util.Arrays.stream(values).boxed().toList();
    }

    private static Rule taking(String name, Inputs in, TensorType out) {
        Rule rule = Rule.of(name);
        for (int i = 0; i < in.count(); i++) {
            rule.takes(in.shape(i).dims().toArray(Expr[]::new)).anything();
        }
        return out == null ? rule : rule.gives(out);
    }

    private static TensorType stepped(TensorType from, List<Expr> dims, List<Expr> steps) {
        Shape shape = new Shape(dims);
        return new TensorType(shape, from.dtype(), steps.equals(TensorType.contiguous(shape)) ? null : List.copyOf(steps));
    }

    /** The values of an argument that may be named: {@code dims(1, 2)}. */
    static Object[] axes(String name, Object... given) {
        return given.length == 1 ? unnamed(name, given[0]) : given;
    }

    static int[] named(String name, Object given) {
        return ints(unnamed(name, given));
    }

    private static Object[] unnamed(String name, Object given) {
        return given instanceof layerbook.layer.Option o && o.name().equals(name) ? o.values().toArray() : new Object[] {given};
    }

    /** The axis by position or as {@code dim(..)}; 0 if it is not named. */
    static int axis(Object... given) {
        if (given.length == 0) {
            return 0;
        } else if (given.length == 1 && given[0] instanceof layerbook.layer.Option o) {
            return Numbers.axis(o);
        }
        return Numbers.whole(Numbers.expr(given[0]), "dim");
    }

    static Operation flipped(Object... dims) {
        int[] axes = ints(dims);
        return new Operation("flip", list(axes), in -> {
            distinct("flip", axes, in.rank());
            return like("flip", in);
        });
    }

    static Operation rolled(int[] shifts, Object... dims) {
        int[] axes = ints(dims);
        return new Operation("roll", List.of(list(shifts), list(axes)), in -> {
            for (int a : axes) {
                Axes.index(a, in.rank(), "roll");
            }
            if (axes.length > 0 ? axes.length != shifts.length : shifts.length != 1) {
                throw Refusal.option("roll wants a shift for each axis").at("shifts", shifts.length + " for " + axes.length).why("shifts and dims are lists of the same length");
            }
            return like("roll", in);
        });
    }

    /** Zeros above or below the diagonal of each matrix. */
    static Operation triangle(String name, int... diagonal) {
        return new Operation(name, list(diagonal), in -> {
            if (in.rank() < 2) {
                throw Refusal.shape(name + " wants matrices, not " + in.shape(0).text()).at("input", in.rank() + " axes").why("the last two axes are rows and columns");
            }
            return like(name, in);
        });
    }

    private static List<Integer> distinct(String name, int[] dims, int rank) {
        var out = new ArrayList<Integer>();
        for (int d : dims) {
            int axis = Axes.index(d, rank, name);
            if (out.contains(axis)) {
                throw Refusal.shape(name + " is given an axis twice").at("dims", "axis " + axis + " twice").why("among " + list(dims));
            }
            out.add(axis);
        }
        return out;
    }

    private static Rule like(String name, Inputs in) {
        return taking(name, in, new TensorType(in.shape(0), in.type(0).dtype()));
    }

    static Operation movedim(int[] from, int[] to) {
        return new Operation("movedim", List.of(list(from), list(to)), in -> {
            List<Integer> sources = distinct("movedim", from, in.rank());
            List<Integer> targets = distinct("movedim", to, in.rank());
            if (sources.size() != targets.size()) {
                throw Refusal.option("movedim wants as many places as axes").at("destination", targets.size() + " for " + sources.size()).why("source and destination are lists of the same length");
            }
            var rest = new ArrayList<Integer>();
            for (int i = 0; i < in.rank(); i++) {
                if (!sources.contains(i)) {
                    rest.add(i);
                }
            }
            var order = new ArrayList<Integer>();
            for (int i = 0; i < in.rank(); i++) {
                int at = targets.indexOf(i);
                order.add(at >= 0 ? sources.get(at) : rest.remove(0));
            }
            return taking("movedim", in, reordered(in.type(0), order));
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
            Rule rule = taking("unbind", in, null);
            int places = Numbers.outputs("unbind", size);
            for (int i = 0; i < places; i++) {
                rule.gives(stepped(in.type(0), dims, steps));
            }
            return rule;
        });
    }

    static Operation repeatInterleave(Expr times, Integer dim) {
        return new Operation("repeatInterleave", dim == null ? List.of(times) : List.of(times, dim), in -> {
            if (dim == null) {
                return taking("repeatInterleave", in, new TensorType(Shape.of(in.shape(0).numel().times(times).normal()), in.type(0).dtype()));
            }
            int axis = Axes.index(dim, in.rank(), "repeatInterleave");
            return taking("repeatInterleave", in, new TensorType(in.shape(0).with(axis, in.shape(0).dim(axis).times(times).normal()), in.type(0).dtype()));
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
            return taking("tile", in, new TensorType(new Shape(out), in.type(0).dtype()));
        });
    }

    static Operation gather(int dim) {
        return new Operation("gather", List.of(dim), in -> {
            int axis = Axes.index(dim, in.rank(), "gather");
            Shape x = in.shape(0);
            Shape index = in.shape(1);
            for (int i = 0; i < x.rank(); i++) {
                boolean larger = index.rank() == x.rank() && i != axis && index.dim(i).minus(x.dim(i)).normal() instanceof Expr.Num n && n.value().signum() > 0;
                if (index.rank() != x.rank() || larger) {
                    throw Refusal.shape("gather cannot look up " + index.text() + " in " + x.text()).at("index", index.text()).why("the index has as many axes, none larger than the tensor's but axis " + axis);
                }
            }
            return taking("gather", in, new TensorType(index, in.type(0).dtype()));
        });
    }

    static Operation diagonal(int offset, int dim1, int dim2) {
        return new Operation("diagonal", List.of(offset, dim1, dim2), in -> {
            List<Integer> axes = distinct("diagonal", new int[] {dim1, dim2}, in.rank());
            Expr rows = in.shape(0).dim(axes.get(0)).plus(Math.min(offset, 0)).normal();
            Expr columns = in.shape(0).dim(axes.get(1)).minus(Math.max(offset, 0)).normal();
            var out = new ArrayList<Expr>();
            for (int i = 0; i < in.rank(); i++) {
                if (!axes.contains(i)) {
                    out.add(in.shape(0).dim(i));
                }
            }
            out.add(Expr.max(Expr.ZERO, Expr.min(rows, columns)).normal());
            return taking("diagonal", in, new TensorType(new Shape(out), in.type(0).dtype()));
        });
    }

    static Operation unfold(int dim, int size, int step) {
        return new Operation("unfold", List.of(dim, size, step), in -> {
            int axis = Axes.index(dim, in.rank(), "unfold");
            Expr all = in.rank() == 0 ? Expr.ONE : in.shape(0).dim(axis);
            if (step < 1 || size < 0 || all instanceof Expr.Num n && n.value().compareTo(java.math.BigInteger.valueOf(size)) < 0) {
                throw Refusal.shape("unfold cannot lay windows of " + size + " on axis " + axis + " of " + in.shape(0).text()).at("size", "at most " + all.text()).why("the axis has size " + all.text() + ", and the step is 1 or more")
                    .fix("unfold(" + dim + ", " + all.text() + ", 1)");
            }
            var out = new ArrayList<>(in.shape(0).dims());
            if (!out.isEmpty()) {
                out.set(axis, all.minus(size).floorOver(Expr.of(step)).plus(1).normal());
            }
            out.add(Expr.of(size));
            return taking("unfold", in, new TensorType(new Shape(out), in.type(0).dtype()));
        });
    }

    static Operation permute(int... dims) {
        return new Operation("permute", list(dims), in -> {
            int rank = in.rank();
            var order = new ArrayList<Integer>();
            for (int d : dims) {
                order.add(Axes.index(d, rank, "permute"));
            }
            if (order.size() != rank || order.stream().distinct().count() != rank) {
                throw Refusal.shape("permute wants each of the " + rank + " axes once").why("it is given " + list(dims) + " for " + in.shape(0).text());
            }
            return taking("permute", in, reordered(in.type(0), order));
        });
    }

    private static TensorType reordered(TensorType from, List<Integer> order) {
        List<Expr> steps = from.steps();
        return stepped(from, order.stream().map(from.shape()::dim).toList(), order.stream().map(steps::get).toList());
    }

    static Operation transpose(String name, int a, int b) {
        return new Operation(name, name.equals("t") ? List.of() : List.of(a, b), in -> {
            int rank = in.rank();
            if (name.equals("t") && rank > 2) {
                throw Refusal.shape("t wants a matrix, not " + in.shape(0).text()).fix("transpose(-2, -1)");
            }
            var order = new ArrayList<Integer>();
            for (int i = 0; i < rank; i++) {
                order.add(i);
            }
            if (rank > 0) {
                java.util.Collections.swap(order, Axes.index(a, rank, name), Axes.index(b, rank, name));
            }
            return taking(name, in, reordered(in.type(0), order));
        });
    }

    static Operation squeeze(int... dims) {
        return new Operation("squeeze", list(dims), in -> {
            Shape from = in.shape(0);
            var wanted = new ArrayList<Integer>();
            for (int d : dims) {
                wanted.add(Axes.index(d, from.rank(), "squeeze"));
            }
            var out = new ArrayList<Expr>();
            var steps = new ArrayList<Expr>();
            for (int i = 0; i < from.rank(); i++) {
                if (!from.dim(i).isOne() || dims.length > 0 && !wanted.contains(i)) {
                    out.add(from.dim(i));
                    steps.add(in.type(0).steps().get(i));
                }
            }
            return taking("squeeze", in, stepped(in.type(0), out, steps));
        });
    }

    static Operation unsqueeze(int dim) {
        return new Operation("unsqueeze", List.of(dim), in -> {
            int axis = Axes.index(dim, in.rank() + 1, "unsqueeze");
            var out = new ArrayList<>(in.shape(0).dims());
            var steps = new ArrayList<>(in.type(0).steps());
            Expr step = axis < in.rank() ? steps.get(axis).times(out.get(axis)).normal() : Expr.ONE;
            out.add(axis, Expr.ONE);
            steps.add(axis, step);
            return taking("unsqueeze", in, in.type(0).isContiguous() ? new TensorType(new Shape(out), in.type(0).dtype()) : stepped(in.type(0), out, steps));
        });
    }

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
                if (negative(want)) {
                    throw Refusal.shape("expand cannot make " + from.text() + " into " + new Shape(sizes).text()).at("sizes", want.text()).why("-1 leaves an axis that is there as it is; a new one in front needs a size");
                }
                if (!have.equals(want) && !have.isOne()) {
                    throw Refusal.shape("expand cannot make " + from.text() + " into " + new Shape(sizes).text()).why("only axes of size 1 stretch; axis " + (i - more) + " is " + have.text());
                }
                out.add(want);
                steps.add(have.equals(want) && i >= more ? in.type(0).steps().get(i - more) : Expr.ZERO);
            }
            return taking("expand", in, stepped(in.type(0), out, steps));
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
            return taking("repeat", in, new TensorType(new Shape(out), in.type(0).dtype()));
        });
    }

    private static TensorType cut(TensorType from, int axis, Expr size) {
        return stepped(from, from.shape().with(axis, size).dims(), from.steps());
    }

    static Operation chunk(int chunks, int dim) {
        return new Operation("chunk", List.of(chunks, dim), in -> {
            int axis = axisThere("chunk", dim, in);
            if (chunks < 1) {
                throw Refusal.option("chunk makes 1 part or more, not " + chunks).at("chunks", "must be 1 or more").fix("chunk(1, " + dim + ")");
            }
            Expr size = in.shape(0).dim(axis);
            Rule rule = taking("chunk", in, null);
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
            int axis = axisThere("split", dim, in);
            Expr size = in.shape(0).dim(axis);
            Rule rule = taking("split", in, null);
            boolean nothing = !list && sizes.get(0).isZero() && !size.isZero();
            if (nothing || sizes.stream().anyMatch(Moving::negative)) {
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

    /** The axis, of a tensor that has axes at all. */
    private static int axisThere(String name, int dim, Inputs in) {
        if (in.rank() == 0) {
            throw Refusal.shape(name + " wants a tensor with axes, not a scalar").at("input", "no axes");
        }
        return Axes.index(dim, in.rank(), name);
    }

    static Operation select(int dim, Object index) {
        return new Operation("select", List.of(dim, index), in -> {
            int axis = axisThere("select", dim, in);
            Expr size = in.shape(0).dim(axis);
            Expr at = Numbers.expr(index);
            if (size instanceof Expr.Num n && at instanceof Expr.Num i && (i.value().compareTo(n.value()) >= 0 || i.value().compareTo(n.value().negate()) < 0)) {
                throw Refusal.shape("select: axis " + axis + " of " + in.shape(0).text() + " has no place " + at.text()).fix("select(" + dim + ", 0)");
            }
            var out = new ArrayList<>(in.shape(0).dims());
            var steps = new ArrayList<>(in.type(0).steps());
            out.remove(axis);
            steps.remove(axis);
            return taking("select", in, stepped(in.type(0), out, steps));
        });
    }

    static Operation slice(int dim, Expr from, Expr to, int step) {
        return new Operation("slice", step == 1 ? List.of(dim, from, to) : List.of(dim, from, to, step), in -> {
            int axis = axisThere("slice", dim, in);
            if (step < 1) {
                throw Refusal.option("slice steps forward, not by " + step).at("step", "must be 1 or more").fix("slice(" + dim + ", " + Numbers.java(from) + ", " + Numbers.java(to) + ")");
            }
            Expr size = in.shape(0).dim(axis);
            Expr begin = clamped(from, size);
            Expr end = clamped(to, size);
            Expr length = end.minus(begin).normal();
            if (length instanceof Expr.Num n && n.value().signum() < 0) {
                length = Expr.ZERO;
            }
            var steps = new ArrayList<>(in.type(0).steps());
            steps.set(axis, steps.get(axis).times(step).normal());
            return taking("slice", in, stepped(in.type(0), in.shape(0).with(axis, step == 1 ? length : length.ceilOver(Expr.of(step)).normal()).dims(), steps));
        });
    }

    /** A slice that must lie inside the axis. */
    static Operation narrow(int dim, Expr start, Expr length) {
        return new Operation("narrow", List.of(dim, start, length), in -> {
            int axis = Axes.index(dim, in.rank(), "narrow");
            Expr size = in.rank() == 0 ? Expr.ZERO : in.shape(0).dim(axis);
            Expr from = start instanceof Expr.Num n && n.value().signum() < 0 ? size.plus(start).normal() : start;
            Expr left = size.minus(from).normal();
            boolean outside = in.rank() == 0 || negative(from) || negative(length) || negative(left.minus(length).normal());
            if (outside) {
                throw Refusal.shape("narrow cannot take " + length.text() + " places from " + start.text() + " on").at("length", "at most " + left.text())
                    .why("axis " + axis + " of " + in.shape(0).text() + " has size " + size.text());
            }
            return taking("narrow", in, stepped(in.type(0), in.shape(0).with(axis, length).dims(), in.type(0).steps()));
        });
    }

    private static boolean negative(Expr e) {
        return e instanceof Expr.Num n && n.value().signum() < 0;
    }

    /** As Python does: negative places count from the end, and nothing lies beyond it. */
    private static Expr clamped(Expr at, Expr size) {
        Expr place = at instanceof Expr.Num n && n.value().signum() < 0 ? size.plus(at).normal() : at;
        Expr beyond = place.minus(size).normal();
        if (beyond instanceof Expr.Num n && n.value().signum() > 0) {
            return size;
        }
        return place instanceof Expr.Num n && n.value().signum() < 0 ? Expr.ZERO : place;
    }

    static Operation indexSelect(int dim) {
        return new Operation("indexSelect", List.of(dim), in -> {
            int axis = Axes.index(dim, in.rank(), "indexSelect");
            return taking("indexSelect", in, new TensorType(in.shape(0).with(axis, in.shape(1).numel()), in.type(0).dtype()));
        });
    }
}

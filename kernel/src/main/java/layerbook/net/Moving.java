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
        return Numbers.exprs(dims).stream().mapToInt(e -> e.exact().intValueExact()).toArray();
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

    static Operation like(String name) {
        return new Operation(name, List.of(), in -> Rule.of(name).takes(Letters.ANY).anything().gives(Letters.ANY));
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
            int axis = Axes.index(dim, in.rank(), "chunk");
            Expr size = in.shape(0).dim(axis);
            Rule rule = taking("chunk", in, null);
            if (!size.isNumber()) {
                for (int i = 0; i < chunks; i++) {
                    rule.gives(cut(in.type(0), axis, size.over(Expr.of(chunks)).normal()));
                }
                return rule;
            }
            long all = size.exact().longValueExact();
            long each = Math.max(1, (all + chunks - 1) / chunks);
            for (long at = 0; at < all; at += each) {
                rule.gives(cut(in.type(0), axis, Expr.of(Math.min(each, all - at))));
            }
            return rule;
        });
    }

    static Operation split(List<Expr> sizes, int dim) {
        return new Operation("split", List.of(sizes, dim), in -> {
            int axis = Axes.index(dim, in.rank(), "split");
            Expr size = in.shape(0).dim(axis);
            Rule rule = taking("split", in, null);
            if (sizes.size() == 1 && size.isNumber()) {
                long all = size.exact().longValueExact();
                long each = sizes.get(0).exact().longValueExact();
                for (long at = 0; at < all; at += each) {
                    rule.gives(cut(in.type(0), axis, Expr.of(Math.min(each, all - at))));
                }
                return rule;
            }
            if (!Expr.sum(sizes).normal().equals(size)) {
                throw Refusal.shape("split cannot cut axis " + axis + " of " + in.shape(0).text()).why("the parts " + sizes.stream().map(Expr::text).toList() + " add up to " + Expr.sum(sizes).normal().text() + ", not " + size.text());
            }
            sizes.forEach(s -> rule.gives(cut(in.type(0), axis, s)));
            return rule;
        });
    }

    static Operation select(int dim, Object index) {
        return new Operation("select", List.of(dim, index), in -> {
            int axis = Axes.index(dim, in.rank(), "select");
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
            int axis = Axes.index(dim, in.rank(), "slice");
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

    /** As Python does: negative places count from the end, and nothing lies beyond it. */
    private static Expr clamped(Expr at, Expr size) {
        Expr place = at instanceof Expr.Num n && n.value().signum() < 0 ? size.plus(at).normal() : at;
        Expr beyond = place.minus(size).normal();
        if (beyond instanceof Expr.Num n && n.value().signum() > 0) {
            return size;
        }
        return place instanceof Expr.Num n && n.value().signum() < 0 ? Expr.ZERO : place;
    }

    static Operation pad(List<Expr> padding) {
        return new Operation("pad", padding, in -> {
            var out = new ArrayList<>(in.shape(0).dims());
            for (int i = 0; i + 1 < padding.size(); i += 2) {
                int axis = in.rank() - 1 - i / 2;
                if (axis < 0) {
                    throw Refusal.shape("pad is given more axes than " + in.shape(0).text() + " has");
                }
                out.set(axis, out.get(axis).plus(padding.get(i)).plus(padding.get(i + 1)));
            }
            return taking("pad", in, new TensorType(new Shape(out), in.type(0).dtype()));
        });
    }

    static Operation indexSelect(int dim) {
        return new Operation("indexSelect", List.of(dim), in -> {
            int axis = Axes.index(dim, in.rank(), "indexSelect");
            return taking("indexSelect", in, new TensorType(in.shape(0).with(axis, in.shape(1).numel()), in.type(0).dtype()));
        });
    }
}

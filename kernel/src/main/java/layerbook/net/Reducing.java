package layerbook.net;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import layerbook.formula.Expr;
import layerbook.layer.Inputs;
import layerbook.layer.Kind;
import layerbook.layer.Letters;
import layerbook.layer.Option;
import layerbook.layer.Rule;
import layerbook.shape.DType;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/** One number of many along axes: mean, sum, max ... */
final class Reducing {
    /** What is wanted: along which axes (none for all), and whether they stay with size 1. */
    private record Wanted(List<Expr> dims, boolean keep) {
        List<?> arguments() {
            return keep ? List.of(dims, "keepdim") : List.of(dims);
        }
    }

    private static final Expr.Sym Y = Letters.letter("|y|", "numbers in the output");

    /** What gives one of the numbers that come in, or its place. */
    private static final List<String> PICKING = List.of("max", "min", "median", "amax", "amin", "argmax", "argmin");

    private Reducing() {}

    /** Along any number of axes, all if none is named. */
    static Operation of(String name, Kind kind, Object... given) {
        Wanted w = read(name, given);
        return new Operation(name, w.arguments(), in -> {
            if (name.equals("mean") && !in.type(0).dtype().isFloating()) {
                throw Refusal.shape("mean wants numbers with a fraction, not " + in.type(0).dtype().torchName()).why("the mean of whole numbers is none").fix("to(FLOAT32)");
            }
            DType dtype = name.equals("all") || name.equals("any") ? DType.BOOL : sums(name, in.type(0).dtype());
            return rule(name, kind, in, w).gives(new TensorType(out(name, in.shape(0), w), dtype));
        });
    }

    /** Along one axis: the numbers, and as a second output the places where they were found. */
    static Operation pair(String name, Kind kind, Object... given) {
        Wanted w = single(name, read(name, given));
        return new Operation(name, w.arguments(), in -> {
            Shape out = out(name, in.shape(0), w);
            return rule(name, kind, in, w).gives(new TensorType(out, in.type(0).dtype())).when(!w.dims().isEmpty(), r -> r.gives(new TensorType(out, DType.INT64)));
        });
    }

    /** The place of a number along one axis, or in the whole. */
    static Operation place(String name, Object... given) {
        Wanted w = single(name, read(name, given));
        return new Operation(name, w.arguments(), in -> rule(name, Kind.COMPARE, in, w).gives(new TensorType(out(name, in.shape(0), w), DType.INT64)));
    }

    /** Along one axis at most. */
    static Operation one(String name, Kind kind, Object... given) {
        Wanted w = single(name, read(name, given));
        return new Operation(name, w.arguments(), in -> rule(name, kind, in, w).gives(new TensorType(out(name, in.shape(0), w), sums(name, in.type(0).dtype()))));
    }

    /** Whole numbers add up to long ones. */
    private static DType sums(String name, DType from) {
        return (name.equals("sum") || name.equals("prod")) && !from.isFloating() ? DType.INT64 : from;
    }

    /** Of nothing there is a sum and a mean (0 and NaN), but no largest number. */
    private static void checkThereIsOne(String name, Inputs in, Wanted w) {
        boolean empty = w.dims().isEmpty() ? in.shape(0).numel().isZero()
            : w.dims().stream().anyMatch(d -> in.rank() > 0 && in.shape(0).dim(Axes.index(Numbers.whole(d, "dim"), in.rank(), name)).isZero());
        if (empty && (PICKING.contains(name) && !(name.equals("median") && w.dims().isEmpty()))) {
            throw Refusal.shape(name + " has nothing to choose from in " + in.shape(0).text()).at("dim", "an axis of size 0").why("of no numbers none is the largest, the smallest or the middle one");
        }
    }

    private static Rule rule(String name, Kind kind, Inputs in, Wanted w) {
        checkThereIsOne(name, in, w);
        Rule rule = Rule.of(name).takes(Letters.ANY).anything().let(Y, out(name, in.shape(0), w).numel()).work(kind, Letters.ANY);
        switch (name) {
            case "mean" -> rule.work("means", Kind.DIVIDE, Y);
            case "var", "std" -> rule.work("means", Kind.DIVIDE, Y).work("squared distances", Kind.MULTIPLY, Letters.ANY).work("their sum", Kind.ADD, Letters.ANY)
                .work("variances", Kind.DIVIDE, Y).when(name.equals("std"), r -> r.work("roots", Kind.SQUARE_ROOT, Y));
            case "norm" -> rule.work("squares", Kind.MULTIPLY, Letters.ANY).work("roots", Kind.SQUARE_ROOT, Y);
            default -> { }
        }
        return rule;
    }

    private static Wanted single(String name, Wanted w) {
        if (w.dims().size() > 1) {
            throw Refusal.option(name + " works along one axis, not " + w.dims().size()).at("dim", "one axis").fix("amax(" + String.join(", ", w.dims().stream().map(Numbers::java).toList()) + ")");
        }
        return w;
    }

    private static Shape out(String name, Shape from, Wanted w) {
        var reduced = new TreeSet<Integer>();
        for (Expr a : w.dims()) {
            if (!reduced.add(Axes.index(Numbers.whole(a, "dim"), from.rank(), name)) && from.rank() > 0) {
                throw Refusal.shape(name + " is given an axis twice").at("dim", "given twice").why("among " + w.dims().stream().map(Expr::text).toList());
            }
        }
        var out = new ArrayList<Expr>();
        for (int i = 0; i < from.rank(); i++) {
            if (!w.dims().isEmpty() && !reduced.contains(i)) {
                out.add(from.dim(i));
            } else if (w.keep()) {
                out.add(Expr.ONE);
            }
        }
        return new Shape(out);
    }

    private static Wanted read(String name, Object... given) {
        var dims = new ArrayList<Object>();
        boolean keep = false;
        for (Object g : given) {
            if (g instanceof Option o && o.name().equals("keepdim")) {
                keep = o.values().isEmpty() || Boolean.TRUE.equals(o.values().get(0));
            } else if (g instanceof Option o && o.name().equals("dim")) {
                dims.addAll(o.values());
            } else if (g instanceof Option o && !o.name().equals("unbiased") && !o.name().equals("correction") && !o.name().equals("p")) {
                throw Refusal.option(name + " has no option " + o.name()).at(o.name(), "not an option of " + name).why(name + " has dim, keepdim");
            } else if (g instanceof Boolean b) {
                keep = b;
            } else if (!(g instanceof Option)) {
                dims.add(g);
            }
        }
        return new Wanted(Numbers.exprs(dims.toArray()), keep);
    }
}

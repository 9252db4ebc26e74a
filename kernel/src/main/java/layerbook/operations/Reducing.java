package layerbook.operations;

import static layerbook.operations.Operator.Place.METHOD;
import static layerbook.operations.Operator.Place.TORCH;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import layerbook.formula.Expr;
import layerbook.layer.Inputs;
import layerbook.layer.Keeps;
import layerbook.layer.Kind;
import layerbook.layer.Letters;
import layerbook.layer.Rule;
import layerbook.net.Numbers;
import layerbook.shape.DType;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/** One number of many along axes: mean, sum, max ... */
final class Reducing {
    private static final Expr.Sym Y = Letters.letter("|y|", "numbers in the output");

    /** What gives one of the numbers that come in, or its place. */
    private static final Set<String> PICKING = Set.of("max", "min", "median", "amax", "amin", "argmax", "argmin");
    private static final String ALONG = "(Tensor input, int[]? dim=None, bool keepdim=False, *, dtype? dtype=None)";
    private static final String PLAIN = "(Tensor input, int[]? dim=None, bool keepdim=False)";
    
    private static final String[] DEVIATIONS = {"(Tensor input, int[]? dim=None, bool unbiased=True, bool keepdim=False)",
        "(Tensor input, bool unbiased)", "(Tensor input, int[]? dim=None, *, int? correction=1, bool keepdim=False)"};

    static final List<Operator> OPERATORS = List.of(
        Operator.of("mean", "The mean along the dims that are named, or of all numbers.").takes(ALONG).in(METHOD, TORCH).rule((a, in) -> of("mean", Kind.ADD, a, in)).keepsNothing(),
        Operator.of("sum", "The sum along the dims that are named, or of all numbers.").takes(ALONG).in(METHOD, TORCH).rule((a, in) -> of("sum", Kind.ADD, a, in)).keepsNothing(),
        paired("max", "The largest number; along a dim, its place is a second output (x.max(1).output(1)). With a tensor, the larger of both.", "maximum")
            .stating((r, a, in) -> r.keeps(k -> found(k, a))),
        paired("min", "The smallest number; along a dim, its place is a second output. With a tensor, the smaller of both.", "minimum")
            .stating((r, a, in) -> r.keeps(k -> found(k, a))),
        Operator.of("median", "The middle number; along a dim, its place is a second output.").takes(PLAIN).in(METHOD, TORCH).gives("values", "indices")
            .rule((a, in) -> pair("median", a, in))
            .stating((r, a, in) -> r.keeps(k -> found(k, a))),
        Operator.of("amax", "The largest number along the dims that are named.").takes(PLAIN).in(METHOD, TORCH).rule((a, in) -> of("amax", Kind.COMPARE, a, in)).keeps(k -> k.input(0).output(0)),
        Operator.of("amin", "The smallest number along the dims that are named.").takes(PLAIN).in(METHOD, TORCH).rule((a, in) -> of("amin", Kind.COMPARE, a, in)).keeps(k -> k.input(0).output(0)),
        Operator.of("prod", "The product along a dim, or of all numbers.").takes("(Tensor input, int[]? dim=None, bool keepdim=False, *, dtype? dtype=None)").in(METHOD, TORCH)
            .rule((a, in) -> of("prod", Kind.MULTIPLY, single("prod", a), in)).keeps(k -> k.input(0).output(0)),
        Operator.of("var", "The variance; unbiased(false) divides by n, correction(c) by n - c.").takes(DEVIATIONS).in(METHOD, TORCH)
            .rule((a, in) -> of("var", Kind.ADD, a, in)).keeps(k -> k.input(0)),
        Operator.of("std", "The standard deviation; unbiased(false) divides by n, correction(c) by n - c.").takes(DEVIATIONS).in(METHOD, TORCH)
            .rule((a, in) -> of("std", Kind.ADD, a, in)).keeps(k -> k.input(0).output(0)),
        Operator.of("norm", "The norm: first the power p, then the dims: x.norm(2, 1), x.norm(dim(1)).")
            .takes("(Tensor input, Scalar|str? p=\"fro\", int[]? dim=None, bool keepdim=False, *, dtype? dtype=None)").in(METHOD, TORCH)
            .rule((a, in) -> of("norm", Kind.ADD, a, in)).keeps(k -> k.input(0).output(0)),
        Operator.of("logsumexp", "The logarithm of the sum of e to each number.").takes(PLAIN).in(METHOD, TORCH).rule((a, in) -> of("logsumexp", Kind.EXPONENTIAL, a, in)).keeps(k -> k.input(0).output(0)),
        Operator.of("all", "Whether all hold.").takes(PLAIN).in(METHOD, TORCH).rule((a, in) -> of("all", Kind.COMPARE, a, in)).keepsNothing(),
        Operator.of("any", "Whether any holds.").takes(PLAIN).in(METHOD, TORCH).rule((a, in) -> of("any", Kind.COMPARE, a, in)).keepsNothing(),
        Operator.of("argmax", "The place of the largest number along a dim, or in the whole.").takes(PLAIN).in(METHOD, TORCH).rule((a, in) -> place("argmax", a, in)).keepsNothing(),
        Operator.of("argmin", "The place of the smallest number along a dim, or in the whole.").takes(PLAIN).in(METHOD, TORCH).rule((a, in) -> place("argmin", a, in)).keepsNothing());

    private Reducing() {}

    private static Operator paired(String name, String doc, String ofTwo) {
        return Operator.of(name, doc).takes(PLAIN, "(Tensor input, Tensor other)").in(METHOD, TORCH).gives("values", "indices")
            .composed((a, t) -> t.size() > 1 ? Applying.call(t.get(0), ofTwo, t.get(1)) : null).rule((a, in) -> pair(name, a, in));
    }

    /** Along an axis the places are kept; of the whole the input and the number that was found. */
    private static void found(Keeps keeps, Bindings a) {
        keeps.when(!a.sizes("dim").isEmpty(), k -> k.output(1)).when(a.sizes("dim").isEmpty(), k -> k.input(0).output(0));
    }

    /** Along any number of axes, all if none is named. */
    private static Rule of(String name, Kind kind, Bindings a, Inputs in) {
        if (name.equals("mean") && !in.type(0).dtype().isFloating()) {
            throw Refusal.shape("mean wants numbers with a fraction, not " + in.type(0).dtype().torchName()).why("the mean of whole numbers is none").fix("to(FLOAT32)");
        }
        DType dtype = name.equals("all") || name.equals("any") ? DType.BOOL : a.has("dtype") ? a.dtype("dtype") : sums(name, in.type(0).dtype());
        return rule(name, kind, in, a).gives(new TensorType(out(name, in.shape(0), a), dtype));
    }

    /** Along one axis: the numbers, and as a second output the places where they were found. */
    private static Rule pair(String name, Bindings given, Inputs in) {
        Bindings a = single(name, given);
        Shape out = out(name, in.shape(0), a);
        return rule(name, Kind.COMPARE, in, a).gives(new TensorType(out, in.type(0).dtype()))
            .when(!a.sizes("dim").isEmpty(), r -> r.gives(new TensorType(out, DType.INT64)));
    }

    /** The place of a number along one axis, or in the whole. */
    private static Rule place(String name, Bindings a, Inputs in) {
        return rule(name, Kind.COMPARE, in, single(name, a)).gives(new TensorType(out(name, in.shape(0), a), DType.INT64));
    }

    /** Whole numbers add up to long ones. */
    private static DType sums(String name, DType from) {
        return (name.equals("sum") || name.equals("prod")) && !from.isFloating() ? DType.INT64 : from;
    }

    /** Of nothing there is a sum and a mean (0 and NaN), but no largest number. */
    private static void checkThereIsOne(String name, Inputs in, Bindings a) {
        boolean empty = a.sizes("dim").isEmpty() ? in.shape(0).numel().isZero()
            : a.sizes("dim").stream().anyMatch(d -> in.rank() > 0 && in.shape(0).dim(Axes.index(Numbers.whole(d, "dim"), in.rank(), name)).isZero());
        if (empty && (PICKING.contains(name) && !(name.equals("median") && a.sizes("dim").isEmpty()))) {
            throw Refusal.shape(name + " has nothing to choose from in " + in.shape(0).text()).at("dim", "an axis of size 0").why("of no numbers none is the largest, the smallest or the middle one");
        }
    }

    private static Rule rule(String name, Kind kind, Inputs in, Bindings a) {
        checkThereIsOne(name, in, a);
        Rule rule = Rule.of(name).takes(Letters.ANY).anything().let(Y, out(name, in.shape(0), a).numel()).work(kind, Letters.ANY);
        switch (name) {
            case "mean" -> rule.work("means", Kind.DIVIDE, Y);
            case "var", "std" -> rule.work("means", Kind.DIVIDE, Y).work("squared distances", Kind.MULTIPLY, Letters.ANY).work("their sum", Kind.ADD, Letters.ANY)
                .work("variances", Kind.DIVIDE, Y).when(name.equals("std"), r -> r.work("roots", Kind.SQUARE_ROOT, Y));
            case "norm" -> rule.work("squares", Kind.MULTIPLY, Letters.ANY).work("roots", Kind.SQUARE_ROOT, Y);
            default -> { }
        }
        return rule;
    }

    private static Bindings single(String name, Bindings a) {
        if (a.sizes("dim").size() > 1) {
            throw Refusal.option(name + " works along one axis, not " + a.sizes("dim").size()).at("dim", "one axis").fix("amax(" + String.join(", ", a.sizes("dim").stream().map(Numbers::java).toList()) + ")");
        }
        return a;
    }

    private static Shape out(String name, Shape from, Bindings a) {
        var reduced = new TreeSet<Integer>();
        for (Expr axis : a.sizes("dim")) {
            if (!reduced.add(Axes.index(Numbers.whole(axis, "dim"), from.rank(), name)) && from.rank() > 0) {
                throw Refusal.shape(name + " is given an axis twice").at("dim", "given twice").why("among " + a.sizes("dim").stream().map(Expr::text).toList());
            }
        }
        var out = new ArrayList<Expr>();
        for (int i = 0; i < from.rank(); i++) {
            if (!a.sizes("dim").isEmpty() && !reduced.contains(i)) {
                out.add(from.dim(i));
            } else if (a.flag("keepdim")) {
                out.add(Expr.ONE);
            }
        }
        return new Shape(out);
    }
}

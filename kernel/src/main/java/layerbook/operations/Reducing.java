package layerbook.operations;

import static layerbook.operations.Numeric.ANY;
import static layerbook.operations.Numeric.FRACTION;
import static layerbook.operations.Numeric.FRACTIONS;
import static layerbook.operations.Numeric.FRACTIONS_OR_COMPLEX;
import static layerbook.operations.Numeric.NOT_COMPLEX;
import static layerbook.operations.Numeric.PLACES;
import static layerbook.operations.Numeric.REAL;
import static layerbook.operations.Numeric.REALS;
import static layerbook.operations.Numeric.SAME;
import static layerbook.operations.Numeric.SUM;
import static layerbook.operations.Numeric.TRUTH;
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
import layerbook.shape.DType.Family;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/** One number of many along axes: mean, sum, max ... */
final class Reducing {
    private static final Expr.Sym Y = Letters.letter("|y|", "numbers in the output");

    /** What gives one of the numbers that come in, or its place. */
    private static final Set<String> PICKING = Set.of("max", "min", "median", "nanmedian", "mode", "amax", "amin", "argmax", "argmin", "aminmax", "kthvalue");
    private static final String ALONG = "(Tensor input, int[]? dim=None, bool keepdim=False, *, dtype? dtype=None)";
    private static final String PLAIN = "(Tensor input, int[]? dim=None, bool keepdim=False)";
    private static final String[] DEVIATIONS = {"(Tensor input, int[]? dim=None, bool unbiased=True, bool keepdim=False)", "(Tensor input, bool unbiased)",
        "(Tensor input, int[]? dim=None, *, int|float? correction=1, bool keepdim=False)"};
    private static final String[] QUANTILE = {"(Tensor input, Tensor|float|float[] q, int? dim=None, bool keepdim=False, *, str interpolation=\"linear\")"};

    static final List<Operator> OPERATORS = List.of(
        of("mean", Kind.ADD, SAME, FRACTIONS_OR_COMPLEX, "The mean along the dims that are named, or of all numbers.", ALONG).keepsNothing(),
        of("sum", Kind.ADD, SUM, ANY, "The sum along the dims that are named, or of all numbers.", ALONG).keepsNothing(),
        of("nanmean", Kind.ADD, SAME, FRACTIONS, "The mean of what is a number.", ALONG).stating((r, a, in) -> checkCast("nanmean", FRACTIONS, a, in)),
        of("nansum", Kind.ADD, SUM, NOT_COMPLEX, "The sum of what is a number.", ALONG).stating((r, a, in) -> checkCast("nansum", NOT_COMPLEX, a, in)).keeps(k -> k.input(0)),
        of("amax", Kind.COMPARE, SAME, NOT_COMPLEX, "The largest number along the dims that are named.", PLAIN).keeps(k -> k.input(0).output(0)),
        of("amin", Kind.COMPARE, SAME, NOT_COMPLEX, "The smallest number along the dims that are named.", PLAIN).keeps(k -> k.input(0).output(0)),
        of("logsumexp", Kind.EXPONENTIAL, FRACTION, NOT_COMPLEX, "The logarithm of the sum of e to each number.", PLAIN).keeps(k -> k.input(0).output(0)),
        of("norm", Kind.ADD, REAL, FRACTIONS_OR_COMPLEX, "The norm: first the power p, then the dims: x.norm(2, 1), x.norm(dim(1)).",
            "(Tensor input, Scalar|str? p=\"fro\", int[]? dim=None, bool keepdim=False, *, dtype? dtype=None)").keeps(k -> k.input(0).output(0)),
        of("var", Kind.ADD, REAL, FRACTIONS_OR_COMPLEX, "The variance; unbiased(false) divides by n, correction(c) by n - c.", DEVIATIONS).keeps(k -> k.input(0)),
        of("std", Kind.ADD, REAL, FRACTIONS_OR_COMPLEX, "The standard deviation; unbiased(false) divides by n, correction(c) by n - c.", DEVIATIONS).keeps(k -> k.input(0).output(0)),
        of("all", Kind.COMPARE, TRUTH, ANY, "Whether all hold.", PLAIN).keepsNothing(),
        of("any", Kind.COMPARE, TRUTH, ANY, "Whether any holds.", PLAIN).keepsNothing(),
        of("count_nonzero", Kind.COMPARE, PLACES, ANY, "How many numbers are not zero.", "(Tensor input, int[]? dim=None)").keepsNothing(),
        Operator.of("prod", "The product along a dim, or of all numbers.").takes(ALONG).in(METHOD, TORCH)
            .rule((a, in) -> reduced("prod", Kind.MULTIPLY, SUM, ANY, single("prod", a), in)).keeps(k -> k.input(0).output(0)),
        paired("max", "The largest number; along a dim, its place is a second output (x.max(1).output(1)). With a tensor, the larger of both.", "maximum").stating((r, a, in) -> r.keeps(k -> found(k, a))),
        paired("min", "The smallest number; along a dim, its place is a second output. With a tensor, the smaller of both.", "minimum").stating((r, a, in) -> r.keeps(k -> found(k, a))),
        Operator.of("median", "The middle number; along a dim, its place is a second output.").takes(PLAIN).in(METHOD, TORCH).gives("values", "indices")
            .rule((a, in) -> pair("median", REALS, a, in)).stating((r, a, in) -> r.keeps(k -> found(k, a))),
        Operator.of("nanmedian", "The middle of what is a number; along a dim, its place is a second output.").takes(PLAIN).in(METHOD, TORCH).gives("values", "indices")
            .rule((a, in) -> pair("nanmedian", REALS, a, in)).stating((r, a, in) -> r.keeps(k -> found(k, a))),
        Operator.of("mode", "The most frequent number along a dim, and its place as a second output.").takes("(Tensor input, int[] dim=[-1], bool keepdim=False)")
            .in(METHOD, TORCH).gives("values", "indices").rule((a, in) -> pair("mode", NOT_COMPLEX, a, in)).stating((r, a, in) -> r.keeps(k -> found(k, a))),
        Operator.of("kthvalue", "The k-th smallest number along a dim, and its place as a second output.")
            .takes("(Tensor input, int k, int[] dim=[-1], bool keepdim=False)").in(METHOD, TORCH).gives("values", "indices").rule(Reducing::kth).keeps(k -> k.output(1)),
        Operator.of("argmax", "The place of the largest number along a dim, or in the whole.").takes(PLAIN).in(METHOD, TORCH).rule((a, in) -> place("argmax", a, in)).keepsNothing(),
        Operator.of("argmin", "The place of the smallest number along a dim, or in the whole.").takes(PLAIN).in(METHOD, TORCH).rule((a, in) -> place("argmin", a, in)).keepsNothing(),
        Operator.of("aminmax", "The smallest and the largest number along a dim, or of all.").takes("(Tensor input, *, int? dim=None, bool keepdim=False)")
            .in(METHOD, TORCH).gives("min", "max").rule((a, in) -> both("aminmax", SAME, NOT_COMPLEX, Kind.COMPARE, a, in)),
        Operator.of("std_mean", "The standard deviation, and the mean as a second output.").takes(DEVIATIONS).in(TORCH)
            .rule((a, in) -> both("stdMean", SAME, FRACTIONS_OR_COMPLEX, Kind.ADD, a, in)).gives("std", "mean"),
        Operator.of("var_mean", "The variance, and the mean as a second output.").takes(DEVIATIONS).in(TORCH)
            .rule((a, in) -> both("varMean", SAME, FRACTIONS_OR_COMPLEX, Kind.ADD, a, in)).gives("var", "mean"),
        Operator.of("quantile", "The number below which a part q of the numbers lies, along a dim or of all.").takes(QUANTILE).in(METHOD, TORCH)
            .rule((a, in) -> quantile("quantile", a, in)),
        Operator.of("nanquantile", "The quantile of what is a number.").takes(QUANTILE).in(METHOD, TORCH).rule((a, in) -> quantile("nanquantile", a, in)));

    private Reducing() {}

    private static Operator of(String name, Kind kind, Numeric numeric, Set<Family> accepted, String doc, String... schemas) {
        return Operator.of(name, doc).takes(schemas).in(METHOD, TORCH).rule((a, in) -> reduced(name, kind, numeric, accepted, a, in));
    }

    private static Operator paired(String name, String doc, String ofTwo) {
        return Operator.of(name, doc).takes(PLAIN, "(Tensor input, Tensor other)").in(METHOD, TORCH).gives("values", "indices")
            .composed((a, t) -> t.size() > 1 ? Applying.call(t.get(0), ofTwo, t.get(1)) : null).rule((a, in) -> pair(name, NOT_COMPLEX, a, in));
    }

    /** Along an axis the places are kept; of the whole the input and the number that was found. */
    private static void found(Keeps keeps, Bindings a) {
        keeps.when(!a.sizes("dim").isEmpty(), k -> k.output(1)).when(a.sizes("dim").isEmpty(), k -> k.input(0).output(0));
    }

    /** Along any number of axes, all if none is named. A dtype that is asked for is what the numbers are cast to first. */
    private static Rule reduced(String name, Kind kind, Numeric numeric, Set<Family> accepted, Bindings a, Inputs in) {
        DType from = a.schema().argument("dtype").isPresent() && a.has("dtype") ? a.dtype("dtype") : in.type(0).dtype();
        if (name.equals("mean") && from.family().compareTo(Family.FRACTION) < 0) {
            throw Refusal.shape("mean wants numbers with a fraction, not " + from.torchName()).at("input", from.torchName())
                .why("PyTorch has no mean of whole numbers; x.to(FLOAT32) gives them a fraction");
        }
        String word = Spelling.camel(name);
        if (name.equals("norm") && a.get("p") instanceof String && a.sizes("dim").size() > 2) {
            throw Refusal.shape("norm of a matrix is along 2 axes at most").at("dim", a.sizes("dim").size() + " axes");
        }
        boolean bytes = numeric == TRUTH && from == DType.UINT8;
        DType out = bytes ? from : a.schema().argument("dtype").isPresent() && a.has("dtype") ? Numeric.checked(word, from, name.equals("nansum") ? ANY : accepted)
            : numeric.of(Numeric.checked(word, from, accepted));
        return rule(word, kind, in, a).gives(new TensorType(out(word, in.shape(0), a), out));
    }

    /** NaN is looked for before the cast: the input is checked as well, and numbers with a fraction stay such. */
    private static void checkCast(String name, Set<Family> accepted, Bindings a, Inputs in) {
        DType from = Numeric.checked(name, in.type(0).dtype(), accepted);
        if (a.has("dtype") && from.family() == Family.FRACTION) {
            Numeric.checked(name, a.dtype("dtype"), FRACTIONS);
        }
    }

    /** Along one axis: the numbers, and as a second output the places where they were found. */
    private static Rule pair(String name, Set<Family> accepted, Bindings given, Inputs in) {
        Bindings a = single(name, given);
        Shape out = out(name, in.shape(0), a);
        return rule(name, Kind.COMPARE, in, a).gives(new TensorType(out, Numeric.checked(name, in.type(0).dtype(), accepted)))
            .when(!a.sizes("dim").isEmpty(), r -> r.gives(new TensorType(out, DType.INT64)));
    }

    private static Rule kth(Bindings a, Inputs in) {
        Shape from = in.shape(0);
        Expr size = from.rank() == 0 ? Expr.ONE : from.dim(Axes.index(a.integer("dim"), from.rank(), "kthvalue"));
        Expr k = a.size("k");
        if (Numbers.isNegative(k.minus(1).normal()) || Numbers.isNegative(size.minus(k).normal())) {
            throw Refusal.shape("kthvalue cannot find number " + k.text() + " of " + size.text()).at("k", "between 1 and " + size.text());
        }
        return pair("kthvalue", REALS, a, in);
    }

    /** Two numbers of the same numbers: the least and the largest, deviation and mean. */
    private static Rule both(String word, Numeric numeric, Set<Family> accepted, Kind kind, Bindings a, Inputs in) {
        DType dtype = Numeric.checked(word, in.type(0).dtype(), accepted);
        TensorType out = new TensorType(out(word, in.shape(0), a), numeric.of(dtype));
        return rule(word, kind, in, a).gives(kind == Kind.ADD ? new TensorType(out.shape(), dtype.real()) : out).gives(out);
    }

    private static Rule quantile(String word, Bindings a, Inputs in) {
        DType dtype = in.type(0).dtype();
        if (dtype != DType.FLOAT32 && dtype != DType.FLOAT64) {
            throw Refusal.shape(word + " takes float32 or float64, not " + dtype.torchName()).at("input", dtype.torchName());
        }
        if (a.isTensor("q") && a.type("q", in).dtype() != dtype) {
            throw Refusal.shape(word + " wants q in the dtype of its input, " + dtype.torchName()).at("q", a.type("q", in).dtype().torchName());
        }
        var dims = new ArrayList<Expr>();
        if (a.isTensor("q")) {
            if (a.shape("q", in).rank() > 1) {
                throw Refusal.shape(word + " wants one q or a list of them, not " + a.shape("q", in).text()).at("q", "has more than one axis");
            }
            dims.addAll(a.shape("q", in).dims());
        } else if (a.get("q") instanceof List<?> several) {
            dims.add(Expr.of(several.size()));
        }
        if (in.shape(0).numel().isZero()) {
            throw Refusal.shape(word + " has nothing to choose from in " + in.shape(0).text()).at("input", "no numbers");
        }
        dims.addAll(out(word, in.shape(0), a).dims());
        return Operation.taking(word, in, new TensorType(new Shape(dims), dtype)).let(X, in.shape(0).numel()).work(Kind.COMPARE, X);
    }

    private static final Expr.Sym X = Letters.letter("|x|", "numbers in the input");

    /** The place of a number along one axis, or in the whole. */
    private static Rule place(String name, Bindings a, Inputs in) {
        boolean one = a.has("dim") && in.rank() > 0 && a.sizes("dim").size() == 1 && in.shape(0).dim(Axes.index(a.integer("dim"), in.rank(), name)).isOne();
        Numeric.checked(name, in.type(0).dtype(), one ? NOT_COMPLEX : REALS); // along an axis of one place PyTorch compares nothing
        return rule(name, Kind.COMPARE, in, single(name, a)).gives(new TensorType(out(name, in.shape(0), a), DType.INT64));
    }

    /** Of nothing there is a sum and a mean (0 and NaN), but no largest number. */
    private static void checkThereIsOne(String name, Inputs in, Bindings a) {
        boolean empty = a.sizes("dim").isEmpty() ? in.shape(0).numel().isZero()
            : a.sizes("dim").stream().anyMatch(d -> in.rank() > 0 && in.shape(0).dim(Axes.index(Numbers.whole(d, "dim"), in.rank(), name)).isZero());
        if (empty && (PICKING.contains(name) && !(name.endsWith("median") && a.sizes("dim").isEmpty()))) {
            throw Refusal.shape(name + " has nothing to choose from in " + in.shape(0).text()).at("dim", "an axis of size 0").why("of no numbers none is the largest, the smallest or the middle one");
        }
    }

    private static Rule rule(String name, Kind kind, Inputs in, Bindings a) {
        checkThereIsOne(name, in, a);
        Rule rule = Rule.of(name).takes(Letters.ANY).anything().let(Y, out(name, in.shape(0), a).numel()).work(kind, Letters.ANY);
        switch (name) {
            case "mean" -> rule.work("means", Kind.DIVIDE, Y);
            case "var", "std", "varMean", "stdMean" -> rule.work("means", Kind.DIVIDE, Y).work("squared distances", Kind.MULTIPLY, Letters.ANY).work("their sum", Kind.ADD, Letters.ANY)
                .work("variances", Kind.DIVIDE, Y).when(name.startsWith("std"), r -> r.work("roots", Kind.SQUARE_ROOT, Y));
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

    static Shape out(String name, Shape from, Bindings a) {
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

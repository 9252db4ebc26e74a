package layerbook.operations;

import static layerbook.operations.Operator.Place.IN_PLACE;
import static layerbook.operations.Operator.Place.METHOD;
import static layerbook.operations.Operator.Place.TORCH;

import java.util.List;
import java.util.Set;
import layerbook.formula.Expr;
import layerbook.layer.Inputs;
import layerbook.layer.Kind;
import layerbook.layer.Letters;
import layerbook.layer.Rule;
import layerbook.shape.DType;
import layerbook.shape.DType.Family;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/** Numbers put in order, or added up step by step, along an axis. */
final class Ordering {
    static final List<Operator> OPERATORS = List.of(
        Operator.of("topk", "The k largest numbers along a dim (the last one if none is named), and their places as a second output.")
            .takes("(Tensor input, int k, int dim=-1, bool largest=True, bool sorted=True)").in(METHOD, TORCH).gives("values", "indices").rule(Ordering::topk).keeps(k -> k.output(1)),
        Operator.of("sort", "The numbers in order along a dim (the last one if none is named), and their old places as a second output.")
            .takes("(Tensor input, int dim=-1, bool descending=False, *, bool stable=False)").in(METHOD, TORCH).gives("values", "indices").rule((a, in) -> {
                Axes.index(a.integer("dim"), in.rank(), "sort");
                return pair("sort", Numeric.NOT_COMPLEX, in, in.shape(0));
            }).keeps(k -> k.output(1)),
        Operator.of("argsort", "The places of the numbers in order along a dim (the last one if none is named).")
            .takes("(Tensor input, int dim=-1, bool descending=False, *, bool stable=False)").in(METHOD, TORCH).rule(Ordering::places).keepsNothing(),
        Operator.of("msort", "The numbers in order along the first axis.").takes("(Tensor input)").in(METHOD, TORCH)
            .composed((a, t) -> Applying.call(t.get(0), "sort", layerbook.layer.Option.of("dim", 0))),
        furthest("cummax", "The largest number up to each place of an axis, and its place as a second output."),
        furthest("cummin", "The smallest number up to each place of an axis, and its place as a second output."),
        Operator.of("logcumsumexp", "The logarithm of the sum of e to each number up to each place of an axis.").takes("(Tensor input, int dim)").in(METHOD, TORCH)
            .rule((a, in) -> {
                Axes.index(a.integer("dim"), in.rank(), "logcumsumexp");
                return Unary.rule("logcumsumexp", Kind.EXPONENTIAL, in, Numeric.checked("logcumsumexp", in.type(0).dtype(), Numeric.FRACTIONS));
            }),
        Operator.of("cumsum", "The sums of all numbers up to each place of an axis.").takes("(Tensor input, int dim, *, dtype? dtype=None)").in(METHOD, TORCH, IN_PLACE)
            .rule((a, in) -> along("cumsum", Kind.ADD, a, in)).keepsNothing(),
        Operator.of("cumprod", "The products of all numbers up to each place of an axis.").takes("(Tensor input, int dim, *, dtype? dtype=None)")
            .in(METHOD, TORCH, IN_PLACE).rule((a, in) -> along("cumprod", Kind.MULTIPLY, a, in)).keeps(k -> k.input(0).output(0)));

    private Ordering() {}

    private static Operator furthest(String name, String doc) {
        return Operator.of(name, doc).takes("(Tensor input, int dim)").in(METHOD, TORCH).gives("values", "indices").rule((a, in) -> {
            Axes.index(a.integer("dim"), in.rank(), name);
            return pair(name, Numeric.NOT_COMPLEX, in, in.shape(0));
        }).keeps(k -> k.output(1));
    }

    private static Rule topk(Bindings a, Inputs in) {
        int k = a.integer("k");
        int dim = a.integer("dim");
        int axis = Axes.index(dim, in.rank(), "topk");
        Shape from = in.shape(0);
        Expr size = from.rank() == 0 ? Expr.ONE : from.dim(axis);
        if (k < 0 || size instanceof Expr.Num n && n.value().compareTo(java.math.BigInteger.valueOf(k)) < 0) {
            throw Refusal.shape("topk cannot find " + k + " numbers").at("k", "at most " + size.text()).why("axis " + axis + " of " + from.text() + " has size " + size.text()).fix("topk(" + size.text() + ", " + dim + ")");
        }
        Shape out = from.rank() == 0 ? from : from.with(axis, Expr.of(k));
        return pair("topk", Numeric.REALS, in, out);
    }

    private static Rule places(Bindings a, Inputs in) {
        Axes.index(a.integer("dim"), in.rank(), "argsort");
        Numeric.checked("argsort", in.type(0).dtype(), Numeric.NOT_COMPLEX);
        return Rule.of("argsort").takes(Letters.ANY).anything().gives(new TensorType(in.shape(0), DType.INT64)).work(Kind.COMPARE, Letters.ANY);
    }

    private static Rule along(String name, Kind kind, Bindings a, Inputs in) {
        Axes.index(a.integer("dim"), in.rank(), name);
        DType from = in.type(0).dtype();
        DType dtype = a.has("dtype") ? a.dtype("dtype") : Numeric.SUM.of(from);
        return Rule.of(name).takes(Letters.ANY).anything().gives(new TensorType(in.shape(0), dtype)).work(kind, Letters.ANY);
    }

    private static Rule pair(String name, Set<Family> accepted, Inputs in, Shape out) {
        Numeric.checked(name, in.type(0).dtype(), accepted);
        return Rule.of(name).takes(Letters.ANY).anything().gives(new TensorType(out, in.type(0).dtype())).gives(new TensorType(out, DType.INT64)).work(Kind.COMPARE, Letters.ANY);
    }
}

package layerbook.net;

import java.util.List;
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

/** Numbers put in order, or added up step by step, along an axis. */
final class Ordering {
    private Ordering() {}

    static Operation topk(int k, Object... given) {
        int dim = dim(given);
        return new Operation("topk", List.of(k, dim), in -> {
            int axis = Axes.index(dim, in.rank(), "topk");
            Shape from = in.shape(0);
            Expr size = from.rank() == 0 ? Expr.ONE : from.dim(axis);
            if (k < 0 || size instanceof Expr.Num n && n.value().compareTo(java.math.BigInteger.valueOf(k)) < 0) {
                throw Refusal.shape("topk cannot find " + k + " numbers").at("k", "at most " + size.text()).why("axis " + axis + " of " + from.text() + " has size " + size.text()).fix("topk(" + size.text() + ", " + dim + ")");
            }
            Shape out = from.rank() == 0 ? from : from.with(axis, Expr.of(k));
            return pair("topk", in, out);
        });
    }

    static Operation sort(Object... given) {
        int dim = dim(given);
        return new Operation("sort", List.of(dim), in -> {
            Axes.index(dim, in.rank(), "sort");
            return pair("sort", in, in.shape(0));
        });
    }

    static Operation argsort(Object... given) {
        int dim = dim(given);
        return new Operation("argsort", List.of(dim), in -> {
            Axes.index(dim, in.rank(), "argsort");
            return Rule.of("argsort").takes(Letters.ANY).anything().gives(new TensorType(in.shape(0), DType.INT64)).work(Kind.COMPARE, Letters.ANY);
        });
    }

    static Operation along(String name, Kind kind, int dim) {
        return new Operation(name, List.of(dim), in -> {
            Axes.index(dim, in.rank(), name);
            DType dtype = in.type(0).dtype().isFloating() ? in.type(0).dtype() : DType.INT64;
            return Rule.of(name).takes(Letters.ANY).anything().gives(new TensorType(in.shape(0), dtype)).work(kind, Letters.ANY);
        });
    }

    private static Rule pair(String name, Inputs in, Shape out) {
        return Rule.of(name).takes(Letters.ANY).anything().gives(new TensorType(out, in.type(0).dtype())).gives(new TensorType(out, DType.INT64)).work(Kind.COMPARE, Letters.ANY);
    }

    /** The axis by position or as {@code dim(..)}; the last one if it is not named. The order asked for changes no size. */
    private static int dim(Object... given) {
        for (Object g : given) {
            if (g instanceof Option o && o.name().equals("dim")) {
                return Numbers.axis(o);
            } else if (g instanceof Integer i) {
                return i;
            }
        }
        return -1;
    }
}

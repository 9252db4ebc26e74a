package layerbook.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import layerbook.formula.Expr;
import layerbook.layer.Inputs;
import layerbook.layer.Kind;
import layerbook.layer.Letters;
import layerbook.layer.Rule;
import layerbook.operations.Operator;
import layerbook.python.Arguments;
import layerbook.python.Errors;
import layerbook.python.Iteration;
import layerbook.python.Numbers;
import layerbook.python.PyTuple;
import layerbook.python.Special;
import layerbook.shape.DType;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/** Functions and methods of PyTorch that are made of operations of the catalogue, under {@code torch} and on tensors alike. */
final class Composed {
    private static final Expr.Sym Y = Letters.letter("|y|", "numbers in the output");
    static final Operator GRID_SAMPLE = Operator.of("grid_sample", "Reads an image at places that another tensor names, between its pixels.")
        .takes("(Tensor input, Tensor grid, str mode=\"bilinear\", str padding_mode=\"zeros\", bool? align_corners=None)").in(Operator.Place.FUNCTIONAL)
        .rule((a, in) -> sampled(a.text("mode"), in));

    private Composed() {}

    private static Rule sampled(String mode, Inputs in) {
        Shape image = in.shape(0);
        Shape grid = in.shape(1);
        if (image.rank() != grid.rank() || image.rank() < 4 || !grid.dim(grid.rank() - 1).equals(Expr.of(image.rank() - 2)) || !grid.dim(0).equals(image.dim(0))) {
            throw Refusal.shape("grid_sample cannot read " + image.text() + " at " + grid.text()).why("the grid is N×H×W×2 for an image, N×D×H×W×3 for a volume");
        }
        var out = new ArrayList<>(image.dims().subList(0, 2));
        out.addAll(grid.dims().subList(1, grid.rank() - 1));
        int corners = mode.equals("nearest") ? 1 : mode.equals("bicubic") ? 16 : 1 << (image.rank() - 2);
        return Rule.of("gridSample").takes(image.dims().toArray(Expr[]::new)).anything().takes(grid.dims().toArray(Expr[]::new)).anything()
            .let(Y, Expr.product(out)).gives(new TensorType(new Shape(out), in.type(0).dtype()))
            .work("weighted points", Kind.MULTIPLY, Expr.of(corners), Y).work("their sum", Kind.ADD, Expr.of(corners - 1), Y);
    }

    /** Runs the function of this name, the tensor first; null if it is none of these. */
    static Object call(String name, Arguments a) {
        if (a.count() == 0 || !(a.at(0) instanceof TensorObject x)) {
            return null;
        }
        switch (name) {
            case "diff": return difference(x, a);
            case "tensor_split": return split(x, a);
            case "ravel": return apply("flatten", x);
            case "broadcast_to": return apply("expand", x, a.get(1, "size"));
            case "fliplr": return apply("flip", x, PyTuple.of(1L));
            case "flipud": return apply("flip", x, PyTuple.of(0L));
            case "split_with_sizes", "unsafe_split": return apply("split", x, a.get(1, "split_sizes"), a.get(2, "dim", 0L));
            case "unsafe_chunk": return apply("chunk", x, a.get(1, "chunks"), a.get(2, "dim", 0L));
            case "take_along_dim": return apply("gather", x, a.get(2, "dim"), a.get(1, "indices"));
            case "scatter", "scatter_add", "scatter_reduce", "index_add", "index_copy", "index_fill", "masked_scatter", "index_put":
                return ((TensorObject) apply("clone", x)).with(null);
            case "diag": return diagonal(x);
            case "multinomial": return Creation.unknown("multinomial", rows(x, Converted.size(a.get(1, "num_samples"))), DType.INT64);
            case "bucketize": return Creation.unknown("bucketize", x.shape().dims(), DType.INT64);
            case "poisson": return Creation.unknown("rand", x.shape().dims(), x.dtype());
            default: return null;
        }
    }

    static final List<String> NAMES = List.of("diff", "tensor_split", "ravel", "broadcast_to", "fliplr", "flipud", "split_with_sizes", "unsafe_split", "unsafe_chunk",
        "take_along_dim", "scatter", "scatter_add", "scatter_reduce", "index_add", "index_copy", "index_fill", "masked_scatter", "index_put", "diag", "multinomial", "bucketize", "poisson");

    private static Object apply(String operation, Object... arguments) {
        return Applied.operation(operation, List.of(arguments), Map.of());
    }

    private static List<Expr> rows(TensorObject x, Expr last) {
        var sizes = new ArrayList<>(x.shape().dims().subList(0, x.shape().rank() - 1));
        sizes.add(last);
        return sizes;
    }

    private static Object diagonal(TensorObject x) {
        if (x.shape().rank() == 2) {
            return apply("diagonal", x);
        }
        Object square = apply("expand", apply("unsqueeze", x, 0L), PyTuple.of(SymbolicSize.of(x.shape().dim(0)), SymbolicSize.of(x.shape().dim(0))));
        return ((TensorObject) apply("clone", square)).with(null);
    }

    /** Each number minus the one before it, along the last axis. */
    private static Object difference(TensorObject x, Arguments a) {
        int rank = x.shape().rank();
        long dim = Numbers.toLong(a.get(2, "dim", -1L));
        Object axis = dim < 0 ? dim + rank : dim;
        Expr size = x.shape().dim((int) (long) (Long) axis);
        boolean row = rank == 1;
        Object later = row ? x.item(new layerbook.python.PySlice(1L, Special.NONE, Special.NONE)) : apply("slice", x, axis, 1L, SymbolicSize.of(size));
        Object before = row ? x.item(new layerbook.python.PySlice(Special.NONE, -1L, Special.NONE)) : apply("slice", x, axis, 0L, SymbolicSize.of(size.minus(1)));
        return apply("sub", later, before);
    }

    private static Object split(TensorObject x, Arguments a) {
        Object how = a.get(1, "indices", a.named("indices_or_sections") == null ? a.named("sections") : a.named("indices_or_sections"));
        long given = Numbers.toLong(a.get(2, "dim", 0L));
        long dim = given < 0 ? given + x.shape().rank() : given;
        Expr size = x.shape().dim((int) dim);
        var bounds = new ArrayList<Expr>(List.of(Expr.ZERO));
        if (how instanceof Long sections) {
            if (!(size instanceof Expr.Num n)) {
                throw Errors.value("tensor_split wants a size that is a number");
            }
            long whole = n.value().longValueExact();
            long at = 0;
            for (long i = 0; i < sections; i++) {
                at += whole / sections + (i < whole % sections ? 1 : 0);
                bounds.add(Expr.of(at));
            }
        } else {
            Iteration.of(how).forEachRemaining(i -> bounds.add(at(Converted.size(i), size)));
            bounds.add(size);
        }
        var pieces = new ArrayList<Object>();
        for (int i = 0; i + 1 < bounds.size(); i++) {
            pieces.add(apply("slice", x, dim, SymbolicSize.of(bounds.get(i)), SymbolicSize.of(bounds.get(i + 1))));
        }
        return PyTuple.of(pieces.toArray());
    }

    private static Expr at(Expr index, Expr size) {
        return index instanceof Expr.Num n && n.value().signum() < 0 ? size.plus(index).normal() : index;
    }
}

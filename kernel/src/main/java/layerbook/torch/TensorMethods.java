package layerbook.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import layerbook.formula.Expr;
import layerbook.python.Arguments;
import layerbook.python.Errors;
import layerbook.python.Operators;
import layerbook.python.PyTuple;
import layerbook.python.Refused;
import layerbook.python.Special;
import layerbook.shape.DType;
import layerbook.shape.Refusal;

/** The methods of a tensor that are no operations of the catalogue: what asks for sizes and numbers, converts, fills, or computes nothing. */
final class TensorMethods {
    /** Those of this file, for {@code hasattr}. */
    static final Set<String> NAMES = Set.of("size", "dim", "ndimension", "numel", "nelement", "item", "tolist", "numpy", "to", "type", "float", "double", "half",
        "bfloat16", "int", "long", "bool", "short", "byte", "char", "cuda", "cpu", "type_as", "requires_grad_", "detach_", "new_zeros", "new_ones", "new_full", "new_empty",
        "new_tensor", "new", "zero_", "fill_", "normal_", "uniform_", "copy_", "random_", "bernoulli_", "exponential_", "is_contiguous", "stride", "element_size",
        "backward", "retain_grad", "share_memory_", "pin_memory", "is_floating_point", "is_complex", "get_device", "data_ptr", "register_hook", "bernoulli",
        "equal", "allclose", "__len__", "fill_diagonal_", "masked_select", "nonzero", "unique",
        "index_add_", "index_copy_", "index_fill_", "scatter_", "scatter_add_", "is_same_size", "resize_", "trunc_normal_", "apply_", "has_names", "refine_names", "record_stream", "argwhere");

    private TensorMethods() {}

    /** Runs the method; null if it is none of these. */
    static Object call(TensorObject x, String name, Arguments a) {
        DType converted = conversion(name);
        if (converted != null) {
            return cast(x, converted);
        }
        switch (name) {
            case "size": return size(x, a);
            case "dim", "ndimension": return (long) x.shape().rank();
            case "numel", "nelement": return SymbolicSize.of(x.shape().numel());
            case "__len__": return x.length();
            case "item": return x.item();
            case "tolist": return list(x);
            case "is_floating_point": return x.dtype().isFloating();
            case "is_complex", "has_names": return false;
            case "is_contiguous": return x.tensorType().isContiguous();
            case "is_same_size": return a.at(0) instanceof TensorObject o && o.shape().equals(x.shape());
            case "element_size": return (long) x.dtype().bytes();
            case "get_device": return -1L;
            case "stride": return stride(x, a);
            case "to": return to(x, a);
            case "type": return a.count() == 0 ? (Object) ("torch." + kind(x.dtype()) + "Tensor") : cast(x, typed(a.at(0)));
            case "type_as": return cast(x, ((TensorObject) a.get(0, "other")).dtype());
            case "cuda", "cpu", "numpy", "share_memory_", "pin_memory", "retain_grad", "detach_", "refine_names": return x;
            case "backward", "record_stream": return Special.NONE;
            case "requires_grad_":
                x.requiresGrad(Operators.truth(a.get(0, "requires_grad", true)));
                return x;
            case "register_hook": throw refused("register_hook", "what a hook does to gradients is not run");
            case "data_ptr", "apply_", "resize_": throw refused(name, "a tensor has no memory here");
            case "nonzero", "unique", "masked_select", "argwhere": throw x.unknown("how many " + name + " gives hangs on them");
            case "equal", "allclose": throw x.unknown(name + " asks for them");
            default: return writing(x, name, a);
        }
    }

    private static Object writing(TensorObject x, String name, Arguments a) {
        switch (name) {
            case "zero_": return filled(x, 0L);
            case "fill_": return filled(x, a.get(0, "value"));
            case "normal_", "uniform_", "random_", "bernoulli_", "exponential_", "trunc_normal_", "fill_diagonal_":
                x.written(null);
                return x;
            case "index_add_", "index_copy_", "index_fill_", "scatter_", "scatter_add_":
                x.written(null);
                return x;
            case "copy_":
                Broadcast.fits(((TensorObject) a.get(0, "src")).shape(), x.shape());
                x.written(((TensorObject) a.get(0, "src")).shape().equals(x.shape()) ? ((TensorObject) a.get(0, "src")).knownValues() : null);
                return x;
            case "new_zeros": return Creation.filled("zeros", Converted.sizes(a, 0), dtype(x, a), 0.0);
            case "new_ones": return Creation.filled("ones", Converted.sizes(a, 0), dtype(x, a), 1.0);
            case "new_empty", "new": return Creation.filled("empty", Converted.sizes(a, 0), dtype(x, a), null);
            case "new_full": return Creation.filled("full", Converted.sizes(a.get(0, "size")), dtype(x, a), null);
            case "new_tensor": return Creation.tensor(a.get(0, "data"), dtype(x, a));
            case "bernoulli": return Creation.filled("rand", x.shape().dims(), x.dtype(), null);
            default: return null;
        }
    }

    private static Object filled(TensorObject x, Object value) {
        boolean known = layerbook.python.Numbers.isNumber(value) && x.shape().isConcrete();
        x.written(known ? Values.filled(x.dtype(), x.shape(), layerbook.python.Numbers.toDouble(value)) : null);
        return x;
    }

    private static DType dtype(TensorObject x, Arguments a) {
        Object given = a.named("dtype");
        return given == null || given == Special.NONE ? x.dtype() : DTypes.read(given);
    }

    private static Refused refused(String name, String why) {
        return new Refused(Refusal.of("runtime", name + " is not run").why(why));
    }

    private static DType conversion(String name) {
        return switch (name) {
            case "float" -> DType.FLOAT32;
            case "double" -> DType.FLOAT64;
            case "half" -> DType.FLOAT16;
            case "bfloat16" -> DType.BFLOAT16;
            case "long" -> DType.INT64;
            case "int" -> DType.INT32;
            case "short" -> DType.INT16;
            case "char" -> DType.INT8;
            case "byte" -> DType.UINT8;
            case "bool" -> DType.BOOL;
            default -> null;
        };
    }

    /** The tensor in another kind of number; itself if it is of that kind. */
    static Object cast(TensorObject x, DType dtype) {
        if (dtype == null || dtype == x.dtype()) {
            return x;
        }
        Values known = x.knownValues();
        if (x.isFresh()) {
            return TensorObject.fresh(x.word(), new layerbook.shape.TensorType(x.shape(), dtype), known == null ? null : known.as(dtype));
        }
        TensorObject result = (TensorObject) Applied.operation("to", List.of(x, DTypes.of(dtype)), Map.of());
        return result.with(known == null ? null : known.as(dtype));
    }

    private static String kind(DType dtype) {
        return switch (dtype) {
            case FLOAT32 -> "Float";
            case FLOAT64 -> "Double";
            case FLOAT16 -> "Half";
            case BFLOAT16 -> "BFloat16";
            case INT64 -> "Long";
            case INT32 -> "Int";
            case INT16 -> "Short";
            case INT8 -> "Char";
            case BOOL -> "Bool";
            default -> "Byte";
        };
    }

    private static DType typed(Object given) {
        DType read = DTypes.read(given);
        if (read == null && given instanceof String s) {
            for (DType d : DType.values()) {
                if (s.endsWith("." + kind(d) + "Tensor")) {
                    return d;
                }
            }
        }
        return read;
    }

    private static Object to(TensorObject x, Arguments a) {
        for (Object given : a.positional()) {
            if (given instanceof TensorObject other) {
                return cast(x, other.dtype());
            }
            if (DTypes.read(given) != null) {
                return cast(x, DTypes.read(given));
            }
        }
        Object named = a.named("dtype");
        return named == null || named == Special.NONE ? x : cast(x, DTypes.read(named));
    }

    private static Object size(TensorObject x, Arguments a) {
        Object dim = a.get(0, "dim");
        if (dim == null || dim == Special.NONE) {
            return SizeTuple.of(x.shape());
        }
        return SymbolicSize.of(x.shape().dim(axis(x, dim)));
    }

    private static int axis(TensorObject x, Object dim) {
        long given = layerbook.python.Numbers.toLong(dim);
        int rank = x.shape().rank();
        if (given < -rank || given >= rank) {
            throw Errors.index("Dimension out of range (expected to be in range of [" + -rank + ", " + (rank - 1) + "], but got " + given + ")");
        }
        return (int) (given < 0 ? given + rank : given);
    }

    private static Object stride(TensorObject x, Arguments a) {
        List<Expr> steps = x.tensorType().steps();
        if (a.count() > 0) {
            return SymbolicSize.of(steps.get(axis(x, a.at(0))));
        }
        var all = new ArrayList<Object>();
        steps.forEach(e -> all.add(SymbolicSize.of(e)));
        return PyTuple.of(all.toArray());
    }

    private static Object list(TensorObject x) {
        if (x.knownValues() == null) {
            throw x.unknown("tolist() asks for them");
        }
        return x.knownValues().list(x.dtype(), x.shape());
    }
}

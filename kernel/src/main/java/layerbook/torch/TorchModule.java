package layerbook.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import layerbook.formula.Expr;
import layerbook.python.Arguments;
import layerbook.python.Errors;
import layerbook.python.Interpreter;
import layerbook.python.Iteration;
import layerbook.python.Operators;
import layerbook.python.PyBuiltin;
import layerbook.python.PyModule;
import layerbook.python.PyTuple;
import layerbook.python.Special;
import layerbook.python.Unread;
import layerbook.shape.DType;
import layerbook.shape.Shape;

/** {@code torch}: operations of the catalogue, what makes tensors, dtypes, and what computes nothing. */
final class TorchModule extends FunctionModule {
    static final List<String> MODULES = List.of("nn", "utils", "jit", "cuda", "backends", "distributed", "autograd", "linalg", "special", "fft", "random",
        "hub", "onnx", "fx", "quantization", "ao", "amp", "distributions", "version", "sparse", "multiprocessing", "testing", "package", "mps", "overrides", "functional",
        "profiler", "_dynamo", "_C", "compiler", "types", "return_types", "library", "xpu", "storage", "serialization", "_jit_internal", "ops", "classes", "optim");

    private final Interpreter python;

    TorchModule(Interpreter python) {
        super("torch", key -> null);
        this.python = python;
    }

    @Override protected Object make(String key) {
        if (MODULES.contains(key)) {
            return python.module("torch." + key);
        }
        if (DTypes.named(key) != null) {
            return DTypes.of(DTypes.named(key));
        }
        if (key.equals("Tensor")) {
            return TensorObject.TYPE;
        }
        if (Creation.NAMES.contains(key)) {
            return new PyBuiltin(key, a -> Creation.call(key, a));
        }
        Object found = value(key);
        found = found != null ? found : nothing(key);
        found = found != null ? found : function(key);
        return found != null ? found : operation("torch." + key, key);
    }

    private Object value(String key) {
        switch (key) {
            case "__version__": return "1.13.1";
            case "device": return Device.TYPE;
            case "Size": return SizeTuple.TYPE;
            case "dtype": return DTypes.TYPE;
            case "Generator": return Context.type("Generator");
            case "no_grad", "enable_grad", "inference_mode", "set_grad_enabled", "autocast": return Context.type(key);
            case "pi": return Math.PI;
            case "e": return Math.E;
            case "inf": return Double.POSITIVE_INFINITY;
            case "nan": return Double.NaN;
            case "newaxis": return Special.NONE;
            case "strided", "contiguous_format", "channels_last", "channels_last_3d", "preserve_format", "sparse_coo": return "torch." + key;
            case "complex64", "complex128", "cfloat", "cdouble", "quint8", "qint8", "qint32": return new Unread("torch." + key, "numbers of this kind are not computed");
            default: return null;
        }
    }

    private Object nothing(String key) {
        switch (key) {
            case "manual_seed", "seed", "set_default_dtype", "set_default_tensor_type", "set_num_threads", "set_printoptions", "use_deterministic_algorithms",
                "set_float32_matmul_precision", "save", "_log_api_usage_once", "set_flush_denormal", "set_default_device":
                return Identity.nothing(key);
            case "compile": return Identity.function(key, "model");
            case "is_grad_enabled", "are_deterministic_algorithms_enabled", "is_autocast_enabled", "is_inference_mode_enabled", "is_complex", "is_vulkan_available":
                return Identity.constant(key, false);
            case "get_num_threads": return Identity.constant(key, 1L);
            case "get_default_dtype": return Identity.constant(key, DTypes.of(DType.FLOAT32));
            case "load": return new PyBuiltin(key, a -> new Unread("torch.load()", "no file is opened here"));
            default: return null;
        }
    }

    private static Object function(String key) {
        switch (key) {
            case "finfo": return new PyBuiltin(key, a -> DTypes.real(DTypes.read(a.at(0))));
            case "iinfo": return new PyBuiltin(key, a -> DTypes.whole(DTypes.read(a.at(0))));
            case "scalar_tensor": return new PyBuiltin(key, a -> Creation.call("tensor", a));
            case "is_tensor": return new PyBuiltin(key, a -> a.at(0) instanceof TensorObject);
            case "is_floating_point": return new PyBuiltin(key, a -> ((TensorObject) a.at(0)).dtype().isFloating());
            case "numel": return new PyBuiltin(key, a -> SymbolicSize.of(((TensorObject) a.at(0)).shape().numel()));
            case "_assert": return new PyBuiltin(key, TorchModule::asserted);
            case "meshgrid": return new PyBuiltin(key, TorchModule::meshgrid);
            case "cartesian_prod": return new PyBuiltin(key, TorchModule::product);
            case "broadcast_tensors": return new PyBuiltin(key, TorchModule::broadcast);
            case "broadcast_shapes": return new PyBuiltin(key, a -> {
                Shape all = Shape.of(new long[0]);
                for (Object s : a.positional()) {
                    all = Broadcast.of(all, new Shape(Converted.sizes(s)));
                }
                return SizeTuple.of(all);
            });
            case "rsub": return new PyBuiltin(key, a -> Arithmetic.binary(layerbook.syntax.BinaryOperator.SUB, (TensorObject) a.at(0), a.at(1), true));
            case "atleast_1d", "real", "vmap", "clone_": return new PyBuiltin(key, a -> a.at(0));
            case "unique", "nonzero", "masked_select": return new PyBuiltin(key, a -> ((TensorObject) a.at(0)).invoke(key, Arguments.NONE));
            case "numel_": return null;
            default: return null;
        }
    }

    private static Object asserted(Arguments a) {
        if (!Operators.truth(a.at(0))) {
            throw Errors.raise("AssertionError", layerbook.python.Texts.str(a.at(1, "")));
        }
        return Special.NONE;
    }

    private static List<Object> tensors(Arguments a) {
        return a.count() == 1 && !(a.at(0) instanceof TensorObject) ? Iteration.list(a.at(0)).elements() : a.positional();
    }

    /** Each tensor over the sizes of all: row by row in the order {@code ij}, columns first in {@code xy}. */
    private static Object meshgrid(Arguments a) {
        List<Object> all = tensors(a);
        boolean xy = "xy".equals(a.named("indexing"));
        var sizes = new ArrayList<Expr>();
        all.forEach(t -> sizes.add(((TensorObject) t).shape().rank() == 0 ? Expr.ONE : ((TensorObject) t).shape().dim(0)));
        if (xy && sizes.size() > 1) {
            java.util.Collections.swap(sizes, 0, 1);
        }
        var out = new ArrayList<Object>();
        for (int i = 0; i < all.size(); i++) {
            int axis = xy && i < 2 && all.size() > 1 ? 1 - i : i;
            var one = new Object[sizes.size()];
            java.util.Arrays.fill(one, 1L);
            one[axis] = SymbolicSize.of(sizes.get(axis));
            Object shaped = Applied.operation("reshape", List.of(all.get(i), PyTuple.of(one)), Map.of());
            out.add(Applied.operation("expand", List.of(shaped, PyTuple.of(sizes.stream().map(SymbolicSize::of).toArray())), Map.of()));
        }
        return PyTuple.of(out.toArray());
    }

    private static Object product(Arguments a) {
        Expr rows = Expr.ONE;
        for (Object t : a.positional()) {
            rows = rows.times(((TensorObject) t).shape().numel());
        }
        return Creation.unknown("cartesian_prod", List.of(rows.normal(), Expr.of(a.count())), ((TensorObject) a.at(0)).dtype());
    }

    private static Object broadcast(Arguments a) {
        Shape all = Shape.of(new long[0]);
        for (Object t : tensors(a)) {
            all = Broadcast.of(all, ((TensorObject) t).shape());
        }
        PyTuple sizes = SizeTuple.of(all);
        return PyTuple.of(tensors(a).stream().map(t -> Applied.operation("expand", List.of(t, sizes), Map.of())).toArray());
    }

    @Override public Iterable<String> makes() {
        var all = new ArrayList<String>(Creation.NAMES);
        super.makes().forEach(all::add);
        all.addAll(List.of("nn", "optim", "utils", "jit", "no_grad", "device", "Tensor", "Size"));
        return all;
    }

    /** A module whose every name computes nothing or is not read. */
    static PyModule quiet(String name) {
        return new QuietModule(name);
    }
}

package layerbook.torch;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import layerbook.operations.Operations;
import layerbook.operations.Operator;
import layerbook.python.PyBuiltin;
import layerbook.python.PyModule;

/** A module whose functions are operations of the catalogue by their full spelling: {@code torch.nn.functional}, {@code torch.linalg}, {@code torch.special}. */
class FunctionModule extends PyModule {
    private final Function<String, Object> more;

    FunctionModule(String name, Function<String, Object> more) {
        super(name);
        this.more = more;
    }

    @Override protected Object make(String key) {
        Object found = more.apply(key);
        return found != null ? found : operation(name() + "." + key, key);
    }

    /** What PyTorch has since 2.0 can be used; to code that asks for it first, PyTorch is 1.13, whose numbers the tests hold. */
    private static final java.util.Set<String> SINCE_2 = java.util.Set.of("scaled_dot_product_attention", "compile", "vmap");

    @Override public boolean hides(String key) {
        return SINCE_2.contains(key);
    }

    /** The function of a full spelling, or null. */
    static PyBuiltin operation(String full, String key) {
        Optional<Operator> found = Operations.spelled(full);
        return found.map(o -> new PyBuiltin(key, a -> Applied.function(o, key, a))).orElse(null);
    }

    @Override public Iterable<String> makes() {
        var all = new ArrayList<String>();
        String prefix = name() + ".";
        Operations.spellings().stream().filter(s -> s.startsWith(prefix) && s.indexOf('.', prefix.length()) < 0).forEach(s -> all.add(s.substring(prefix.length())));
        return all;
    }

    /** Functions of {@code torch.nn.functional} that are no operation of the catalogue. */
    static Object functional(String key) {
        switch (key) {
            case "grid_sample": return new PyBuiltin(key, a -> Applied.function(Composed.GRID_SAMPLE, key, a));
            case "one_hot": return new PyBuiltin(key, a -> oneHot((TensorObject) a.get(0, "tensor"), a.get(1, "num_classes", -1L)));
            case "has_torch_function", "has_torch_function_unary", "has_torch_function_variadic": return Identity.constant(key, false);
            default: return null;
        }
    }

    private static Object oneHot(TensorObject x, Object classes) {
        if (classes.equals(-1L)) {
            throw x.unknown("how many classes one_hot makes hangs on them");
        }
        var sizes = new ArrayList<>(x.shape().dims());
        sizes.add(Converted.size(classes));
        Object zeros = Creation.filled("zeros", sizes, layerbook.shape.DType.INT64, null);
        return x.isFresh() ? zeros : Applied.operation("expand", java.util.List.of(Applied.operation("unsqueeze", java.util.List.of(x, -1L), Map.of()),
            layerbook.python.PyTuple.of(sizes.stream().map(SymbolicSize::of).toArray())), Map.of());
    }
}

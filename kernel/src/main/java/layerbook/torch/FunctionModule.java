package layerbook.torch;

import java.util.ArrayList;
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
            case "has_torch_function", "has_torch_function_unary", "has_torch_function_variadic": return Identity.constant(key, false);
            default: return null;
        }
    }
}

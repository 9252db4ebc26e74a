package layerbook.torch;

import layerbook.python.Interpreter;
import layerbook.python.Iteration;
import layerbook.python.PyBuiltin;
import layerbook.python.PyModule;
import layerbook.python.PyTuple;

/** {@code torch.nn.modules.conv} and its kin: the classes of {@code torch.nn} where PyTorch keeps them. */
final class ModulesModule extends PyModule {
    private final Interpreter python;

    ModulesModule(String name, Interpreter python) {
        super(name);
        this.python = python;
    }

    @Override protected Object make(String key) {
        int count = switch (key) {
            case "_single" -> 1;
            case "_pair" -> 2;
            case "_triple" -> 3;
            case "_quadruple" -> 4;
            default -> 0;
        };
        if (count > 0) {
            return new PyBuiltin(key, a -> repeated(a.at(0), count));
        }
        if (key.equals("_ntuple")) {
            return new PyBuiltin(key, a -> new PyBuiltin("parse", b -> repeated(b.at(0), (int) layerbook.python.Numbers.toLong(a.at(0)))));
        }
        PyModule inner = name().equals("torch.nn.modules") ? inner(key) : null;
        return inner != null ? inner : python.module("torch.nn").get(key);
    }

    private PyModule inner(String key) {
        PyModule found = Character.isLowerCase(key.charAt(0)) ? python.module("torch.nn.modules." + key) : null;
        return found instanceof ModulesModule ? found : null;
    }

    private static Object repeated(Object value, int count) {
        boolean several = value instanceof layerbook.python.PyObject o && !(value instanceof SymbolicSize) && !(value instanceof TensorObject) && o.index() == null;
        return several ? Iteration.tuple(value) : PyTuple.of(java.util.Collections.nCopies(count, value).toArray());
    }
}

package layerbook.torch;

import layerbook.python.PyBuiltin;
import layerbook.python.PyModule;
import layerbook.python.PyTuple;
import layerbook.python.Special;
import layerbook.shape.Shape;

/** {@code torch.nn.init}: writes numbers into weights; their sizes stay. */
final class InitModule extends PyModule {
    InitModule() {
        super("torch.nn.init");
    }

    @Override protected Object make(String key) {
        switch (key) {
            case "calculate_gain": return Identity.constant(key, 1.0);
            case "_calculate_fan_in_and_fan_out": return new PyBuiltin(key, a -> fans((TensorObject) a.at(0)));
            case "_calculate_correct_fan": return new PyBuiltin(key, a -> fans((TensorObject) a.at(0)).get(String.valueOf(a.at(1)).equals("fan_out") ? 1 : 0));
            default: return key.matches("[a-z]+[a-z_]*") ? new PyBuiltin(key, a -> {
                Object first = a.get(0, "tensor");
                if (first instanceof TensorObject t) {
                    t.written(null);
                }
                return first == null ? Special.NONE : first;
            }) : null;
        }
    }

    private static PyTuple fans(TensorObject t) {
        Shape s = t.shape();
        var field = layerbook.formula.Expr.product(s.dims().subList(Math.min(2, s.rank()), s.rank()));
        return PyTuple.of(SymbolicSize.of(s.dim(s.rank() > 1 ? 1 : 0).times(field)), SymbolicSize.of(s.dim(0).times(field)));
    }

    @Override public Iterable<String> makes() {
        return java.util.List.of("normal_", "uniform_", "constant_", "zeros_", "ones_", "xavier_uniform_", "xavier_normal_", "kaiming_uniform_", "kaiming_normal_", "orthogonal_",
            "trunc_normal_", "eye_", "dirac_", "sparse_");
    }
}

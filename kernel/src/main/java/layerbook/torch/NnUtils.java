package layerbook.torch;

import java.util.List;
import layerbook.formula.Expr;
import layerbook.net.NetworkBuilder;
import layerbook.python.Arguments;
import layerbook.python.Interpreter;
import layerbook.python.Iteration;
import layerbook.python.PyBuiltin;
import layerbook.python.PyModule;
import layerbook.python.Special;
import layerbook.shape.DType;

/** {@code torch.nn.utils}: norms of weights, which add weights of their own, and what works on gradients. */
final class NnUtils extends PyModule {
    private final Interpreter python;

    NnUtils(String name, Interpreter python) {
        super(name);
        this.python = python;
    }

    @Override protected Object make(String key) {
        switch (key) {
            case "weight_norm": return new PyBuiltin(key, NnUtils::weightNorm);
            case "spectral_norm": return new PyBuiltin(key, NnUtils::spectralNorm);
            case "remove_weight_norm", "remove_spectral_norm": return new PyBuiltin(key, NnUtils::removed);
            case "clip_grad_norm_", "clip_grad_value_", "vector_to_parameters": return Identity.nothing(key);
            case "parameters_to_vector": return new PyBuiltin(key, a -> {
                Expr all = Expr.ZERO;
                for (Object p : Iteration.list(a.at(0)).elements()) {
                    all = all.plus(((TensorObject) p).shape().numel());
                }
                return Creation.unknown("cat", List.of(all.normal()), DType.FLOAT32);
            });
            case "rnn", "parametrizations", "parametrize", "prune", "fusion", "stateless": return python.module("torch.nn.utils." + key);
            default: return null;
        }
    }

    /** The length of each row of the weight becomes a weight of its own, {@code weight_g}. */
    private static Object weightNorm(Arguments a) {
        var module = (ModuleObject) a.get(0, "module");
        String name = (String) a.get(1, "name", "weight");
        Object dim = a.get(2, "dim", 0L);
        TensorObject weight = (TensorObject) layerbook.python.Attributes.get(module, name);
        var sizes = new java.util.ArrayList<Expr>();
        if (dim != Special.NONE) {
            for (int i = 0; i < weight.shape().rank(); i++) {
                sizes.add(i == Math.floorMod(layerbook.python.Numbers.toLong(dim), (long) weight.shape().rank()) ? weight.shape().dim(i) : Expr.ONE);
            }
        }
        module.extended(name + "_g", TensorObject.parameter(NetworkBuilder.current().parameter(sizes), true));
        return module;
    }

    /** The vectors of the power iteration are buffers. */
    private static Object spectralNorm(Arguments a) {
        var module = (ModuleObject) a.get(0, "module");
        String name = (String) a.get(1, "name", "weight");
        TensorObject weight = (TensorObject) layerbook.python.Attributes.get(module, name);
        Object given = a.named("dim");
        boolean transposed = module.unit() != null && module.unit().layer().className().startsWith("ConvTranspose");
        int dim = given == null || given == Special.NONE ? transposed ? 1 : 0 : (int) layerbook.python.Numbers.toLong(given);
        Expr height = weight.shape().dim(dim);
        var others = new java.util.ArrayList<>(weight.shape().dims());
        others.remove(dim);
        Expr width = Expr.product(others).normal();
        module.extended(name + "_u", Creation.unknown("buffer", List.of(height), DType.FLOAT32).asBuffer());
        module.extended(name + "_v", Creation.unknown("buffer", List.of(width), DType.FLOAT32).asBuffer());
        return module;
    }

    private static Object removed(Arguments a) {
        var module = (ModuleObject) a.get(0, "module");
        String name = (String) a.get(1, "name", "weight");
        module.parameters.remove(name + "_g");
        module.buffers.remove(name + "_u");
        module.buffers.remove(name + "_v");
        return module;
    }
}

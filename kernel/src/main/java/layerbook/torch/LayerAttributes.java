package layerbook.torch;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Arguments;
import layerbook.layer.Parameter;
import layerbook.operations.Spelling;
import layerbook.python.PyTuple;
import layerbook.python.Special;
import layerbook.python.Types;

/** The attributes of a layer that its arguments give: {@code conv.in_channels}, {@code norm.eps}. */
final class LayerAttributes {
    private LayerAttributes() {}

    static Object get(ModuleObject module, String name) {
        Arguments a = module.layerArguments();
        if (a == null) {
            return null;
        }
        Parameter p = a.signature().parameters().stream().filter(one -> Spelling.snake(one.name()).equals(name)).findFirst().orElse(null);
        if (p != null) {
            return value(a, p);
        }
        String layer = module.unit().layer().className();
        switch (name) {
            case "inplace", "transposed", "add_zero_attn", "return_indices": return name.equals("transposed") && layer.startsWith("ConvTranspose");
            case "head_dim": return a.signature().parameter("numHeads").isPresent() ? SymbolicSize.of(a.number("embedDim").floorOver(a.number("numHeads"))) : null;
            case "_qkv_same_embed_dim": return a.signature().parameter("kdim").isPresent() ? (Object) (a.isStandard("kdim") && a.isStandard("vdim")) : null;
            case "output_padding": return a.signature().parameter("kernelSize").isPresent() ? PyTuple.of(zeros(layer)) : null;
            case "mode": return layer.matches("LSTM|GRU|RNN") ? (Object) (layer.equals("RNN") ? "RNN_TANH" : layer) : null;
            default: return null;
        }
    }

    private static Object[] zeros(String layer) {
        var zeros = new Object[axes(layer)];
        java.util.Arrays.fill(zeros, 0L);
        return zeros;
    }

    private static int axes(String layer) {
        char last = layer.length() > 1 ? layer.charAt(layer.length() - 2) : ' ';
        return last >= '1' && last <= '3' ? last - '0' : 1;
    }

    /** An argument as the attribute that PyTorch makes of it: convolutions keep one number for each axis. */
    private static Object value(Arguments a, Parameter p) {
        Object v = a.get(p.name());
        boolean convolution = a.signature().className().matches("Conv(Transpose)?\\dd");
        boolean sized = p.type() == Parameter.Type.SIZE || p.type() == Parameter.Type.PADDING;
        if (convolution && sized && v instanceof Expr e) {
            var all = new Object[axes(a.signature().className())];
            java.util.Arrays.fill(all, SymbolicSize.of(e));
            return PyTuple.of(all);
        }
        if (p.name().equals("normalizedShape") && v instanceof Expr e) {
            return PyTuple.of(SymbolicSize.of(e));
        }
        if (p.name().equals("stride") && v == null && a.has("kernelSize")) {
            return python(a.get("kernelSize"));
        }
        return p.type() == Parameter.Type.REAL && v instanceof Expr.Num n ? (Object) n.value().doubleValue() : python(v);
    }

    private static Object python(Object v) {
        if (v == null) {
            return Special.NONE;
        }
        if (v instanceof Expr e) {
            return SymbolicSize.of(e);
        }
        if (v instanceof List<?> list) {
            var all = new ArrayList<Object>();
            list.forEach(e -> all.add(python(e)));
            return PyTuple.of(all.toArray());
        }
        return v instanceof Boolean || v instanceof Double || v instanceof String ? v : Types.OBJECT;
    }
}

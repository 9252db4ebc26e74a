package layerbook.net;

import java.util.List;
import java.util.stream.Collectors;
import layerbook.layer.Layer;
import layerbook.layer.Param;
import layerbook.layer.Rule;
import layerbook.shape.DType;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/**
 * The weights of a unit as tensors, such as {@code fc.weight()} in a product: a row that owns them, one output for each.
 *
 * @param layer the layer whose weights they are
 * @param weights its learned tensors
 * @param buffers its kept tensors
 */
record Weights(Layer layer, List<Param> weights, List<Param> buffers) implements Layer {
    @Override public Rule rule() {
        Rule rule = Rule.of("parameter");
        for (Param w : weights) {
            rule.gives(new TensorType(new Shape(w.dims()), DType.FLOAT32)).weight(w.name(), w.dims().toArray(layerbook.formula.Expr[]::new));
        }
        buffers.forEach(b -> rule.buffer(b.name(), b.dims().toArray(layerbook.formula.Expr[]::new)));
        return rule;
    }

    /** The place of a weight among the outputs, or -1. */
    int place(String tensor) {
        for (int i = 0; i < weights.size(); i++) {
            if (weights.get(i).name().equals(tensor)) {
                return i;
            }
        }
        return -1;
    }

    @Override public String factoryName() {
        return "parameter";
    }

    @Override public String className() {
        return "Parameter";
    }

    @Override public String briefArguments() {
        return weights.stream().map(Param::name).collect(Collectors.joining(" "));
    }

    @Override public String codeText() {
        return layer.codeText();
    }
}

package layerbook.net;

import layerbook.layer.Layer;
import layerbook.layer.Rule;
import layerbook.shape.TensorType;

/** What a network begins with: a tensor whose values come from outside. */
record Given(TensorType type) implements Layer {
    @Override public Rule rule() {
        return Rule.of("input").gives(type);
    }

    @Override public String factoryName() {
        return "input";
    }

    @Override public String className() {
        return "Input";
    }

    @Override public String briefArguments() {
        return "";
    }

    @Override public String codeText() {
        return "tensor(shape(" + type.shape().dims().stream().map(d -> d.text(layerbook.formula.Style.ASCII).replace(",", "")).collect(java.util.stream.Collectors.joining(", ")) + "))";
    }
}

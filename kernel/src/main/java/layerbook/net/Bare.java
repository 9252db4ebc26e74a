package layerbook.net;

import java.util.List;
import java.util.stream.Collectors;
import layerbook.formula.Expr;
import layerbook.formula.Style;
import layerbook.layer.Layer;
import layerbook.layer.Rule;

/** A bare weight: learned numbers that belong to no layer, such as a class token. */
record Bare(List<Expr> dims) implements Layer {
    @Override public Rule rule() {
        Expr[] sizes = dims.toArray(Expr[]::new);
        return Rule.of("parameter").gives(layerbook.shape.DType.FLOAT32, sizes).weight("weight", sizes);
    }

    @Override public String factoryName() {
        return "parameter";
    }

    @Override public String className() {
        return "Parameter";
    }

    @Override public String briefArguments() {
        return dims.stream().map(d -> d.text(Style.ASCII).replace(",", "")).collect(Collectors.joining("×"));
    }

    @Override public String codeText() {
        return "parameter(" + dims.stream().map(d -> d.text(Style.ASCII).replace(",", "")).collect(Collectors.joining(", ")) + ")";
    }
}

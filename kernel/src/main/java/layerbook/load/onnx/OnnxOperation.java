package layerbook.load.onnx;

import java.util.List;
import java.util.stream.Collectors;
import layerbook.formula.Expr;
import layerbook.layer.Inputs;
import layerbook.layer.Kind;
import layerbook.layer.Layer;
import layerbook.layer.Rule;
import layerbook.shape.TensorType;

/**
 * An operator of ONNX's that PyTorch has no operation for: its outputs are known, and one kind of work.
 *
 * @param name as a row shows it, e.g. {@code gatherND}
 * @param arguments what stands beside the name
 * @param outputs what it gives
 * @param kind of its work
 * @param amount how much of it
 */
record OnnxOperation(String name, List<String> arguments, List<TensorType> outputs, Kind kind, Expr amount) implements Layer {
    /** One that moves numbers and computes nothing. */
    static OnnxOperation moved(String name, TensorType output, String... arguments) {
        return new OnnxOperation(name, List.of(arguments), List.of(output), Kind.COPY, output.shape().numel());
    }

    @Override public Rule rule() {
        return Rule.of(name);
    }

    @Override public Rule ruleFor(Inputs in) {
        Rule rule = Rule.of(name);
        for (int i = 0; i < in.count(); i++) {
            rule.takes(in.shape(i).dims().toArray(Expr[]::new)).anything();
        }
        outputs.forEach(rule::gives);
        return rule.work(kind, amount);
    }

    @Override public String factoryName() {
        return name;
    }

    @Override public String className() {
        return name;
    }

    @Override public String briefArguments() {
        return String.join(" ", arguments);
    }

    @Override public String codeText() {
        return name + arguments.stream().collect(Collectors.joining(", ", "(", ")"));
    }
}

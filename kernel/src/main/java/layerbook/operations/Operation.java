package layerbook.operations;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import layerbook.formula.Expr;
import layerbook.formula.Style;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.net.FunctionLayer;
import layerbook.net.Tensor;
import layerbook.shape.DType;
import layerbook.shape.TensorType;

/**
 * An operator with its arguments, such as {@code view(-1, 2048)}: a layer without weights. All arguments stand in its bindings, by PyTorch's names.
 * Its rule is named after it, so that conventions can price it.
 */
public final class Operation implements FunctionLayer {
    private final Operator operator;
    private final Bindings arguments;

    Operation(Operator operator, Bindings arguments) {
        this.operator = operator;
        this.arguments = arguments;
    }

    /** A rule that takes just these inputs and computes nothing; without an output so far if that is null. */
    static Rule taking(String name, Inputs in, TensorType out) {
        Rule rule = Rule.of(name);
        for (int i = 0; i < in.count(); i++) {
            rule.takes(in.shape(i).dims().toArray(Expr[]::new)).anything();
        }
        return out == null ? rule : rule.gives(out);
    }

    public Operator operator() {
        return operator;
    }

    /** All arguments by PyTorch's names; a tensor stands as the slot of its place among the inputs. */
    public Bindings arguments() {
        return arguments;
    }

    /** Operations are known only with their inputs. */
    @Override public Rule rule() {
        return Rule.of(operator.word());
    }

    @Override public Rule ruleFor(Inputs in) {
        return operator.ruling().rule(arguments, in);
    }

    @Override public Tensor applyTo(List<Tensor> inputs) {
        return Applying.apply(this, inputs);
    }

    @Override public String factoryName() {
        return operator.word();
    }

    @Override public String className() {
        return operator.word();
    }

    @Override public String briefArguments() {
        return arguments.shown().stream().map(e -> brief(e.getKey(), e.getValue())).filter(s -> !s.isEmpty()).collect(Collectors.joining(" "));
    }

    private static String brief(Schema.Argument a, Object v) {
        if (v instanceof Boolean b) {
            return b ? a.option() : "no " + a.option();
        } else if (v instanceof List<?> list) {
            return list.stream().map(e -> brief(a, e)).collect(Collectors.joining(a.required() ? " " : "×"));
        }
        return v instanceof Expr e ? e.text().replace(",", "") : v instanceof DType d ? d.torchName() : String.valueOf(v);
    }

    @Override public String codeText() {
        return operator.word() + arguments.shown().stream().map(Operation::code).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String code(Map.Entry<Schema.Argument, Object> e) {
        String value = e.getValue() instanceof List<?> list ? list.stream().map(Operation::code).collect(Collectors.joining(", ")) : code(e.getValue());
        return e.getKey().required() ? value : e.getKey().option() + "(" + value + ")";
    }

    private static String code(Object v) {
        return v instanceof Expr e && !(e instanceof Expr.Num) ? e.text(Style.ASCII).replace(",", "") : Bindings.text(v);
    }

    @Override public boolean equals(Object o) {
        return o instanceof Operation other && other.operator == operator && other.arguments.equals(arguments);
    }

    @Override public int hashCode() {
        return Objects.hash(operator.name(), arguments);
    }

    @Override public String toString() {
        return codeText();
    }
}

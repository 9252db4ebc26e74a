package layerbook.net;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import layerbook.formula.Expr;
import layerbook.layer.Inputs;
import layerbook.layer.Layer;
import layerbook.layer.Rule;
import layerbook.shape.TensorType;

/**
 * A tensor operation, such as {@code view}: a layer without weights, known by its name and arguments.
 * Its rule is named after it, so that conventions can price it.
 */
public final class Operation implements Layer {
    private final String name;
    private final List<?> arguments;
    private final Function<Inputs, Rule> how;

    Operation(String name, List<?> arguments, Function<Inputs, Rule> how) {
        this.name = name;
        this.arguments = arguments;
        this.how = how;
    }

    /** A rule that takes just these inputs and computes nothing; without an output so far if that is null. */
    static Rule taking(String name, Inputs in, TensorType out) {
        Rule rule = Rule.of(name);
        for (int i = 0; i < in.count(); i++) {
            rule.takes(in.shape(i).dims().toArray(Expr[]::new)).anything();
        }
        return out == null ? rule : rule.gives(out);
    }

    /** Operations are known only with their inputs. */
    @Override public Rule rule() {
        return Rule.of(name);
    }

    @Override public Rule ruleFor(Inputs in) {
        return how.apply(in);
    }

    public List<?> arguments() {
        return arguments;
    }

    @Override public String factoryName() {
        return name;
    }

    @Override public String className() {
        return name;
    }

    @Override public String briefArguments() {
        return arguments.stream().map(Operation::brief).collect(Collectors.joining(" "));
    }

    private static String brief(Object o) {
        if (o instanceof Expr e) {
            return e.text().replace(",", "");
        }
        return o instanceof List<?> list ? list.stream().map(Operation::brief).collect(Collectors.joining("×")) : String.valueOf(o);
    }

    @Override public String codeText() {
        return name + arguments.stream().map(Operation::code).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String code(Object o) {
        if (o instanceof Expr.Num n) {
            return layerbook.layer.Arguments.literal(n.value());
        }
        if (o instanceof Expr e) {
            return e.text(layerbook.formula.Style.ASCII).replace(",", "");
        }
        return o instanceof List<?> list ? list.stream().map(Operation::code).collect(Collectors.joining(", ")) : String.valueOf(o);
    }

    @Override public boolean equals(Object o) {
        return o instanceof Operation other && other.name.equals(name) && other.arguments.equals(arguments);
    }

    @Override public int hashCode() {
        return Objects.hash(name, arguments);
    }

    @Override public String toString() {
        return codeText();
    }
}

package layerbook.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import layerbook.formula.Expr;
import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Layer;
import layerbook.layer.Parameter;
import layerbook.net.Call;
import layerbook.operations.Bindings;
import layerbook.operations.Operation;
import layerbook.operations.Operations;
import layerbook.operations.Operator;
import layerbook.operations.Schema;
import layerbook.shape.Refusal;

/** A function or tensor operation as PyTorch spells it: {@code x.view(n, 2048)}, {@code torch.cat((x, y), 1)}, {@code F.relu(x)}, {@code x + y}. */
final class OperationText {
    private static final Map<String, String> OPERATORS = Map.of("add", "+", "sub", "-", "mul", "*", "div", "/", "matmul", "@");

    private final Function<Expr, String> sizes;

    /** @param sizes writes a size that may have letters */
    OperationText(Function<Expr, String> sizes) {
        this.sizes = sizes;
    }

    /** The expression of a call with these texts for its inputs. */
    String of(Call call, List<String> inputs) {
        Layer layer = call.layer();
        if (layer instanceof Operation operation) {
            return operation(operation, inputs);
        } else if (layer instanceof BuiltIn built) {
            return function(built.args(), inputs);
        }
        throw Refusal.of("runtime", layer.factoryName() + " cannot be written as PyTorch").fix("code(net, LAYERBOOK)");
    }

    // ---- operations

    private String operation(Operation operation, List<String> inputs) {
        Operator operator = operation.operator();
        Bindings a = operation.arguments();
        String sign = OPERATORS.get(operator.name());
        if (sign != null && isPlain(a)) {
            List<String> sides = a.schema().arguments().stream().limit(2).map(x -> value(a.get(x.name()), inputs)).toList();
            return side(sides.get(0)) + " " + sign + " " + side(sides.get(1));
        }
        if (operator.name().equals("slice")) {
            return slice(a, inputs);
        }
        String spelling = spelling(operator.spellings()).orElseThrow(() -> Refusal.of("runtime", operator.word() + " cannot be written as PyTorch")
            .why("PyTorch has no call of that name").fix("code(net, LAYERBOOK)"));
        boolean method = spelling.startsWith("torch.Tensor.");
        var arguments = new ArrayList<String>();
        Schema.Argument receiver = a.schema().receiver();
        boolean named = false;
        for (Schema.Argument x : a.schema().arguments()) {
            Object v = a.get(x.name());
            if (method && x == receiver) {
                continue;
            }
            if (!x.required() && java.util.Objects.equals(v, x.standard())) {
                named = true;
                continue;
            }
            arguments.add((named || x.keywordOnly() ? x.name() + "=" : "") + argument(x, v, inputs));
        }
        if (method && arguments.size() == 1 && arguments.get(0).startsWith("(") && isSizes(a, receiver)) {
            arguments.set(0, arguments.get(0).replaceAll("^\\(|,?\\)$", "")); // x.view(n, 2048), as most write it
        }
        String call = String.join(", ", arguments);
        return method ? side(value(a.get(receiver.name()), inputs)) + "." + spelling.substring("torch.Tensor.".length()) + "(" + call + ")" : shortened(spelling) + "(" + call + ")";
    }

    /** {@code x[:, 1:]}: PyTorch writes it with brackets. */
    private String slice(Bindings a, List<String> inputs) {
        int dim = a.integer("dim");
        String start = bound(a.get("from"), "0");
        String step = bound(a.get("step"), "1");
        String part = start + ":" + bound(a.get("to"), "9223372036854775807") + (step.isEmpty() ? "" : ":" + step);
        String brackets = dim >= 0 ? ":, ".repeat(dim) + part : "..., " + part + ", :".repeat(-dim - 1);
        return side(value(a.get(a.schema().receiver().name()), inputs)) + "[" + brackets + "]";
    }

    /** The text of a bound; nothing where it is what Python takes when nothing stands there. */
    private String bound(Object value, String standard) {
        String text = value == null ? standard : value(value, List.of());
        return text.equals(standard) ? "" : text;
    }

    /** Whether the only argument beside the tensor is a list of sizes, which methods also take one by one. */
    private static boolean isSizes(Bindings a, Schema.Argument receiver) {
        List<Schema.Argument> others = a.schema().arguments().stream().filter(x -> x != receiver).toList();
        return !others.isEmpty() && a.get(others.get(0).name()) instanceof List<?> && others.get(0).types().contains(Schema.Type.INTS)
            && !others.get(0).types().contains(Schema.Type.INT) && others.get(0).required();
    }

    private String argument(Schema.Argument x, Object v, List<String> inputs) {
        boolean list = v instanceof List<?> && (x.types().contains(Schema.Type.INTS) || x.types().contains(Schema.Type.TENSORS));
        return list ? PythonText.tuple(((List<?>) v).stream().map(e -> value(e, inputs)).toList()) : value(v, inputs);
    }

    /** Whether only the first two arguments differ from their defaults: then a sign says it all. */
    private static boolean isPlain(Bindings a) {
        List<Schema.Argument> all = a.schema().arguments();
        return all.size() >= 2 && all.stream().skip(2).allMatch(x -> java.util.Objects.equals(a.get(x.name()), x.standard()));
    }

    private String value(Object v, List<String> inputs) {
        if (v instanceof Bindings.Slot slot) {
            return inputs.get(slot.index());
        } else if (v instanceof Expr e) {
            return sizes.apply(e);
        } else if (v instanceof List<?> list) {
            return PythonText.tuple(list.stream().map(e -> value(e, inputs)).toList());
        }
        return PythonText.plain(v);
    }

    /** One side of a sign, or what a method is called on. */
    private static String side(String text) {
        return text.matches("[\\w.]+|[\\w.]+\\([^()]*\\)|[\\w.]+\\[\\d+\\]") ? text : "(" + text + ")";
    }

    // ---- functional forms of layers

    private String function(Arguments a, List<String> inputs) {
        String word = a.signature().factory();
        Operator operator = Operations.known(word).orElseThrow(() -> Refusal.of("runtime", word + " as a function cannot be written as PyTorch").fix("code(net, LAYERBOOK)"));
        List<String> spellings = operator.spellings().stream().toList();
        String spelling = spellings.stream().filter(s -> s.startsWith("torch.nn.functional.") && !s.endsWith("_")).findFirst()
            .or(() -> spelling(operator.spellings())).orElseThrow(() -> Refusal.of("runtime", word + " as a function cannot be written as PyTorch").fix("code(net, LAYERBOOK)"));
        var arguments = new ArrayList<>(inputs);
        for (Parameter p : a.signature().parameters()) {
            boolean required = p.need() != Parameter.Need.OPTIONAL;
            boolean known = operator.schemas().stream().anyMatch(s -> s.argument(PythonText.snake(p.name())).isPresent());
            if (known && a.get(p.name()) != null && (required || !a.isStandard(p.name()))) {
                arguments.add((required ? "" : PythonText.snake(p.name()) + "=") + value(a.get(p.name()), inputs));
            }
        }
        return (spelling.startsWith("torch.Tensor.") ? "torch." + spelling.substring("torch.Tensor.".length()) : shortened(spelling)) + "(" + String.join(", ", arguments) + ")";
    }

    // ---- spellings

    /** Methods read best, then functions of torch, then others. */
    private static Optional<String> spelling(java.util.Collection<String> spellings) {
        List<String> plain = spellings.stream().filter(s -> !s.endsWith("_")).toList();
        return plain.stream().filter(s -> s.startsWith("torch.Tensor.")).findFirst()
            .or(() -> plain.stream().filter(s -> s.matches("torch\\.\\w+")).findFirst()).or(() -> plain.stream().findFirst());
    }

    private static String shortened(String spelling) {
        return spelling.startsWith("torch.nn.functional.") ? "F." + spelling.substring("torch.nn.functional.".length()) : spelling;
    }
}

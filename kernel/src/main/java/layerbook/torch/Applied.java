package layerbook.torch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import layerbook.operations.Operations;
import layerbook.operations.Operator;
import layerbook.operations.Outputs;
import layerbook.python.Arguments;
import layerbook.python.Numbers;
import layerbook.python.PyTuple;

/** Applies the operations of the catalogue to Python's tensors; where their numbers are known, those of the result are computed too. */
final class Applied {
    private static final Set<String> COMPARING = Set.of("add", "sub", "mul", "div", "floor_divide", "remainder", "pow", "maximum", "minimum",
        "eq", "ne", "lt", "le", "gt", "ge", "logical_and", "logical_or");
    private static final Set<String> REDUCING = Set.of("sum", "mean", "prod", "max", "min", "amax", "amin", "any", "all");

    private Applied() {}

    /** {@code torch.name(..)}, arguments as Python gives them. */
    static Object operation(String name, List<?> positional, Map<String, ?> named) {
        var all = new ArrayList<Object>();
        positional.forEach(v -> all.add(Converted.argument(v)));
        var keyword = new LinkedHashMap<String, Object>();
        named.forEach((k, v) -> keyword.put(k, Converted.argument(v)));
        Outputs outputs = Operations.find(name).apply(listed(name, all), keyword);
        return known(name, positional, named, Converted.given(outputs));
    }

    /** A function of {@code torch} or {@code torch.nn.functional}; a name that ends in _ writes into its first argument. */
    static Object function(Operator operator, String spelled, Arguments a) {
        Map<String, Object> named = Converted.named(a);
        for (String split : List.of("indices", "sections")) {
            if (operator.name().equals("tensor_split") && named.containsKey(split)) {
                named.put("indices_or_sections", named.remove(split));
            }
        }
        Outputs outputs = operator.apply(listed(operator.name(), Converted.positional(a)), named);
        Object result = known(operator.name(), a.positional(), named, Converted.given(outputs));
        boolean place = spelled.endsWith("_") || isTrue(a.named("inplace"));
        if (place && result instanceof TensorObject r && a.get(0, "input") instanceof TensorObject self) {
            intoPlace(self, r);
            return self;
        }
        return result;
    }

    /** {@code einsum} takes its tensors one by one. */
    private static List<Object> listed(String name, List<Object> arguments) {
        boolean single = name.equals("einsum") && arguments.size() > 1 && arguments.get(1) instanceof layerbook.net.Tensor;
        return single ? List.of(arguments.get(0), arguments.subList(1, arguments.size())) : arguments;
    }

    private static boolean isTrue(Object value) {
        return Boolean.TRUE.equals(value);
    }

    /** A method of a tensor; a name that ends in _ writes into the tensor. */
    static Object method(Operator operator, String spelled, TensorObject self, Arguments a) {
        Map<String, Object> named = Converted.named(a);
        Outputs outputs = operator.applyTo(self.tensor(), Converted.positional(a), named);
        var all = new ArrayList<Object>(List.of(self));
        all.addAll(a.positional());
        Object result = known(operator.name(), all, named, Converted.given(outputs));
        if (spelled.endsWith("_") && result instanceof TensorObject r) {
            intoPlace(self, r);
            return self;
        }
        return result;
    }

    /** The result of an operation in place takes the place of the tensor; a weight stays the weight it is. */
    static void intoPlace(TensorObject self, TensorObject result) {
        Values now = result.knownValues();
        if (!self.isParameter() && !self.isBuffer()) {
            self.become(result.tensor());
        }
        self.written(now);
    }

    /** {@code 2 ** x}: the operation has its number on the left. */
    static Object powerOf(Object number, TensorObject exponent) {
        TensorObject result = (TensorObject) operation("exp", List.of(exponent), Map.of());
        return result.with(Values.of("pow", like(number), exponent.like(), result.like()));
    }

    static Values.TensorLike like(Object value) {
        return value instanceof TensorObject t ? t.like() : Numbers.isNumber(value) || value instanceof Boolean ? Values.TensorLike.number(Numbers.toDouble(Numbers.plain(value)))
            : new Values.TensorLike(layerbook.shape.Shape.of(new long[0]), layerbook.shape.DType.FLOAT64, null);
    }

    /** The result with its numbers; what may be a view of a tensor with known numbers shares them. */
    private static Object known(String name, List<?> arguments, Map<String, ?> named, Object result) {
        Object found = computed(name, arguments, named, result);
        boolean copies = COMPARING.contains(name) || REDUCING.contains(name) || name.equals("clone") || name.equals("cat") || name.equals("stack") || name.equals("cumsum") || name.equals("diff");
        if (!copies && !arguments.isEmpty() && arguments.get(0) instanceof TensorObject x && x.knownValues() != null) {
            if (found instanceof TensorObject r) {
                r.sharing(x);
            } else if (found instanceof PyTuple all) {
                all.elements().forEach(e -> ((TensorObject) e).sharing(x));
            }
        }
        return found;
    }

    private static Object computed(String name, List<?> arguments, Map<String, ?> named, Object result) {
        if (!(result instanceof TensorObject r) || arguments.isEmpty() || Values.count(r.shape()) < 0) {
            return result;
        }
        Object first = arguments.get(0);
        if (COMPARING.contains(name) && arguments.size() == 2 && named.isEmpty()) {
            return r.with(Values.of(name, like(first), like(arguments.get(1)), r.like()));
        }
        if (first instanceof TensorObject x && x.knownValues() != null) {
            boolean all = arguments.size() == 1 && named.isEmpty();
            if (REDUCING.contains(name) && all) {
                return r.with(x.knownValues().reduced(name, r.dtype()));
            }
            if (name.equals("diff") && all && x.shape().rank() == 1) {
                return r.with(x.knownValues().differences(r.dtype()));
            }
            if (name.equals("cumsum") && x.shape().rank() == 1) {
                return r.with(x.knownValues().cumulated(r.dtype()));
            }
            return all || isMove(name) ? r.with(Values.of(name, x.knownValues(), r.like())) : r;
        }
        if ((name.equals("cat") || name.equals("stack")) && first instanceof layerbook.python.PyObject list && arguments.size() == 1 && named.isEmpty()) {
            var all = new ArrayList<Values>();
            layerbook.python.Iteration.of(list).forEachRemaining(e -> all.add(e instanceof TensorObject t ? t.knownValues() : null));
            return r.with(Values.joined(all));
        }
        return r;
    }

    private static boolean isMove(String name) {
        return switch (name) {
            case "view", "reshape", "flatten", "unflatten", "squeeze", "unsqueeze", "contiguous", "clone", "detach", "view_as", "reshape_as" -> true;
            default -> false;
        };
    }
}

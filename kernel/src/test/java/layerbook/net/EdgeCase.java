package layerbook.net;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import layerbook.formula.Expr;
import layerbook.layer.Layer;
import layerbook.layer.Option;
import layerbook.layer.SizeList;
import layerbook.layers.Catalogue;
import layerbook.layers.TruthCase;
import layerbook.shape.DType;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/** A layer or tensor operation at the edge of what sizes can be, with PyTorch's verdict. The file is written by {@code truth/edges.py}. */
record EdgeCase(JsonNode json) {
    /** What came of it here: shapes and parameters, or a refusal. */
    record Outcome(List<Shape> outputs, BigInteger params, Refusal refusal) {
        boolean ok() {
            return refusal == null;
        }
    }

    static Stream<EdgeCase> all() {
        return StreamSupport.stream(TruthCase.file("edges.json").get("cases").spliterator(), false).map(EdgeCase::new);
    }

    boolean isLayer() {
        return json.has("layer");
    }

    String name() {
        return json.get(isLayer() ? "layer" : "op").asText();
    }

    String verdict() {
        return json.get("verdict").asText();
    }

    boolean isOk() {
        return verdict().equals("ok");
    }

    boolean refused() {
        return verdict().equals("refused");
    }

    /** Whether a number beyond an int stands in it. */
    boolean isHuge() {
        return java.util.regex.Pattern.compile("\\d{10,}").matcher(json.get("args") + " " + json.get("kwargs") + " " + json.get("inputs")).find();
    }

    /** Whether an input holds nothing. */
    boolean takesNothing() {
        return inputTypes().stream().anyMatch(type -> type.shape().numel().isZero());
    }

    String error() {
        return json.path("error").asText();
    }

    List<Shape> outputs() {
        return shapes(json.get("outputs"));
    }

    static List<Shape> shapes(JsonNode lists) {
        return list(lists).stream().map(n -> new Shape(sizes(n))).toList();
    }

    @Override public String toString() {
        String text = name() + arguments().stream().map(EdgeCase::text).toList() + " on " + inputTypes().stream().map(TensorType::text).toList();
        return text + (verdict().equals("ok") ? " → " + outputs() + " " + json.path("params").asText() : " ✗ " + error());
    }

    private static String text(Object argument) {
        return argument instanceof Option o ? o.name() + o.values().stream().map(EdgeCase::text).toList() : argument instanceof SizeList s ? s.values().toString() : String.valueOf(argument);
    }

    // ---- run here

    /** Runs it in a book of its own. Whatever is thrown but a refusal comes out. */
    Outcome here() throws Throwable {
        return outcome(inputs -> isLayer() ? first(inputs, Catalogue.find(factory()).orElseThrow().read(arguments().toArray())) : operated(inputs));
    }

    /** Runs another layer on the same inputs. */
    Outcome with(java.util.function.Supplier<Layer> layer) throws Throwable {
        return outcome(inputs -> first(inputs, layer.get()));
    }

    private interface Run {
        Tensor on(List<Tensor> inputs) throws Throwable;
    }

    private Outcome outcome(Run run) throws Throwable {
        var book = new NetworkBuilder();
        try {
            Tensor first = run.on(inputTypes().stream().map(book::tensor).toList());
            BigInteger params = Expr.sum(first.call().applied().weights().stream().map(layerbook.layer.Param::size).toList()).normal().exact();
            return new Outcome(first.outputs().stream().map(Tensor::shape).toList(), isLayer() ? params : null, null);
        } catch (Refusal refusal) {
            return new Outcome(null, null, refusal);
        }
    }

    String factory() {
        return Catalogue.all().stream().filter(s -> s.className().equals(name())).findFirst().orElseThrow().factory();
    }

    private static Tensor first(List<Tensor> inputs, Layer layer) {
        return inputs.get(0).then(layer, inputs.subList(1, inputs.size()).toArray());
    }

    private Tensor operated(List<Tensor> inputs) throws Throwable {
        var arguments = new ArrayList<>(arguments());
        if (List.of("cat", "stack").contains(name())) {
            return layerbook.operations.Operations.find(name()).apply(List.of(inputs, arguments.get(0)), java.util.Map.of()).tensor();
        }
        arguments.addAll(0, inputs.subList(1, inputs.size()));
        for (Method method : methods()) {
            Object[] bound = bound(method, arguments);
            if (bound != null) {
                try {
                    Object out = method.invoke(inputs.get(0), bound);
                    return out instanceof List<?> several ? (Tensor) several.get(0) : (Tensor) out;
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            }
        }
        throw Refusal.option(name() + " takes no such arguments: Java refuses them when they are typed");
    }

    /** Those with the most fixed parameters first, as Java prefers them. */
    private List<Method> methods() {
        return Arrays.stream(Tensor.class.getMethods()).filter(m -> m.getName().equals(name()) && !m.isBridge())
            .sorted(Comparator.comparing(Method::isVarArgs).thenComparing(Method::getParameterCount, Comparator.reverseOrder())).toList();
    }

    private static Object[] bound(Method method, List<Object> arguments) {
        Class<?>[] types = method.getParameterTypes();
        int fixed = method.isVarArgs() ? types.length - 1 : types.length;
        if (arguments.size() < fixed || arguments.size() > fixed && !method.isVarArgs()) {
            return null;
        }
        var out = new Object[types.length];
        for (int i = 0; i < fixed; i++) {
            out[i] = as(types[i], arguments.get(i));
            if (out[i] == null) {
                return null;
            }
        }
        if (method.isVarArgs()) {
            Class<?> each = types[fixed].getComponentType();
            Object rest = java.lang.reflect.Array.newInstance(each, arguments.size() - fixed);
            for (int i = fixed; i < arguments.size(); i++) {
                Object value = as(each, arguments.get(i));
                if (value == null) {
                    return null;
                }
                java.lang.reflect.Array.set(rest, i - fixed, value);
            }
            out[fixed] = rest;
        }
        return out;
    }

    /** The argument as Java would pass it: an int where it is one, else nothing. */
    private static Object as(Class<?> type, Object value) {
        if (type == int.class || type == Integer.class) {
            return value instanceof Long l && l == l.intValue() ? l.intValue() : null;
        }
        Object boxed = value instanceof Long l && l == l.intValue() ? (Object) l.intValue() : value;
        return type.isInstance(boxed) ? boxed : null;
    }

    // ---- reading

    private List<TensorType> inputTypes() {
        return list(json.get("inputs")).stream().map(n -> n.isArray() ? TensorType.of(new Shape(sizes(n))) : new TensorType(new Shape(sizes(n.get("shape"))), DType.INT64)).toList();
    }

    private List<Object> arguments() {
        var out = new ArrayList<Object>();
        json.get("args").forEach(a -> out.add(value(a)));
        json.get("kwargs").fields().forEachRemaining(e -> out.add(Option.of(TruthCase.camel(e.getKey()), value(e.getValue()))));
        return out;
    }

    private static Object value(JsonNode n) {
        if (n.isArray()) {
            return new SizeList(sizes(n));
        } else if (n.isIntegralNumber()) {
            return n.canConvertToLong() ? (Object) n.asLong() : n.bigIntegerValue();
        }
        return n.isNumber() ? (Object) n.asDouble() : n.isBoolean() ? (Object) n.asBoolean() : n.asText();
    }

    private static List<Expr> sizes(JsonNode list) {
        return list(list).stream().map(n -> (Expr) Expr.of(n.bigIntegerValue())).toList();
    }

    private static List<JsonNode> list(JsonNode array) {
        var out = new ArrayList<JsonNode>();
        array.forEach(out::add);
        return out;
    }
}

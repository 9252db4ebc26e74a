package layerbook.operations;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import layerbook.formula.Expr;
import layerbook.layer.Inputs;
import layerbook.net.Numbers;
import layerbook.shape.DType;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/**
 * The arguments of one use of an operation, all of them, by PyTorch's names; what was not given stands as its default.
 * Whole numbers are {@link Expr}, numbers with a fraction Double, lists {@code List}, the rest Boolean, String or {@link DType}.
 * A tensor is the {@link Slot} of its place among the inputs, so equal arguments make equal operations.
 */
public final class Bindings {
    /** Stands for a tensor: its place among the inputs. */
    public record Slot(int index) {}

    private static final String COUNT = "*count";

    private final Schema schema;
    private final Map<String, Object> values;

    Bindings(Schema schema, Map<String, Object> values) {
        this.schema = schema;
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public Schema schema() {
        return schema;
    }

    /** All values by PyTorch's names, in its order. */
    public Map<String, Object> values() {
        if (!values.containsKey(COUNT)) {
            return values;
        }
        var own = new LinkedHashMap<>(values);
        own.remove(COUNT);
        return own;
    }

    /** Whether a value is there: given, or a default other than None. */
    public boolean has(String name) {
        return values.get(name) != null;
    }

    public Object get(String name) {
        return values.get(name);
    }

    /** A size. */
    public Expr size(String name) {
        Object v = values.get(name);
        return v instanceof List<?> list && list.size() == 1 ? (Expr) list.get(0) : (Expr) v;
    }

    /** A list of sizes; a single one is a list of one, None an empty list. */
    @SuppressWarnings("unchecked")
    public List<Expr> sizes(String name) {
        Object v = values.get(name);
        return v == null ? List.of() : v instanceof List<?> ? (List<Expr>) v : List.of((Expr) v);
    }

    /** A whole number that must be known, such as an axis. */
    public int integer(String name) {
        return Numbers.whole(size(name), Spelling.camel(name));
    }

    /** Whole numbers that must be known. */
    public int[] integers(String name) {
        return sizes(name).stream().mapToInt(e -> Numbers.whole(e, Spelling.camel(name))).toArray();
    }

    public boolean flag(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    public String text(String name) {
        return (String) values.get(name);
    }

    public DType dtype(String name) {
        return (DType) values.get(name);
    }

    /** A number with a fraction; NaN where a formula stands. */
    public double real(String name) {
        Object v = values.get(name);
        return v instanceof Expr.Num n ? n.value().doubleValue() : v instanceof Double d ? d : Double.NaN;
    }

    // ---- tensors

    /** Whether a tensor was given there. */
    public boolean isTensor(String name) {
        return values.get(name) instanceof Slot;
    }

    /** The type of a tensor argument; null if none was given. */
    public TensorType type(String name, Inputs in) {
        return values.get(name) instanceof Slot s ? in.type(s.index()) : null;
    }

    /** The shape of a tensor argument; null if none was given. */
    public Shape shape(String name, Inputs in) {
        return values.get(name) instanceof Slot s ? in.shape(s.index()) : null;
    }

    /** The types of a list of tensors. */
    public List<TensorType> types(String name, Inputs in) {
        return values.get(name) instanceof List<?> list ? list.stream().filter(Slot.class::isInstance).map(s -> in.type(((Slot) s).index())).toList() : List.of();
    }

    /** How many there are of something that only values tell: a letter of this use alone. */
    Expr count() {
        return (Expr) values.get(COUNT);
    }

    /** The same with a letter for what only values tell. */
    Bindings counting(Expr letter) {
        var more = new LinkedHashMap<>(values);
        more.put(COUNT, letter);
        return new Bindings(schema, more);
    }

    // ---- texts

    /** The values that differ from their defaults and the required ones, tensors left out, in order. */
    List<Map.Entry<Schema.Argument, Object>> shown() {
        var out = new ArrayList<Map.Entry<Schema.Argument, Object>>();
        for (Schema.Argument a : schema.arguments()) {
            Object v = values.get(a.name());
            if (v != null && !isTensors(v) && (a.required() || !Objects.equals(v, a.standard()))) {
                out.add(Map.entry(a, v));
            }
        }
        return out;
    }

    static boolean isTensors(Object v) {
        return v instanceof Slot || v instanceof List<?> list && !list.isEmpty() && list.stream().allMatch(Slot.class::isInstance);
    }

    /** A value as Java text. */
    static String text(Object v) {
        if (v == null) {
            return "null";
        } else if (v instanceof Expr e) {
            return Numbers.java(e);
        } else if (v instanceof String s) {
            return "\"" + s + "\"";
        } else if (v instanceof List<?> list) {
            return "size(" + list.stream().map(Bindings::text).collect(Collectors.joining(", ")) + ")";
        }
        return v instanceof DType d ? d.name() : v instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1e15 ? Double.toString(d) : String.valueOf(v);
    }

    @Override public boolean equals(Object o) {
        return o instanceof Bindings b && b.schema == schema && b.values.equals(values);
    }

    @Override public int hashCode() {
        return values.hashCode();
    }
}

package layerbook.layer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import layerbook.formula.Expr;
import layerbook.layer.Parameter.Need;
import layerbook.shape.Refusal;

/**
 * The arguments of a layer, by name. Whole numbers are kept as {@link Expr}, lists as {@code List<Expr>}, the rest as Boolean, Double or String;
 * what was not given stands as its standard value. Equal arguments make equal layers.
 */
public final class Arguments {
    private static final int MOST_LAYERS = 100_000;

    private final Signature signature;
    private final Map<String, Object> values;

    Arguments(Signature signature, Map<String, Object> values) {
        this.signature = signature;
        this.values = values;
    }

    public Signature signature() {
        return signature;
    }

    /** Whether a value is there: given, or a standard that is not null. */
    public boolean has(String name) {
        return values.get(name) != null;
    }

    /** The value in the form it is kept, or null. */
    public Object get(String name) {
        return values.get(name);
    }

    public Expr number(String name) {
        Object v = values.get(name);
        if (v instanceof List<?> list && list.size() == 1) {
            return (Expr) list.get(0);
        }
        if (!(v instanceof Expr e)) {
            throw Refusal.option(signature.factory() + " wants one whole number as " + name + ", not " + text(v)).at(name, "one whole number");
        }
        return e;
    }

    /** The whole number, when it must be known. */
    public int integer(String name) {
        try {
            return number(name).exact().intValueExact();
        } catch (ArithmeticException e) {
            throw Refusal.option(signature.factory() + " wants a plain number as " + name + ", not " + text(values.get(name))).at(name, "a plain number");
        }
    }

    /** How many layers stand on top of each other: each has weights of its own, so a number that no list would hold is refused. */
    public int count(String name) {
        Expr n = number(name);
        if (n instanceof Expr.Num many && many.value().compareTo(java.math.BigInteger.valueOf(MOST_LAYERS)) > 0) {
            throw Refusal.option(signature.factory() + " cannot have " + name + " " + n.text()).at(name, "at most " + Expr.of(MOST_LAYERS).text()).why("each layer has weights of its own");
        }
        return integer(name);
    }

    /** One size for each of so many axes: a single number stands for all of them; null in it is KEEP. */
    public List<Expr> size(String name, int axes) {
        Object v = values.get(name);
        if (v instanceof Expr e) {
            return java.util.Collections.nCopies(axes, e);
        }
        if (v instanceof List<?> list) {
            if (list.size() == axes || axes < 0) {
                return exprs(list);
            }
            if (list.size() == 1) {
                return java.util.Collections.nCopies(axes, (Expr) list.get(0));
            }
        }
        throw Refusal.option(signature.factory() + " wants one number or " + axes + " of them as " + name + ", not " + text(v))
            .at(name, "one number or " + axes);
    }

    /** All the numbers of a list argument, however many. */
    public List<Expr> sizes(String name) {
        Object v = values.get(name);
        return v instanceof List<?> list ? exprs(list) : java.util.Collections.singletonList((Expr) v);
    }

    private static List<Expr> exprs(List<?> list) {
        var out = new ArrayList<Expr>();
        list.forEach(e -> out.add((Expr) e));
        return out;
    }

    public boolean flag(String name) {
        return (Boolean) values.get(name);
    }

    public double real(String name) {
        Object v = values.get(name);
        return v instanceof Double d ? d : v instanceof Expr e ? e.exact().doubleValue() : Double.NaN;
    }

    public String text(String name) {
        return (String) values.get(name);
    }

    /** Whether the argument is a word, such as the padding "same". */
    public boolean isText(String name) {
        return values.get(name) instanceof String;
    }

    public boolean isStandard(String name) {
        return Objects.equals(values.get(name), signature.parameter(name).map(Parameter::standard).orElse(null));
    }

    /** The same arguments with one changed. */
    public Arguments with(String name, Object value) {
        var changed = new LinkedHashMap<>(values);
        changed.put(name, value instanceof Integer i ? Expr.of(i) : value instanceof Long l ? Expr.of(l) : value);
        return new Arguments(signature, changed);
    }

    /** The Java text that makes the layer: {@code conv2d(3, 16, 3, padding(1))}. */
    public String code() {
        var parts = new ArrayList<String>();
        boolean named = false;
        for (Parameter p : signature.parameters()) {
            Object v = values.get(p.name());
            if (p.need() == Need.OPTIONAL) {
                if (!isStandard(p.name())) {
                    parts.add(p.name() + "(" + inBrackets(v) + ")");
                }
            } else if (v == null) {
                named |= p.need() == Need.REQUIRED;
            } else {
                parts.add(named ? p.name() + "(" + inBrackets(v) + ")" : positional(v));
            }
        }
        return signature.factory() + "(" + String.join(", ", parts) + ")";
    }

    private static String positional(Object v) {
        return v instanceof List<?> list ? "size(" + inBrackets(list) + ")" : text(v);
    }

    private static String inBrackets(Object v) {
        return v instanceof List<?> list ? list.stream().map(Arguments::text).collect(Collectors.joining(", ")) : text(v);
    }

    /** A whole number as Java reads it: with an L beyond an int, made of its digits beyond a long. */
    public static String literal(java.math.BigInteger number) {
        return number.bitLength() < 32 ? number.toString() : number.bitLength() < 64 ? number + "L" : "new java.math.BigInteger(\"" + number + "\")";
    }

    /** A value as Java text. */
    static String text(Object v) {
        if (v == null) {
            return "KEEP";
        } else if (v instanceof Expr.Num n) {
            return literal(n.value());
        } else if (v instanceof Expr e) {
            return e.text(layerbook.formula.Style.ASCII);
        } else if (v instanceof String s) {
            return "\"" + s + "\"";
        } else if (v instanceof SizeList s) {
            return text(s.values());
        } else if (v instanceof List<?> list) {
            return "size(" + inBrackets(list) + ")";
        }
        if (v instanceof layerbook.shape.Shaped tensor) {
            return "tensor(shape(" + tensor.shape().dims().stream().map(Arguments::text).collect(Collectors.joining(", ")) + "))";
        }
        return v instanceof Layer layer ? layer.codeText() : String.valueOf(v);
    }

    /** What stands beside the name in a table. */
    public String brief() {
        return signature.briefOf(this);
    }

    /** Required values, then the options that are not standard, by name. */
    String standardBrief() {
        var parts = new ArrayList<String>();
        for (Parameter p : signature.parameters()) {
            Object v = values.get(p.name());
            if (v == null) {
                continue;
            }
            if (p.need() != Need.OPTIONAL) {
                parts.add(briefValue(v));
            } else if (!isStandard(p.name())) {
                parts.add(v instanceof Boolean b ? (b ? p.name() : "no " + p.name()) : p.name() + " " + briefValue(v));
            }
        }
        return String.join(" ", parts);
    }

    /** A value as said in a table: a list as 3×5, equal sizes once. */
    public static String briefValue(Object v) {
        if (v instanceof List<?> list) {
            if (list.size() > 1 && list.stream().distinct().count() == 1 && list.get(0) != null) {
                return briefValue(list.get(0));
            }
            return list.stream().map(e -> e == null ? "–" : briefValue(e)).collect(Collectors.joining("×"));
        }
        return v instanceof String s ? s : v instanceof Expr.Num n ? n.value().toString() : text(v);
    }

    /** The values by name, for programs. */
    public Map<String, Object> values() {
        return java.util.Collections.unmodifiableMap(values);
    }

    @Override public boolean equals(Object o) {
        return o instanceof Arguments a && a.signature == signature && a.values.equals(values);
    }

    @Override public int hashCode() {
        return values.hashCode() * 31 + System.identityHashCode(signature);
    }

    @Override public String toString() {
        return code();
    }
}

package layerbook.layer;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.formula.Expr;
import layerbook.io.NearestWord;
import layerbook.layer.Parameter.Need;
import layerbook.layer.Parameter.Type;
import layerbook.shape.Refusal;

/** Reads what stands in the brackets of a factory: positional values first, then named ones, as the signature declares them. */
final class Reader {
    private final Signature signature;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<String> given = new ArrayList<>();

    private Reader(Signature signature) {
        this.signature = signature;
    }

    static Arguments read(Signature signature, Object... given) {
        var reader = new Reader(signature);
        var positional = new ArrayList<Object>();
        for (Object g : given == null ? new Object[] {null} : given) {
            reader.sort(g, positional);
        }
        reader.place(positional);
        reader.complete();
        return new Arguments(signature, reader.values);
    }

    private void sort(Object g, List<Object> positional) {
        if (g instanceof Option o) {
            named(o.name(), o.values().size() == 1 ? o.values().get(0) : o.values());
        } else if (g instanceof BuiltIn layer && signature.parameter(layer.factoryName()).isPresent()) {
            // a word that is both a layer and an option, such as dropout(0.5): here it is the option
            named(layer.factoryName(), layer.args().values().values().iterator().next());
        } else if (g instanceof SizeList s && signature.parameter("size").map(p -> p.need() == Need.OPTIONAL).orElse(false)) {
            named("size", s);
        } else {
            positional.add(g);
        }
    }

    private void named(String name, Object value) {
        Parameter p = signature.parameter(name).orElseThrow(() -> unknown(name));
        if (given.contains(name)) {
            throw Refusal.option(signature.factory() + " is given " + name + " twice").at(name, "given twice");
        }
        given.add(name);
        values.put(name, convert(p, value));
    }

    private Refusal unknown(String name) {
        List<String> has = signature.parameters().stream().map(Parameter::name).toList();
        String list = has.isEmpty() ? "takes no options" : "has " + String.join(", ", has);
        Refusal refusal = Refusal.option(signature.factory() + " has no option " + name).at(name, "not an option of " + signature.factory()).why(signature.factory() + " " + list);
        String near = NearestWord.nearest(name, has);
        return near == null ? refusal : refusal.detail("mean", near + "(..)?");
    }

    /** Positional values go to the required arguments, with the inferred ones before them if there are enough; more go to options in order. */
    private void place(List<Object> positional) {
        List<Parameter> open = signature.parameters().stream().filter(p -> !given.contains(p.name())).toList();
        List<Parameter> required = open.stream().filter(p -> p.need() == Need.REQUIRED).toList();
        List<Parameter> inferred = open.stream().filter(p -> p.need() == Need.INFERRED).toList();
        var order = new ArrayList<Parameter>();
        if (positional.size() >= required.size() + inferred.size()) {
            order.addAll(open.stream().filter(p -> p.need() != Need.OPTIONAL).toList());
            order.addAll(open.stream().filter(p -> p.need() == Need.OPTIONAL).toList());
        } else {
            order.addAll(required);
        }
        if (positional.size() > order.size()) {
            throw Refusal.option(signature.factory() + " takes at most " + order.size() + " arguments by position, not " + positional.size())
                .why(signature.usage());
        }
        for (int i = 0; i < positional.size(); i++) {
            given.add(order.get(i).name());
            values.put(order.get(i).name(), convert(order.get(i), positional.get(i)));
        }
    }

    private void complete() {
        var ordered = new LinkedHashMap<String, Object>();
        for (Parameter p : signature.parameters()) {
            if (p.need() == Need.REQUIRED && !values.containsKey(p.name())) {
                throw Refusal.option(signature.factory() + " needs " + p.name() + ": " + p.meaning()).why(signature.usage());
            }
            ordered.put(p.name(), values.containsKey(p.name()) ? values.get(p.name()) : p.standard());
        }
        values.clear();
        values.putAll(ordered);
    }

    private Object convert(Parameter p, Object v) {
        if (v == null || p.type() == Type.OBJECT) {
            return v;
        }
        Object out = switch (p.type()) {
            case INT -> expr(v instanceof SizeList s && s.values().size() == 1 ? s.values().get(0) : v);
            case SIZE -> v instanceof SizeList || v instanceof List<?> || v instanceof int[] ? list(v) : expr(v);
            case PADDING -> v instanceof String ? v : v instanceof SizeList || v instanceof List<?> || v instanceof int[] ? list(v) : expr(v);
            case REAL -> real(v);
            case BOOL -> v instanceof Boolean ? v : null;
            case TEXT -> v instanceof String ? v : null;
            case OBJECT -> v;
        };
        if (out == null) {
            throw Refusal.option(signature.factory() + " wants " + wants(p.type()) + " as " + p.name() + ", not " + Arguments.text(v))
                .at(p.name(), "should be " + wants(p.type()));
        }
        return out;
    }

    private static String wants(Type type) {
        return switch (type) {
            case INT -> "a whole number";
            case SIZE -> "a whole number or a size(..)";
            case PADDING -> "a whole number, a size(..) or a word such as \"same\"";
            case REAL -> "a number";
            case BOOL -> "true or false";
            case TEXT -> "a text in quotes";
            case OBJECT -> "a value";
        };
    }

    private static Object real(Object v) {
        if (v instanceof SizeList s) {
            return real(s.values());
        } else if (v instanceof Expr.Num n) {
            return n.value().doubleValue();
        } else if (v instanceof List<?> list) {
            var out = new ArrayList<Object>();
            for (Object e : list) {
                out.add(real(e));
            }
            return out.contains(null) ? null : out;
        }
        return v instanceof Double || v instanceof Float ? (Object) ((Number) v).doubleValue() : v instanceof Number n ? (Object) n.doubleValue() : null;
    }

    /** A whole number as a formula; null if it is none. */
    static Expr expr(Object v) {
        if (v instanceof Expr e) {
            return e.normal();
        } else if (v instanceof Integer || v instanceof Long || v instanceof Short || v instanceof Byte) {
            return Expr.of(((Number) v).longValue());
        } else if (v instanceof BigInteger b) {
            return Expr.of(b);
        }
        return null;
    }

    private static Object list(Object v) {
        var out = new ArrayList<Expr>();
        List<?> from = v instanceof SizeList s ? s.values() : v instanceof List<?> l ? l : java.util.Arrays.stream((int[]) v).boxed().toList();
        for (Object e : from) {
            Expr x = e == null ? null : expr(e);
            if (e != null && x == null) {
                return null;
            }
            out.add(x);
        }
        return java.util.Collections.unmodifiableList(out);
    }
}

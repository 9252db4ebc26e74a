package layerbook.python;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters of a function that Java gives, written as in Python's documentation:
 * <pre>{@code
 * Signature s = Signature.of("flatten(input, start_dim=0, end_dim=-1)");
 * Object[] values = s.bind(arguments);            // [tensor, 1L, -1L]
 * }</pre>
 * A default is an int, a float, a text in single quotes, {@code True}, {@code False}, {@code None} or {@code ()}. {@code *} begins
 * the keyword-only ones; {@code *name} takes the rest by position as a tuple, {@code **name} those by name as a dict.
 */
public final class Signature {
    private final String function;
    private final String[] names;
    private final Object[] defaults;
    private final int positional;
    private final int rest;
    private final int named;

    private Signature(String function, String[] names, Object[] defaults, int positional, int rest, int named) {
        this.function = function;
        this.names = names;
        this.defaults = defaults;
        this.positional = positional;
        this.rest = rest;
        this.named = named;
    }

    public static Signature of(String text) {
        String function = text.substring(0, text.indexOf('('));
        String inner = text.substring(text.indexOf('(') + 1, text.lastIndexOf(')')).trim();
        String[] parts = inner.isEmpty() ? new String[0] : inner.split(",(?![^(]*\\))\\s*");
        var all = new java.util.ArrayList<String>();
        var defaults = new java.util.ArrayList<Object>();
        int positional = -1;
        int rest = -1;
        int named = -1;
        for (String part : parts) {
            String p = part.trim();
            if (p.equals("*") || p.startsWith("*") && !p.startsWith("**")) {
                positional = all.size();
                if (p.length() > 1) {
                    rest = all.size();
                    all.add(p.substring(1));
                    defaults.add(PyTuple.EMPTY);
                }
            } else if (p.startsWith("**")) {
                positional = positional < 0 ? all.size() : positional;
                named = all.size();
                all.add(p.substring(2));
                defaults.add(null);
            } else {
                int equals = p.indexOf('=');
                all.add(equals < 0 ? p : p.substring(0, equals).trim());
                defaults.add(equals < 0 ? null : constant(p.substring(equals + 1).trim()));
            }
        }
        return new Signature(function, all.toArray(new String[0]), defaults.toArray(), positional < 0 ? all.size() : positional, rest, named);
    }

    private static Object constant(String s) {
        switch (s) {
            case "None": return Special.NONE;
            case "True": return true;
            case "False": return false;
            case "()": return PyTuple.EMPTY;
            default: break;
        }
        if (s.startsWith("'")) {
            return s.substring(1, s.length() - 1);
        }
        return s.matches("-?\\d+") ? (Object) Long.parseLong(s) : (Object) Double.parseDouble(s);
    }

    public String function() {
        return function;
    }

    public List<String> names() {
        return List.of(names);
    }

    /** A value for each parameter, in order; raises TypeError as Python does where they do not fit. */
    public Object[] bind(Arguments a) {
        Object[] values = new Object[names.length];
        for (int i = 0; i < a.count() && i < positional; i++) {
            values[i] = a.at(i);
        }
        if (a.count() > positional) {
            if (rest < 0) {
                throw Errors.type(function + "() takes " + positional + " positional argument" + (positional == 1 ? "" : "s") + " but " + a.count() + " were given");
            }
            values[rest] = PyTuple.of(java.util.Arrays.copyOfRange(a.array(), positional, a.count()));
        }
        PyDict others = null;
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            places.put(names[i], i);
        }
        for (int i = 0; i < a.namedCount(); i++) {
            Integer at = places.get(a.nameAt(i));
            if (at == null || at == rest || at == named) {
                if (named < 0) {
                    throw Errors.type(function + "() got an unexpected keyword argument '" + a.nameAt(i) + "'");
                }
                others = others == null ? new PyDict() : others;
                others.put(a.nameAt(i), a.namedAt(i));
            } else if (values[at] != null) {
                throw Errors.type(function + "() got multiple values for argument '" + a.nameAt(i) + "'");
            } else {
                values[at] = a.namedAt(i);
            }
        }
        for (int i = 0; i < names.length; i++) {
            if (i == named) {
                values[i] = others == null ? new PyDict() : others;
            } else if (values[i] == null && (values[i] = defaults[i]) == null) {
                throw Errors.type(function + "() missing required argument: '" + names[i] + "'");
            }
        }
        return values;
    }
}

package layerbook.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import layerbook.syntax.Parameters;
import layerbook.syntax.Parameters.Kind;
import layerbook.syntax.Parameters.Parameter;

/** Gives the arguments of a call to the parameters of a function. */
final class Binding {
    private Binding() {}

    static void bind(PyFunction f, Arguments a, Map<String, Object> into) {
        List<Parameter> all = f.code.parameters.all();
        int n = a.count();
        int used = 0;
        PyDict rest = null;
        String missing = null;
        for (int i = 0; i < all.size(); i++) {
            Parameter p = all.get(i);
            Object value = null;
            switch (p.kind()) {
                case VAR_POSITIONAL:
                    value = PyTuple.of(java.util.Arrays.copyOfRange(a.array(), Math.min(used, n), n));
                    used = n;
                    break;
                case VAR_KEYWORD:
                    value = rest = new PyDict();
                    break;
                case KEYWORD_ONLY:
                    value = a.named(p.name());
                    break;
                default:
                    value = used < n ? a.at(used++) : p.kind() == Kind.POSITIONAL_ONLY ? null : a.named(p.name());
            }
            value = value == null ? f.initial[i] : value;
            if (value == null) {
                missing = missing == null ? p.name() : missing;
            } else {
                into.put(p.name(), value);
            }
        }
        takeNamed(f, all, a, rest);
        if (used < n) {
            throw tooMany(f, a);
        }
        if (missing != null) {
            throw missing(f, all, into);
        }
    }

    private static void takeNamed(PyFunction f, List<Parameter> all, Arguments a, PyDict rest) {
        for (int k = 0; k < a.namedCount(); k++) {
            String name = a.nameAt(k);
            int at = position(all, name);
            if (at < 0) {
                if (rest == null) {
                    checkPositionalOnly(f, all, a);
                    throw Errors.type(f.qualifiedName() + "() got an unexpected keyword argument '" + name + "'");
                }
                rest.put(name, a.namedAt(k));
            } else if (all.get(at).kind() == Kind.POSITIONAL_OR_KEYWORD && at < a.count()) {
                throw Errors.type(f.qualifiedName() + "() got multiple values for argument '" + name + "'");
            }
        }
    }

    private static void checkPositionalOnly(PyFunction f, List<Parameter> all, Arguments a) {
        var names = new ArrayList<String>();
        for (Parameter p : all) {
            if (p.kind() == Kind.POSITIONAL_ONLY && a.named(p.name()) != null) {
                names.add(p.name());
            }
        }
        if (!names.isEmpty()) {
            throw Errors.type(f.qualifiedName() + "() got some positional-only arguments passed as keyword arguments: '" + String.join(", ", names) + "'");
        }
    }

    private static int position(List<Parameter> all, String name) {
        for (int i = 0; i < all.size(); i++) {
            Parameter p = all.get(i);
            if ((p.kind() == Kind.POSITIONAL_OR_KEYWORD || p.kind() == Kind.KEYWORD_ONLY) && p.name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private static Raised missing(PyFunction f, List<Parameter> all, Map<String, Object> into) {
        var positional = new ArrayList<String>();
        var keyword = new ArrayList<String>();
        for (Parameter p : all) {
            if (!into.containsKey(p.name())) {
                (p.kind() == Kind.KEYWORD_ONLY ? keyword : positional).add("'" + p.name() + "'");
            }
        }
        List<String> names = positional.isEmpty() ? keyword : positional;
        int n = names.size();
        String list = n == 1 ? names.get(0) : n == 2 ? names.get(0) + " and " + names.get(1)
            : String.join(", ", names.subList(0, n - 1)) + ", and " + names.get(n - 1);
        return Errors.type(f.qualifiedName() + "() missing " + n + " required " + (positional.isEmpty() ? "keyword-only" : "positional")
            + " argument" + (n == 1 ? "" : "s") + ": " + list);
    }

    private static Raised tooMany(PyFunction f, Arguments a) {
        int given = a.count();
        int keywordOnly = 0;
        int most = 0;
        int least = 0;
        for (int i = 0; i < f.code.parameters.all().size(); i++) {
            Kind kind = f.code.parameters.all().get(i).kind();
            if (kind == Kind.POSITIONAL_ONLY || kind == Kind.POSITIONAL_OR_KEYWORD) {
                most++;
                least += f.initial[i] == null ? 1 : 0;
            }
            keywordOnly += kind == Kind.KEYWORD_ONLY && a.named(f.code.parameters.all().get(i).name()) != null ? 1 : 0;
        }
        String takes = least == most ? String.valueOf(most) : "from " + least + " to " + most;
        return Errors.type(f.qualifiedName() + "() takes " + takes + " positional argument" + (most == 1 && least == most ? "" : "s") + " but "
            + given + (keywordOnly == 0 ? given == 1 ? " was given" : " were given" : " positional argument" + (given == 1 ? "" : "s") + " (and " + keywordOnly
            + " keyword-only argument" + (keywordOnly == 1 ? "" : "s") + ") were given"));
    }

    /** {@code __defaults__} or {@code __kwdefaults__}. */
    static Object defaults(PyFunction f, boolean keyword) {
        var named = new PyDict();
        var list = new ArrayList<Object>();
        Parameters parameters = f.code.parameters;
        for (int i = 0; i < parameters.all().size(); i++) {
            Parameter p = parameters.all().get(i);
            if (f.initial[i] != null && p.kind() == Kind.KEYWORD_ONLY) {
                named.put(p.name(), f.initial[i]);
            } else if (f.initial[i] != null) {
                list.add(f.initial[i]);
            }
        }
        return keyword ? named.size() == 0 ? Special.NONE : named : list.isEmpty() ? Special.NONE : PyTuple.of(list.toArray());
    }
}

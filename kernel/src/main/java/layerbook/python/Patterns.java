package layerbook.python;

import java.util.List;
import layerbook.syntax.Pattern;

/** Whether a value fits the pattern of a {@code case}; names that it captures are set. */
final class Patterns {
    private Patterns() {}

    static boolean matches(Evaluator in, Pattern p, Object v) {
        if (p instanceof Pattern.Value x) {
            return Equality.same(v, in.eval(x.value()));
        }
        if (p instanceof Pattern.Same x) {
            return Equality.identical(v, in.eval(x.value()));
        }
        if (p instanceof Pattern.As x) {
            if (x.pattern() != null && !matches(in, x.pattern(), v)) {
                return false;
            }
            capture(in, x.name(), v);
            return true;
        }
        if (p instanceof Pattern.Or x) {
            return x.patterns().stream().anyMatch(one -> matches(in, one, v));
        }
        if (p instanceof Pattern.Sequence x) {
            return v instanceof PySequence s ? sequence(in, x.patterns(), s) : v instanceof PyRange r && sequence(in, x.patterns(), Iteration.list(r));
        }
        if (p instanceof Pattern.Mapping x) {
            return v instanceof PyDict d && mapping(in, x, d);
        }
        return p instanceof Pattern.ClassPattern x && type(in, x, v);
    }

    private static void capture(Evaluator in, String name, Object v) {
        if (name != null) {
            in.frame.set(name, v);
        }
    }

    private static boolean sequence(Evaluator in, List<Pattern> patterns, PySequence s) {
        int star = -1;
        for (int i = 0; i < patterns.size(); i++) {
            star = patterns.get(i) instanceof Pattern.Star ? i : star;
        }
        int n = patterns.size();
        if (star < 0 ? s.size() != n : s.size() < n - 1) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            if (i == star) {
                var middle = PyList.of(s.elements().subList(star, s.size() - (n - star - 1)).toArray());
                capture(in, ((Pattern.Star) patterns.get(i)).name(), middle);
            } else if (!matches(in, patterns.get(i), s.get(star < 0 || i < star ? i : s.size() - n + i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean mapping(Evaluator in, Pattern.Mapping p, PyDict d) {
        var rest = new PyDict();
        rest.update(d);
        for (int i = 0; i < p.keys().size(); i++) {
            Object key = in.eval(p.keys().get(i));
            Object v = d.get(key);
            if (v == null || !matches(in, p.patterns().get(i), v)) {
                return false;
            }
            rest.removeKey(key);
        }
        capture(in, p.rest(), rest);
        return true;
    }

    private static boolean type(Evaluator in, Pattern.ClassPattern p, Object v) {
        Object named = in.eval(p.type());
        if (!(named instanceof PyType t)) {
            throw Errors.type("called match pattern must be a class");
        }
        if (!Types.isInstance(v, t)) {
            return false;
        }
        if (!p.patterns().isEmpty() && !positional(in, p, t, v)) {
            return false;
        }
        for (Pattern.Attribute a : p.attributes()) {
            if (!Attributes.has(v, a.name()) || !matches(in, a.pattern(), Attributes.get(v, a.name()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean positional(Evaluator in, Pattern.ClassPattern p, PyType t, Object v) {
        Object names = t.lookupSpecial("__match_args__");
        if (names == null && !t.isWritten() && p.patterns().size() == 1) {
            return matches(in, p.patterns().get(0), v);
        }
        List<Object> all = names == null ? List.of() : Iteration.list(names).elements();
        if (p.patterns().size() > all.size()) {
            throw Errors.type(t.name() + "() accepts " + all.size() + " positional sub-patterns (" + p.patterns().size() + " given)");
        }
        for (int i = 0; i < p.patterns().size(); i++) {
            String name = TextMethods.text(all.get(i));
            if (!Attributes.has(v, name) || !matches(in, p.patterns().get(i), Attributes.get(v, name))) {
                return false;
            }
        }
        return true;
    }
}

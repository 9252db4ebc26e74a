package layerbook.python;

import java.util.List;

/** What Python's own classes do when they are called: {@code int("3")}, {@code list(x)}, {@code type(x)}. */
final class Conversions {
    private Conversions() {}

    /** The value, or null where the class makes objects in the ordinary way. */
    static Object call(PyType type, Arguments a) {
        if (type == Types.INT) {
            return a.count() == 0 ? 0L : a.get(1, "base") != null ? NumberFunctions.parse(TextMethods.text(a.at(0)), Numbers.toLong(a.get(1, "base")))
                : NumberFunctions.toInt(a.at(0));
        }
        if (type == Types.FLOAT) {
            return a.count() == 0 ? 0.0 : NumberFunctions.toFloat(a.at(0));
        }
        if (type == Types.STR) {
            return a.count() == 0 ? "" : Texts.str(a.at(0));
        }
        if (type == Types.BOOL) {
            return a.count() > 0 && Operators.truth(a.at(0));
        }
        return ofContainer(type, a);
    }

    private static Object ofContainer(PyType type, Arguments a) {
        if (type == Types.LIST) {
            return a.count() == 0 ? new PyList() : Iteration.list(a.exactly("list", 0, 1).at(0));
        }
        if (type == Types.TUPLE) {
            return a.count() == 0 ? PyTuple.EMPTY : Iteration.tuple(a.exactly("tuple", 0, 1).at(0));
        }
        if (type == Types.DICT) {
            var dict = new PyDict();
            DictMethods.update(dict, a);
            return dict;
        }
        if (type == Types.SET || type == Types.FROZENSET) {
            return a.count() == 0 ? new PySet(type) : PySet.from(type, Iteration.of(a.at(0)));
        }
        return ofOthers(type, a);
    }

    private static Object ofOthers(PyType type, Arguments a) {
        if (type == Types.RANGE) {
            return range(a);
        }
        if (type == Types.SLICE) {
            return a.count() == 1 ? new PySlice(Special.NONE, a.at(0), Special.NONE) : new PySlice(a.at(0), a.at(1), a.at(2, Special.NONE));
        }
        if (type == Types.TYPE) {
            return a.count() == 1 ? Types.of(a.at(0)) : ClassBuilder.make(TextMethods.text(a.at(0)), a.at(1), a.at(2));
        }
        if (type == Types.PROPERTY) {
            return new PyProperty(function(a, 0, "fget"), function(a, 1, "fset"), function(a, 2, "fdel"));
        }
        if (type == Types.CLASSMETHOD) {
            return new ClassMethod(a.at(0));
        }
        if (type == Types.STATICMETHOD) {
            return new StaticMethod(a.at(0));
        }
        if (type == Types.SUPER) {
            return new PySuper((PyType) a.at(0), a.at(1, a.at(0)));
        }
        if (type == Types.BYTES) {
            return a.count() == 0 ? PyBytes.latin("") : a.at(0) instanceof String s ? PyBytes.encoded(s, TextMethods.text(a.get(1, "encoding", "utf-8"))) : bytes(a.at(0));
        }
        if (type == Types.COMPLEX) {
            throw new Refused(layerbook.shape.Refusal.of("runtime", "complex numbers are not computed"));
        }
        if (List.of(Types.NONE, Types.FUNCTION, Types.METHOD, Types.BUILTIN, Types.ITERATOR, Types.GENERATOR, Types.VIEW).contains(type)) {
            throw Errors.type("cannot create '" + type.name() + "' instances");
        }
        return null;
    }

    private static PyBytes bytes(Object from) {
        if (from instanceof PyBytes b) {
            return b;
        }
        if (Numbers.isInt(from)) {
            return new PyBytes(new byte[(int) Limits.elements(Numbers.toLong(from))]);
        }
        Object[] all = Iteration.list(from).toArray();
        var out = new byte[all.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) Numbers.toLong(all[i]);
        }
        return new PyBytes(out);
    }

    private static Object function(Arguments a, int i, String name) {
        Object f = a.get(i, name);
        return f == Special.NONE ? null : f;
    }

    private static PyRange range(Arguments a) {
        a.exactly("range", 1, 3);
        return a.count() == 1 ? new PyRange(0, Numbers.toLong(a.at(0)), 1)
            : new PyRange(Numbers.toLong(a.at(0)), Numbers.toLong(a.at(1)), a.count() > 2 ? Numbers.toLong(a.at(2)) : 1);
    }
}

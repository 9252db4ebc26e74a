package layerbook.python;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import layerbook.syntax.BinaryOperator;

/** Python's built-in functions and classes, made when they are first asked for. */
final class Builtins extends PyModule {
    private static final List<String> FUNCTIONS = List.of("abs", "all", "any", "ascii", "bin", "callable", "chr", "delattr", "dir", "divmod", "enumerate", "filter",
        "format", "getattr", "globals", "hasattr", "hash", "hex", "id", "isinstance", "issubclass", "iter", "len", "locals", "map", "max", "min", "next", "oct", "ord",
        "pow", "print", "repr", "reversed", "round", "setattr", "sorted", "sum", "vars", "zip", "open", "input", "eval", "exec", "compile", "__import__", "exit", "quit",
        "breakpoint", "help", "memoryview", "bytearray", "aiter", "anext");
    private static final List<PyType> TYPES = List.of(Types.OBJECT, Types.TYPE, Types.INT, Types.BOOL, Types.FLOAT, Types.COMPLEX, Types.STR, Types.BYTES, Types.LIST,
        Types.TUPLE, Types.DICT, Types.SET, Types.FROZENSET, Types.RANGE, Types.SLICE, Types.PROPERTY, Types.CLASSMETHOD, Types.STATICMETHOD, Types.SUPER);

    private final Interpreter python;

    Builtins(Interpreter python) {
        super("builtins");
        this.python = python;
    }

    @Override public Iterable<String> makes() {
        var names = new ArrayList<>(FUNCTIONS);
        TYPES.forEach(t -> names.add(t.name()));
        return names;
    }

    @Override protected Object make(String name) {
        if (FUNCTIONS.contains(name)) {
            return new PyBuiltin(name, a -> call(name, a));
        }
        for (PyType t : TYPES) {
            if (t.name().equals(name)) {
                return t;
            }
        }
        switch (name) {
            case "Ellipsis": return Special.ELLIPSIS;
            case "NotImplemented": return Special.NOT_IMPLEMENTED;
            case "__debug__": return true;
            default: return ExceptionTypes.named(name);
        }
    }

    private Object call(String name, Arguments a) {
        switch (name) {
            case "print": return print(a);
            case "len": return Operators.length(a.exactly(name, 1, 1).at(0));
            case "isinstance": return isInstance(a.at(0), a.at(1));
            case "issubclass": return isSubclass(a.at(0), a.at(1));
            case "getattr": return getattr(a);
            case "hasattr": return Attributes.has(a.at(0), TextMethods.text(a.at(1)));
            case "setattr":
                Attributes.set(a.at(0), TextMethods.text(a.at(1)), a.at(2));
                return Special.NONE;
            case "delattr":
                ((PyObject) a.at(0)).deleteAttribute(TextMethods.text(a.at(1)));
                return Special.NONE;
            case "callable": return Calls.callable(a.at(0));
            case "repr": return Texts.repr(a.at(0));
            case "ascii": return Texts.ascii(a.at(0));
            case "format": return Formatting.format(a.at(0), a.count() > 1 ? TextMethods.text(a.at(1)) : "");
            case "hash": return Equality.hash(a.at(0));
            case "id": return (long) System.identityHashCode(a.at(0));
            case "dir": return a.count() == 0 ? Builtins.dir(python.main()) : dir(a.at(0));
            case "vars": return a.count() == 0 ? call("locals", a) : Attributes.get(a.at(0), "__dict__");
            case "globals": return python.top() == null ? python.main().names() : python.top().globals;
            case "locals": return locals();
            default: return numbers(name, a);
        }
    }

    private Object numbers(String name, Arguments a) {
        switch (name) {
            case "abs": return NumberFunctions.absolute(a.at(0));
            case "round": return NumberFunctions.round(a.at(0), a.get(1, "ndigits", Special.NONE));
            case "pow": return NumberFunctions.power(a.get(0, "base"), a.get(1, "exp"), a.get(2, "mod", Special.NONE));
            case "divmod": return NumberFunctions.divmod(a.at(0), a.at(1));
            case "bin": return Formatting.format(whole(a.at(0)), "#b");
            case "oct": return Formatting.format(whole(a.at(0)), "#o");
            case "hex": return Formatting.format(whole(a.at(0)), "#x");
            case "chr": {
                long c = Numbers.toLong(a.at(0));
                if (c < 0 || c > 0x10ffff) {
                    throw Errors.value("chr() arg not in range(0x110000)");
                }
                return Character.toString((int) c);
            }
            case "ord": {
                String s = TextMethods.text(a.at(0));
                if (s.codePointCount(0, s.length()) != 1) {
                    throw Errors.type("ord() expected a character, but string of length " + s.codePointCount(0, s.length()) + " found");
                }
                return (long) s.codePointAt(0);
            }
            case "sum": return sum(a);
            case "max": case "min": return extreme(name, a);
            default: return iterations(name, a);
        }
    }

    private static Object whole(Object v) {
        Object i = Numbers.indexOrNull(v);
        if (i == null) {
            throw Errors.type("'" + Types.of(v).name() + "' object cannot be interpreted as an integer");
        }
        return i;
    }

    private Object iterations(String name, Arguments a) {
        switch (name) {
            case "iter": return a.count() == 1 ? Iteration.iter(a.at(0)) : untilSentinel(a.at(0), a.at(1));
            case "next": return next(a.at(0), a.at(1, null));
            case "enumerate": return enumerate(Iteration.of(a.get(0, "iterable")), Numbers.toLong(a.get(1, "start", 0L)));
            case "zip": return zip(a);
            case "map": return map(a);
            case "filter": return filter(a.at(0), Iteration.of(a.at(1)));
            case "reversed": return reversed(a.at(0));
            case "sorted": return PyList.of(Ordering.sorted(Iteration.list(a.at(0)).toArray(), a.named("key"), Operators.truth(a.get(9, "reverse", false))));
            case "any": case "all": {
                boolean wanted = name.equals("any");
                for (Iterator<Object> all = Iteration.of(a.exactly(name, 1, 1).at(0)); all.hasNext();) {
                    if (Operators.truth(all.next()) == wanted) {
                        return wanted;
                    }
                }
                return !wanted;
            }
            default: return refused(name);
        }
    }

    private static Object refused(String name) {
        switch (name) {
            case "open": throw Unsupported.function("open(..)", "a script may not read or write files");
            case "input": throw Unsupported.function("input(..)", "a script is not asked anything");
            case "eval": case "exec": case "compile": throw Unsupported.function(name + "(..)", "text is not run as code");
            case "__import__": throw Unsupported.function("__import__(..)", "only import statements import");
            case "exit": case "quit": throw Errors.raise("SystemExit", "0");
            default: throw Unsupported.function(name + "(..)", "it is not part of what is read here");
        }
    }

    private Object print(Arguments a) {
        String between = a.named("sep") == null || a.named("sep") == Special.NONE ? " " : TextMethods.text(a.named("sep"));
        String end = a.named("end") == null || a.named("end") == Special.NONE ? "\n" : TextMethods.text(a.named("end"));
        var b = new StringBuilder();
        for (int i = 0; i < a.count(); i++) {
            Limits.text(b.append(i > 0 ? between : "").append(Texts.str(a.at(i))).length());
        }
        Object file = a.named("file");
        if (file == null || file == Special.NONE || file instanceof PyObject o && Attributes.orNull(o, "prints") == Boolean.TRUE) {
            python.print(b.append(end).toString());
        } else if (file instanceof PyObject o && Attributes.has(o, "write")) {
            o.invoke("write", Arguments.of(b.append(end).toString()));
        }
        return Special.NONE;
    }

    private PyDict locals() {
        Frame top = python.top();
        if (top == null || top.locals == null) {
            return top == null ? python.main().names() : top.globals;
        }
        return PyDict.ofNames(top.locals);
    }

    static boolean isInstance(Object v, Object type) {
        if (type instanceof PyTuple t) {
            return t.elements().stream().anyMatch(one -> isInstance(v, one));
        }
        if (type instanceof PyType t) {
            Object check = t.type() == Types.TYPE ? null : t.type().lookupSpecial("__instancecheck__");
            return check != null ? Operators.truth(Calls.method(check, t, v)) : t.hasInstance(v);
        }
        if (type instanceof Unread u) {
            if (v instanceof PyObject o && o.guarded() || v instanceof Unread) {
                throw u.cannotBe("compared with the class of a " + Types.of(v).name());
            }
            return false;
        }
        Object members = type instanceof PyObject o ? Attributes.orNull(o, "__args__") : null;
        if (members instanceof PyTuple t) {
            return isInstance(v, t);
        }
        throw Errors.type("isinstance() arg 2 must be a type, a tuple of types, or a union");
    }

    static boolean isSubclass(Object type, Object other) {
        if (!(type instanceof PyType t)) {
            throw Errors.type("issubclass() arg 1 must be a class");
        }
        if (other instanceof PyTuple all) {
            return all.elements().stream().anyMatch(one -> isSubclass(t, one));
        }
        if (other instanceof Unread u) {
            throw u.cannotBe("compared with a class");
        }
        if (!(other instanceof PyType o)) {
            throw Errors.type("issubclass() arg 2 must be a class, a tuple of classes, or a union");
        }
        return t.derives(o);
    }

    private static Object getattr(Arguments a) {
        String name = TextMethods.text(a.at(1));
        if (a.count() < 3) {
            return Attributes.get(a.at(0), name);
        }
        try {
            Object found = Attributes.orNull(a.at(0), name);
            return found == null ? a.at(2) : found;
        } catch (Raised r) {
            if (r.is("AttributeError")) {
                return a.at(2);
            }
            throw r;
        }
    }

    static PyList dir(Object v) {
        var names = new java.util.TreeSet<String>();
        if (v instanceof PyInstance i) {
            i.attributes().keys().forEach(k -> names.add((String) k));
        }
        Iterable<String> all = v instanceof PyType t ? t.allNames() : v instanceof PyObject o ? o.attributeNames() : Types.of(v).allNames();
        all.forEach(names::add);
        return PyList.of(names.toArray());
    }

    private static Object sum(Arguments a) {
        Object total = a.get(1, "start", 0L);
        if (total instanceof String) {
            throw Errors.type("sum() can't sum strings [use ''.join(seq) instead]");
        }
        for (Iterator<Object> all = Iteration.of(a.at(0)); all.hasNext();) {
            total = Operators.binary(BinaryOperator.ADD, total, all.next());
        }
        return total;
    }

    private static Object extreme(String name, Arguments a) {
        Iterator<Object> all = a.count() == 1 ? Iteration.of(a.at(0)) : Arrays.asList(a.between(name, 1, Integer.MAX_VALUE).array()).iterator();
        Object best = Ordering.extreme(all, a.named("key"), name.equals("max"));
        if (best == null && (best = a.named("default")) == null) {
            throw Errors.value(name + "() arg is an empty sequence");
        }
        return best;
    }

    static Object next(Object iterator, Object otherwise) {
        if (!(iterator instanceof PyIterator) && iterator instanceof PyInstance i && i.special("__next__") != null) {
            try {
                return Calls.method(i.special("__next__"), i);
            } catch (Raised r) {
                if (otherwise != null && r.is("StopIteration")) {
                    return otherwise;
                }
                throw r;
            }
        }
        Object found = Iteration.nextOrNull(iterator);
        if (found != null) {
            return found;
        }
        if (otherwise != null) {
            return otherwise;
        }
        throw iterator instanceof PyGenerator g ? g.stop() : new Raised(new PyException(ExceptionTypes.named("StopIteration"), PyTuple.EMPTY));
    }

    private static PyIterator untilSentinel(Object function, Object sentinel) {
        return new PyIterator(new Iteration.Steps() {
            @Override Object step() {
                Object v = Calls.call(function);
                return Equality.same(v, sentinel) ? null : v;
            }
        });
    }

    private static PyIterator enumerate(Iterator<Object> all, long start) {
        return new PyIterator(new Iteration.Steps() {
            private long i = start;

            @Override Object step() {
                return all.hasNext() ? PyTuple.of(i++, all.next()) : null;
            }
        });
    }

    /** All iterators of the arguments, stepped together; null where one ends first. */
    private static Object[] together(Iterator<?>[] all, boolean strict) {
        var row = new Object[all.length];
        for (int i = 0; i < all.length; i++) {
            if (!all[i].hasNext()) {
                if (strict && i > 0) {
                    throw Errors.value("zip() argument " + (i + 1) + " is shorter than argument" + (i == 1 ? " 1" : "s 1-" + i));
                }
                for (int j = 1; strict && j < all.length; j++) {
                    if (all[j].hasNext()) {
                        throw Errors.value("zip() argument " + (j + 1) + " is longer than argument" + (j == 1 ? " 1" : "s 1-" + j));
                    }
                }
                return null;
            }
            row[i] = all[i].next();
        }
        return row;
    }

    private static Iterator<?>[] iterators(Arguments a, int from) {
        var all = new Iterator<?>[a.count() - from];
        for (int i = 0; i < all.length; i++) {
            all[i] = Iteration.of(a.at(i + from));
        }
        return all;
    }

    private static PyIterator zip(Arguments a) {
        Iterator<?>[] all = iterators(a, 0);
        boolean strict = a.named("strict") != null && Operators.truth(a.named("strict"));
        return new PyIterator(new Iteration.Steps() {
            @Override Object step() {
                Object[] row = all.length == 0 ? null : together(all, strict);
                return row == null ? null : PyTuple.of(row);
            }
        });
    }

    private static PyIterator map(Arguments a) {
        Iterator<?>[] all = iterators(a, 1);
        return new PyIterator(new Iteration.Steps() {
            @Override Object step() {
                Object[] row = together(all, false);
                return row == null ? null : Calls.call(a.at(0), row);
            }
        });
    }

    private static PyIterator filter(Object test, Iterator<Object> all) {
        return new PyIterator(new Iteration.Steps() {
            @Override Object step() {
                while (all.hasNext()) {
                    Object v = all.next();
                    if (Operators.truth(test == Special.NONE ? v : Calls.call(test, v))) {
                        return v;
                    }
                }
                return null;
            }
        });
    }

    private static Object reversed(Object v) {
        if (v instanceof PyInstance i && i.special("__reversed__") != null) {
            return Calls.method(i.special("__reversed__"), i);
        }
        if (v instanceof PySequence s && s.type() == s.plainType()) {
            return new PyIterator(ListMethods.reversed(s));
        }
        if (v instanceof PyDict d) {
            return new PyIterator(d.reversedKeys());
        }
        if (v instanceof PyView) {
            PyList all = Iteration.list(v);
            return new PyIterator(ListMethods.reversed(all));
        }
        if (!(v instanceof String) && !(v instanceof PyObject o && (o instanceof PyRange || o instanceof PySequence || Attributes.has(o, "__getitem__")))) {
            throw Errors.type("'" + Types.of(v).name() + "' object is not reversible");
        }
        long n = Operators.length(v);
        return new PyIterator(new Iteration.Steps() {
            private long left = n;

            @Override Object step() {
                return left > 0 ? Operators.item(v, --left) : null;
            }
        });
    }
}

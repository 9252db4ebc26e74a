package layerbook.python;

import java.util.List;

/** The classes that modules written in Python take from Java. */
final class NativeClasses {
    private static final PyType ORDERED = new NativeType("OrderedDict", List.of(Types.DICT), "move_to_end popitem __init__", DictMethods::call)
        .allocatedBy((type, a) -> new OrderedDict(type)).in("collections");
    private static final PyType DEFAULT = new PyType("defaultdict", List.of(Types.DICT)).plain()
        .allocatedBy((type, a) -> new DefaultDict(type)).in("collections");
    private static final PyType PARTIAL = new PyType("partial", List.of(Types.OBJECT)).in("functools").allocatedBy(Partial::new);
    private static final PyType CACHED = new PyType("cached_property", List.of(Types.OBJECT)).in("functools").allocatedBy((type, a) -> new Cached(type, a.at(0)));

    static {
        DEFAULT.define("__init__", (self, a) -> {
            var dict = (DefaultDict) self;
            dict.factory = a.at(0, Special.NONE);
            DictMethods.update(dict, a.count() > 0 ? a.withoutFirst() : a);
            return Special.NONE;
        });
        PARTIAL.define("__call__", (self, a) -> ((Partial) self).run(a));
    }

    private NativeClasses() {}

    static PyModule module() {
        return new PyModule("_classes").set("ABC", StandardModules.ABC).set("ABCMeta", StandardModules.ABC_META).set("OrderedDict", ORDERED)
            .set("defaultdict", DEFAULT).set("partial", PARTIAL).set("cached_property", CACHED);
    }

    /** A dict whose order counts when two are compared. */
    private static final class OrderedDict extends PyDict {
        OrderedDict(PyType type) {
            super(type);
        }

        @Override protected boolean sameAs(PyDict other) {
            return super.sameAs(other) && (!(other instanceof OrderedDict) || Equality.same(PyList.of(keys().toArray()), PyList.of(other.keys().toArray())));
        }

        @Override protected String rawRepr() {
            return type().name() + "(" + (size() == 0 ? "" : Texts.repr(pairs())) + ")";
        }

        private PyList pairs() {
            return PyList.from(each(e -> PyTuple.of(e.key, e.value)));
        }

        @Override protected PyDict empty() {
            return new OrderedDict(type());
        }
    }

    /** A dict that makes the value of a key that is asked for first. */
    private static final class DefaultDict extends PyDict {
        private Object factory = Special.NONE;

        DefaultDict(PyType type) {
            super(type);
        }

        @Override protected Object missing(Object key) {
            if (factory == Special.NONE) {
                return super.missing(key);
            }
            Object made = Calls.call(factory);
            put(key, made);
            return made;
        }

        @Override public Object rawAttribute(String name) {
            return name.equals("default_factory") ? factory : super.rawAttribute(name);
        }

        @Override public void rawSetAttribute(String name, Object value) {
            if (name.equals("default_factory")) {
                factory = value;
            } else {
                super.rawSetAttribute(name, value);
            }
        }

        @Override protected PyDict empty() {
            var d = new DefaultDict(type());
            d.factory = factory;
            return d;
        }

        @Override protected String rawRepr() {
            return Texts.nested(this, "defaultdict(...)", () -> type().name() + "(" + Texts.repr(factory) + ", " + entriesRepr() + ")");
        }
    }

    /** A function with some of its arguments given. */
    private static final class Partial extends PyInstance {
        private final Object function;
        private final Arguments given;

        Partial(PyType type, Arguments a) {
            super(type);
            Object f = a.at(0);
            Arguments rest = a.withoutFirst();
            if (f instanceof Partial p) {
                f = p.function;
                rest = p.with(rest);
            }
            if (!Calls.callable(f)) {
                throw Errors.type("the first argument must be callable");
            }
            function = f;
            given = rest;
        }

        Object run(Arguments a) {
            return Calls.call(function, with(a));
        }

        private Arguments with(Arguments a) {
            var positional = new PyList();
            given.positional().forEach(positional::add);
            a.positional().forEach(positional::add);
            PyDict named = given.namedAsDict();
            named.update(a.namedAsDict());
            return new Arguments(positional.toArray(), named.keys().toArray(new String[0]), named.values().toArray());
        }

        @Override public Object rawAttribute(String name) {
            switch (name) {
                case "func": return function;
                case "args": return PyTuple.of(given.positional().toArray());
                case "keywords": return given.namedAsDict();
                default: return null;
            }
        }

        @Override protected String rawRepr() {
            var b = new StringBuilder("functools.partial(").append(Texts.repr(function));
            given.positional().forEach(v -> b.append(", ").append(Texts.repr(v)));
            for (int i = 0; i < given.namedCount(); i++) {
                b.append(", ").append(given.nameAt(i)).append('=').append(Texts.repr(given.namedAt(i)));
            }
            return b.append(')').toString();
        }
    }

    /** A property that is computed once and kept in the object. */
    private static final class Cached extends PyInstance implements Descriptor, Hooks.Named {
        private final Object function;
        private String name;

        Cached(PyType type, Object function) {
            super(type);
            this.function = function;
        }

        @Override public void named(String attribute) {
            name = attribute;
        }

        @Override public Object get(Object self, PyType type) {
            Object value = Calls.call(function, self);
            ((PyInstance) self).attributes().put(name, value);
            return value;
        }
    }
}

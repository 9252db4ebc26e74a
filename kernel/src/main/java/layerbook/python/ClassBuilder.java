package layerbook.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import layerbook.syntax.Expression;
import layerbook.syntax.Statement;

/** Makes a class of {@code class} or of {@code type(name, bases, names)}. */
final class ClassBuilder {
    private static final String ANNOTATIONS = "\0annotations";

    private ClassBuilder() {}

    static Object build(Evaluator in, Statement.ClassDef s) {
        Arguments given = in.arguments(s.bases(), s.keywords());
        List<PyType> bases = bases(in, given.positional());
        Frame frame = in.frame.forClass(in.frame.prefix() + s.name(), Scope.ofClass(s.body()));
        new Executor(frame, new Evaluator(frame)).block(s.body());
        in.frame.at = s.place();
        String doc = s.body().get(0) instanceof Statement.ExpressionStatement e && e.value() instanceof Expression.Constant c
            && c.value() instanceof String text ? text : null;
        if (doc != null) {
            frame.locals.putIfAbsent("__doc__", doc);
        }
        Object metaclass = given.named("metaclass");
        PyType type = make(s.name(), in.frame.prefix() + s.name(), bases, frame.locals, metaclass(metaclass, bases), in.frame.moduleName());
        frame.cell.type = type;
        Hooks.classMade(type, given);
        return type;
    }

    private static List<PyType> bases(Evaluator in, List<Object> given) {
        var bases = new ArrayList<PyType>();
        for (Object b : given) {
            if (b instanceof PyType t) {
                bases.add(t);
            } else if (b instanceof Unread u) {
                in.frame.python.skip(u.name());
                bases.add(Types.UNREAD);
            } else if (b instanceof PyObject o && Attributes.orNull(o, "__mro_entries__") != null) {
                Iteration.of(Calls.call(Attributes.get(o, "__mro_entries__"), PyTuple.of(given.toArray()))).forEachRemaining(t -> bases.add((PyType) t));
            } else {
                throw Errors.type("bases must be types");
            }
        }
        if (bases.size() > 1) {
            bases.removeIf(t -> t == Types.OBJECT);
        }
        var distinct = new ArrayList<>(new java.util.LinkedHashSet<>(bases));
        return distinct.isEmpty() ? List.of(Types.OBJECT) : distinct;
    }

    private static PyType metaclass(Object given, List<PyType> bases) {
        if (given instanceof PyType t && t != Types.TYPE) {
            return t;
        }
        for (PyType b : bases) {
            if (b.type() != Types.TYPE) {
                return b.type();
            }
        }
        return null;
    }

    private static PyType make(String name, String qualified, List<PyType> bases, Map<String, Object> names, PyType metaclass, String module) {
        Object annotations = names.remove(ANNOTATIONS);
        if (metaclass != null && metaclass.isWritten()) {
            Object maker = metaclass.lookupSpecial("__new__");
            if (maker != null) {
                Object f = maker instanceof StaticMethod m ? m.function : maker;
                PyType made = (PyType) Calls.call(f, metaclass, name, PyTuple.of(bases.toArray()), PyDict.ofNames(names));
                return initialised(made.written(qualified).in(module), metaclass, name, bases, names, annotations);
            }
        }
        PyType type = plain(metaclass, name, bases).in(module).written(qualified);
        type.own().putAll(names);
        return initialised(type, metaclass, name, bases, names, annotations);
    }

    private static PyType plain(PyType metaclass, String name, List<PyType> bases) {
        for (PyType b : bases) {
            if (b.subclassMaker() != null) {
                return b.subclassMaker().make(metaclass, name, bases);
            }
        }
        return new PyType(metaclass, name, bases);
    }

    private static PyType initialised(PyType type, PyType metaclass, String name, List<PyType> bases, Map<String, Object> names, Object annotations) {
        if (annotations instanceof Annotations.OfClass a) {
            type.annotations(a);
        }
        if (type.own().containsKey("__eq__")) {
            type.own().putIfAbsent("__hash__", Special.NONE);
        }
        type.noteInBases();
        if (metaclass != null && metaclass.isWritten() && metaclass.lookupSpecial("__init__") instanceof PyFunction f) {
            f.call(Arguments.of(type, name, PyTuple.of(bases.toArray()), PyDict.ofNames(names)));
        }
        return type;
    }

    /** {@code type(name, bases, names)}, {@code type.__new__(metaclass, ..)}. */
    static PyType make(PyType metaclass, String name, Object bases, Object names) {
        var all = new ArrayList<PyType>();
        Iteration.of(bases).forEachRemaining(b -> all.add((PyType) b));
        if (all.isEmpty()) {
            all.add(Types.OBJECT);
        }
        PyType type = plain(metaclass == Types.TYPE ? null : metaclass, name, all).in("__main__").written(name);
        PyDict given = (PyDict) names;
        given.keys().forEach(k -> type.own().put((String) k, given.get(k)));
        if (type.own().containsKey("__eq__")) {
            type.own().putIfAbsent("__hash__", Special.NONE);
        }
        type.noteInBases();
        return type;
    }

    static PyType make(String name, Object bases, Object names) {
        PyType type = make(Types.TYPE, name, bases, names);
        Hooks.classMade(type, Arguments.NONE);
        return type;
    }

    static void annotate(Frame frame, String name, Expression annotation) {
        ((Annotations.OfClass) frame.locals.computeIfAbsent(ANNOTATIONS, k -> new Annotations.OfClass(frame))).all.put(name, annotation);
    }
}

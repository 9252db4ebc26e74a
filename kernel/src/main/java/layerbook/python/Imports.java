package layerbook.python;

import java.util.List;
import layerbook.syntax.Expression;
import layerbook.syntax.Statement;

/** {@code import} and {@code from .. import}: a module that nobody knows gives {@link Unread} values and is listed. */
final class Imports {
    private static final List<String> TAKES = List.of("ImportError", "ModuleNotFoundError", "Exception", "BaseException");

    private Imports() {}

    /** Whether a {@code try} has an answer for an import that is missing. */
    static boolean handled(Statement.Try s) {
        for (Statement.Handler h : s.handlers()) {
            if (h.type() == null || named(h.type())) {
                return true;
            }
        }
        return false;
    }

    private static boolean named(Expression type) {
        return type instanceof Expression.Name n && TAKES.contains(n.name())
            || type instanceof Expression.TupleDisplay t && t.elements().stream().anyMatch(Imports::named);
    }

    static void run(Evaluator in, Statement.Import s) {
        for (Statement.Alias a : s.names()) {
            in.frame.at = a.place();
            Object last = module(in, a.name());
            int dot = a.name().indexOf('.');
            if (a.alias() != null) {
                in.frame.set(a.alias(), last);
            } else {
                in.frame.set(dot < 0 ? a.name() : a.name().substring(0, dot), dot < 0 ? last : module(in, a.name().substring(0, dot)));
            }
        }
    }

    /** The module of a dotted name, the packages around it imported first; one that nobody knows stands for itself. */
    private static Object module(Evaluator in, String name) {
        Interpreter python = in.frame.python;
        PyModule around = null;
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            PyModule outer = python.module(name.substring(0, dot));
            attach(around, name.substring(0, dot), outer);
            around = outer;
        }
        PyModule found = python.module(name);
        if (found == null) {
            return unknown(in, name);
        }
        attach(around, name, found);
        return found;
    }

    private static void attach(PyModule around, String name, PyModule inner) {
        if (around != null && inner != null) {
            around.names().put(name.substring(name.lastIndexOf('.') + 1), inner);
        }
    }

    private static Object unknown(Evaluator in, String name) {
        if (in.frame.guardedImports > 0) {
            throw Errors.raise("ModuleNotFoundError", "No module named '" + name + "'");
        }
        in.frame.python.skip("import " + name);
        return new Unread(name, "import " + name + " was not read: no such module is here");
    }

    static void run(Evaluator in, Statement.ImportFrom s) {
        if (s.module().equals("__future__")) {
            return;
        }
        String name = absolute(in, s);
        Object module = module(in, name);
        for (Statement.Alias a : s.names()) {
            in.frame.at = a.place();
            if (a.name().equals("*")) {
                star(in, module);
            } else {
                in.frame.set(a.alias() != null ? a.alias() : a.name(), member(in, module, name, a.name()));
            }
        }
    }

    private static String absolute(Evaluator in, Statement.ImportFrom s) {
        if (s.level() == 0) {
            return s.module();
        }
        String around = in.frame.globals.named("__package__") instanceof String p ? p : "";
        for (int i = 1; i < s.level(); i++) {
            int dot = around.lastIndexOf('.');
            if (around.isEmpty()) {
                throw Errors.raise("ImportError", "attempted relative import beyond top-level package; the folder of the package goes to --path");
            }
            around = dot < 0 ? "" : around.substring(0, dot);
        }
        return around.isEmpty() ? s.module() : s.module().isEmpty() ? around : around + "." + s.module();
    }

    private static Object member(Evaluator in, Object module, String name, String member) {
        if (name.isEmpty()) {
            return module(in, member);
        }
        if (module instanceof Unread u) {
            return u.attribute(member);
        }
        Object found = ((PyModule) module).attribute(member);
        if (found != null) {
            return found;
        }
        PyModule inner = in.frame.python.module(name + "." + member);
        if (inner != null) {
            attach((PyModule) module, name + "." + member, inner);
            return inner;
        }
        throw Errors.raise("ImportError", "cannot import name '" + member + "' from '" + name + "'");
    }

    private static void star(Evaluator in, Object module) {
        if (module instanceof Unread) {
            return;
        }
        PyModule from = (PyModule) module;
        Object all = from.names().named("__all__");
        if (all != null) {
            Iteration.of(all).forEachRemaining(n -> in.frame.set(TextMethods.text(n), Attributes.get(from, TextMethods.text(n))));
            return;
        }
        for (String name : from.attributeNames()) {
            if (!name.startsWith("_")) {
                in.frame.set(name, from.attribute(name));
            }
        }
    }
}

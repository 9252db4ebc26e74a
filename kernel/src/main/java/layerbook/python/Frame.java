package layerbook.python;

import java.util.HashMap;
import java.util.Map;
import layerbook.syntax.Place;
import layerbook.syntax.SourceFile;

/** One run of a module, function, class body or comprehension: its names, and where it stands. */
final class Frame {
    final Interpreter python;
    final SourceFile file;
    final PyDict globals;
    /** The names of a function or comprehension; null where names are those of the module. */
    final Map<String, Object> locals;
    /** The function around this one, or null. */
    final Frame enclosing;
    final Scope scope;
    final String function;
    final PyFunction.ClassCell cell;
    /** The frame in which a comprehension stands, or null in other frames. */
    Frame around;
    boolean isClass;
    PyFunction running;
    Place at;
    Object returned;
    int guardedImports;

    private Frame(Interpreter python, SourceFile file, PyDict globals, Map<String, Object> locals, Frame enclosing, Scope scope, String function,
                  PyFunction.ClassCell cell) {
        this.python = python;
        this.file = file;
        this.globals = globals;
        this.locals = locals;
        this.enclosing = enclosing;
        this.scope = scope;
        this.function = function;
        this.cell = cell;
    }

    static Frame ofModule(Interpreter python, SourceFile file, PyDict globals) {
        return new Frame(python, file, globals, null, null, Scope.OPEN, "<module>", null);
    }

    /** The frame that functions defined here see as the one around them. */
    private Frame seen() {
        return isClass ? enclosing : locals == null ? null : this;
    }

    Frame forCall(PyFunction f) {
        var frame = new Frame(python, file, globals, new HashMap<>(), seen(), f.code.scope(), f.code.name, f.cell);
        frame.running = f;
        return frame;
    }

    Frame forClass(String name, Scope classScope) {
        var frame = new Frame(python, file, globals, new java.util.LinkedHashMap<>(), seen(), classScope, name, new PyFunction.ClassCell());
        frame.isClass = true;
        return frame;
    }

    Frame forComprehension() {
        var frame = new Frame(python, file, globals, new HashMap<>(), seen(), Scope.OPEN, function, cell);
        frame.around = this;
        frame.running = running;
        frame.at = at;
        return frame;
    }

    String moduleName() {
        return globals.named("__name__") instanceof String s ? s : "__main__";
    }

    /** Where names of a qualified name begin: {@code Net.} or {@code f.<locals>.}. */
    String prefix() {
        if (isClass) {
            return (function.startsWith("\0") ? function.substring(1) : function) + ".";
        }
        return running != null ? running.code.qualifiedName + ".<locals>." : "";
    }

    Object get(String name) {
        if (locals != null) {
            Object found = locals.get(name);
            if (found != null) {
                return found;
            }
            if (scope.locals.contains(name)) {
                throw Errors.raise("UnboundLocalError", "cannot access local variable '" + name + "' where it is not associated with a value");
            }
            if (!scope.globals.contains(name)) {
                for (Frame f = enclosing; f != null; f = f.enclosing) {
                    found = f.locals.get(name);
                    if (found != null) {
                        return found;
                    }
                    if (f.scope.globals.contains(name)) {
                        break;
                    }
                    if (f.scope.locals.contains(name)) {
                        throw Errors.raise("NameError", "cannot access free variable '" + name + "' where it is not associated with a value in enclosing scope");
                    }
                }
            }
            if (name.equals("__class__") && cell != null && !isClass) {
                return cell.type;
            }
        }
        Object found = globals.named(name);
        return found != null ? found : python.outside(name);
    }

    void set(String name, Object value) {
        if (locals == null || scope.globals.contains(name)) {
            globals.put(name, value);
        } else if (scope.nonlocals.contains(name)) {
            owner(name).locals.put(name, value);
        } else {
            locals.put(name, value);
        }
    }

    /** Binds {@code name := value}: in a comprehension, around it. */
    void setAround(String name, Object value) {
        Frame f = this;
        while (f.around != null) {
            f = f.around;
        }
        f.set(name, value);
    }

    void delete(String name) {
        Object gone = locals == null || scope.globals.contains(name) ? globals.removeKey(name)
            : scope.nonlocals.contains(name) ? owner(name).locals.remove(name) : locals.remove(name);
        if (gone == null) {
            throw locals == null ? Errors.name(name)
                : Errors.raise("UnboundLocalError", "cannot access local variable '" + name + "' where it is not associated with a value");
        }
    }

    private Frame owner(String name) {
        for (Frame f = enclosing; f != null; f = f.enclosing) {
            if (f.scope.locals.contains(name)) {
                return f;
            }
        }
        throw Errors.raise("SyntaxError", "no binding for nonlocal '" + name + "' found");
    }

    Traceback.Entry entry() {
        return at == null ? null : new Traceback.Entry(file.name(), at, function);
    }
}

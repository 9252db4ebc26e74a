package layerbook.session;

import jdk.jshell.Snippet;
import layerbook.layer.Layer;
import layerbook.net.Model;
import layerbook.net.Tensor;
import layerbook.net.Unit;

/** What names mean to {@link Python} in a session. */
record PythonNames(Engine engine) implements Python.Names {
    @Override public boolean isPart(String variable) {
        Object value = engine.valueOf(variable);
        return value instanceof Unit || value instanceof Model || value instanceof Layer;
    }

    @Override public boolean isModel(String variable) {
        return engine.valueOf(variable) instanceof Model;
    }

    @Override public boolean isTensor(String variable) {
        return engine.valueOf(variable) instanceof Tensor;
    }

    @Override public boolean isVariable(String name) {
        return engine.declared(Snippet.Kind.VAR).contains(name);
    }

    @Override public boolean isMethod(String name) {
        return engine.declared(Snippet.Kind.METHOD).contains(name);
    }

    @Override public boolean isClass(String name) {
        return engine.declared(Snippet.Kind.TYPE_DECL).contains(name);
    }
}

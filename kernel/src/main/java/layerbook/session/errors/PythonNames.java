package layerbook.session.errors;

import layerbook.layer.Layer;
import layerbook.net.Model;
import layerbook.net.Tensor;
import layerbook.net.Unit;
import layerbook.session.jshell.Declaration;
import layerbook.session.jshell.DeclaredNames;

/** What names mean to {@link Python} in a session. */
public record PythonNames(DeclaredNames session) implements Python.Names {
    @Override public boolean isPart(String variable) {
        Object value = session.valueOf(variable);
        return value instanceof Unit || value instanceof Model || value instanceof Layer;
    }

    @Override public boolean isModel(String variable) {
        return session.valueOf(variable) instanceof Model;
    }

    @Override public boolean isTensor(String variable) {
        return session.valueOf(variable) instanceof Tensor;
    }

    @Override public boolean isVariable(String name) {
        return session.declared(Declaration.Kind.VARIABLE).contains(name);
    }

    @Override public boolean isMethod(String name) {
        return session.declared(Declaration.Kind.METHOD).contains(name);
    }

    @Override public boolean isClass(String name) {
        return session.declared(Declaration.Kind.TYPE).contains(name);
    }
}

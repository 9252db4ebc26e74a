package layerbook.python;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import layerbook.syntax.Expression;
import layerbook.syntax.Node;
import layerbook.syntax.Parameters;
import layerbook.syntax.Statement;

/** The names that a function binds, those it declares global or nonlocal, and whether it yields. */
final class Scope {
    /** Of a module, a class body or a comprehension, where a name that is not there is looked for outside. */
    static final Scope OPEN = new Scope();

    final Set<String> locals = new HashSet<>();
    final Set<String> globals = new HashSet<>();
    final Set<String> nonlocals = new HashSet<>();
    /** The statements that hold a yield, however deep. */
    final Set<Node> yielding = Collections.newSetFromMap(new IdentityHashMap<>());
    boolean generator;

    static Scope of(Parameters parameters, List<Statement> body) {
        var scope = new Scope();
        parameters.all().forEach(p -> scope.locals.add(p.name()));
        new ScopeFinder(scope).all(body);
        scope.close();
        return scope;
    }

    static Scope of(Parameters parameters, Expression value) {
        var scope = new Scope();
        parameters.all().forEach(p -> scope.locals.add(p.name()));
        new ScopeFinder(scope).in(value);
        scope.close();
        return scope;
    }

    /** Of a class body: only its global and nonlocal declarations count. */
    static Scope ofClass(List<Statement> body) {
        var scope = new Scope();
        for (Statement s : body) {
            if (s instanceof Statement.Global g) {
                scope.globals.addAll(g.names());
            } else if (s instanceof Statement.Nonlocal n) {
                scope.nonlocals.addAll(n.names());
            }
        }
        return scope.globals.isEmpty() && scope.nonlocals.isEmpty() ? OPEN : scope;
    }

    private void close() {
        locals.removeAll(globals);
        locals.removeAll(nonlocals);
    }
}

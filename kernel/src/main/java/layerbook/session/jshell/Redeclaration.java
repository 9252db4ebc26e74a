package layerbook.session.jshell;

import java.util.List;
import java.util.Set;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import layerbook.session.jshell.InheritedDeclarations.Known;

/**
 * What follows in the shell of the day when something is declared anew: what mentions it is compiled again, as JShell itself does it, and what JShell
 * would give up is kept.
 */
record Redeclaration(ShellInstance shell, InheritedDeclarations carried) {
    /** Does it for the events of a statement; says whether a declaration took the place of one that was carried over. */
    boolean after(List<SnippetEvent> events) {
        revive(events);
        boolean replaced = false;
        for (SnippetEvent event : events) {
            if (event.causeSnippet() == null && event.snippet() instanceof PersistentSnippet s && s.kind() != Snippet.Kind.IMPORT && event.status().isActive()) {
                replaced |= replaceCarried(Declaration.of(s));
            }
        }
        return replaced;
    }

    /**
     * JShell gives up what a refused declaration would have replaced: here it stays. And it gives up many a variable when its class is declared
     * anew ({@code var a = new A()} is one): here it is declared again, without its initial value.
     */
    private void revive(List<SnippetEvent> events) {
        boolean refused = events.get(0).status() == Snippet.Status.REJECTED;
        if (refused) {
            events.stream().filter(e -> e.status() == Snippet.Status.OVERWRITTEN && e.snippet() instanceof PersistentSnippet).forEach(e -> declare(Declaration.of((PersistentSnippet) e.snippet())));
        }
        for (SnippetEvent event : events) {
            if (event.causeSnippet() != null && event.snippet() instanceof VarSnippet variable && event.previousStatus().isDefined() && !event.status().isDefined()
                    && event.status() != Snippet.Status.OVERWRITTEN) {
                declare(Declaration.of(variable));
            }
        }
    }

    /** Declarations that mention what was declared anew are compiled again; what they held is moved where the type allows. */
    private boolean replaceCarried(Declaration by) {
        Set<Declaration> dependents = carried.mentioning(Set.of(by.name()));
        Set<Declaration> replaced = carried.replacedBy(by);
        dependents.removeAll(replaced);
        replaced.forEach(this::forget);
        dependents.forEach(this::restate);
        if (!replaced.isEmpty() && by.isVariable()) { // what this shell has compiled with the variable as it was
            shell.own().keySet().stream().filter(d -> !d.isVariable() && d.uses().contains(by.name())).forEach(this::redeclare);
        }
        return !replaced.isEmpty();
    }

    /** Declares something again; a variable is not set, for it has its value. */
    private Snippet.Status declare(Declaration declared) {
        SnippetControl control = shell.control();
        control.execute(false);
        try {
            return shell.shell().eval(declared.restated()).get(0).status();
        } finally {
            control.execute(true);
        }
    }

    /** Compiles a carried declaration again. */
    void restate(Declaration declared) {
        forget(declared);
        redeclare(declared);
    }

    private void redeclare(Declaration declared) {
        if (declare(declared) == Snippet.Status.REJECTED) {
            carried.add(declared, Known.NOT); // it gets another chance when something that it mentions is declared anew
        }
    }

    /** An import brings in all methods of a name: it goes when there is none left. */
    private void forget(Declaration declared) {
        Known known = carried.remove(declared);
        if (known.by() != null && carried.named(declared.name()).stream().noneMatch(d -> carried.get(d).by() == known.by())) {
            shell.shell().drop(known.by());
        }
    }
}

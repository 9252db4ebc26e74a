package layerbook.session.jshell;

import java.util.List;
import java.util.Optional;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.EvalException;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;

/** What came of one snippet of a statement: a value, a declaration, something thrown, or diagnostics. */
public final class Evaluated {
    private final SnippetEvent event;
    private final JShell shell;
    private final boolean replaced;

    Evaluated(SnippetEvent event, JShell shell, boolean replaced) {
        this.event = event;
        this.shell = shell;
        this.replaced = replaced;
    }

    /** Whether the compiler refused it, see {@link #diagnostics}. */
    public boolean isRejected() {
        return event.status() == Snippet.Status.REJECTED;
    }

    public List<Diagnostic> diagnostics() {
        return shell.diagnostics(event.snippet()).map(Diagnostic::of).toList();
    }

    public boolean hasThrown() {
        return event.exception() != null;
    }

    /** The class of what was thrown; null if nothing says. */
    public String thrownClass() {
        return event.exception() instanceof EvalException e ? e.getExceptionClassName() : null;
    }

    /** The line of the snippet that threw, from 1. */
    public int thrownLine() {
        for (StackTraceElement frame : event.exception().getStackTrace()) {
            if (("#" + event.snippet().id()).equals(frame.getFileName())) {
                return frame.getLineNumber();
            }
        }
        return 1;
    }

    /** The declaration that it ran into and that cannot be used yet. */
    public Optional<Unresolved> ranInto() {
        return event.exception() instanceof UnresolvedReferenceException e ? Optional.of(Unresolved.of(e.getSnippet(), shell)) : Optional.empty();
    }

    /** Whether it gives a variable a value: a declaration of one, an assignment, or an expression whose value gets a name. */
    public boolean isValue() {
        return event.snippet() instanceof VarSnippet || event.snippet() instanceof ExpressionSnippet;
    }

    /** The variable that has the value. */
    public String variable() {
        return event.snippet() instanceof ExpressionSnippet e ? e.name() : ((VarSnippet) event.snippet()).name();
    }

    public boolean isExpression() {
        return event.snippet().subKind() != Snippet.SubKind.VAR_DECLARATION_SUBKIND
            && event.snippet().subKind() != Snippet.SubKind.VAR_DECLARATION_WITH_INITIALIZER_SUBKIND;
    }

    public boolean isAssignment() {
        return event.snippet().subKind() == Snippet.SubKind.ASSIGNMENT_SUBKIND;
    }

    /** Forgets the value of an expression, and its name. */
    public void dropTemporary(Variables variables) {
        if (event.snippet().subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
            variables.drop(((VarSnippet) event.snippet()).name());
            shell.drop(event.snippet());
        }
    }

    /** The method or type that it declares. */
    public Optional<Unresolved> declaration() {
        return event.snippet() instanceof DeclarationSnippet snippet && event.status() != Snippet.Status.NONEXISTENT && snippet.kind() != Snippet.Kind.IMPORT
            ? Optional.of(Unresolved.of(snippet, shell)) : Optional.empty();
    }

    /** Whether what it declares can be used: no name is missing. */
    public boolean isUsable() {
        return event.status() == Snippet.Status.VALID;
    }

    /** What was done to the declaration: created, modified or replaced. */
    public String verb() {
        return !event.previousStatus().isActive() && !replaced ? "created" : event.snippet() instanceof MethodSnippet ? "modified" : "replaced";
    }
}

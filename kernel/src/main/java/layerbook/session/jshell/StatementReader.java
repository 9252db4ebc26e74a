package layerbook.session.jshell;

import java.util.Optional;
import java.util.function.Supplier;
import jdk.jshell.SourceCodeAnalysis;
import layerbook.session.output.Completeness;
import layerbook.session.text.Brackets;
import layerbook.session.text.JavaGrammar;
import layerbook.session.text.SimpleStatement;
import layerbook.session.text.Statement;

/** Whether a text is whole and right, as it would be read to be run; nothing of it is run. */
public record StatementReader(Supplier<SourceCodeAnalysis> analysis) {
    private static final String INDENT = "    ";
    /** So many statements of a text are looked at before it is run, which takes half a second; of the others one knows only whether their brackets close. */
    private static final int LOOKED_AT = 2000;

    /** Whether the text is one or several whole statements to Java's parser, whatever its names mean. */
    public boolean isStatement(String text) {
        SourceCodeAnalysis.CompletionInfo info = analysis.get().analyzeCompletion(text);
        boolean last = info.remaining() == null || info.remaining().isBlank();
        boolean shorter = last || info.remaining().length() < text.length(); // where it can make nothing of a text, all of it remains
        return shorter && (last || isStatement(info.remaining())) && switch (info.completeness()) {
            case COMPLETE, COMPLETE_WITH_SEMI, CONSIDERED_INCOMPLETE -> true;
            default -> false;
        };
    }

    public StatementSplitter split(String text) {
        return new StatementSplitter(analysis, text);
    }

    /** What breaks off wants more lines, a bracket closed too often will never be right. */
    public Completeness quick(String text) {
        var brackets = Brackets.of(text);
        StatementSplitter statements = split(text);
        Optional<Statement> last = Optional.empty();
        boolean wrong = false;
        int looked = 0;
        for (Optional<Statement> next = statements.next(); next.isPresent(); next = statements.next()) {
            if (++looked > LOOKED_AT) {
                return new Completeness(brackets.isOpen() ? Completeness.Status.INCOMPLETE : Completeness.Status.COMPLETE, "");
            }
            last = next;
            wrong |= next.get().kind() == Statement.Kind.JAVA && SimpleStatement.read(next.get().source()).isEmpty()
                && analysis.get().analyzeCompletion(next.get().source()).completeness() == SourceCodeAnalysis.Completeness.UNKNOWN;
        }
        if (last.isPresent() && last.get().kind() == Statement.Kind.BROKEN_OFF) {
            return new Completeness(Completeness.Status.INCOMPLETE, INDENT.repeat(Math.max(brackets.isOpen() ? 1 : 0, brackets.depth())));
        }
        return new Completeness(wrong || brackets.isTorn() ? Completeness.Status.INVALID : Completeness.Status.COMPLETE, "");
    }

    /** As {@link #quick}, but the compiler's parser looks at each statement too. */
    public Completeness checked(String text) {
        Completeness quick = quick(text);
        if (quick.status() != Completeness.Status.COMPLETE) {
            return quick;
        }
        StatementSplitter statements = split(text);
        int looked = 0;
        for (Optional<Statement> next = statements.next(); next.isPresent() && ++looked <= LOOKED_AT; next = statements.next()) {
            if (next.get().kind() == Statement.Kind.JAVA && !JavaGrammar.accepts(next.get().code())) {
                return new Completeness(Completeness.Status.INVALID, "");
            }
        }
        return quick;
    }
}

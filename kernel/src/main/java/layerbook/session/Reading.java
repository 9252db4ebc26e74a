package layerbook.session;

import java.util.Optional;
import java.util.function.Supplier;
import jdk.jshell.SourceCodeAnalysis;

/** Whether a text is whole and right, as it would be read to be run; nothing of it is run. */
record Reading(Supplier<SourceCodeAnalysis> analysis) {
    private static final String INDENT = "    ";
    /** So many statements of a text are looked at before it is run, which takes half a second; of the others one knows only whether their brackets close. */
    private static final int LOOKED_AT = 2000;

    Splitter split(String text) {
        return new Splitter(analysis, text);
    }

    /** What breaks off wants more lines, a bracket closed too often will never be right. */
    Completeness quick(String text) {
        var brackets = Brackets.of(text);
        Splitter statements = split(text);
        Optional<Statement> last = Optional.empty();
        boolean wrong = false;
        int looked = 0;
        for (Optional<Statement> next = statements.next(); next.isPresent(); next = statements.next()) {
            if (++looked > LOOKED_AT) {
                return new Completeness(brackets.isOpen() ? Completeness.Status.INCOMPLETE : Completeness.Status.COMPLETE, "");
            }
            last = next;
            wrong |= next.get().kind() == Statement.Kind.JAVA && Phrase.read(next.get().source()).isEmpty()
                && analysis.get().analyzeCompletion(next.get().source()).completeness() == SourceCodeAnalysis.Completeness.UNKNOWN;
        }
        if (last.isPresent() && last.get().kind() == Statement.Kind.BROKEN_OFF) {
            return new Completeness(Completeness.Status.INCOMPLETE, INDENT.repeat(Math.max(brackets.isOpen() ? 1 : 0, brackets.depth())));
        }
        return new Completeness(wrong || brackets.isTorn() ? Completeness.Status.INVALID : Completeness.Status.COMPLETE, "");
    }

    /** As {@link #quick}, but the compiler's parser looks at each statement too. */
    Completeness checked(String text) {
        Completeness quick = quick(text);
        if (quick.status() != Completeness.Status.COMPLETE) {
            return quick;
        }
        Splitter statements = split(text);
        int looked = 0;
        for (Optional<Statement> next = statements.next(); next.isPresent() && ++looked <= LOOKED_AT; next = statements.next()) {
            if (next.get().kind() == Statement.Kind.JAVA && !Grammar.accepts(next.get().code())) {
                return new Completeness(Completeness.Status.INVALID, "");
            }
        }
        return quick;
    }
}

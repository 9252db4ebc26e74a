package layerbook.session.errors;

import java.io.InterruptedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import layerbook.session.jshell.Evaluated;
import layerbook.session.jshell.Stop;
import layerbook.session.jshell.Worker;
import layerbook.session.output.Problem;
import layerbook.session.output.ValueText;
import layerbook.session.text.Brackets;
import layerbook.session.text.ExcessiveNesting;
import layerbook.session.text.JavaText;
import layerbook.session.text.LongLiterals;
import layerbook.session.text.SimpleStatement;
import layerbook.session.text.Statement;

/** Words what went wrong: a compiler's diagnostic or an exception becomes a problem with a marked place and a hint. */
@SuppressWarnings({"deprecation", "removal"})
public final class Problems {
    private Problems() {}

    /** A problem at a place of a statement; the line and column follow from the place. */
    static Problem at(String kind, String message, Statement statement, int start, int end, String mark, List<String> details,
                      String fix, Throwable cause) {
        String source = statement.source();
        int place = Math.max(0, Math.min(start, source.length()));
        int newline = place == 0 ? -1 : source.lastIndexOf('\n', place - 1);
        int line = statement.line() + (int) source.substring(0, place).chars().filter(c -> c == '\n').count();
        return new Problem(kind, message, source, start, end, mark, details, fix, null, line, place - newline, cause);
    }

    /** A problem with a whole statement. */
    public static Problem whole(String kind, String message, Statement statement, List<String> details, String fix, Throwable cause) {
        return at(kind, message, statement, 0, firstLine(statement.source()), "", details, fix, cause);
    }

    private static int firstLine(String source) {
        int end = source.indexOf('\n');
        return end < 0 ? source.length() : end;
    }

    /** What is wrong with a statement before anybody reads it. */
    public static Optional<Problem> unread(Statement statement) {
        return switch (statement.kind()) {
            case BROKEN_OFF -> Optional.of(brokenOff(statement));
            case TOO_DEEP -> Optional.of(tooDeep(statement));
            default -> HiddenCharacters.refused(statement).or(() -> LongLiterals.in(statement.source()).map(text -> tooLong(statement, text)));
        };
    }

    /** A statement that the end of the text cuts off. */
    private static Problem brokenOff(Statement statement) {
        return Brackets.of(statement.source()).innermost()
            .map(open -> at("compile", "the text ends before " + open.what() + " is closed", statement, open.at(),
                open.at() + open.what().length(), "opened here, never closed", List.of(), null, null))
            .orElseGet(() -> at("compile", "the statement breaks off: more is expected at its end", statement,
                statement.source().length(), statement.source().length() + 1, "more is expected here", List.of(), null, null));
    }

    /** A statement with more brackets inside one another than the compiler is asked to read. */
    private static Problem tooDeep(Statement statement) {
        if (Brackets.of(statement.source()).deepest() <= Statement.DEEPEST) {
            return whole("compile", "the statement has too many parts inside one another for the compiler", statement,
                List.of("why    its parser goes one step deeper for each; give parts of it names of their own, or use a loop"), null, null);
        }
        String message = String.format(Locale.ROOT, "brackets stand %,d deep inside one another; at most %,d are read", Brackets.of(statement.source()).deepest(), Statement.DEEPEST);
        return whole("compile", message, statement, List.of("why    the compiler's time grows with the square of the depth; give parts of it names of their own"), null, null);
    }

    /** A statement that would keep the compiler busy for minutes, see {@link ExcessiveNesting}. */
    public static Problem overgrown(Statement statement, String message) {
        return whole("compile", message, statement, List.of("why    the compiler would be at it for minutes; give parts of it names of their own, or use a loop"), null, null);
    }

    /** A statement with a text in quotes that no class file can hold. */
    private static Problem tooLong(Statement statement, JavaText.Piece text) {
        String message = String.format(Locale.ROOT, "a text in quotes has at most %,d bytes in Java; this one has more", LongLiterals.MOST);
        return at("compile", message, statement, text.from(), text.from() + 1, "begins here", List.of("why    a class file cannot hold more; read a long text from a file"), "Files.readString(Path.of(\"text.txt\"))", null);
    }

    /** A statement on which the compiler itself breaks. */
    public static Problem compilerFailed(Statement statement, Throwable fault) {
        Optional<SimpleStatement> phrase = SimpleStatement.read(statement.source());
        boolean itself = phrase.isPresent() && phrase.get().type() != null && phrase.get().term().mentions(phrase.get().name());
        for (Throwable t = fault; t != null; t = t.getCause()) {
            if (t instanceof StackOverflowError) {
                return tooDeep(statement);
            }
        }
        return itself ? whole("compile", "a variable cannot be made from itself", statement, List.of("why    " + phrase.get().name() + " has no value yet while its first one is worked out"), null, fault)
            : whole("compile", "the compiler of this Java breaks on the statement", statement, List.of("why    " + ValueText.thrown(fault) + ": a fault of the compiler's own; written in another way it may pass"), null, fault);
    }

    /** A statement that is right and too large for a class file. */
    public static Problem unwritten(Statement statement, String said) {
        String what = said.lines().findFirst().orElse(said);
        boolean text = what.contains("constant string") || what.contains("constant pool") && statement.source().indexOf('"') >= 0;
        return whole("compile", text ? "a text in quotes has at most 65,535 bytes in Java; one in here, put together, has more" : "too large for Java: " + what, statement,
            List.of("why    a class file cannot hold it (the compiler says: " + what + ")"), text ? "Files.readString(Path.of(\"text.txt\"))" : null, null);
    }

    /** What was thrown in place of an end: a stop that the user asked for, or an exit; null for anything else. */
    public static Problem stopped(Statement statement, Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof Stop.Stopped || t instanceof ThreadDeath || t instanceof InterruptedException || t.getClass() == InterruptedIOException.class) {
                return whole("stopped", "stopped", statement, List.of(), null, thrown);
            }
            if (t instanceof Worker.LeftBehind) {
                return whole("stopped", "stopped", statement, List.of("why    it heeds no interrupt, so it was left behind: it may go on, but changes nothing here"), null, thrown);
            }
            if (t instanceof Stop.ExitRefused) {
                return whole("runtime", t.getMessage() + " does not end the session", statement, List.of(), "/exit", thrown);
            }
        }
        return null;
    }

    /** What a statement threw. */
    public static Problem runtime(Statement statement, Evaluated came, Throwable thrown) {
        String name = came.thrownClass() != null ? came.thrownClass() : thrown.getClass().getName();
        return thrown(statement, name, lineStart(statement.source(), came.thrownLine()), thrown);
    }

    /** What a call threw that stands at this place of the statement. */
    public static Problem thrown(Statement statement, int at, Throwable thrown) {
        return thrown(statement, thrown.getClass().getName(), statement.source().lastIndexOf('\n', at) + 1, thrown);
    }

    private static Problem thrown(Statement statement, String name, int line, Throwable thrown) {
        String text = ValueText.message(thrown) == null ? null : ValueText.withoutWrappers(ValueText.message(thrown));
        int from = line;
        int to = from + firstLine(statement.source().substring(from));
        while (from < to && Character.isWhitespace(statement.source().charAt(from))) {
            from++;
        }
        return at("runtime", text == null ? ValueText.withoutWrappers(name) : ValueText.withoutWrappers(name) + ": " + text, statement, from, to, "thrown here", why(thrown), null, thrown);
    }

    /** What Java says of these two helps nobody who meets them for the first time. */
    private static List<String> why(Throwable thrown) {
        if (thrown instanceof StackOverflowError) {
            return List.of("why    calls went too deep: does a method call itself without an end?");
        } else if (thrown instanceof OutOfMemoryError) {
            return List.of("why    all " + (Runtime.getRuntime().maxMemory() >> 20) + " MB are used; set a variable that holds much to null,",
                "       or start with LAYERBOOK_JAVA_OPTIONS=-Xmx8g");
        }
        return List.of();
    }

    private static int lineStart(String source, int line) {
        int at = 0;
        for (int i = 1; i < line && source.indexOf('\n', at) >= 0; i++) {
            at = source.indexOf('\n', at) + 1;
        }
        return at;
    }
}

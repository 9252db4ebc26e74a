package layerbook.session.jshell;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import layerbook.session.output.StandardStreams;
import layerbook.session.text.Brackets;
import layerbook.session.text.SimpleStatement;
import layerbook.session.text.Statement;

/**
 * Cuts a text into statements. A statement ends at the first line where it is complete, as in the jshell tool; in a text
 * of several lines it goes on if the next line begins with {@code .}, {@code else}, {@code catch} or {@code finally}.
 */
public final class StatementSplitter {
    private static final Pattern GOES_ON = Pattern.compile("(\\.(?!\\d)|\\}|else\\b|catch\\b|finally\\b).*", Pattern.DOTALL);
    private static final Pattern COMMAND = Pattern.compile("(/[a-zA-Z?!-]|%[a-zA-Z]|\\?\\s*(?:/?[a-zA-Z]|$)).*", Pattern.DOTALL);

    /** Commands with a Java statement behind them, which may have several lines. */
    private static final Pattern WITH_JAVA = Pattern.compile("[/%](?:time|replace[ \\t]+\\d+)[ \\t]+(?=\\S)");

    private final Supplier<SourceCodeAnalysis> analysis;
    private final String text;
    private int position;
    private int line = 1;
    private int counted;

    StatementSplitter(Supplier<SourceCodeAnalysis> analysis, String text) {
        this.analysis = analysis;
        this.text = text;
    }

    /** The next statement; later ones may depend on what it declares, so it is to be run before one asks again. */
    public Optional<Statement> next() {
        position = skipBlank(text, position);
        if (position >= text.length()) {
            return Optional.empty();
        }
        Statement found = COMMAND.matcher(text).region(position, lineEnd(position)).matches() ? command() : java();
        position = found.end();
        return Optional.of(found);
    }

    /** Whether no statement is left. */
    public boolean isAtEnd() {
        return skipBlank(text, position) >= text.length();
    }

    private Statement command() {
        int end = lineEnd(position);
        Matcher withJava = WITH_JAVA.matcher(text).region(position, end);
        if (withJava.lookingAt()) {
            int from = position;
            position = withJava.end();
            Statement java = java();
            return statement(from, java.end(), java.kind() == Statement.Kind.JAVA ? Statement.Kind.COMMAND : java.kind(), null);
        }
        return statement(position, end, Statement.Kind.COMMAND, null);
    }

    private Statement java() {
        var brackets = new Brackets(position);
        int end = position;
        while (end < text.length()) {
            end = Math.min(text.length(), lineEnd(end) + 1);
            brackets.read(text, end);
            if (brackets.isOpen()) {
                continue;
            }
            if (brackets.deepest() > Statement.DEEPEST) {
                return statement(position, lastToken(brackets, end), Statement.Kind.TOO_DEEP, null);
            }
            String chunk = text.substring(position, end);
            if (SimpleStatement.read(chunk).isPresent()) {
                if (goesOn(end)) {
                    continue;
                }
                return phrase(position, lastToken(brackets, end));
            }
            CompletionInfo info;
            try {
                info = StandardStreams.muted(() -> analysis.get().analyzeCompletion(chunk));
            } catch (StackOverflowError | InternalError | IllegalStateException e) { // its parser calls itself for each of ten thousand signs in a row
                return statement(position, lastToken(brackets, end), Statement.Kind.TOO_DEEP, null);
            }
            switch (info.completeness()) {
                case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> { }
                case UNKNOWN -> {
                    return statement(position, lastToken(brackets, end), Statement.Kind.JAVA, info);
                }
                default -> {
                    int left = info.remaining() == null ? 0 : info.remaining().length();
                    if (skipBlank(chunk, chunk.length() - left) < chunk.length()) {
                        return statement(position, end - left, Statement.Kind.JAVA, info);
                    }
                    if (info.source() == null || !goesOn(end)) {
                        return statement(position, lastToken(brackets, end), Statement.Kind.JAVA, info);
                    }
                }
            }
        }
        return statement(position, text.length(), Statement.Kind.BROKEN_OFF, null);
    }

    private static int lastToken(Brackets brackets, int end) {
        return brackets.lastToken() < 0 ? end : brackets.lastToken() + 1;
    }

    /** Whether the line after {@code end} belongs to the statement that could end here. */
    private boolean goesOn(int end) {
        int next = skipBlank(text, end);
        return next < text.length() && GOES_ON.matcher(text).region(next, Math.min(text.length(), next + 10)).matches()
            && text.charAt(next) != '}';
    }

    /** What is read without the compiler is complete, but for a semicolon. */
    private Statement phrase(int from, int to) {
        Statement read = statement(from, to, Statement.Kind.JAVA, null);
        return read.source().endsWith(";") ? read : new Statement(read.source(), read.source() + ";", from, to, read.line(), read.kind());
    }

    private Statement statement(int from, int to, Statement.Kind kind, CompletionInfo info) {
        for (; counted < from; counted++) {
            line += text.charAt(counted) == '\n' ? 1 : 0;
        }
        String source = text.substring(from, to).stripTrailing();
        String code = info == null || info.source() == null ? source : info.source();
        return new Statement(source, code, from, to, line, kind);
    }

    private int lineEnd(int from) {
        return endOfLine(text, from);
    }

    private static int endOfLine(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    /** The first place from {@code at} on that is neither space, comment nor stray semicolon. */
    public static int skipBlank(String text, int at) {
        int i = at;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || c == ';' || c == '\uFEFF') {
                i++;
            } else if (text.startsWith("//", i)) {
                i = endOfLine(text, i);
            } else if (text.startsWith("/*", i) && text.indexOf("*/", i + 2) >= 0) {
                i = text.indexOf("*/", i + 2) + 2;
            } else {
                return i;
            }
        }
        return i;
    }
}

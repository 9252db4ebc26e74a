package layerbook.jupyter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import layerbook.session.output.Problem;

/** A problem as the protocol wants errors: a name, a value and coloured lines that show the place in the cell. */
record Traceback(String name, String value, List<String> lines) {
    private static final String RED = "\u001b[1;31m";
    private static final String GREEN = "\u001b[32m";
    private static final String CYAN = "\u001b[36m";
    private static final String OFF = "\u001b[0m";

    /** @param number the cell's, as in {@code In[3]} */
    static Traceback of(Problem problem, String code, int number) {
        String name = name(problem);
        String value = value(problem);
        var lines = new ArrayList<String>();
        lines.add(RED + name + OFF + ": " + value);
        String[] source = code.split("\r?\n", -1);
        if (problem.line() >= 1 && problem.line() <= source.length) {
            lines.add(CYAN + "Cell In[" + number + "], line " + problem.line() + OFF);
            marked(problem, source, lines);
        }
        problem.details().forEach(detail -> lines.add("     " + clean(detail)));
        if (problem.fix() != null) {
            lines.add("     try    " + GREEN + clean(problem.fix()) + OFF);
        }
        if (problem.state() != null) {
            lines.add("  " + clean(problem.state()));
        }
        return new Traceback(name, value, lines);
    }

    /** What is said of a thread that died: the frames of the libraries, and where in a cell they were called from, not what carries cells out. */
    static String ofThread(Thread thread, Throwable thrown) {
        var out = new StringBuilder("Exception in thread \"" + thread.getName() + "\" " + clean(String.valueOf(thrown)).replaceAll("REPL\\.\\$JShell\\$\\w+[.$]", ""));
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (frame.getClassName().startsWith("REPL.")) {
                return out.append("\n    in a cell").toString();
            }
            out.append("\n    at ").append(frame);
        }
        return out.toString();
    }

    Map<String, Object> content() {
        return Map.of("ename", name, "evalue", value, "traceback", lines);
    }

    /** Errors of Java keep the name of their class; ours are named for what went wrong. */
    private static String name(Problem problem) {
        if (problem.kind().equals("runtime") && problem.cause() != null) {
            Class<?> type = problem.cause().getClass();
            return type.getSimpleName().isEmpty() ? type.getSuperclass().getSimpleName() : type.getSimpleName();
        }
        if (problem.kind().equals("stopped")) {
            return "Interrupted";
        }
        return Character.toUpperCase(problem.kind().charAt(0)) + problem.kind().substring(1) + "Error";
    }

    /** What is said of the error, without the name of its class, which stands before it anyway. */
    private static String value(Problem problem) {
        String said = clean(problem.message());
        boolean named = problem.kind().equals("runtime") && problem.cause() != null;
        return named ? said.replaceFirst("^([\\w$]+[.$])*" + Pattern.quote(name(problem)) + "(: |$)", "") : said;
    }

    /** The line before, the line itself behind an arrow, and a caret below the place. */
    private static void marked(Problem problem, String[] source, List<String> lines) {
        int at = problem.line();
        if (at > 1) {
            lines.add(String.format("%9d %s", at - 1, clean(source[at - 2])));
        }
        String line = source[at - 1];
        lines.add(GREEN + "----> " + OFF + String.format("%3d %s", at, clean(line)));
        int column = Math.max(1, Math.min(problem.column(), line.length() + 1));
        int length = Math.max(1, Math.min(problem.end() - problem.start(), line.length() + 1 - column));
        String mark = problem.mark() == null || problem.mark().isEmpty() ? "" : " " + clean(problem.mark());
        lines.add(" ".repeat(9 + column) + RED + "^".repeat(length) + OFF + mark);
    }

    /** Control characters in names and messages stay text: they must not command the terminal that shows them. */
    static String clean(String text) {
        var out = new StringBuilder(String.valueOf(text));
        for (int i = 0; i < out.length(); i++) {
            char c = out.charAt(i);
            if (c < 0x20 && c != '\n' || c >= 0x7F && c < 0xA0) {
                out.setCharAt(i, c == '\t' ? ' ' : '\uFFFD');
            }
        }
        return out.toString();
    }
}

package layerbook.session.python;

import java.util.regex.Pattern;
import layerbook.session.output.Completeness;

/** Whether a text of Python is whole, as Python's own prompt sees it: a block ends at an empty line. */
final class BlockCompleteness {
    private static final Pattern HEADER = Pattern.compile("(class|def|async|for|while|if|elif|else|with|try|except|finally|match|case|@)\\b.*", Pattern.DOTALL);
    private static final Pattern GOES_ON = Pattern.compile("(elif|else|except|finally)\\b.*|[)\\]}].*", Pattern.DOTALL);

    private BlockCompleteness() {}

    static Completeness of(String text) {
        var open = new OpenText(text);
        if (open.isOpen()) {
            return new Completeness(Completeness.Status.INCOMPLETE, "    ".repeat(Math.max(1, open.depth())));
        }
        if (LostIndentation.isLost(text)) {
            return new Completeness(Completeness.Status.COMPLETE, "");
        }
        String last = lastLine(text);
        String indent = last.replaceAll("\\S.*", "");
        if (last.strip().endsWith(":") || last.strip().startsWith("@")) {
            return new Completeness(Completeness.Status.INCOMPLETE, indent + "    ");
        }
        boolean inside = !indent.isEmpty() && !text.endsWith("\n");
        return new Completeness(inside ? Completeness.Status.INCOMPLETE : Completeness.Status.COMPLETE, inside ? indent : "");
    }

    private static String lastLine(String text) {
        String last = "";
        for (String line : text.split("\n")) {
            last = line.isBlank() || line.strip().startsWith("#") ? last : line;
        }
        return last.replaceFirst("\\s*#[^\"']*$", "");
    }

    /** Whether a line that comes behind a text belongs to its last statement. */
    static boolean continues(String text, String line) {
        if (PastedText.hasPrompt(text)) {
            return !PastedText.isPrompt(line);
        }
        if (LostIndentation.isLost(text)) {
            return true;
        }
        boolean block = false;
        for (String one : text.split("\n")) {
            block = one.isBlank() ? block : Character.isWhitespace(one.charAt(0)) ? block : HEADER.matcher(one).matches() || one.startsWith("@") || block && GOES_ON.matcher(one).matches();
        }
        return block && (line.isBlank() || Character.isWhitespace(line.charAt(0)) || GOES_ON.matcher(line).matches());
    }
}

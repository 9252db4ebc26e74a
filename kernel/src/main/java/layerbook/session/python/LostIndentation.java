package layerbook.session.python;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Python whose lines lost their indentation on a web page. It is put back where the rule is plain: a class holds the methods behind it, a
 * method ends at its {@code return} or at the next {@code def}, {@code __init__} ends at the next {@code def} too, a loop or condition holds one statement.
 */
final class LostIndentation {
    private static final Pattern CLASS = Pattern.compile("class \\w+.*:\\s*(#.*)?");
    private static final Pattern DEF = Pattern.compile("(async )?def \\w+.*");
    private static final Pattern BLOCK = Pattern.compile("(for|while|if|elif|else|with|try|except|finally)\\b.*:\\s*(#.*)?");
    private static final Pattern GOES_ON = Pattern.compile("(elif|else|except|finally)\\b.*");
    private static final Pattern HEADER = Pattern.compile("(class|def|async def|for|while|if|elif|else|with|try|except|finally)\\b.*:\\s*(#.*)?");

    /** The text with indentation, and the lines (from 1) to which it was given. */
    record Mended(String text, List<Integer> lines) { }

    private LostIndentation() {}

    /** Whether a line that opens a block is followed by one that is not indented. */
    static boolean isLost(String text) {
        String[] lines = text.split("\n");
        int depth = 0;
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            boolean outside = depth == 0;
            depth += depth(line);
            if (!line.isBlank() && outside && !Character.isWhitespace(line.charAt(0)) && depth == 0 && HEADER.matcher(line.strip()).matches()) {
                int next = i + 1;
                while (next < lines.length && (lines[next].isBlank() || lines[next].stripLeading().startsWith("#"))) {
                    next++;
                }
                if (next < lines.length && !Character.isWhitespace(lines[next].charAt(0))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int depth(String line) {
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                quote = c == quote && line.charAt(i - 1) != '\\' ? 0 : quote;
            } else if (c == '#') {
                return depth;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else {
                depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            }
        }
        return depth;
    }

    static Mended mend(String text) {
        var out = new ArrayList<String>();
        var guessed = new ArrayList<Integer>();
        boolean inClass = false;
        boolean inMethod = false;
        boolean blocked = false;
        int depth = 0;
        for (String raw : text.split("\n", -1)) {
            String line = raw.strip();
            int level;
            if (depth > 0) {
                out.add(out.get(out.size() - 1).replaceAll("\\S.*", "") + (raw.startsWith(" ") ? raw : "    " + line));
                depth += depth(line);
                if (depth == 0 && inMethod && out.get(out.size() - 1).isBlank()) {
                    blocked = false;
                }
                continue;
            }
            if (CLASS.matcher(line).matches()) {
                inClass = true;
                inMethod = false;
                blocked = false;
                level = 0;
            } else if (DEF.matcher(line).matches()) {
                inMethod = true;
                blocked = false;
                level = inClass ? 1 : 0;
            } else {
                int own = inMethod ? (inClass ? 2 : 1) : inClass && isMember(line) ? 1 : 0;
                inClass &= own > 0 || line.isEmpty();
                boolean continues = GOES_ON.matcher(line).matches();
                level = own + (blocked && !continues ? 1 : 0);
                if (!line.isEmpty() && !line.startsWith("#")) {
                    blocked = BLOCK.matcher(line).matches();
                }
            }
            if (level > 0 && !line.isEmpty()) {
                guessed.add(out.size() + 1);
            }
            out.add("    ".repeat(line.isEmpty() ? 0 : level) + line);
            depth += depth(line);
            if (line.startsWith("return") && inMethod && depth == 0 && level == (inClass ? 2 : 1)) {
                inMethod = false;
            }
        }
        return new Mended(String.join("\n", out), guessed);
    }

    /** What may stand in a class between its methods. */
    private static boolean isMember(String line) {
        return line.startsWith("@") || line.startsWith("\"\"\"") || line.startsWith("'''") || line.startsWith("#") || line.startsWith("pass");
    }
}

package layerbook.repl;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A paste of what a terminal showed: the statements behind its prompts are kept, prompts and echoes are dropped. */
final class Transcript {
    private static final Pattern PROMPT = Pattern.compile("^(?:layerbook|jshell)> ?(.*)$");
    private static final Pattern MORE = Pattern.compile("^ *\\.\\.\\.> ?(.*)$");

    private Transcript() {}

    /** The statements of a transcript; any other text as it is. */
    static String statements(String pasted) {
        String[] lines = pasted.split("\n", -1);
        if (!PROMPT.matcher(firstFilled(lines)).matches()) {
            return pasted;
        }
        var kept = new StringBuilder();
        boolean inStatement = false;
        for (String line : lines) {
            Matcher prompt = PROMPT.matcher(line);
            Matcher more = MORE.matcher(line);
            boolean begins = prompt.matches();
            inStatement = begins || inStatement && more.matches();
            if (inStatement) {
                String typed = begins ? prompt.group(1) : more.group(1);
                kept.append(kept.length() == 0 ? "" : "\n").append(typed.stripTrailing());
            }
        }
        return kept.toString().stripTrailing();
    }

    private static String firstFilled(String[] lines) {
        for (String line : lines) {
            if (!line.isBlank()) {
                return line;
            }
        }
        return "";
    }
}

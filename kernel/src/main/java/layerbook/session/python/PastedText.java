package layerbook.session.python;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text of Python as it was copied: prompts, what was printed between them, signs of full width and Windows ends are taken out. */
final class PastedText {
    private static final Pattern PROMPT = Pattern.compile("\\s*(?:>>>|In \\[\\d*\\]:) ?(.*)");
    private static final Pattern GOES_ON = Pattern.compile("\\s*\\.\\.\\.:? ?(.*)");
    private static final String WIDE = "（），：；［］｛｝＝＋－＊／．＜＞｜＆％＂＇　“”‘’。【】";
    private static final String NARROW = "(),:;[]{}=+-*/.<>|&%\"' \"\"''.[]";

    private PastedText() {}

    /** Whether the first line has a prompt of Python or IPython. */
    static boolean hasPrompt(String text) {
        return PROMPT.matcher(text.stripLeading().lines().findFirst().orElse("")).matches();
    }

    /** Whether a line begins another statement behind a prompt. */
    static boolean isPrompt(String line) {
        return PROMPT.matcher(line).matches();
    }

    static String clean(String text) {
        String plain = text.replace("\r\n", "\n").replace("\uFEFF", "");
        String own = hasPrompt(plain) ? withoutPrompts(plain) : plain;
        return narrow(own);
    }

    private static String withoutPrompts(String text) {
        List<String> kept = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            Matcher prompt = PROMPT.matcher(line);
            Matcher more = GOES_ON.matcher(line);
            if (prompt.matches()) {
                kept.add(prompt.group(1));
            } else if (more.matches()) {
                kept.add(more.group(1));
            }
        }
        return String.join("\n", kept) + "\n";
    }

    /** Signs of full width outside of texts and comments as Python has them. */
    private static String narrow(String text) {
        if (text.chars().noneMatch(c -> WIDE.indexOf(c) >= 0)) {
            return text;
        }
        var b = new StringBuilder();
        char quote = 0;
        boolean comment = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int wide = quote == 0 && !comment ? WIDE.indexOf(c) : -1;
            char own = wide >= 0 ? NARROW.charAt(wide) : c;
            comment = (comment || quote == 0 && own == '#') && own != '\n';
            if (!comment && (own == '"' || own == '\'' || quote != 0 && WIDE.indexOf(c) >= 0 && NARROW.charAt(WIDE.indexOf(c)) == quote)) {
                char sign = own == '"' || own == '\'' ? own : quote;
                quote = quote == 0 ? sign : quote == sign && (i == 0 || text.charAt(i - 1) != '\\') ? 0 : quote;
                own = sign;
            }
            b.append(own);
        }
        return b.toString();
    }
}

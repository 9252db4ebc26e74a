package layerbook.repl;

import java.util.List;
import layerbook.session.Hint;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Draws what the session says about the brackets at the cursor: one line, the argument at the cursor marked. */
final class Hints {
    private Hints() {}

    static AttributedString draw(Hint hint, int width, Theme theme) {
        int first = 0;
        AttributedString drawn = line(hint, first, theme);
        while (drawn.columnLength() >= width && first < Math.max(0, hint.here())) { // drop arguments before the one at the cursor
            drawn = line(hint, ++first, theme);
        }
        return drawn.columnLength() < width ? drawn
            : new AttributedStringBuilder().append(drawn.columnSubSequence(0, width - 4)).styled(theme.faint(), " ...").toAttributedString();
    }

    private static AttributedString line(Hint hint, int first, Theme theme) {
        var out = new AttributedStringBuilder().styled(theme.faint(), "  " + hint.word() + (first > 0 ? "(.." : "("));
        List<String> arguments = hint.arguments();
        for (int i = first; i < arguments.size(); i++) {
            out.styled(theme.faint(), i > 0 ? ", " : "");
            out.styled(i == hint.here() ? AttributedStyle.DEFAULT.bold().underline() : theme.faint(), arguments.get(i));
        }
        out.styled(theme.faint(), ")");
        if (!hint.meaning().isEmpty()) {
            out.styled(theme.faint(), "   " + hint.meaning());
        }
        return out.toAttributedString();
    }
}

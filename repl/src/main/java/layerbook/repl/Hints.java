package layerbook.repl;

import java.util.List;
import layerbook.session.output.Hint;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Draws what the session says about the brackets at the cursor: one line, the argument at the cursor marked. */
final class Hints {
    private Hints() {}

    static AttributedString draw(Hint hint, int width, Theme theme) {
        int first = 0;
        while (first < hint.here() && line(hint, first, hint.here() + 1, theme).columnLength() > width - 5) {
            first++; // the argument at the cursor has to be seen, those before it need not
        }
        AttributedString drawn = line(hint, first, hint.arguments().size(), theme);
        return drawn.columnLength() < width ? drawn
            : new AttributedStringBuilder().append(drawn.columnSubSequence(0, width - 5)).styled(theme.faint(), " ...").toAttributedString();
    }

    private static AttributedString line(Hint hint, int first, int until, Theme theme) {
        var out = new AttributedStringBuilder().styled(theme.faint(), "  " + hint.word() + (first > 0 ? "(.." : "("));
        List<String> arguments = hint.arguments();
        for (int i = first; i < until; i++) {
            out.styled(theme.faint(), i > 0 ? ", " : "");
            out.styled(i == hint.here() ? AttributedStyle.DEFAULT.bold().underline() : theme.faint(), arguments.get(i));
        }
        boolean whole = until == arguments.size();
        out.styled(theme.faint(), whole ? ")" + (hint.meaning().isEmpty() ? "" : "   " + hint.meaning()) : "");
        return out.toAttributedString();
    }
}

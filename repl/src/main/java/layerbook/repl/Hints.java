package layerbook.repl;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import layerbook.formula.Expr;
import layerbook.layer.Parameter;
import layerbook.layer.Signature;
import layerbook.layers.Catalogue;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** What is said below the line while the arguments of a layer are typed: its signature, the argument at the cursor marked. */
final class Hints {
    /** A bracket that is open at the cursor: the word before it, and how many commas stand since. */
    record Call(String word, int argument) {}

    private final Supplier<Theme> theme;

    Hints(Supplier<Theme> theme) {
        this.theme = theme;
    }

    /** The hint for this place, no wider than the line; null if there is nothing to say. */
    AttributedString below(String text, int cursor, int width) {
        List<Call> calls = open(text.substring(0, cursor));
        for (int i = 0; i < calls.size(); i++) {
            Signature layer = Catalogue.find(calls.get(i).word()).orElse(null);
            boolean optionOfOuter = layer != null && i + 1 < calls.size()
                && Catalogue.find(calls.get(i + 1).word()).flatMap(s -> s.parameter(layer.factory())).isPresent();
            if (layer != null && !optionOfOuter) {
                return fit(i == 0 ? signature(layer, calls.get(0).argument()) : option(layer, calls.get(i - 1).word()), width);
            }
        }
        return null;
    }

    /** The calls that are open at the end of the text, innermost first. */
    static List<Call> open(String text) {
        Deque<Call> open = new ArrayDeque<>();
        var last = new String[] {""};
        JavaText.cut(text, piece -> {
            String said = text.substring(piece.from(), piece.to());
            if (piece.kind() == JavaText.Kind.SIGN && "([{".contains(said)) {
                open.push(new Call(said.equals("(") ? last[0] : "", 0));
            } else if (piece.kind() == JavaText.Kind.SIGN && ")]}".contains(said) && !open.isEmpty()) {
                open.pop();
            } else if (said.equals(",") && !open.isEmpty()) {
                Call call = open.pop();
                open.push(new Call(call.word(), call.argument() + 1));
            }
            last[0] = piece.kind() == JavaText.Kind.SPACE ? last[0] : piece.kind() == JavaText.Kind.WORD ? said : "";
        });
        return new ArrayList<>(open);
    }

    private AttributedString signature(Signature layer, int argument) {
        var out = new AttributedStringBuilder().styled(theme.get().faint(), "  " + layer.factory() + "(");
        int required = 0;
        String comma = "";
        for (Parameter p : layer.parameters()) {
            boolean positional = p.need() == Parameter.Need.REQUIRED;
            boolean here = positional && required++ == argument;
            out.styled(theme.get().faint(), comma);
            out.styled(here ? AttributedStyle.DEFAULT.bold().underline() : theme.get().faint(), said(p));
            comma = ", ";
        }
        return out.styled(theme.get().faint(), ")").toAttributedString();
    }

    private static String said(Parameter p) {
        return switch (p.need()) {
            case INFERRED -> "[" + p.name() + "]";
            case REQUIRED -> p.name();
            case OPTIONAL -> p.name() + "(" + standard(p.standard()) + ")";
        };
    }

    private static String standard(Object value) {
        return value == null ? "" : value instanceof String word ? '"' + word + '"' : value instanceof Expr size ? size.text() : value.toString();
    }

    private AttributedString option(Signature layer, String word) {
        return layer.parameter(word).map(p -> new AttributedStringBuilder()
                .styled(theme.get().faint(), "  " + said(p) + "  " + p.meaning()).toAttributedString())
            .orElseGet(() -> signature(layer, -1));
    }

    private static AttributedString fit(AttributedString said, int width) {
        if (width <= 0 || said.columnLength() < width) {
            return said;
        }
        return new AttributedStringBuilder().append(said.columnSubSequence(0, width - 4)).append(" ...").toAttributedString();
    }
}

package layerbook.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.junit.jupiter.api.Test;

/** Which colour what gets while it is typed. */
class PainterTest {
    private static final Theme THEME = Theme.DARK;
    private final Painter painter = new Painter(() -> THEME, () -> new Vocabulary(Set.of("conv2d", "dropout", "relu"), Set.of("padding", "dropout")));

    private AttributedStyle styleOf(String word, String text) {
        AttributedString painted = painter.paint(text, -2);
        assertEquals(text, painted.toString());
        return painted.styleAt(text.indexOf(word));
    }

    @Test void layersAndOptionsWhereTheyAreCalled() {
        assertEquals(THEME.layer(), styleOf("conv2d", "conv2d(16, 3, padding(1))"));
        assertEquals(THEME.option(), styleOf("padding", "conv2d(16, 3, padding(1))"));
        assertEquals(AttributedStyle.DEFAULT, styleOf("relu", "var relu = 1"));
    }

    @Test void aWordThatIsBothIsAnOptionInsideBrackets() {
        assertEquals(THEME.layer(), styleOf("dropout", "dropout(0.5)"));
        assertEquals(THEME.option(), styleOf("dropout", "lstm(3, dropout(0.5))"));
    }

    @Test void java() {
        assertEquals(THEME.keyword(), styleOf("for", "for (var x : y) { }"));
        assertEquals(THEME.text(), styleOf("\"conv2d(", "String s = \"conv2d(1)\""));
        assertEquals(THEME.comment(), styleOf("//", "x(); // conv2d(1)"));
        assertEquals(AttributedStyle.DEFAULT, styleOf("forward", "forward(x)"));
    }

    @Test void commands() {
        assertEquals(THEME.command(), styleOf("/undo", "/undo 2"));
        assertEquals(AttributedStyle.DEFAULT, styleOf("2", "/undo 2"));
        assertEquals(THEME.comment(), styleOf("// no", "// no command"));
    }

    @Test void theBracketAtTheCursorAndItsPartner() {
        AttributedString painted = painter.paint("f(a(1), \"(\")", 12);
        assertEquals(THEME.partner(), painted.styleAt(1));
        assertEquals(THEME.partner(), painted.styleAt(11));
        assertEquals(AttributedStyle.DEFAULT, painted.styleAt(3));
    }
}

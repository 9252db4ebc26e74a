package layerbook.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.utils.AttributedStyle;
import org.jline.utils.Colors;
import org.junit.jupiter.api.Test;

/** Every colour can be read on its background: WCAG's contrast for text, with the colours that xterm has when nobody has chosen others. */
class ThemeTest {
    private static final int[] XTERM = {
        0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
        0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff};
    private static final Pattern CODE = Pattern.compile("38;5;(\\d+)|\\b(3|9)([0-7])\\b");

    private static double light(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int part) {
        double c = part / 255.0;
        return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static double contrast(int one, int other) {
        double a = light(one);
        double b = light(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** The colour as a terminal gets it; text without one is the terminal's own. */
    private static int colour(AttributedStyle style, int standard) {
        Matcher code = CODE.matcher(style.toAnsi());
        if (!code.find()) {
            return standard;
        }
        int index = code.group(1) != null ? Integer.parseInt(code.group(1)) : Integer.parseInt(code.group(3)) + (code.group(2).equals("9") ? 8 : 0);
        return index < 16 ? XTERM[index] : Colors.DEFAULT_COLORS_256[index];
    }

    private static List<AttributedStyle> styles(Theme t) {
        return List.of(t.keyword(), t.layer(), t.option(), t.command(), t.text(), t.number(), t.comment(), t.partner(), t.stray(), t.prompt(), t.faint(),
            t.error(), t.fix());
    }

    private static void canBeRead(Theme theme, int background, int standard) {
        for (AttributedStyle style : styles(theme)) {
            double contrast = contrast(colour(style, standard), background);
            assertTrue(contrast >= 4.5, style.toAnsi() + " has a contrast of " + contrast);
        }
    }

    @Test void contrastIsWhatTheStandardSays() {
        assertEquals(21, contrast(0xffffff, 0x000000), 1e-9);
        assertEquals(4.54, contrast(0x767676, 0xffffff), 0.01);
        assertEquals(XTERM[2], colour(AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN), 0));
        assertEquals(XTERM[12], colour(AttributedStyle.DEFAULT.foreground(AttributedStyle.BLUE + AttributedStyle.BRIGHT), 0));
    }

    @Test void lightOnWhite() {
        canBeRead(Theme.LIGHT, 0xffffff, 0x000000);
    }

    @Test void darkOnBlack() {
        canBeRead(Theme.DARK, 0x000000, 0xffffff);
    }
}

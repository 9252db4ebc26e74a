package layerbook.repl;

import static org.jline.utils.AttributedStyle.BLUE;
import static org.jline.utils.AttributedStyle.CYAN;
import static org.jline.utils.AttributedStyle.DEFAULT;
import static org.jline.utils.AttributedStyle.GREEN;
import static org.jline.utils.AttributedStyle.MAGENTA;
import static org.jline.utils.AttributedStyle.RED;
import static org.jline.utils.AttributedStyle.YELLOW;

import org.jline.utils.AttributedStyle;

/**
 * How each kind of text looks. The sixteen colours that every terminal has and lets its user choose, and one of the 256 where none of them can be
 * read on the background; without colour, bold and underline say what has to be said.
 */
record Theme(AttributedStyle keyword, AttributedStyle layer, AttributedStyle option, AttributedStyle command, AttributedStyle text,
             AttributedStyle number, AttributedStyle comment, AttributedStyle partner, AttributedStyle stray, AttributedStyle prompt,
             AttributedStyle faint, AttributedStyle error, AttributedStyle fix) {

    private static final int FOREST = 22;
    private static final int PURPLE = 90;
    private static final int GREY = 240;
    private static final int SKY = 75;

    static final Theme DARK = new Theme(
        DEFAULT.foreground(MAGENTA + AttributedStyle.BRIGHT), DEFAULT.foreground(CYAN).bold(), DEFAULT.foreground(YELLOW), DEFAULT.foreground(SKY),
        DEFAULT.foreground(GREEN), DEFAULT, DEFAULT.faint(), DEFAULT.bold().underline(), DEFAULT.foreground(RED + AttributedStyle.BRIGHT).underline(),
        DEFAULT.foreground(GREEN).bold(), DEFAULT.faint(), DEFAULT.foreground(RED + AttributedStyle.BRIGHT), DEFAULT.foreground(GREEN));

    /** Yellow, green, magenta and bright colours cannot be read on white; faint is too pale there in many terminals. */
    static final Theme LIGHT = new Theme(
        DEFAULT.foreground(PURPLE), DEFAULT.foreground(BLUE).bold(), DEFAULT.foreground(RED), DEFAULT.foreground(BLUE),
        DEFAULT.foreground(FOREST), DEFAULT, DEFAULT.foreground(GREY), DEFAULT.bold().underline(), DEFAULT.foreground(RED).underline(),
        DEFAULT.foreground(BLUE).bold(), DEFAULT.foreground(GREY), DEFAULT.foreground(RED), DEFAULT.foreground(FOREST));

    /** No colour: the terminal cannot, or the user will not (NO_COLOR). */
    static final Theme PLAIN = new Theme(
        DEFAULT, DEFAULT.bold(), DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT.bold().underline(), DEFAULT.underline(), DEFAULT,
        DEFAULT, DEFAULT, DEFAULT);
}

package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Statements with any characters in them come to an end, reach no terminal as they are, and the next one runs. */
class AnythingMayBeTypedTest extends Typed {
    @AfterEach void goesOn() {
        assertEquals(42, type("6 * 7").value());
    }

    @Test void whatIsNeverClosedIsRefused() {
        for (String open : new String[] {"/* comment", "\"text", "'c", "\"\"\"\ntext", "int f() {", "foo(", "new int[", "/**", "\"\\"}) {
            assertFalse(type(open).ok(), open);
        }
    }

    @Test void nulsMarksAndOtherSignsAreRefusedOrReadAndNeverReachTheTerminal() {
        for (String odd : new String[] {"int n\0 = 1", "\0", "nothing\u001b[2J()", "\u001b]0;title\u0007", "\uD800", "x\u202E = 1", "\u200Bint y = 2", "\u0085", "foo\u009b31m"}) {
            type(odd);
            assertFalse(shown().chars().anyMatch(c -> c != '\n' && Character.isISOControl(c)), () -> "shown as it is: " + odd.codePoints().boxed().toList());
        }
        assertTrue(type("int crlf = 1;\r\ncrlf += 1;\r\n").ok());
        assertEquals(2, type("crlf").value());
        assertTrue(type("\uFEFFint marked = 1").ok(), this::shown);
    }

    @Test void aMessageWithControlCharactersIsShownEscaped() {
        type("{ throw new IllegalStateException(\"\\u001b[2Jgone\"); }");
        assertFalse(shown().contains("\u001b"), this::shown);
        type("class Title { public String toString() { return \"\\u001b]0;mine\\u0007\"; } }\nnew Title()");
        assertFalse(shown().contains("\u001b"), this::shown);
        type("/load \u001b[2J.jsh");
        assertFalse(shown().contains("\u001b"), this::shown);
    }
}

package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import layerbook.session.output.Problem;
import layerbook.session.output.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest(name = "{1} in code is named and refused")
    @CsvSource(delimiter = '|', value = {
        "int n<0>m = 1       | U+0000 NULL                   | int nm = 1",
        "int n<200B> = 1     | U+200B ZERO WIDTH SPACE       | int n = 1",
        "<200B>int y = 2     | U+200B ZERO WIDTH SPACE       | int y = 2",
        "int a<200D>b = 1;   | U+200D ZERO WIDTH JOINER      | int ab = 1;",
        "int a<AD>b = 1      | U+00AD SOFT HYPHEN            | int ab = 1",
        "var <3164> = 3      | U+3164 HANGUL FILLER          | ",
        "int x<FE0F> = 3     | U+FE0F VARIATION SELECTOR-16  | int x = 3",
        "int z<E0020> = 3    | U+E0020 TAG SPACE             | int z = 3",
        "int n = 3 <202E>    | U+202E RIGHT-TO-LEFT OVERRIDE | int n = 3",
        "input(3<2066>)      | U+2066 LEFT-TO-RIGHT ISOLATE  | input(3)",
        "relu<FEFF>()        | U+FEFF ZERO WIDTH NO-BREAK SPACE | relu()",
    })
    void aSignThatNobodySeesIsNamedAndRefused(String code, String name, String fix) {
        Problem problem = assertFails(odd(code), "compile", name);
        assertEquals(fix, problem.fix() == null ? null : problem.fix().strip());
        assertEquals(odd(code).codePointAt(problem.start()), Integer.parseInt(name.substring(2, name.indexOf(' ')), 16), "the place that is marked");
    }

    @Test void inTextsAndCommentsTheyAreLetThroughAndThoseThatTurnAreTold() {
        assertEquals(3, type(odd("\"a<200B>b\".length() // <200D>")).value());
        assertFalse(shown().contains("direction"), this::shown);
        for (String code : new String[] {"int n = 1; // <202E> n = 2", "int n = 1;\n/* <2066> */", "String s = \"<202D>x\"", "// <202E>"}) {
            Result result = type(odd(code));
            assertTrue(result.ok(), this::shown);
            assertEquals(1, result.warnings().size(), code);
            assertTrue(result.warnings().get(0).startsWith("line " + code.lines().count() + " turns the direction of writing (U+20"), () -> result.warnings().toString());
        }
        assertEquals(List.of(), type("String s = \"\\u202e \u05d0\u05d1\"").warnings());
    }

    /** A code point in hexadecimal between angle brackets stands for its sign. */
    private static String odd(String text) {
        return Pattern.compile("<([0-9A-F]+)>").matcher(text).replaceAll(m -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(m.group(1), 16))));
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

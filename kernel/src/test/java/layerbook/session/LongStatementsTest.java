package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Brackets without end are refused before the compiler reads them, the error is drawn at once, and the next statement runs. */
@Tag("slow")
class LongStatementsTest extends Typed {
    private static final int MANY = 100_000;

    @AfterEach void goesOn() {
        assertEquals(42, type("6 * 7").value());
        assertEquals(3, type("Integer.parseInt(\"3\")").value());
        assertEquals("[4]", type("var list = List.of(4)\nlist").valueText());
    }

    private void refused(String text, String said) {
        assertTimeoutPreemptively(Duration.ofSeconds(40), () -> assertFails(text, "compile", said));
    }

    @Test void bracketsAHundredThousandDeepAreRefused() {
        refused("int n = " + "(".repeat(MANY) + "1" + ")".repeat(MANY), "brackets stand 100,000 deep");
        refused("{".repeat(MANY) + "}".repeat(MANY), "brackets stand 100,000 deep");
        refused("int n = " + "(".repeat(MANY) + "]", "brackets stand 100,000 deep");
        refused("int n = " + "(".repeat(MANY), "the text ends before ( is closed");
        refused("/time int n = " + "(".repeat(MANY) + "1" + ")".repeat(MANY), "brackets stand 100,000 deep");
    }

    @Test void bracketsThatTheCompilerCanReadAreRead() {
        type("int n = " + "(".repeat(Statement.DEEPEST) + "1" + ")".repeat(Statement.DEEPEST));
        assertEquals(1, type("n").value());
    }

    @Test void aTextThatNoClassFileHoldsIsRefusedAndOneThatItHoldsIsKept() {
        refused("String s = \"" + "x".repeat(1 << 20) + "\"", "at most 65,535 bytes");
        refused("String s = \"" + "\u4e2d".repeat(LongText.MOST / 3 + 1) + "\"", "at most 65,535 bytes");
        type("String s = \"" + "x".repeat(LongText.MOST - 1) + "\"");
        assertEquals(LongText.MOST - 1, type("s.length()").value());
    }

    @Test void aTextThatIsTooLongOnceItIsPutTogetherIsRefusedToo() {
        refused("var t = \"\"\"\n" + ("x".repeat(100) + "\n").repeat(1000) + "\"\"\";", "at most 65,535 bytes");
        refused("var t = \"" + "\\u0061".repeat(70_000) + "\"", "at most 65,535 bytes");
        refused("var t = \"" + "a".repeat(40_000) + "\" + \"" + "b".repeat(40_000) + "\"", "at most 65,535 bytes");
        refused("System.out.println(\"" + "a".repeat(40_000) + "\" + \"" + "b".repeat(40_000) + "\")", "at most 65,535 bytes");
    }

    @Test void codeThatNoClassFileHoldsIsRefusedAndWhatWasThereStays() {
        type("int before = 41; int f() { return before; }");
        refused("int[] many = {" + "1,".repeat(20_000) + "};", "code too large");
        refused("void m() { int n = 0; " + "n += before * 3; ".repeat(10_000) + "}", "code too large");
        assertEquals(42, type("f() + 1").value());
    }

    @Test void thousandsOfPartsInOneAnotherAreRefusedOnAnyThread() {
        for (String text : new String[] {"List" + "<List".repeat(5000) + ">".repeat(5000) + " l = null;", "int q = " + "true ? 1 : ".repeat(20_000) + "2;"}) {
            assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
                session.completeness(text); // must come back, whatever it says
                type(text);
            });
        }
    }

    @Test void aCommentOfAMegabyteIsPassedOver() {
        type("int n = 1 /* " + "x ".repeat(1 << 19) + "*/");
        assertEquals(1, type("n").value());
    }
}

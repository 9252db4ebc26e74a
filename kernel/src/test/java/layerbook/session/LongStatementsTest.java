package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import layerbook.session.output.Completeness;
import layerbook.session.text.ExcessiveNesting;
import layerbook.session.text.LongLiterals;
import layerbook.session.text.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Brackets and rows without end are refused before the compiler reads them, the error is drawn at once, and the next statement runs. */
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
        refused("String s = \"" + "\u4e2d".repeat(LongLiterals.MOST / 3 + 1) + "\"", "at most 65,535 bytes");
        type("String s = \"" + "x".repeat(LongLiterals.MOST - 1) + "\"");
        assertEquals(LongLiterals.MOST - 1, type("s.length()").value());
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

    @Test void rowsAndCallsThatWouldKeepTheCompilerBusyForMinutesAreRefused() {
        refused("var s = new StringBuilder()" + ".append(1)".repeat(20_000) + ".length()", "20,001 parts of a statement stand in a row");
        refused("int q = 3; if (q == -1) q = 0; " + "else if (q == 7) { q = 8; } ".repeat(20_000), "20,000 parts of a statement stand in a row");
        refused("int q = " + "Math.random() < 0 ? 1 : ".repeat(20_000) + "2;", "20,000 parts of a statement stand in a row");
        refused("void m() { int q = 3; if (q == -1) q = 0; " + "else if (q == 7) q = 8; ".repeat(20_000) + "}", "20,000 parts of a statement stand in a row");
        refused("var g = " + "List.of(".repeat(120) + "1" + ")".repeat(120), "calls stand 120 deep");
    }

    @Test void longTextsOfShortStatementsAreNone() {
        assertEquals(Optional.empty(), ExcessiveNesting.in("void m() { " + "System.out.println(1); ".repeat(20_000) + "}"));
        assertEquals(Optional.empty(), ExcessiveNesting.in("int[] a = {" + "x.f(1), ".repeat(20_000) + "}"));
        assertEquals(Optional.empty(), ExcessiveNesting.in("int a = 0" + "+ x.f(1).g()".repeat(20_000)));
        assertEquals(Optional.empty(), ExcessiveNesting.in("void m() { " + "if (a) { b(); } else { c(); } ".repeat(20_000) + "}"));
        assertEquals(Optional.empty(), ExcessiveNesting.in("var s = \"" + "a.b(".repeat(10_000) + "\""));
    }

    @Test void aRowThatTheCompilerCanReadIsRead() {
        assertEquals(1500, type("var s = new StringBuilder()" + ".append(1)".repeat(1500) + ";\ns.length()").value());
    }

    @Test void aPasteOfSeventyThousandMethodsIsBegunAtOnceAndStopped() throws Exception {
        String paste = IntStream.range(0, 70_000).mapToObj(i -> "int m" + i + "() { return " + i + "; }\n").collect(Collectors.joining());
        assertTimeoutPreemptively(Duration.ofSeconds(40), () -> assertEquals(Completeness.Status.COMPLETE, session.completeness(paste).status()));
        assertTimeoutPreemptively(Duration.ofSeconds(40), () -> assertEquals(Completeness.Status.INCOMPLETE, session.completeness(paste + "int f() {").status()));
        var third = new CountDownLatch(3);
        var result = CompletableFuture.supplyAsync(() -> session.run(paste, out -> third.countDown()));
        assertTrue(third.await(40, TimeUnit.SECONDS));
        session.interrupt();
        assertEquals("stopped", result.get(40, TimeUnit.SECONDS).problem().orElseThrow().kind());
        assertEquals(0, type("m0()").value());
    }

    @Test void oneWhoWaitsForTheCompilerIsToldSo() throws Exception {
        type("Integer.parseInt(\"1\")");
        var result = CompletableFuture.supplyAsync(() -> session.run("int huge = " + "(7*8)+".repeat(60_000) + "1", out -> { }));
        while (!session.progress().equals("compiling")) {
            assertFalse(result.isDone(), "it was never said");
            Thread.sleep(1);
        }
        session.interrupt();
        assertEquals("stopped", result.get(40, TimeUnit.SECONDS).problem().orElseThrow().kind());
    }

    @Test void aCommentOfAMegabyteIsPassedOver() {
        type("int n = 1 /* " + "x ".repeat(1 << 19) + "*/");
        assertEquals(1, type("n").value());
    }
}

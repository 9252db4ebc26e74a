package layerbook.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person at the terminal sees, key by key. */
class TerminalTest {
    private static final String PASTE = "\u001b[200~";
    private static final String PASTED = "\u001b[201~";
    private static final String UP = "\u001b[A";

    @TempDir
    Path places;

    private TypedTerminal open(int columns) throws Exception {
        return new TypedTerminal(columns, 30, places).await("layerbook>");
    }

    @Test void javaRunsAndLeaves() throws Exception {
        try (var terminal = open(80)) {
            terminal.type("int x = 6 * 7\r").await("x ==> 42").type("/exit 3\r");
            assertEquals(3, terminal.exit());
        }
    }

    @Test void ctrlDOnAnEmptyLineLeaves() throws Exception {
        try (var terminal = open(80)) {
            terminal.type("\u0004");
            assertEquals(0, terminal.exit());
        }
    }

    @Test void whatIsTypedBeforeTheSessionIsReadyIsKept() throws Exception {
        try (var terminal = new TypedTerminal(80, 30, places)) {
            terminal.type("int a = 20\rint b = a + 1\ra + b\r").await("==> 41");
        }
    }

    @Test void anIncompleteStatementGoesOnIndented() throws Exception {
        try (var terminal = open(80)) {
            terminal.type("int twice(int a) {\r").await("...>").type("return 2 * a;\r}\r").await("created method twice(int)");
            assertTrue(terminal.shown().contains("      ...>     return 2 * a;\n      ...> }\n"), terminal.shown());
        }
    }

    @Test void aPasteIsKeptExactlyAndRunsAsOne() throws Exception {
        try (var terminal = open(80)) {
            terminal.type(PASTE + "int p = 1;\rint q =\r    p + 1;\r\tint r = q * 10;" + PASTED).await("int r = q * 10;");
            assertFalse(terminal.shown().contains("==>"), terminal.shown());
            terminal.type("\r").await("r ==> 20");
        }
    }

    @Test void aPastedTranscriptLosesPromptsAndEchoes() throws Exception {
        try (var terminal = open(80)) {
            terminal.type(PASTE + "layerbook> int p = 4\rp ==> 4\r\rlayerbook> int twice(int a) {\r      ...>     return 2 * a;\r      ...> }\r"
                + "created method twice(int)\rlayerbook> twice(p)\r$1 ==> 8" + PASTED + "\r").await("==> 8");
        }
    }

    @Test void aMultiLineStatementIsOneEntryOfTheHistory() throws Exception {
        try (var terminal = open(80)) {
            terminal.type("int one(\r) {\rreturn 1;\r}\r").await("created method one()").type("int two = 2\r").await("two ==> 2");
            terminal.type(UP + UP).awaitLast("      ...> }");
            terminal.type("\r").await("modified method one()");
        }
        try (var next = open(80)) {
            next.type("int t" + UP).awaitLast("layerbook> int two = 2");
        }
    }

    @Test void upFindsWhatBeginsAsTyped() throws Exception {
        try (var terminal = open(80)) {
            terminal.type("int abc = 1\r").await("abc ==> 1").type("String s = \"x\"\r").await("s ==> \"x\"").type("int abd = 2\r").await("abd ==> 2");
            terminal.type("Str" + UP).awaitLast("layerbook> String s = \"x\"");
            terminal.interrupt();
            terminal.awaitLast("layerbook>").type("int ab" + UP).awaitLast("layerbook> int abd = 2").type(UP).awaitLast("layerbook> int abc = 1");
            terminal.type("\u001b[B\u001b[B").awaitLast("layerbook> int ab");
        }
    }

    @Test void tabPutsTheFixOfTheLastErrorOnAnEmptyLine() throws Exception {
        try (var terminal = open(80)) {
            terminal.type("tensor(3, 32, 32)\rinput(64)\r").await("N×64").type("linear(1024, 64)\r").await("Nothing was added");
            terminal.type("\t").awaitLast("layerbook> linear(64, 64)").type("\r").await("4,160");
        }
    }

    @Test void completionKnowsTheOptionsOfTheLayer() throws Exception {
        try (var terminal = open(80)) {
            terminal.type("input(3, 32, 32)\r").await("N×3×32×32").type("conv2d(16, 3, pa\t").await("paddingMode(");
            assertTrue(terminal.shown().contains("layerbook> conv2d(16, 3, padding"), terminal.shown());
            assertFalse(terminal.shown().contains("params"), terminal.shown());
        }
    }

    @Test void hintsFillInWhatTheTensorDecides() throws Exception {
        try (var terminal = open(80)) {
            terminal.type("input(3, 32, 32)\r").await("N×3×32×32").type("conv2d(").await("conv2d([inChannels=3], outChannels, kernelSize");
        }
    }

    @Test void ctrlCStopsALoopAndTheSessionLivesOn() throws Exception {
        try (var terminal = open(80)) {
            terminal.type("int kept = 5\r").await("kept ==> 5").type("while (true) {}\r").await("Ctrl-C stops");
            terminal.interrupt();
            terminal.await("stopped").type("kept + 1\r").await("==> 6");
        }
    }

    @Test void ctrlCAtThePromptClearsTheLine() throws Exception {
        try (var terminal = open(80)) {
            terminal.type("int half = 1").awaitLast("layerbook> int half = 1"); // all of it: what comes after the interrupt belongs to the next line
            terminal.interrupt();
            terminal.awaitLast("layerbook>").type("2 + 2\r").await("==> 4");
        }
    }

    @Test void printingInTheBackgroundLeavesThePromptWhole() throws Exception {
        try (var terminal = open(80)) {
            terminal.type("var go = new CountDownLatch(1); var t = new Thread(() -> { try { go.await(); } catch (Exception e) {} System.out.println(\"from behind\"); })\r")
                .await("t ==>").type("t.start(); new Timer(true).schedule(new TimerTask() { public void run() { go.countDown(); } }, 300); int n = 1\r").await("n ==> 1");
            terminal.type("int typed").await("from behind").awaitLast("layerbook> int typed").type(" = 7\r").await("typed ==> 7");
        }
    }

    @Test void aNarrowWindowGetsANarrowTable() throws Exception {
        try (var terminal = open(120)) {
            terminal.type("input(3, 32, 32)\r").await("N×3×32×32").type("conv2d(16, 3, padding(1))\r").await("884,736");
            terminal.resize(44, 30);
            terminal.type("relu()\r").await("relu").type("relu()\r").awaitLast("layerbook>");
            assertTrue(terminal.shown().lines().allMatch(line -> line.length() <= 44), terminal.shown());
        }
    }

    @Test void settingsAreKept() throws Exception {
        try (var terminal = open(80)) {
            terminal.type("/set echo brief\r").await("echo        brief").type("/set nonsense 1\r").await("there is no setting nonsense");
        }
        try (var next = open(80)) {
            next.type("/echo\r").await("echo brief");
        }
    }

    @Test void aLongPageIsTurned() throws Exception {
        try (var terminal = new TypedTerminal(80, 12, places).await("layerbook>")) {
            terminal.type("/help\r").await("q leaves").type("q").awaitLast("layerbook>").type("1 + 1\r").await("==> 2");
        }
    }
}

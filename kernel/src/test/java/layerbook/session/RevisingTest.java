package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Changing one's mind: the graph is replayed from the changed statement on. */
class RevisingTest extends Typed {
    private long params() {
        return (Long) type("params()").value();
    }

    private void article() {
        type("input(3, 32, 32)\nconv2d(16, 3, padding(1))\nrelu()\nflatten()\nlinear(16384, 64);");
    }

    @Test void aReplacedLayerChangesWhatFollows() {
        type("input(3, 32, 32)\nconv2d(16, 3, padding(1))\nbatchNorm2d()");
        type("/replace 2 conv2d(32, 3, padding(1))");
        assertEquals("""
               #  layer              output      params      FLOPs
            ──────────────────────────────────────────────────────
            −  1  conv2d 3→16 k3 p1  N×16×32×32     448    884,736
            −  2  batchNorm2d 16     N×16×32×32      32          –
            +  1  conv2d 3→32 k3 p1  N×32×32×32     896  1,769,472
            +  2  batchNorm2d 32     N×32×32×32      64          –
            1 row is as before
            Σ params  480 → 960
            Σ FLOPs  884,736 → 1,769,472""", shown());
        assertEquals(List.of("input(3, 32, 32)", "conv2d(32, 3, padding(1))", "batchNorm2d()"), session.statements());
    }

    @Test void whatDoesNotFitAnyMoreIsNamedAndLeftOut() {
        article();
        type("/replace 2 conv2d(32, 3, padding(1))");
        assertTrue(shown().contains("statement 5 does not fit any more: linear(16384, 64) does not fit its input"), shown());
        assertTrue(shown().contains("try linear(32768, 64)"), shown());
        assertEquals(4, session.statements().size());
        type("/undo");
        assertEquals(5, session.statements().size());
        assertEquals(448 + 16384 * 64 + 64, params());
        type("/redo");
        assertEquals(4, session.statements().size());
        assertEquals(896, params());
    }

    @Test void aStatementThatDoesNotWorkReplacesNothing() {
        article();
        long before = params();
        assertFalse(type("/replace 2 conv2d(16, 99)").ok());
        assertTrue(shown().contains("Nothing was changed."), shown());
        assertEquals(before, params());
        assertFails("/replace 77 relu()", "command", "there is no statement 77");
        assertFails("/replace", "command", "/replace wants a number");
    }

    @Test void variablesGoBackAndAreMadeAnew() {
        type("var x = tensor(8)\nint width = 4\nx = x.then(linear(8, width))\nx = x.then(linear(width, 2));");
        type("/replace 2 int width = 16");
        assertEquals(8 * 16 + 16 + 16 * 2 + 2, params());
        assertEquals(2, type("x.shape().dims().size()").value());
        type("/undo");
        assertEquals(8 * 4 + 4 + 4 * 2 + 2, params());
    }

    @Test void aDroppedStatementIsGone() {
        article();
        type("/drop 3");
        assertTrue(shown().startsWith("   #  layer"), shown());
        assertTrue(shown().contains("−  2  relu"), shown());
        assertEquals(4, session.statements().size());
    }

    @Test void aStatementOfSeveralLinesCanBeReplaced() {
        type("input(8)\nfor (int i = 0; i < 2; i++) {\n    add(linear(8));\n};");
        type("/replace 2 for (int i = 0; i < 3; i++) {\n    add(linear(8));\n}");
        assertEquals(3 * 72, params());
    }

    @Test void rerunDoesItAgain() {
        type("input(8)\nlinear(8);");
        type("/rerun 2");
        assertEquals(144, params());
        type("/rerun 2-3");
        assertEquals(72 * 4, params());
        assertFails("/rerun 2 3", "command", "/rerun wants");
    }

    @Test void theListHasNumbersAndOnlyWhatStands() {
        type("input(8)\nint twice(int a) {\n    return 2 * a;\n}\nlinear(twice(4));");
        type("/undo");
        type("nonsense(");
        assertShows("/list", "  1  input(8)", "  2  int twice(int a) {\n         return 2 * a;\n     }");
    }

    @Test void whatChangedNothingStandsWhenWhatIsBeforeItIsTakenBack() {
        type("input(8)\nlinear(8)\nclass Kept {}");
        type("/undo");
        assertEquals(List.of("input(8)", "class Kept {}"), session.statements());
        type("/redo");
        assertEquals(List.of("input(8)", "linear(8)", "class Kept {}"), session.statements());
    }

    @Test void commandsAreJavaCallsToo() {
        type("input(8)\nlinear(8)\nlinear(8);");
        type("undo()");
        assertEquals(72, params());
        type("redo()");
        assertEquals(144, params());
        type("replace(2, linear(16))");
        assertEquals(8 * 16 + 16 + 16 * 8 + 8, params());
        assertTrue(type("list()").ok());
        assertTrue(shown().contains("2  linear(16)"), shown());
        assertFalse(session.statements().contains("undo()"));
        assertFails("undo(99)", "command", "there is nothing to take back");
    }

    @Test void importsAreListed() {
        type("import java.time.LocalDate;");
        type("/imports");
        assertTrue(shown().startsWith("import java.time.LocalDate\n  (from the start: java.io.*"), shown());
    }

    @Test void theNetworkOfATensorIsShown() {
        type("var a = tensor(8)\nvar b = a.then(linear(8, 2))\nvar c = tensor(5).then(linear(5, 5));");
        type("/net b");
        assertTrue(shown().contains("linear 8→2") && !shown().contains("linear 5→5"), shown());
    }
}

package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import layerbook.session.output.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A convention of the user's own is a few lines, and stands beside the others; names that are wrong have a fix. */
class OwnConventionTest extends Typed {
    @BeforeEach void network() {
        type("input(3, 32, 32)\nconv2d(16, 3, padding(1))\nrelu();");
    }

    private void assertGives(String question, long number) {
        type(question);
        assertTrue(shown().endsWith("==> " + number), () -> question + " gives " + shown());
    }

    @Test void byKindByRuleByLayerAndAsARecord() {
        type("var ADDS = Convention.of(\"ADDS\", \"additions only\", Map.of(ADD, 1, BIAS_ADD, 1));");
        assertGives("flops(ADDS)", 16_384);
        assertGives("flops(\"adds\")", 16_384);
        type("var TRIPLE = Convention.of(\"TRIPLE\", \"3 per multiply-add\", kind -> kind == MULTIPLY_ADD ? 3 : null);");
        assertGives("flops(TRIPLE)", 1_327_104);
        type("var WIDE = Convention.byLayer(\"WIDE\", \"numbers that come out\", site -> site.output().numel());");
        assertGives("flops(WIDE)", 32_768);
        type("record Each(int k) implements Convention {\n    public String name() { return \"EACH\"; }\n    public String sentence() { return \"k per row\"; }\n"
            + "    public Cost own(Site site) { return Cost.of(Expr.of(k)); }\n}\nvar each = new Each(7)");
        assertGives("flops(\"EACH\")", 14);
        assertShows("/flops adds",
            "tables speak ADDS",
            "#  layer              output      params  Σ params    ADDS  Σ ADDS",
            "──────────────────────────────────────────────────────────────────",
            "0  input              N×3×32×32",
            "1  conv2d 3→16 k3 p1  N×16×32×32     448       448  16,384  16,384",
            "2  relu               N×16×32×32       0       448       –  16,384",
            "ADDS: additions only, per example");
        type("conventions()");
        assertTrue(shown().contains("ADDS: additions only"), this::shown);
        try (Session other = Session.open(Settings.standard())) {
            assertFalse(other.run("flops(\"ADDS\")", o -> { }).ok(), "another session knows it");
        }
    }

    @Test void oneThatFailsIsUnknownAndNothingElseIs() {
        type("var BAD = Convention.byLayer(\"BAD\", \"fails\", site -> 1 / 0)");
        assertFails("flops(BAD)", "runtime", "BAD does not know all of this network");
        type("conventions()");
        assertTrue(shown().contains("conv2d is unknown: BAD fails on Conv2d: / by zero"), this::shown);
        assertGives("flops()", 884_736);
        assertFails("Convention.of(\"THOP\", \"mine\", Map.of(ADD, 1))", "runtime", "the name THOP is taken");
    }

    @Test void namesUnitsAndOrders() {
        assertEquals("flops(THOP)", assertFails("flops(\"THPO\")", "runtime", "there is no convention THPO").fix());
        assertEquals("/flops THOP", assertFails("/flops THPO", "command", "there is no convention THPO").fix());
        assertEquals("flops(THOP)", assertFails("flops(THPO)", "compile", "there is no variable THPO").fix());
        type("var fc = own(linear(32, 8))\nadd(fc);");
        assertGives("params(fc)", 264);
        assertGives("flops(fc)", 262_144);
        assertGives("flops(THOP, fc)", 131_072);
        assertGives("flops(fc, \"TORCHINFO\")", 135_168);
        assertGives("params(THOP)", 712);
    }
}

package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.regex.Pattern;
import layerbook.session.output.Problem;
import layerbook.session.output.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures of forty digits, typed and shown: whole, exact, and in no table cut or wrapped. */
class BigFiguresTest extends Typed {
    private static final String TEN_TO_40 = "java.math.BigInteger.TEN.pow(40)";

    @Test void aLiteralTooLargeForAnIntIsTakenAsALongIsWritten() {
        Problem problem = assertFails("linear(3000000000, 2)", "compile", "this number is too large for Java's int");
        assertEquals("linear(3000000000L, 2)", problem.fix());
        type("input(3000000000L)");
        assertTrue(type(problem.fix()).ok(), this::shown);
        assertEquals("6000000002", type("params()").valueText());
    }

    @Test void aFixWithALargeNumberIsJavaThatRuns() {
        for (String size : new String[] {"3000000000L", "-1L >>> 1", TEN_TO_40}) {
            type("/reset");
            type("input(" + size + ")");
            Problem problem = assertFails("linear(5, 2)", "shape", "does not fit its input");
            assertTrue(type(problem.fix()).ok(), () -> problem.fix() + ":\n" + shown());
        }
        assertTrue(type("explain(1)").ok() && shown().contains("linear(new java.math.BigInteger(\"1"), this::shown);
    }

    @Test void sizesMayBeLongsAndLarger() {
        assertTrue(type("input(1L << 40, 2)").ok(), this::shown);
        assertTrue(type("conv1d(1L << 40, 1L << 40, 1)").ok(), this::shown);
        assertFails("params()", "runtime", "larger than a long can hold");
        assertEquals(BigInteger.ONE.shiftLeft(80).add(BigInteger.ONE.shiftLeft(40)), type("paramsExact()").value());
    }

    @Test void theErrorOfTooLargeASumNamesTheWordThatHasItAndThatRuns() {
        type("input(" + TEN_TO_40 + ")\nlinear(" + TEN_TO_40 + ", 7)");
        for (String word : new String[] {"params", "flops"}) {
            Problem problem = assertFails(word + "()", "runtime", word + "Exact()");
            assertEquals(word + "Exact()", problem.fix());
            assertTrue(type(problem.fix()).ok(), this::shown);
        }
        assertEquals(BigInteger.TEN.pow(40).multiply(BigInteger.valueOf(7)).add(BigInteger.valueOf(7)), type("paramsExact()").value());
        assertEquals(BigInteger.TEN.pow(40).multiply(BigInteger.valueOf(14)), type("flopsExact()").value());
    }

    @ParameterizedTest(name = "{0} shows every digit")
    @ValueSource(strings = {"table()", "explain(1)", "/flops all", "memory()", "chart()", "tree()", "whatIf(1, \"outFeatures\", 1, 2)", "compare(linear(2, 3), linear(2, 3))", "backward()",
        "summary(TORCHINFO)", "summary(KERAS)", "summary()", "profile()", "net()", "receptiveField()", "diagram()", "conventions()"})
    void isShownWhole(String asked) {
        type("input(" + TEN_TO_40 + ")\nlinear(" + TEN_TO_40 + ", " + TEN_TO_40 + ")\nrelu()");
        Result result = type(asked);
        String shown = shown();
        assertTrue(result.ok() || result.problem().orElseThrow().kind().matches("runtime|command|option|shape"), shown);
        assertFalse(shown.contains("-9223372036854775808") || shown.contains("9223372036854775807") || shown.matches("(?s).*(NaN|Infinity|Exception).*"), shown);
        assertFalse(Pattern.compile("[−-]\\d{10,}").matcher(shown).find(), () -> "a wrapped number:\n" + shown);
    }

    /** Tablesaw's columns of whole numbers end where a long does, and the least long stands for a missing one. */
    @Test void aTableHasNumbersAsLongAsTheyAreLongsAndTextBeyond() {
        type("input(1L << 31)\nlinear(1L << 31, 1L << 31, bias(false))");
        assertEquals(1L << 62, type("table().longColumn(\"params\").get(1)").value());
        type("/reset\ninput(1L << 32)\nlinear(1L << 32, 1L << 31, bias(false))\nrelu()");
        assertEquals("9,223,372,036,854,775,808", type("table().stringColumn(\"params\").get(1)").value());
    }
}

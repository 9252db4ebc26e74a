package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import layerbook.session.output.Problem;
import layerbook.session.output.Result;
import org.junit.jupiter.api.Test;

/** Python's habits on tensors and sizes are refused by Java; what is offered instead compiles, runs, and does what was meant. */
class OperatorsTest extends Typed {
    private static final List<String> SIGNS = List.of("+", "-", "*", "/");

    private String fix(String text) {
        Result result = type(text);
        assertFalse(result.ok(), () -> "went through: " + text);
        return result.problem().map(Problem::fix).orElse(null);
    }

    private void assertFix(String text, String fix) {
        assertEquals(fix, fix(text), this::shown);
        assertTrue(type(fix).ok(), this::shown);
    }

    /** A random expression with operators on tensors and numbers, nested and in the brackets of calls. */
    private static String expression(Random random, int depth) {
        if (depth == 0) {
            return List.of("x", "y", "x.relu()", "2", "0.5").get(random.nextInt(5));
        }
        String left = expression(random, depth - 1);
        String right = expression(random, random.nextInt(depth));
        return switch (random.nextInt(6)) {
            case 0 -> "(" + left + " " + SIGNS.get(random.nextInt(4)) + " " + right + ")";
            case 1 -> "x.add(" + left + ").relu()";
            default -> left + " " + SIGNS.get(random.nextInt(4)) + " " + right;
        };
    }

    @Test void anyExpressionOfTensorsIsOfferedWithMethods() {
        type("Tensor x = tensor(8), y = tensor(8);");
        var random = new Random(3);
        int offered = 0;
        for (int i = 0; i < 25; i++) {
            String text = "var z" + i + " = x.relu() " + SIGNS.get(random.nextInt(4)) + " " + expression(random, 1 + random.nextInt(3));
            String fix = fix(text);
            assertNotNull(fix, () -> text + "\n" + shown());
            assertTrue(type(fix).ok(), () -> text + "\n" + fix + "\n" + shown());
            offered += type("z" + i + ".shape().text()").value().equals("N×8") ? 1 : 0;
        }
        assertEquals(25, offered);
    }

    @Test void theOrderOfTheOperatorsIsKept() {
        type("Tensor x = tensor(8), y = tensor(8); int n = 3;");
        assertFix("var a = x + y * 2", "var a = x.add(y.mul(2))");
        assertFix("var b = (x + y) * n", "var b = x.add(y).mul(n)");
        assertFix("x += n", "x = x.add(n)");
        assertFix("x = -x", "x = x.neg()");
        assertFix("x[0]", "x.select(0, 0)");
        assertFix("x.relu().add(x[1] * 2)", "x.relu().add(x.select(0, 1).mul(2))");
        assertFix("2 * x", "x.mul(2)");
        assertFix("1 / x", "x.reciprocal()");
    }

    @Test void inTheBodyOfAModel() {
        String fix = fix("class Net extends Model { Unit fc = own(linear(4, 4)); public Tensor forward(Tensor x) { return x + x.then(fc); } }");
        assertEquals("class Net extends Model { Unit fc = own(linear(4, 4)); public Tensor forward(Tensor x) { return x.add(x.then(fc)); } }", fix);
        assertTrue(type(fix).ok(), this::shown);
    }

    @Test void sizesAreFormulas() {
        type("var T = symbol(\"T\"); Tensor x = tensor(shape(N, T, 12));");
        assertFix("x.size(2) / 4", "x.size(2).floorOver(4)");
        assertFix("T * 2 + 1", "T.times(2).plus(1)");
        assertFix("1 - T", "T.negated().plus(1)");
        assertFix("int h = x.size(2).times(2) % 5;", "int h = x.size(2).times(2).mod(5).intValue()");
    }

    @Test void whatPyTorchAssignsAndCalls() {
        type("Unit tok = own(embedding(10, 4)), head = own(linear(4, 10, bias(false))); Tensor q = tensor(shape(1, 2, 5, 4));");
        assertFix("head.weight = tok.weight", "tie(head.weight(), tok.weight())");
        assertFix("own(parameter(2))", "parameter(2)");
        assertFix("parameterList(parameter(3), parameter(2))", "List.of(parameter(3), parameter(2))");
        assertFix("scaledDotProductAttention(q, q, q)", "q.scaledDotProductAttention(q, q)");
        assertFix("q.to(FP16)", "q.to(FLOAT16)");
    }

    @Test void whatOnlySoundsAlikeIsNotOffered() {
        type("Tensor x = tensor(8); var net = x.then(linear(8, 2));");
        for (String text : List.of("x.bin()", "memory(net, INFERENCE, INT4)", "var (n, c) = x.shape()")) {
            assertNull(fix(text), () -> text + "\n" + shown());
        }
    }
}

package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single figures that a change of one number or operator could turn wrong without any other test noticing; each right value is worked out beside it. */
class FiguresThatBiteTest extends Typed {
    @ParameterizedTest @CsvSource(delimiter = '|', value = {
        "flops(tensor(shape(1, 2, 3, 4)).then(upsample(scaleFactor(2), mode(\"bicubic\"))), THOP) | 259 * 96",
        "flops(tensor(shape(1, 2, 5)).then(upsample(scaleFactor(3), mode(\"linear\"))), THOP) | 5 * 30",
        // steps · batch · h · (2 for each multiply-add, 2 biases of 4 gates, 4 sums, 5 squeezes, 3 products, 1 sum)
        "flops(tensor(shape(3, 2, 5)).then(lstm(5, 4)), EVERY_OP) | 3 * 2 * 4 * (2 * 4 * (5 + 4) + 2 * 4 + 4 + 5 + 3 + 1)",
        "flops(tensor(shape(3, 2, 5)).then(gru(5, 4)), EVERY_OP) | 3 * 2 * 4 * (2 * 3 * (5 + 4) + 2 * 3 + 3 + 3 + 3 + 1)",
        "flops(tensor(shape(3, 2, 5)).then(lstm(5, 4)), DEEPSPEED) | 3 * 2 * (2 * 16 * (5 + 4) - 2 * 16 + 10 * 4 + 2 * 16)",
        // input of the linear layer, its output, and for each example and channel a mean and a deviation
        "memory(tensor(shape(2, 3, 8)).then(linear(8, 8)).then(instanceNorm1d(3)), SGD).activations() | 4 * (48 + 48 + 2 * 2 * 3)",
        "memory(tensor(shape(2, 3, 8)).then(linear(8, 8)).then(rmsNorm(8)), SGD).activations() | 4 * (48 + 48 + 6)",
        "memory(tensor(shape(2, 5)).then(linear(5, 4)), MOMENTUM).optimizer() | 4 * 24",
        "memory(tensor(shape(2, 5)).then(linear(5, 4)), ADAM).optimizer() | 2 * 4 * 24",
        "memory(tensor(shape(2, 5)).then(linear(5, 4)), SGD).states() | 2 * 4 * 24",
        "cleverFormat(1000).equals(\"1000.00B\") ? 1 : 0 | 1",
        "cleverFormat(1001).equals(\"1.00K\") ? 1 : 0 | 1",
        "cleverFormat(1_000_000).equals(\"1000.00K\") ? 1 : 0 | 1",
        "cleverFormat(1_000_000_001L).equals(\"1.00G\") ? 1 : 0 | 1"})
    void theFigureIs(String text, String value) {
        assertTrue(type("check((" + text.strip() + ") == (" + value.strip() + "))").ok(), this::shown);
    }

    /** Whether a gradient goes back to the input decides whether the first layer's product with it is done. */
    @ParameterizedTest @CsvSource(delimiter = '|', value = {
        "tensor(shape(3, 2, 5)).then(rnn(5, 4)) | 3 * 2 * 4 * 4",
        "tensor(shape(3, 2, 5)).then(lstm(5, 4)) | 3 * 2 * 16 * 4",
        // keys and values come from outside: the query needs none, the products of the heads do: 2·(QKᵀ + AV) and the last map
        "tensor(shape(3, 2, 8)).then(multiheadAttention(8, 2), tensor(shape(5, 2, 8)), tensor(shape(5, 2, 8))) | 2 * 2 * 2 * 3 * 5 * 8 + 2 * 3 * 8 * 8",
        "tensor(shape(3, 2, 8)).then(multiheadAttention(8, 2), tensor(shape(5, 2, 6)).then(linear(6, 8)), tensor(shape(5, 2, 8))) | 2 * 2 * 2 * 3 * 5 * 8 + 2 * 3 * 8 * 8 + 2 * 5 * 8 * 8",
        "tensor(shape(4, 3)).matmul(parameter(3, 5)) | 4 * 3 * 5", // that of the bare weight, which comes in
        "tensor(shape(4, 3)).then(linear(3, 3)).matmul(tensor(shape(3, 5))) | 4 * 3 * 5"})
    void theProductsForInputsAre(String network, String value) {
        type("import layerbook.count.*;");
        type("var y = " + network.strip());
        String sum = "Backward.total(Backward.of(NetworkView.last(y.book().graph()))).inputs().exact().longValue()";
        assertTrue(type("check(" + sum + " == (" + value.strip() + "))").ok(), this::shown);
    }

    @Test void aFrozenMatrixHasNoProductForItsGradientThoughItsBiasIsTrained() {
        type("import layerbook.count.*;\nvar fc = own(linear(3, 5))\nfreeze(fc.weight())\nvar y = tensor(shape(4, 3)).then(fc)");
        assertTrue(type("check(Backward.total(Backward.of(NetworkView.last(y.book().graph()))).weights().isZero())").ok(), this::shown);
    }

    @Test void whatAStatementDidBeforeItFailedIsTakenBack() {
        type("var x = tensor(3, 4)\nx = x.then(linear(4, 2))");
        String before = String.valueOf(type("net()").value());
        assertFalse(type("x = x.relu().then(linear(7, 2))").ok());
        assertFalse(type("{ x = x.relu(); x = x.then(linear(9, 9)); }").ok());
        assertEquals(before, String.valueOf(type("net()").value()));
        assertEquals("N×3×2", type("x.shape().text()").value());
        assertTrue(type("x = x.relu()").ok(), this::shown);
        assertTrue(type("check(params() == 10)").ok(), this::shown);
    }

    @Test void torchinfoShowsThreeLevelsIfNoneAreAskedFor() {
        type("var inner = sequential(sequential(sequential(sequential(linear(2, 2)))))");
        String text = String.valueOf(type("summary(trace(inner, 2), TORCHINFO).text()").value());
        assertTrue(text.contains("Sequential: 3-1") && !text.contains(": 4-1"), text);
        text = String.valueOf(type("summary(trace(inner, 2), TORCHINFO, depth(4)).text()").value());
        assertTrue(text.contains("Linear: 4-1"), text);
    }

    @Test void memoryAtALengthIsAskedForByItsLetter() {
        type("var T = symbol(\"T\")\nvar z = tensor(shape(N, T, 8)).then(linear(8, 4, bias(false)))");
        for (String sum : new String[] {"memory(z, INFERENCE, batch(2)).at(T, 10)", "memory(z, INFERENCE, batch(2)).at(\"T\", 10)", "memory(z, INFERENCE).at(\"T\", 10, \"N\", 2)"}) {
            assertTrue(type("check(" + sum + ".total() == 4 * (32 + 2 * 10 * (8 + 4)))").ok(), this::shown);
        }
        var problem = assertFails("memory(z).total()", "runtime", "at(T, 1024)");
        assertTrue(type(problem.fix()).ok(), this::shown);
        assertFails("memory(z).at(\"S\", 3)", "option", "no letter S");
    }
}

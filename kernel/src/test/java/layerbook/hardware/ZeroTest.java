package layerbook.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import layerbook.count.Optimizer;
import layerbook.formula.Expr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one device holds of weights, gradients and Adam's numbers in mixed precision: table 1 of the ZeRO paper (Rajbhandari and others 2019). */
class ZeroTest {
    @ParameterizedTest(name = "{0} parameters on {1} devices: {2}, {3}, {4} GB")
    @CsvSource({"7.5e9, 4, 52.5, 41.3, 30", "7.5e9, 16, 35.6, 21.6, 7.5", "7.5e9, 64, 31.4, 16.6, 1.88", "7.5e9, 256, 30.4, 15.4, 0.47",
        "128e9, 64, 536, 284, 32", "1e12, 1024, 4011, 2013, 15.6"})
    void statesOfOneDeviceAreThoseOfThePaper(String parameters, int devices, String one, String two, String three) {
        BigInteger numbers = new BigDecimal(parameters).toBigInteger();
        assertEquals(one, gigabytes(numbers, 1, devices, one));
        assertEquals(two, gigabytes(numbers, 2, devices, two));
        assertEquals(three, gigabytes(numbers, 3, devices, three));
    }

    @Test void withoutSharingMixedPrecisionTakes16BytesForEachParameter() {
        BigInteger numbers = BigInteger.valueOf(7_500_000_000L);
        assertEquals(numbers.multiply(BigInteger.valueOf(16)), memory(numbers, Sharding.NONE).states());
        assertEquals(memory(numbers, Sharding.NONE).states(), memory(numbers, Sharding.NONE).statesPerDevice());
    }

    @Test void whatIsDividedEvenlyAddsUpToAllOfIt() {
        BigInteger numbers = BigInteger.valueOf(64_000_000);
        TrainingMemory shared = memory(numbers, new Sharding(3, 64));
        assertEquals(shared.states(), shared.statesPerDevice().multiply(BigInteger.valueOf(64)));
    }

    private static TrainingMemory memory(BigInteger numbers, Sharding sharding) {
        var plan = new TrainingPlan(Optimizer.ADAM, Precision.MIXED, Expr.ONE, sharding, TrainingPlan.Recompute.NONE, null, null);
        return new TrainingMemory(plan, BigInteger.ZERO, numbers, Expr.ZERO, Expr.ZERO, Expr.ZERO, java.util.Map.of());
    }

    /** The printed figure if it is the exact one rounded or cut to its digits: the paper does both. */
    private static String gigabytes(BigInteger numbers, int stage, int devices, String printed) {
        BigDecimal gigabytes = new BigDecimal(memory(numbers, new Sharding(stage, devices)).statesPerDevice()).movePointLeft(9);
        int digits = new BigDecimal(printed).scale();
        boolean same = List.of(RoundingMode.HALF_UP, RoundingMode.DOWN).stream()
            .anyMatch(mode -> gigabytes.setScale(digits, mode).compareTo(new BigDecimal(printed)) == 0);
        return same ? printed : gigabytes.toPlainString();
    }
}

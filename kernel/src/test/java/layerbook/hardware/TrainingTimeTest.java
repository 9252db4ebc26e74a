package layerbook.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 6·N·D against the work and the times that papers publish. */
class TrainingTimeTest {
    @ParameterizedTest(name = "{0} parameters, {1} tokens: {2} operations")
    @CsvSource({"125e6, 300e9, 2.25e20", "174.6e9, 300e9, 3.14e23", "540.35e9, 780e9, 2.53e24", "405e9, 15.6e12, 3.8e25", "70e9, 1.4e12, 5.88e23"})
    void workIsThatOfThePapers(String parameters, String tokens, String printed) {
        double flops = time(parameters, tokens, 1, "A100 80GB SXM", 1).flops().doubleValue();
        assertEquals(Double.parseDouble(printed), flops, 0.005 * flops);
    }

    @ParameterizedTest(name = "{0} h for {1} parameters and {2} tokens on {3}: a share of {4}")
    @CsvSource({"184320, 6.74e9, 2e12, A100 80GB SXM, 0.39", "1720320, 69e9, 2e12, A100 80GB SXM, 0.43", "30.84e6, 405e9, 15.6e12, H100 SXM, 0.345"})
    void gpuHoursFollowFromTheShareThatWasReached(String hours, String parameters, String tokens, String device, double share) {
        double computed = time(parameters, tokens, 1024, device, share).gpuHours();
        assertEquals(Double.parseDouble(hours), computed, 0.02 * computed);
    }

    private static TrainingTime time(String parameters, String tokens, int count, String device, double share) {
        Device d = Devices.find(device);
        return new TrainingTime(number(parameters), number(tokens), new Gpus(count, d), d.trainingPeak(), share, null);
    }

    private static BigInteger number(String text) {
        return new BigDecimal(text).toBigInteger();
    }
}

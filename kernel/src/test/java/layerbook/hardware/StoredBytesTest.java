package layerbook.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stored bytes against the sizes that llama.cpp and the papers publish. */
class StoredBytesTest {
    @ParameterizedTest(name = "{0} of Llama 2 7B: {1} GB, {2} GiB, {3} bits")
    @CsvSource({"Q4_0, 3.83, 3.56, 4.54", "Q5_0, 4.65, 4.33, 5.52", "Q8_0, 7.16, 6.67, 8.50", "Q6_K, 5.53, 5.15, 6.56", "F16, 13.48, 12.55, 16.00",
        "Q4_K_M, 4.08, 3.80, 4.84", "Q5_K_M, 4.78, 4.45, 5.68"})
    void formatsOfLlamaCppHaveThePublishedSizes(String format, String gigabytes, String gibibytes, String bits) {
        BigDecimal bytes = new BigDecimal(bytes(Llama.SEVEN_B, format));
        assertEquals(gigabytes, rounded(bytes.movePointLeft(9)));
        assertEquals(gibibytes, rounded(bytes.divide(BigDecimal.valueOf(1L << 30))));
        BigDecimal numbers = new BigDecimal(Llama.SEVEN_B.weights().size());
        assertEquals(bits, rounded(bytes.multiply(BigDecimal.valueOf(8)).divide(numbers, 10, RoundingMode.HALF_UP)));
    }

    @Test void llama3InQ4KmHasThePublishedSize() {
        assertEquals("4.58", rounded(new BigDecimal(bytes(Llama.EIGHT_B, "Q4_K_M")).divide(BigDecimal.valueOf(1L << 30))));
    }

    @ParameterizedTest @CsvSource({"GPTQ4, 3.89", "AWQ4, 3.89"})
    void groupsOf128KeepTheTablesIn16Bits(String format, String gigabytes) {
        assertEquals(gigabytes, rounded(new BigDecimal(bytes(Llama.SEVEN_B, format)).movePointLeft(9)));
    }

    @ParameterizedTest @CsvSource({"FLOAT32, 4", "FLOAT16, 2", "BFLOAT16, 2", "INT8, 1"})
    void plainTypesTakeTheSameForEachNumber(String format, int each) {
        assertEquals(Llama.SEVEN_B.weights().size().multiply(BigInteger.valueOf(each)), bytes(Llama.SEVEN_B, format));
    }

    private static BigInteger bytes(Llama llama, String format) {
        return StoredBytes.of(llama.weights(), Formats.find(format).orElseThrow()).bytes();
    }

    private static String rounded(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}

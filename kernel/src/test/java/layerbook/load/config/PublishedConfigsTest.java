package layerbook.load.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import layerbook.net.NetworkBuilder;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The published networks of configs.json have exactly the parameters that their sources give. */
class PublishedConfigsTest {
    private static final Map<String, Object> ALL = resource("configs.json");

    static Map<String, Object> resource(String name) {
        try (var in = PublishedConfigsTest.class.getResourceAsStream(name)) {
            return ConfigText.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test void allSixtyThreeAreRead() {
        assertTrue(ALL.size() >= 63, ALL.size() + " networks");
    }

    @SuppressWarnings("unchecked")
    @TestFactory Stream<DynamicTest> parametersAreThoseThatWerePublished() {
        return ALL.entrySet().stream().map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
            var entry = (Map<String, Object>) e.getValue();
            var book = new NetworkBuilder();
            Pretrained built = Families.of((Map<String, Object>) entry.get("config"), book);
            assertEquals((BigInteger) entry.get("params"), built.trace(book).paramsExact());
        }));
    }
}

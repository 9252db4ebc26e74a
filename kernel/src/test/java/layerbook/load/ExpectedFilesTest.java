package layerbook.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import layerbook.count.Network;
import layerbook.load.file.Loaded;
import layerbook.load.file.StoredTensor;
import layerbook.net.NetworkBuilder;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each file of {@code files/expected.json} holds what is said there. */
class ExpectedFilesTest {
    static final Path FILES = Path.of("src/test/resources/files");

    @TestFactory Stream<DynamicTest> eachCheckpointHoldsWhatIsSaid() throws IOException {
        var tests = new ArrayList<DynamicTest>();
        new ObjectMapper().readTree(FILES.resolve("expected.json").toFile()).properties().forEach(e -> {
            if (e.getValue().has("stored")) {
                tests.add(DynamicTest.dynamicTest(e.getKey(), () -> holds(e.getKey(), e.getValue())));
            }
        });
        assertTrue(tests.size() >= 8);
        return tests.stream();
    }

    private static void holds(String file, JsonNode expected) {
        Loaded loaded = Load.file(FILES.resolve(file));
        assertEquals(expected.get("tensors").asInt(), loaded.tensors().size());
        assertEquals(new BigInteger(expected.get("stored").asText()), loaded.tensors().stream().map(StoredTensor::numel).reduce(BigInteger.ZERO, BigInteger::add));
        assertEquals(loaded.names(), loaded.tensors().stream().map(StoredTensor::name).toList());
    }

    @TestFactory Stream<DynamicTest> eachGraphCountsWhatIsSaid() throws IOException {
        var tests = new ArrayList<DynamicTest>();
        new ObjectMapper().readTree(FILES.resolve("expected.json").toFile()).properties().forEach(e -> {
            if (e.getValue().has("macs")) {
                tests.add(DynamicTest.dynamicTest(e.getKey(), () -> counts(e.getKey(), e.getValue())));
            }
        });
        assertEquals(3, tests.size());
        return tests.stream();
    }

    private static void counts(String file, JsonNode expected) {
        Network network = new NetworkBuilder().within(() -> Load.file(FILES.resolve(file)).network());
        assertEquals(expected.get("macs").asLong(), network.macs());
        if (expected.has("params")) {
            assertEquals(expected.get("params").asLong(), network.params());
        }
    }

    @Test void aConfigAndTheKeysOfAGgufFileGiveTheSameNetwork() {
        Network config = new NetworkBuilder().within(() -> Load.file(FILES.resolve("llama-2-7b/config.json")).network());
        Network gguf = new NetworkBuilder().within(() -> Load.file(FILES.resolve("llama-2-7b.Q4_0.head.gguf")).network());
        assertEquals(6_738_415_616L, config.params());
        assertEquals(config.params(), gguf.params());
        assertEquals(config.flopsFormula(), gguf.flopsFormula());
    }

    @Test void relativeNamesAreLookedForInEachFolderInOrder() {
        assertEquals(FILES.resolve("block.pt"), Load.find("block.pt", List.of(FILES.resolve("hostile"), FILES)));
        assertEquals(FILES.resolve("hostile/memo.pt"), Load.find("memo.pt", List.of(FILES.resolve("hostile"), FILES)));
    }
}

package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What each layer and operation keeps for the backward pass, and the most at once in use, as PyTorch's saved_tensors_hooks and dispatcher saw it; the forms and how they were measured are in truth/memory.py. */
class MemoryTruthTest extends Typed {
    private static final int CHUNK = 60;
    private static final String WORDS = """
        Tensor u(Object... dims) { return tensor(shape(dims)); }
        Tensor made(Object... dims) { return u(dims).then(linear(dims[dims.length - 1], dims[dims.length - 1])); }
        Tensor ints(int high, Object... dims) { return tensor(shape(dims), INT64); }
        Tensor bools(Object... dims) { return tensor(shape(dims), BOOL); }
        Tensor P(Object... dims) { return parameter(dims); }
        Tensor itself(Tensor x, Layer attention) { return x.then(attention, x, x); }
        void said(int i, java.util.function.Supplier<Long> bytes) { try { System.out.println("kept " + i + " " + bytes.get()); } catch (Throwable e) { System.out.println("kept " + i + " " + e); } }
        void kept(int i, java.util.function.Supplier<Tensor> made) { said(i, () -> memory(made.get(), SGD).activations()); }
        void peak(int i, java.util.function.Supplier<Tensor> made) { said(i, () -> memory(made.get(), INFERENCE).activations()); }
        """;

    @TestFactory Stream<DynamicTest> bytesAreThoseThatPyTorchHolds() throws IOException {
        JsonNode all = new ObjectMapper().readTree(MemoryTruthTest.class.getResourceAsStream("/truth/memory.json"));
        for (String word : WORDS.split("\n")) {
            assertTrue(type(word).ok(), () -> word + shown());
        }
        Map<String, String> found = new HashMap<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            var text = new StringBuilder("{\n");
            for (int i = from; i < Math.min(all.size(), from + CHUNK); i++) {
                text.append(all.get(i).has("peak") ? "peak(" : "kept(").append(i).append(", () -> ").append(all.get(i).get("java").asText()).append(");\n");
            }
            assertTrue(type(text + "}").ok(), this::shown);
            shown().lines().filter(l -> l.startsWith("kept ")).map(l -> l.split(" ", 3)).forEach(l -> found.put(l[1], l[2]));
        }
        return java.util.stream.IntStream.range(0, all.size()).mapToObj(i -> DynamicTest.dynamicTest(all.get(i).get("java").asText(),
            () -> assertEquals(expected(all.get(i)), found.get(String.valueOf(i)), all.get(i).get("java").asText())));
    }

    /** What is measured, unless a newer version or a GPU is known to keep something else. */
    private static String expected(JsonNode form) {
        return form.path("torch2").asText(form.path("gpu").asText(form.path("kept").asText(form.path("peak").asText())));
    }
}

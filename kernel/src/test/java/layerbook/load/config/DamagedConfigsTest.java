package layerbook.load.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import layerbook.net.NetworkBuilder;
import layerbook.shape.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A config that cannot be built is refused in a sentence with a next step; nothing else is thrown. */
class DamagedConfigsTest {
    private static final List<?> FACTS = (List<?>) PublishedConfigsTest.resource("facts.json").get("facts");
    private static final List<Object> VALUES = Arrays.asList(null, BigInteger.ZERO, BigInteger.valueOf(-3), BigInteger.ONE, BigInteger.valueOf(7), BigInteger.TWO.pow(40), BigInteger.TEN.pow(30), 0.5, "",
        "silu", true, List.of(), List.of("sliding_attention"), Map.of());

    @ParameterizedTest @ValueSource(longs = {1, 2, 3, 4})
    void anyValueIsBuiltOrRefused(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 150; i++) {
            var config = new LinkedHashMap<String, Object>(asMap(((Map<?, ?>) FACTS.get(random.nextInt(FACTS.size()))).get("config")));
            for (int k = 0; k <= random.nextInt(3); k++) {
                var names = new ArrayList<>(config.keySet());
                config.put(names.get(random.nextInt(names.size())), VALUES.get(random.nextInt(VALUES.size())));
            }
            try {
                var book = new NetworkBuilder();
                Families.of(config, book).trace(book).paramsExact();
            } catch (Refusal refusal) {
                assertTrue(refusal.getMessage().length() > 10, refusal.getMessage());
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("seed " + seed + ": " + config, e);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) value;
    }

    private static Refusal refused(String json) {
        return assertThrows(Refusal.class, () -> Families.read(json, new NetworkBuilder()));
    }

    @Test void anUnknownTypeIsRefusedWithTheNearestFamily() {
        Refusal refusal = refused("{\"model_type\": \"llama9\", \"hidden_size\": 64, \"attention_sinks_count\": 4}");
        assertEquals("there is no builder for the model type llama9", refusal.getMessage());
        assertEquals("\"model_type\": \"llama\"", refusal.suggestion());
        assertTrue(refusal.details().toString().contains("the nearest family is llama, which knows no attention_sinks_count"), refusal.details().toString());
        assertNotNull(refused("{\"model_type\": \"qwen4_moe\"}").suggestion());
        assertTrue(refused("{\"model_type\": \"zzzzzz\"}").details().toString().contains("known are"));
    }

    @Test void anUnknownHeadIsRefusedWithTheKnownOnes() {
        Refusal refusal = refused("{\"model_type\": \"llama\", \"architectures\": [\"LlamaForPoetry\"]}");
        assertTrue(refusal.details().toString().contains("ForCausalLM"), refusal.details().toString());
    }

    @Test void aTextThatIsNoConfigIsRefused() {
        assertTrue(refused("[1, 2]").getMessage().contains("one JSON object"));
        assertTrue(refused("{\"model_type\": \"llama\"").getMessage().contains("not JSON"));
        assertTrue(refused("{\"hidden_size\": 3}").getMessage().contains("no model_type"));
        assertTrue(refused("{\"a\":".repeat(100)).getMessage().contains("not JSON"));
        assertTrue(refused("{\"model_type\": \"llama\", \"num_attention_heads\": 7}").getMessage().contains("cannot be shared"));
    }

    @Test void aFileWithoutArchitectureSaysWhatWasBuilt() {
        Pretrained built = Families.read("{\"model_type\": \"gpt2\", \"n_layer\": 1}", new NetworkBuilder());
        assertEquals(List.of("the file names no architecture: built as ForCausalLM"), built.notes());
    }

    @Test void activeParametersOfAMixtureStandBesideTheTotal() {
        var book = new NetworkBuilder();
        Pretrained built = Families.read("{\"model_type\": \"mixtral\", \"architectures\": [\"MixtralForCausalLM\"]}", book);
        assertEquals(BigInteger.valueOf(12_879_925_248L), built.activeParams(built.trace(book)));
        assertEquals(List.of("a token passes through 2 of 8 experts in each of 32 layers: 33,822,867,456 parameters are idle for it"), built.notes());
        var other = new NetworkBuilder();
        Pretrained deepseek = Families.read("{\"model_type\": \"deepseek_v3\", \"architectures\": [\"DeepseekV3ForCausalLM\"]}", other);
        assertEquals(BigInteger.valueOf(37_552_282_624L).add(BigInteger.valueOf(58 * 256)), deepseek.activeParams(deepseek.trace(other)), "with the router's correction");
    }
}

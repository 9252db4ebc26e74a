package layerbook.load.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import layerbook.count.Conventions;
import layerbook.formula.Expr;
import layerbook.layer.Letters;
import layerbook.net.NetworkBuilder;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The work of published networks is what a formula written down apart gives, and their names are those of a published checkpoint. */
class ClosedFormulasTest {
    private static final Map<String, Object> ALL = PublishedConfigsTest.resource("configs.json");
    private static final List<String> GATED = List.of("llama", "mistral", "qwen2", "qwen3", "gemma", "gemma2", "gemma3_text", "phi3", "olmo2", "stablelm");
    private static final List<String> PLAIN = List.of("gpt2", "gptj", "gpt_neox", "opt", "bloom", "phi", "mpt");

    @TestFactory Stream<DynamicTest> multiplyAddsOfDecodersFollowFromTheirSizes() {
        return ALL.entrySet().stream().filter(e -> GATED.contains(type(config(e.getValue()))) || PLAIN.contains(type(config(e.getValue()))))
            .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> holds(config(e.getValue()))));
    }

    private static void holds(Map<String, Object> c) {
        var book = new NetworkBuilder();
        Expr found = Families.of(c, book).trace(book).flopsFormula(Conventions.MACS).at(Map.of(Letters.N, Expr.ONE));
        long d = number(c, "hidden_size", number(c, "n_embd", number(c, "d_model", 0)));
        long layers = number(c, "num_hidden_layers", number(c, "n_layer", number(c, "n_layers", 0)));
        long heads = number(c, "num_attention_heads", number(c, "n_head", number(c, "n_heads", 0)));
        long keys = number(c, "num_key_value_heads", heads);
        long size = number(c, "head_dim", d / heads);
        long f = number(c, "intermediate_size", number(c, "ffn_dim", 4 * d));
        long words = number(c, "vocab_size", 0);
        long table = number(c, "word_embed_proj_dim", d);
        long layer = d * (heads + 2 * keys) * size + heads * size * d + (GATED.contains(type(c)) ? 3 : 2) * d * f;
        Expr tokens = Expr.of(BigInteger.valueOf(layers).multiply(BigInteger.valueOf(layer)).add(BigInteger.valueOf(table * words + (table == d ? 0 : 2 * table * d))));
        Expr pairs = Expr.of(2 * layers * heads * size);
        assertEquals(Expr.sum(Expr.product(pairs, Letters.T, Letters.T), Expr.product(tokens, Letters.T)).normal(), found.normal());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> config(Object entry) {
        return (Map<String, Object>) ((Map<String, Object>) entry).get("config");
    }

    private static String type(Map<String, Object> config) {
        return (String) config.get("model_type");
    }

    private static long number(Map<String, Object> config, String name, long otherwise) {
        return config.get(name) instanceof BigInteger n ? n.longValueExact() : otherwise;
    }

    @Test void namesAreThoseOfThePublishedCheckpoint() throws IOException {
        var book = new NetworkBuilder();
        Pretrained llama = Families.of(config(ALL.get("llama-2-7b")), book);
        llama.trace(book);
        Set<String> stored = new LinkedHashSet<>();
        try (var in = getClass().getResourceAsStream("/files/llama-2-7b/model.safetensors.index.json")) {
            Map<?, ?> names = (Map<?, ?>) ConfigText.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)).get("weight_map");
            names.keySet().forEach(n -> stored.add((String) n));
        }
        stored.removeIf(n -> n.endsWith("rotary_emb.inv_freq"));
        assertEquals(stored, TransformersFactsTest.parameters(llama, book).keySet());
    }

    @Test void configsOfRemoteCodeAreBuilt() {
        var book = new NetworkBuilder();
        String falcon = "{\"model_type\": \"RefinedWeb\", \"architectures\": [\"RWForCausalLM\"], \"hidden_size\": 8192, \"n_layer\": 60, \"n_head\": 128, \"n_head_kv\": 8, \"vocab_size\": 65024, "
            + "\"bias\": false, \"alibi\": false, \"parallel_attn\": true}";
        String same = "{\"model_type\": \"falcon\", \"architectures\": [\"FalconForCausalLM\"], \"hidden_size\": 8192, \"num_hidden_layers\": 60, \"num_attention_heads\": 128, \"num_kv_heads\": 8, "
            + "\"new_decoder_architecture\": true}";
        BigInteger expected = Families.read(same, book).trace(book).paramsExact();
        var other = new NetworkBuilder();
        assertEquals(expected, Families.read(falcon, other).trace(other).paramsExact());
        var third = new NetworkBuilder();
        String internlm = "{\"model_type\": \"internlm2\", \"architectures\": [\"InternLM2ForCausalLM\"], \"bias\": false, \"hidden_size\": 4096, \"intermediate_size\": 14336, \"num_attention_heads\": 32, "
            + "\"num_hidden_layers\": 32, \"num_key_value_heads\": 8, \"vocab_size\": 92544, \"tie_word_embeddings\": false}";
        long layer = 2L * 4096 * 4096 + 2L * 4096 * 1024 + 3L * 4096 * 14_336 + 2 * 4096;
        assertEquals(BigInteger.valueOf(32 * layer + 2L * 92_544 * 4096 + 4096), Families.read(internlm, third).trace(third).paramsExact());
    }
}

package layerbook.load.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.Map;
import layerbook.count.NetworkView;
import layerbook.formula.Expr;
import layerbook.hardware.KvCache;
import layerbook.layer.Letters;
import layerbook.net.NetworkBuilder;
import layerbook.shape.DType;
import layerbook.shape.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a cache keeps follows from the attention of each family: grouped keys, windows, latent vectors, nothing in an encoder. */
class KeysAndValuesTest {
    private static final Map<String, Object> PUBLISHED = PublishedConfigsTest.resource("configs.json");

    @SuppressWarnings("unchecked")
    private static KvCache cache(String name) {
        var book = new NetworkBuilder();
        var config = (Map<String, Object>) ((Map<String, Object>) PUBLISHED.get(name)).get("config");
        return KvCache.of(NetworkView.of(Families.of(config, book).trace(book)), DType.FLOAT16);
    }

    /** Layers, heads of keys, numbers a head: 2·L·k·e·2 bytes a token. */
    @ParameterizedTest @CsvSource({"llama-2-7b, 32, 32, 128", "llama-2-70b, 80, 8, 128", "llama-3-8b, 32, 8, 128", "qwen3-0.6b, 28, 8, 128", "gemma-2b, 18, 1, 256", "gpt2, 12, 12, 64",
        "falcon-7b, 32, 1, 64", "pythia-160m, 12, 12, 64", "bloom-560m, 24, 16, 64", "opt-125m, 12, 12, 64", "phi-4, 40, 10, 128", "mixtral-8x7b, 32, 8, 128"})
    void keysAndValuesAreKeptBeforeTheyAreStretched(String name, long layers, long keys, long size) {
        Expr wanted = Expr.product(Expr.of(2 * layers * keys * size * 2), Letters.N, Letters.T);
        assertEquals(wanted.normal(), cache(name).formula().normal());
    }

    @Test void aWindowKeepsItsLastTokens() {
        BigInteger all = cache("gemma-3-270m").formula().at(Map.of(Letters.N, Expr.ONE, Letters.T, Expr.of(32_768))).exact();
        assertEquals(BigInteger.valueOf(2L * 256 * 2 * (15 * 512 + 3 * 32_768)), all, "15 of 18 layers keep 512 tokens");
        BigInteger oss = cache("gpt-oss-20b").formula().at(Map.of(Letters.N, Expr.ONE, Letters.T, Expr.of(131_072))).exact();
        assertEquals(BigInteger.valueOf(2L * 8 * 64 * 2 * (12 * 128 + 12 * 131_072)), oss, "every other layer keeps 128 tokens");
    }

    @Test void latentAttentionKeepsItsShortVector() {
        BigInteger bytes = cache("deepseek-v3").formula().at(Map.of(Letters.N, Expr.ONE, Letters.T, Expr.of(163_840))).exact();
        assertEquals(BigInteger.valueOf(61L * (512 + 64) * 163_840 * 2), bytes);
    }

    @Test void anEncoderKeepsNothing() {
        assertThrows(Refusal.class, () -> cache("bert-base-uncased (BertModel)"));
        assertThrows(Refusal.class, () -> cache("vit-base-patch16-224"));
    }

    @Test void aDecoderThatLooksAtAnEncoderKeepsBoth() {
        BigInteger bytes = cache("whisper-tiny").formula().at(Map.of(Letters.N, Expr.ONE, Letters.T, Expr.of(100))).exact();
        assertEquals(BigInteger.valueOf(2L * 384 * 2 * 4 * (100 + 1500)), bytes, "4 layers, each with its own 100 tokens and the encoder's 1,500");
    }
}

package layerbook.load.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The values that the library has for what a {@code config.json} leaves out, by model type: the resource {@code defaults.json}, drawn from transformers. */
final class Defaults {
    private static final Map<String, Object> ALL = read();
    /** Types whose code is not in the library, with the one whose values hold for them. */
    private static final Map<String, String> SAME = Map.of("RefinedWeb", "falcon", "RefinedWebModel", "falcon", "kimi_k2", "deepseek_v3", "internlm2", "llama");
    /** The names of sizes in the first configs of Falcon. */
    private static final Map<String, Object> REFINED = Map.of("num_attention_heads", "n_head", "num_hidden_layers", "n_layer", "num_kv_heads", "n_head_kv");

    private Defaults() {}

    private static Map<String, Object> read() {
        try (InputStream in = Defaults.class.getResourceAsStream("defaults.json")) {
            return ConfigText.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a file says about a network of this type, with the defaults behind it. */
    static Config config(String modelType, Map<String, Object> given) {
        Map<String, Object> of = map(ALL.get(SAME.getOrDefault(modelType, modelType)));
        return new Config(modelType, given, map(of.get("defaults")), modelType.startsWith("RefinedWeb") ? REFINED : map(of.get("aliases")));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}

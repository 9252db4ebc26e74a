package layerbook.load.config;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a config of an unknown type has that the nearest family does not know. */
final class Difference {
    /** Keys that say nothing of sizes and layers. */
    private static final Set<String> SILENT = Set.of("model_type", "architectures", "torch_dtype", "dtype", "transformers_version", "auto_map", "_name_or_path", "use_cache",
        "bos_token_id", "eos_token_id", "pad_token_id", "initializer_range", "rope_theta", "rope_scaling", "quantization_config");

    private Difference() {}

    /** As the end of a sentence, or an empty text. */
    static String between(Map<String, Object> json, String family) {
        Config config = Defaults.config(family, Map.of());
        List<String> more = json.keySet().stream().filter(k -> !SILENT.contains(k) && !config.knows(k)).sorted().limit(8).toList();
        return more.isEmpty() ? ", which has the same settings" : ", which knows no " + String.join(", ", more);
    }
}

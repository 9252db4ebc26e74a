package layerbook.load;

import java.io.IOException;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.load.config.Families;
import layerbook.load.file.Format;
import layerbook.load.file.Loaded;
import layerbook.load.file.Source;
import layerbook.load.file.StoredTensor;
import layerbook.load.tensors.Checkpoint;
import layerbook.load.tensors.Gguf;

/**
 * GGUF, its keys read as the {@code config.json} that it was converted from. Example: {@code llama.block_count 32} is {@code num_hidden_layers 32}.
 * Source: ggml's docs/gguf.md and llama.cpp's conversion.
 */
final class GgufConfig implements Format {
    private static final Map<String, String> SIZES = Map.ofEntries(Map.entry("block_count", "num_hidden_layers"), Map.entry("embedding_length", "hidden_size"),
        Map.entry("feed_forward_length", "intermediate_size"), Map.entry("attention.head_count", "num_attention_heads"),
        Map.entry("attention.head_count_kv", "num_key_value_heads"), Map.entry("attention.key_length", "head_dim"), Map.entry("vocab_size", "vocab_size"),
        Map.entry("context_length", "max_position_embeddings"), Map.entry("expert_used_count", "num_experts_per_tok"),
        Map.entry("expert_feed_forward_length", "moe_intermediate_size"), Map.entry("attention.sliding_window", "sliding_window"));
    private static final Map<String, String> TYPES = Map.of("qwen2moe", "qwen2_moe", "qwen3moe", "qwen3_moe", "gemma3", "gemma3_text", "gptneox", "gpt_neox");

    private final Gguf gguf = new Gguf();

    @Override public boolean recognises(Source source) throws IOException {
        return gguf.recognises(source);
    }

    @Override public Loaded read(Source source) throws IOException {
        Checkpoint checkpoint = gguf.read(source);
        Map<String, Object> config = config(gguf.keys(source), checkpoint.tensors());
        return config == null ? checkpoint : new GgufFile(checkpoint, config);
    }

    /** The configuration that the keys give; null where no family that is built has their architecture. */
    private static Map<String, Object> config(Map<String, Object> keys, List<StoredTensor> tensors) {
        String architecture = String.valueOf(keys.get("general.architecture"));
        boolean experts = keys.get(architecture + ".expert_count") instanceof Long n && n > 0;
        String type = architecture.equals("llama") && experts ? "mixtral" : TYPES.getOrDefault(architecture, architecture);
        if (!Families.modelTypes().contains(type)) {
            return null;
        }
        var config = new LinkedHashMap<String, Object>();
        config.put("model_type", type);
        SIZES.forEach((key, name) -> {
            if (keys.get(architecture + "." + key) instanceof Long n) {
                config.put(name, BigInteger.valueOf(n));
            }
        });
        if (experts) {
            config.put(type.equals("mixtral") ? "num_local_experts" : "num_experts", BigInteger.valueOf((Long) keys.get(architecture + ".expert_count")));
        }
        tensors.stream().filter(t -> t.name().equals("token_embd.weight") && t.shape().size() == 2).forEach(t -> config.put("vocab_size", BigInteger.valueOf(t.shape().get(0))));
        config.put("tie_word_embeddings", tensors.stream().noneMatch(t -> t.name().equals("output.weight")));
        return config;
    }
}

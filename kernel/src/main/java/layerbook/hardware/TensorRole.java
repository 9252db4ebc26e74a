package layerbook.hardware;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The part that a tensor plays in a transformer, read from its name as llama.cpp reads it: its mixes choose a type by the name of the tensor.
 * Knows the names of GGUF and those that published checkpoints use. A name that none of them uses plays no part.
 */
enum TensorRole {
    ATTENTION_VALUES("attn_v", "v_proj", "v_lin", "attention.self.value", "attention.value", "SelfAttention.v", "wv", "kv_b_proj", "attn_kv_b"),
    ATTENTION_ALL("attn_qkv", "c_attn", "query_key_value", "qkv_proj", "Wqkv", "W_pack", "qkv"),
    ATTENTION_KEYS("attn_k", "k_proj", "k_lin", "attention.self.key", "attention.key", "SelfAttention.k", "wk"),
    ATTENTION_OUTPUT("attn_output", "o_proj", "out_proj", "out_lin", "attn.c_proj", "attention.dense", "self_attention.dense",
        "attention.output.dense", "SelfAttention.o", "wo"),
    FEED_FORWARD_DOWN("ffn_down", "ffn_down_exps", "down_proj", "fc2", "fc_out", "dense_4h_to_h", "mlp.c_proj", "w2", "lin2", "output.dense",
        "DenseReluDense.wo"),
    ROUTER("ffn_gate_inp", "mlp.gate", "block_sparse_moe.gate", "mlp.router", "router"),
    POSITIONS("position_embd", "wpe", "embed_positions", "position_embeddings", "token_types", "token_type_embeddings"),
    NONE;

    private static final Pattern LAYER = Pattern.compile("(?:^|\\.)(\\d+)\\.");

    private final List<String> names;

    TensorRole(String... names) {
        this.names = List.of(names);
    }

    /** The role of a tensor by its dotted name; the longest name that fits decides. */
    static TensorRole of(String tensor) {
        String module = tensor.replaceFirst("\\.weight$", "");
        TensorRole best = NONE;
        int length = 0;
        for (TensorRole role : values()) {
            for (String name : role.names) {
                if (name.length() > length && (module.equals(name) || module.endsWith("." + name))) {
                    best = role;
                    length = name.length();
                }
            }
        }
        return best;
    }

    boolean isRouter() {
        return this == ROUTER;
    }

    /** The number of the block that a tensor belongs to: the first whole number in its name. */
    static Optional<Integer> layer(String tensor) {
        var m = LAYER.matcher(tensor);
        return m.find() ? Optional.of(Integer.parseInt(m.group(1))) : Optional.empty();
    }
}

package layerbook.load.config;

import java.util.List;
import java.util.function.IntPredicate;
import layerbook.net.Model;
import layerbook.net.Tensor;

/** Llama and the decoders that are built as it is, each by what it does differently. Source: the modeling files of transformers 4.57. */
final class LlamaKin {
    private static final List<Architecture> HEADS = List.of(Architecture.CAUSAL, Architecture.MODEL, Architecture.SEQUENCE, Architecture.TOKENS, Architecture.ANSWER);
    static final Family FAMILY = Family.text(List.of("llama", "mistral", "ministral", "mixtral", "qwen2", "qwen2_moe", "qwen3", "qwen3_moe", "gemma", "gemma2", "gemma3_text", "phi3", "phi", "olmo",
        "olmo2", "olmo3", "olmoe", "stablelm", "starcoder2", "granite", "granitemoe", "cohere", "cohere2", "smollm3", "nemotron", "arcee", "helium", "glm", "glm4",
        "exaone4", "hunyuan_v1_dense", "ernie4_5", "seed_oss", "phimoe", "gpt_oss", "internlm2"), HEADS, LlamaKin::build);

    /** The decoder is called {@code transformer} under the head that marks an answer. */
    private static final List<String> NAMED_TRANSFORMER = List.of("llama", "qwen2", "qwen3", "qwen3_moe", "smollm3", "ministral", "arcee", "exaone4", "nemotron", "seed_oss");

    private final Config c;
    private final long width;
    private final long heads;
    private final long keys;
    private final long size;
    private final DecoderPlan plan;
    private boolean headBias;
    private String headName = "lm_head";

    private LlamaKin(Config c) {
        this.c = c;
        width = c.size("hidden_size");
        heads = c.size("num_attention_heads");
        keys = c.size(c.has("num_key_value_heads") ? "num_key_value_heads" : "num_attention_heads");
        size = c.has("head_dim") ? c.size("head_dim") : c.share("hidden_size", width, "heads", heads);
        c.share("num_attention_heads", heads, "keys", keys);
        plan = new DecoderPlan(c.size("vocab_size"), width, c.count("num_hidden_layers"));
        plan.rotary = size;
        plan.attention = i -> new SelfAttention(attention(i));
        plan.mlp = i -> new Mlp(mlp());
        own();
    }

    private static Model build(Config c, Architecture head) {
        return new LlamaKin(c).headed(head);
    }

    private Model headed(Architecture head) {
        var decoder = new Decoder(plan);
        String answerBody = NAMED_TRANSFORMER.contains(c.modelType()) ? "transformer" : "model";
        return new TextHead("model", headName, headBias, this::scaled, "score", answerBody).on(decoder, c, head, width, decoder.embedding());
    }

    private Tensor scaled(Tensor logits) {
        if (c.has("final_logit_softcapping")) {
            double cap = c.real("final_logit_softcapping", 30);
            return logits.div(cap).tanh().mul(cap);
        } else if (c.has("logit_scale")) {
            return logits.mul(c.real("logit_scale", 1));
        }
        return c.has("logits_scaling") ? logits.div(c.real("logits_scaling", 1)) : logits;
    }

    // ---- what each family does differently

    private void own() {
        switch (c.modelType()) {
            case "mixtral", "phimoe" -> {
                boolean phi = c.modelType().equals("phimoe");
                headBias = phi && c.flag("lm_head_bias");
                plan.parts("self_attn", "block_sparse_moe", plan.norms.toArray(String[]::new)).norm(phi ? Parts::layerNorm : Parts::rms);
                plan.mlp = i -> new MixtureOfExperts(new MixtureOfExperts.Plan(experts("num_local_experts", c.size("intermediate_size"), List.of("w1", "w3", "w2"))));
            }
            case "qwen2_moe", "qwen3_moe" -> plan.mlp = this::qwenMlp;
            case "olmoe" -> plan.mlp = i -> new MixtureOfExperts(new MixtureOfExperts.Plan(experts("num_experts", c.size("intermediate_size"), GATED)));
            case "granitemoe" -> {
                plan.mlpName = "block_sparse_moe";
                plan.mlp = i -> new MixtureOfExperts(new MixtureOfExperts.Plan(stacked(Experts.Form.STACKED_TRANSPOSED, "input_linear.weight", "output_linear.weight"))
                    .router("router.layer", false).unnamed());
            }
            case "gpt_oss" -> plan.mlp = i -> new MixtureOfExperts(new MixtureOfExperts.Plan(stacked(Experts.Form.STACKED, "gate_up_proj", "down_proj")).router("router", true));
            case "gemma", "gemma2", "gemma3_text" -> {
                plan.scaledEmbedding = true;
                if (!c.modelType().equals("gemma")) {
                    plan.order(DecoderPlan.Order.AROUND).norms = List.of("input_layernorm", "post_attention_layernorm", "pre_feedforward_layernorm", "post_feedforward_layernorm");
                }
                plan.localRotaryName = c.modelType().equals("gemma3_text") ? "rotary_emb_local" : null;
            }
            case "glm4" -> plan.order(DecoderPlan.Order.AROUND).norms = List.of("input_layernorm", "post_self_attn_layernorm", "post_attention_layernorm", "post_mlp_layernorm");
            case "olmo" -> plan.norm(Parts::plainLayerNorm);
            case "olmo2", "olmo3", "exaone4" -> {
                boolean two = c.modelType().equals("olmo3");
                plan.rotaryName = two ? "rotary_embs.full_attention" : plan.rotaryName;
                plan.localRotaryName = two ? "rotary_embs.sliding_attention" : null;
                plan.order(DecoderPlan.Order.AFTER).norms = List.of("post_attention_layernorm", "post_feedforward_layernorm");
            }
            case "starcoder2", "nemotron" -> plan.norm(Parts::layerNorm);
            case "stablelm" -> {
                plan.norm(Parts::layerNorm);
                if (c.flag("use_parallel_residual")) {
                    plan.order(DecoderPlan.Order.PARALLEL).norms = List.of("input_layernorm");
                }
            }
            case "phi" -> {
                headBias = true;
                plan.order(DecoderPlan.Order.PARALLEL).norm(Parts::layerNorm).names("embed_tokens", "layers", "final_layernorm").norms = List.of("input_layernorm");
            }
            case "cohere", "cohere2" -> plan.order(DecoderPlan.Order.PARALLEL).norm(Parts::layerNormWithoutBias).norms = List.of("input_layernorm");
            case "internlm2" -> {
                headName = "output";
                plan.names("tok_embeddings", "layers", "norm").parts("attention", "feed_forward", "attention_norm", "ffn_norm");
            }
            default -> { }
        }
        plan.scaledEmbedding |= c.has("embedding_multiplier");
        plan.scaledResidual = c.has("residual_multiplier");
        if (c.has("partial_rotary_factor")) {
            plan.rotary = (long) (size * c.real("partial_rotary_factor", 1));
        }
    }

    private static final List<String> GATED = List.of("gate_proj", "up_proj", "down_proj");

    private Experts experts(String count, long middle, List<String> names) {
        long chosen = c.size("num_experts_per_tok");
        return Experts.checked(c.size(count), chosen, width, middle, Experts.Form.SEPARATE, names, false);
    }

    private Experts stacked(Experts.Form form, String gateAndUp, String down) {
        return Experts.checked(c.size("num_local_experts"), c.size("num_experts_per_tok"), width, c.size("intermediate_size"), form, List.of(gateAndUp, down), c.modelType().equals("gpt_oss"));
    }

    /** A mixture in each {@code decoder_sparse_step}-th layer, a dense part elsewhere. */
    private Block qwenMlp(int index) {
        boolean dense = c.list("mlp_only_layers").contains(java.math.BigInteger.valueOf(index)) || c.number("num_experts") == 0 || (index + 1) % c.size("decoder_sparse_step") != 0;
        if (dense) {
            return new Mlp(mlp());
        }
        var mixture = new MixtureOfExperts.Plan(experts("num_experts", c.size("moe_intermediate_size"), GATED));
        if (c.modelType().equals("qwen2_moe")) {
            mixture.shared("shared_expert", Mlp.Plan.gated(width, c.size("shared_expert_intermediate_size"), false, "silu"), "shared_expert_gate");
        }
        return new MixtureOfExperts(mixture);
    }

    private Mlp.Plan mlp() {
        long middle = c.size("intermediate_size");
        String act = c.text("hidden_activation", c.modelType().startsWith("gemma") ? "gelu_pytorch_tanh" : c.text("hidden_act", "silu"));
        boolean bias = c.flag("mlp_bias") || c.flag("use_bias");
        return switch (c.modelType()) {
            case "phi3", "glm", "glm4" -> new Mlp.Plan(Mlp.Kind.GATED_TOGETHER, List.of("gate_up_proj", "down_proj"), width, middle, false, act, false);
            case "phi" -> Mlp.Plan.plain("fc1", "fc2", width, middle, true, act);
            case "starcoder2" -> Mlp.Plan.plain("c_fc", "c_proj", width, middle, bias, act);
            case "nemotron", "arcee" -> Mlp.Plan.plain("up_proj", "down_proj", width, middle, bias, act);
            case "internlm2" -> new Mlp.Plan(Mlp.Kind.GATED, List.of("w1", "w3", "w2"), width, middle, false, act, false);
            default -> Mlp.Plan.gated(width, middle, bias, act);
        };
    }

    private AttentionPlan attention(int index) {
        var a = new AttentionPlan(width, heads, keys, size);
        a.rotary = turned(index) ? plan.rotary : 0;
        boolean sliding = sliding(index);
        a.window = sliding ? c.size("sliding_window") : 0;
        a.localAngles = sliding;
        boolean bias = c.flag("attention_bias", c.modelType().equals("gpt_oss"));
        a.bias(bias, bias);
        a.clipped = c.has("clip_qkv");
        switch (c.modelType()) {
            case "qwen2", "qwen2_moe" -> a.bias(c.flag("qkv_bias", true), false);
            case "glm", "glm4", "helium" -> a.bias(bias, false);
            case "starcoder2", "ernie4_5" -> a.bias(c.flag("use_bias"), c.flag("use_bias"));
            case "stablelm" -> a.bias(c.flag("use_qkv_bias"), false);
            case "seed_oss" -> a.bias(bias, c.flag("attention_out_bias"));
            case "phi" -> a.bias(true, true).named("q_proj", "k_proj", "v_proj", "dense");
            case "phi3" -> a.one(AttentionPlan.Layout.TOGETHER, "qkv_proj", "o_proj").bias(false, false);
            case "internlm2" -> a.one(AttentionPlan.Layout.GROUPS, "wqkv", "wo").bias(c.flag("bias"), c.flag("bias"));
            case "gpt_oss" -> a.sinks = true;
            case "gemma2" -> a.softcap = c.has("attn_logit_softcapping");
            default -> { }
        }
        norms(a);
        return a;
    }

    /** The norms of queries and keys. */
    private void norms(AttentionPlan a) {
        switch (c.modelType()) {
            case "qwen3", "qwen3_moe", "gemma3_text", "exaone4" -> a.normAt = AttentionPlan.NormAt.HEAD;
            case "olmo2", "olmo3", "olmoe" -> a.normAt = AttentionPlan.NormAt.WHOLE;
            case "hunyuan_v1_dense" -> {
                a.normAt = AttentionPlan.NormAt.HEAD;
                a.normNames = List.of("query_layernorm", "key_layernorm");
            }
            case "phi", "stablelm" -> {
                boolean each = c.modelType().equals("stablelm");
                a.normNames = List.of("q_layernorm", "k_layernorm");
                a.normAt = !c.flag("qk_layernorm") ? AttentionPlan.NormAt.NOWHERE : each ? AttentionPlan.NormAt.EACH_HEAD : AttentionPlan.NormAt.HEAD;
                a.norm = each ? Parts::layerNormWithoutBias : Parts::layerNorm;
            }
            case "cohere" -> {
                a.normAt = c.flag("use_qk_norm") ? AttentionPlan.NormAt.SCALED_HEADS : AttentionPlan.NormAt.NOWHERE;
            }
            default -> { }
        }
    }

    // ---- windows and angles

    private boolean sliding(int index) {
        if (!c.has("sliding_window") || c.number("sliding_window") == 0) {
            return false;
        }
        if (!c.list("layer_types").isEmpty()) {
            return index < c.list("layer_types").size() && "sliding_attention".equals(c.list("layer_types").get(index));
        }
        return slidingByDefault().test(index);
    }

    private IntPredicate slidingByDefault() {
        return switch (c.modelType()) {
            case "qwen2", "qwen2_moe", "qwen3" -> i -> c.flag("use_sliding_window") && i >= c.number("max_window_layers", 0);
            case "qwen3_moe" -> i -> c.flag("use_sliding_window");
            case "gemma2", "gpt_oss" -> i -> i % 2 == 0;
            case "gemma3_text" -> i -> (i + 1) % c.number("sliding_window_pattern", 6) != 0;
            case "cohere2", "olmo3", "exaone4" -> i -> (i + 1) % c.number("sliding_window_pattern", 4) != 0;
            case "smollm3" -> i -> c.flag("use_sliding_window") && turned(i);
            default -> i -> true;
        };
    }

    /** Whether queries and keys of the layer are turned: some families leave out layers that look at all tokens. */
    private boolean turned(int index) {
        return switch (c.modelType()) {
            case "cohere2", "exaone4" -> !c.has("sliding_window") || sliding(index);
            case "smollm3" -> {
                List<?> layers = c.list("no_rope_layers");
                yield layers.isEmpty() ? (index + 1) % c.number("no_rope_layer_interval", 4) != 0 : index < layers.size() && !java.math.BigInteger.ZERO.equals(layers.get(index));
            }
            default -> true;
        };
    }
}

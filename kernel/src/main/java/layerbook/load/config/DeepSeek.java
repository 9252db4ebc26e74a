package layerbook.load.config;

import java.util.List;
import java.util.function.UnaryOperator;
import layerbook.net.Model;

/** DeepSeek V2 and V3: latent attention, dense layers first, then many small experts with some that all tokens share. Source: transformers 4.57. */
final class DeepSeek {
    private static final List<Architecture> HEADS = List.of(Architecture.CAUSAL, Architecture.MODEL, Architecture.SEQUENCE, Architecture.TOKENS, Architecture.ANSWER);
    static final Family FAMILY = Family.text(List.of("deepseek_v2", "deepseek_v3", "kimi_k2"), HEADS, DeepSeek::build);

    private DeepSeek() {}

    private static Model build(Config c, Architecture head) {
        long width = c.size("hidden_size");
        boolean third = !c.modelType().equals("deepseek_v2");
        var sizes = new LatentAttention.Sizes(width, c.size("num_attention_heads"), c.number("q_lora_rank", 0), c.size("kv_lora_rank"), c.size("qk_nope_head_dim"),
            c.size("qk_rope_head_dim"), c.size("v_head_dim"), c.flag("attention_bias"));
        var plan = new DecoderPlan(c.size("vocab_size"), width, c.count("num_hidden_layers"));
        plan.rotary = sizes.turned();
        plan.attention = i -> new LatentAttention(sizes);
        plan.mlp = i -> isDense(c, i) ? new Mlp(Mlp.Plan.gated(width, c.size("intermediate_size"), c.flag("mlp_bias"), "silu")) : new MixtureOfExperts(mixture(c, width, third));
        var decoder = new Decoder(plan);
        return new TextHead("model", "lm_head", false, UnaryOperator.identity(), "score", "model").on(decoder, c, head, width, decoder.embedding());
    }

    private static boolean isDense(Config c, int index) {
        return !c.has("n_routed_experts") || index < c.number("first_k_dense_replace", 0) || index % Config.positive("moe_layer_freq", c.number("moe_layer_freq", 1)) != 0;
    }

    private static MixtureOfExperts.Plan mixture(Config c, long width, boolean third) {
        long middle = c.size("moe_intermediate_size");
        var plan = new MixtureOfExperts.Plan(Experts.checked(c.size("n_routed_experts"), c.size("num_experts_per_tok"), width, middle, Experts.Form.SEPARATE,
            List.of("gate_proj", "up_proj", "down_proj"), c.flag("mlp_bias")));
        long shared = c.number("n_shared_experts", 0);
        if (shared > 0) {
            plan.shared("shared_experts", Mlp.Plan.gated(width, shared * middle, c.flag("mlp_bias"), "silu"), null);
        }
        return third ? plan.sigmoid("gate.e_score_correction_bias") : plan;
    }
}

package layerbook.load.config;

import java.util.List;
import layerbook.net.Model;
import layerbook.net.Unit;

/** Decoders before Llama: GPT-2 and what followed it until 2023. Source: the modeling files of transformers 4.57. */
final class Gpt {
    private static final List<Architecture> HEADS = List.of(Architecture.CAUSAL, Architecture.MODEL, Architecture.SEQUENCE, Architecture.TOKENS, Architecture.ANSWER);
    static final Family FAMILY = Family.text(List.of("gpt2", "gpt_bigcode", "gpt_neo", "gpt_neox", "gptj", "codegen", "opt", "bloom", "falcon", "RefinedWeb", "RefinedWebModel", "mpt"), HEADS, Gpt::build);

    private Gpt() {}

    private static Model build(Config c, Architecture head) {
        return switch (c.modelType()) {
            case "gpt_neo" -> gptNeo(c, head);
            case "gpt_neox" -> gptNeox(c, head);
            case "gptj", "codegen" -> gptJ(c, head);
            case "opt" -> opt(c, head);
            case "bloom" -> bloom(c, head);
            case "falcon", "RefinedWeb", "RefinedWebModel" -> falcon(c, head);
            case "mpt" -> mpt(c, head);
            default -> gpt2(c, head);
        };
    }

    private static DecoderPlan plan(Config c) {
        var plan = new DecoderPlan(c.size("vocab_size"), c.size("hidden_size"), c.count("num_hidden_layers"));
        return plan.norm(Parts::layerNorm);
    }

    private static AttentionPlan attention(Config c, long keys) {
        long width = c.size("hidden_size");
        long heads = c.size("num_attention_heads");
        c.share("num_attention_heads", heads, "keys", keys);
        return new AttentionPlan(width, heads, keys, c.share("hidden_size", width, "heads", heads));
    }

    private static Model headed(DecoderPlan plan, Config c, Architecture head, TextHead names) {
        var decoder = new Decoder(plan);
        return names.on(decoder, c, head, plan.width, decoder.embedding());
    }

    private static Model gpt2(Config c, Architecture head) {
        boolean conv1d = c.modelType().equals("gpt2");
        boolean one = c.modelType().equals("gpt_bigcode") && c.flag("multi_query", true);
        DecoderPlan plan = plan(c).names("wte", "h", "ln_f").parts("attn", "mlp", "ln_1", "ln_2").positions("wpe", c.size("max_position_embeddings"), 0);
        plan.attention = i -> {
            AttentionPlan a = attention(c, one ? 1 : c.size("num_attention_heads"));
            a.one(conv1d || one ? AttentionPlan.Layout.TOGETHER : AttentionPlan.Layout.GROUPS, "c_attn", "c_proj").bias(true, true).conv1d = conv1d;
            return new SelfAttention(a);
        };
        long middle = c.number("n_inner", 4 * plan.width);
        plan.mlp = i -> new Mlp(new Mlp.Plan(Mlp.Kind.PLAIN, List.of("c_fc", "c_proj"), plan.width, middle, true, c.text("activation_function", "gelu_new"), conv1d));
        return headed(plan, c, head, TextHead.of("transformer"));
    }

    private static Model gptNeo(Config c, Architecture head) {
        DecoderPlan plan = plan(c).names("wte", "h", "ln_f").parts("attn.attention", "mlp", "ln_1", "ln_2").positions("wpe", c.size("max_position_embeddings"), 0);
        List<Boolean> local = localLayers(c);
        plan.attention = i -> {
            AttentionPlan a = attention(c, c.size("num_attention_heads")).named("q_proj", "k_proj", "v_proj", "out_proj").bias(false, true);
            a.scaled = false;
            a.window = i < local.size() && local.get(i) ? c.size("window_size") : 0;
            return new SelfAttention(a);
        };
        plan.mlp = i -> new Mlp(Mlp.Plan.plain("c_fc", "c_proj", plan.width, c.number("intermediate_size", 4 * plan.width), true, c.text("activation_function", "gelu_new")));
        return headed(plan, c, head, TextHead.of("transformer"));
    }

    /** Which layers look at a window: {@code [[["global", "local"], 12]]} is a list of patterns, each so many times. */
    private static List<Boolean> localLayers(Config c) {
        var local = new java.util.ArrayList<Boolean>();
        for (Object entry : c.list("attention_types")) {
            if (entry instanceof List<?> pair && pair.size() == 2 && pair.get(0) instanceof List<?> pattern && pair.get(1) instanceof Number times) {
                for (int i = 0; i < Math.min(times.intValue(), 10_000); i++) {
                    pattern.forEach(p -> local.add("local".equals(p)));
                }
            }
        }
        return local;
    }

    private static Model gptNeox(Config c, Architecture head) {
        DecoderPlan plan = plan(c).names("embed_in", "layers", "final_layer_norm").parts("attention", "mlp", "input_layernorm", "post_attention_layernorm")
            .order(c.flag("use_parallel_residual", true) ? DecoderPlan.Order.PARALLEL : DecoderPlan.Order.BEFORE);
        plan.rotary = (long) (attention(c, 1).size * c.real("rotary_pct", 0.25));
        boolean bias = c.flag("attention_bias", true);
        plan.attention = i -> {
            AttentionPlan a = attention(c, c.size("num_attention_heads")).one(AttentionPlan.Layout.GROUPS, "query_key_value", "dense").bias(bias, bias);
            a.rotary = plan.rotary;
            return new SelfAttention(a);
        };
        plan.mlp = i -> new Mlp(Mlp.Plan.plain("dense_h_to_4h", "dense_4h_to_h", plan.width, c.size("intermediate_size"), true, c.text("hidden_act", "gelu")));
        return headed(plan, c, head, TextHead.of("gpt_neox").logits("embed_out", false));
    }

    private static Model gptJ(Config c, Architecture head) {
        DecoderPlan plan = plan(c).names("wte", "h", "ln_f").parts("attn", "mlp", "ln_1").order(DecoderPlan.Order.PARALLEL);
        plan.rotary = c.number("rotary_dim", attention(c, 1).size);
        plan.attention = i -> {
            AttentionPlan a = attention(c, c.size("num_attention_heads")).named("q_proj", "k_proj", "v_proj", "out_proj");
            if (c.modelType().equals("codegen")) {
                a.one(AttentionPlan.Layout.TOGETHER, "qkv_proj", "out_proj");
            }
            a.rotary = plan.rotary;
            return new SelfAttention(a);
        };
        plan.mlp = i -> new Mlp(Mlp.Plan.plain("fc_in", "fc_out", plan.width, c.number("n_inner", 4 * plan.width), true, c.text("activation_function", "gelu_new")));
        return headed(plan, c, head, TextHead.of("transformer").logits("lm_head", true));
    }

    private static Model opt(Config c, Architecture head) {
        boolean before = c.flag("do_layer_norm_before", true);
        boolean bias = c.flag("enable_bias", true);
        boolean affine = c.flag("layer_norm_elementwise_affine", true);
        DecoderPlan plan = plan(c).names("embed_tokens", "layers", before && !c.flag("_remove_final_layer_norm") ? "final_layer_norm" : null)
            .parts("self_attn", "", "self_attn_layer_norm", "final_layer_norm").order(before ? DecoderPlan.Order.BEFORE : DecoderPlan.Order.BEHIND)
            .positions("embed_positions", c.size("max_position_embeddings"), 2).norm(affine ? Parts::layerNorm : Parts::plainLayerNorm);
        plan.embeddingWidth = c.number("word_embed_proj_dim", plan.width);
        plan.attention = i -> new SelfAttention(attention(c, c.size("num_attention_heads")).named("q_proj", "k_proj", "v_proj", "out_proj").bias(bias, bias));
        plan.mlp = i -> new Mlp(Mlp.Plan.plain("fc1", "fc2", plan.width, c.size("ffn_dim"), bias, c.text("activation_function", "relu")));
        var decoder = new Decoder(plan);
        return TextHead.of("model").on(new Wrapped("decoder", decoder), c, head, plan.embeddingWidth, decoder.embedding());
    }

    private static Model bloom(Config c, Architecture head) {
        long width = c.number("n_embed", c.number("hidden_size"));
        DecoderPlan plan = new DecoderPlan(c.size("vocab_size"), width, c.count("num_hidden_layers")).norm(Parts::layerNorm).names("word_embeddings", "h", "ln_f")
            .parts("self_attention", "mlp", "input_layernorm", "post_attention_layernorm");
        long heads = c.size("num_attention_heads");
        plan.embeddingNorm = "word_embeddings_layernorm";
        plan.slopes = heads;
        plan.attention = i -> {
            var a = new AttentionPlan(width, heads, heads, c.share("hidden_size", width, "heads", heads)).one(AttentionPlan.Layout.GROUPS, "query_key_value", "dense").bias(true, true);
            a.biased = true;
            return new SelfAttention(a);
        };
        plan.mlp = i -> new Mlp(Mlp.Plan.plain("dense_h_to_4h", "dense_4h_to_h", width, 4 * width, true, "gelu_new"));
        return headed(plan, c, head, TextHead.of("transformer"));
    }

    private static Model falcon(Config c, Architecture head) {
        boolean grouped = c.flag("new_decoder_architecture") || c.modelType().equals("RefinedWeb");
        boolean parallel = c.flag("parallel_attn", true) || grouped;
        boolean bias = c.flag("bias");
        boolean slopes = c.flag("alibi");
        long heads = c.size("num_attention_heads");
        long keys = grouped || !c.flag("multi_query", true) ? c.number("num_kv_heads", heads) : 1;
        String[] norms = !parallel ? new String[] {"input_layernorm", "post_attention_layernorm"}
            : grouped && c.number("num_ln_in_parallel_attn", 2) == 2 ? new String[] {"ln_attn", "ln_mlp"} : new String[] {"input_layernorm"};
        DecoderPlan plan = plan(c).names("word_embeddings", "h", "ln_f").parts("self_attention", "mlp", norms)
            .order(parallel ? DecoderPlan.Order.PARALLEL : DecoderPlan.Order.BEFORE);
        plan.slopes = slopes ? heads : 0;
        plan.rotary = slopes ? 0 : attention(c, 1).size;
        plan.attention = i -> {
            AttentionPlan a = attention(c, keys).one(AttentionPlan.Layout.GROUPS, "query_key_value", "dense").bias(bias, bias);
            a.rotary = plan.rotary;
            a.biased = slopes;
            return new SelfAttention(a);
        };
        plan.mlp = i -> new Mlp(Mlp.Plan.plain("dense_h_to_4h", "dense_4h_to_h", plan.width, c.number("ffn_hidden_size", 4 * plan.width), bias, c.text("activation", "gelu")));
        return headed(plan, c, head, TextHead.of("transformer"));
    }

    private static Model mpt(Config c, Architecture head) {
        DecoderPlan plan = plan(c).names("wte", "blocks", "norm_f").parts("attn", "ffn", "norm_1", "norm_2").norm(Parts::layerNormWithoutBias);
        long heads = c.size("num_attention_heads");
        plan.slopes = heads;
        Config own = c.part("attn_config", "mpt_attention");
        plan.attention = i -> {
            AttentionPlan a = attention(c, heads).one(AttentionPlan.Layout.TOGETHER, "Wqkv", "out_proj");
            a.biased = true;
            a.clipped = own.has("clip_qkv");
            return new SelfAttention(a);
        };
        plan.mlp = i -> new Mlp(Mlp.Plan.plain("up_proj", "down_proj", plan.width, c.number("expansion_ratio", 4) * plan.width, false, "gelu"));
        return headed(plan, c, head, TextHead.of("transformer"));
    }

    /** A decoder that stands inside another module, which adds nothing. */
    static final class Wrapped extends Block {
        private final Block inner;

        Wrapped(String name, Block inner) {
            this.inner = hold(name, inner);
        }

        @Override Object forward(List<?> arguments) {
            return tensor(arguments, 0).then(inner, arguments.subList(1, arguments.size()).toArray());
        }
    }
}

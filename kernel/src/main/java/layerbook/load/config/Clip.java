package layerbook.load.config;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Option;
import layerbook.net.Model;
import layerbook.net.Tensor;
import layerbook.net.Unit;

/** CLIP: an encoder of texts and one of pictures whose outputs are compared. Source: the modeling file of transformers 4.57. */
final class Clip extends Block {
    private static final List<Architecture> HEADS = List.of(Architecture.MODEL, Architecture.TEXT, Architecture.VISION, Architecture.TEXT_PROJECTION, Architecture.VISION_PROJECTION);
    static final Family FAMILY = new Family(List.of("clip", "clip_text_model", "clip_vision_model"), HEADS, Clip::build, Clip::inputs);

    private final Block text;
    private final Block vision;
    private final Unit textProjection;
    private final Unit visionProjection;
    private final Tensor scale;

    private Clip(Config text, Config vision, Architecture head, long projection) {
        boolean both = head == Architecture.MODEL;
        this.text = text == null ? null : hold("text_model", new TextTower(text));
        this.vision = vision == null ? null : hold("vision_model", new VisionTower(vision));
        visionProjection = both || head == Architecture.VISION_PROJECTION ? hold("visual_projection", Parts.linear(vision.size("hidden_size"), projection, false)) : null;
        textProjection = both || head == Architecture.TEXT_PROJECTION ? hold("text_projection", Parts.linear(text.size("hidden_size"), projection, false)) : null;
        scale = both ? hold("logit_scale", Parts.parameter()) : null;
    }

    private static Architecture head(Config c, Architecture head) {
        boolean bare = head == Architecture.MODEL && !c.modelType().equals("clip");
        return !bare ? head : c.modelType().equals("clip_text_model") ? Architecture.TEXT : Architecture.VISION;
    }

    private static Config text(Config c) {
        return c.modelType().equals("clip") ? c.part("text_config", "clip_text_model") : c;
    }

    private static Config vision(Config c) {
        return c.modelType().equals("clip") ? c.part("vision_config", "clip_vision_model") : c;
    }

    private static Model build(Config c, Architecture asked) {
        Architecture head = head(c, asked);
        boolean ofText = head == Architecture.MODEL || head == Architecture.TEXT || head == Architecture.TEXT_PROJECTION;
        boolean ofVision = head == Architecture.MODEL || head == Architecture.VISION || head == Architecture.VISION_PROJECTION;
        return new Clip(ofText ? text(c) : null, ofVision ? vision(c) : null, head, c.size("projection_dim"));
    }

    private static List<Pretrained.Input> inputs(Config c, Architecture asked) {
        return switch (head(c, asked)) {
            case TEXT, TEXT_PROJECTION -> List.of(Family.IDS);
            case VISION, VISION_PROJECTION -> List.of(Family.pixels(vision(c)));
            default -> List.of(Family.IDS, Family.pixels(vision(c)));
        };
    }

    @Override Object forward(List<?> arguments) {
        Tensor words = text == null ? null : tensor(arguments, 0).then(text);
        Tensor picture = vision == null ? null : tensor(arguments, text == null ? 0 : 1).then(vision);
        Tensor first = words == null || textProjection == null ? words : words.output(1).then(textProjection);
        Tensor second = picture == null || visionProjection == null ? picture : picture.output(1).then(visionProjection);
        if (scale == null) {
            return first == null ? second : first;
        }
        Tensor logits = first.normalize().matmul(second.normalize().t()).mul(scale.exp());
        return List.of(logits, logits.t());
    }

    private static DecoderPlan plan(Config c, long vocabulary, boolean causal) {
        long width = c.size("hidden_size");
        long heads = c.size("num_attention_heads");
        DecoderPlan plan = new DecoderPlan(vocabulary, width, c.count("num_hidden_layers")).norm(Parts::layerNorm).parts("self_attn", "mlp", "layer_norm1", "layer_norm2");
        plan.attention = i -> {
            AttentionPlan a = new AttentionPlan(width, heads, heads, c.share("hidden_size", width, "heads", heads)).named("q_proj", "k_proj", "v_proj", "out_proj").bias(true, true).encoder();
            a.causal = causal;
            return new SelfAttention(a);
        };
        plan.mlp = i -> new Mlp(Mlp.Plan.plain("fc1", "fc2", width, c.size("intermediate_size"), true, c.text("hidden_act", "quick_gelu")));
        return plan;
    }

    /** The layers of both towers. */
    private abstract static class Tower extends Block {
        final List<DecoderLayer> layers = new ArrayList<>();

        final void hold(DecoderPlan plan) {
            for (int i = 0; i < plan.layers; i++) {
                layers.add(new DecoderLayer(plan, i));
            }
            hold("encoder.layers", layers);
        }

        final Tensor through(Tensor x) {
            Tensor y = x;
            for (DecoderLayer layer : layers) {
                y = y.then(layer, Context.NONE);
            }
            return y;
        }
    }

    /** Gives all tokens, and the one that stands for the text. */
    private static final class TextTower extends Tower {
        private final Unit words;
        private final Unit positions;
        private final Unit norm;

        TextTower(Config c) {
            long width = c.size("hidden_size");
            words = hold("embeddings.token_embedding", Parts.embedding(c.size("vocab_size"), width));
            positions = hold("embeddings.position_embedding", Parts.embedding(c.size("max_position_embeddings"), width));
            hold(plan(c, c.size("vocab_size"), true));
            norm = hold("final_layer_norm", Parts.layerNorm(width));
        }

        @Override Object forward(List<?> arguments) {
            Tensor ids = tensor(arguments, 0);
            Tensor x = through(ids.then(words).add(Parts.positions(ids.size(1)).then(positions))).then(norm);
            return List.of(x, x.select(1, 0));
        }
    }

    /** Gives all patches, and the token that stands for the picture. */
    private static final class VisionTower extends Tower {
        private final Tensor token;
        private final Unit patches;
        private final Unit positions;
        private final Unit before;
        private final Unit behind;
        private final long width;

        VisionTower(Config c) {
            width = c.size("hidden_size");
            long patch = c.size("patch_size");
            long side = c.size("image_size") / patch;
            token = hold("embeddings.class_embedding", Parts.parameter(width));
            patches = hold("embeddings.patch_embedding", Unit.of(Parts.layer("conv2d", c.size("num_channels"), width, patch, Option.of("stride", patch), Option.of("bias", false))));
            positions = hold("embeddings.position_embedding", Parts.embedding(side * side + 1, width));
            before = hold("pre_layrnorm", Parts.layerNorm(width));
            hold(plan(c, 1, false));
            behind = hold("post_layernorm", Parts.layerNorm(width));
        }

        @Override Object forward(List<?> arguments) {
            Tensor x = tensor(arguments, 0);
            Expr n = x.size(0);
            Tensor y = Parts.cat(1, token.expand(n, 1, width), x.then(patches).flatten(2).transpose(1, 2));
            y = through(y.add(Parts.positions(y.size(1)).then(positions)).then(before));
            return List.of(y, y.select(1, 0).then(behind));
        }
    }
}

package layerbook.load.config;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Option;
import layerbook.net.Model;
import layerbook.net.Tensor;
import layerbook.net.Unit;

/** ViT and DeiT: a picture as a sequence of patches, with one token (or two) in front. Source: the modeling files of transformers 4.57. */
final class Vit extends Block {
    private static final List<Architecture> HEADS = List.of(Architecture.MODEL, Architecture.IMAGE, Architecture.TEACHER, Architecture.MASKED_IMAGE);
    static final Family FAMILY = new Family(List.of("vit", "deit"), HEADS, Vit::build, (c, head) -> List.of(Family.pixels(c)));

    private final long side;
    private final long width;
    private final List<Tensor> tokens = new ArrayList<>();
    private final Tensor positions;
    private final Unit patches;
    private final List<DecoderLayer> layers = new ArrayList<>();
    private final Unit norm;
    private final Unit pooler;

    private Vit(Config c, boolean pooled, boolean masked) {
        width = c.size("hidden_size");
        long patch = c.size("patch_size");
        side = c.size("image_size") / patch;
        tokens.add(hold("embeddings.cls_token", Parts.parameter(1, 1, width)));
        if (c.modelType().equals("deit")) {
            tokens.add(hold("embeddings.distillation_token", Parts.parameter(1, 1, width)));
        }
        hold("embeddings.mask_token", masked ? Parts.parameter(1, 1, width) : null);
        positions = hold("embeddings.position_embeddings", Parts.parameter(1, side * side + tokens.size(), width));
        patches = hold("embeddings.patch_embeddings.projection", Unit.of(Parts.layer("conv2d", c.size("num_channels"), width, patch, Option.of("stride", patch))));
        DecoderPlan plan = plan(c, width);
        for (int i = 0; i < plan.layers; i++) {
            layers.add(new DecoderLayer(plan, i));
        }
        hold("encoder.layer", layers);
        norm = hold("layernorm", Parts.layerNorm(width));
        pooler = pooled ? hold("pooler.dense", Parts.linear(width, c.number("pooler_output_size", width), true)) : null;
    }

    private static DecoderPlan plan(Config c, long width) {
        long heads = c.size("num_attention_heads");
        boolean bias = c.flag("qkv_bias", true);
        DecoderPlan plan = new DecoderPlan(1, width, c.count("num_hidden_layers")).norm(Parts::layerNorm).parts("attention", "", "layernorm_before", "layernorm_after");
        plan.attention = i -> new SelfAttention(new AttentionPlan(width, heads, heads, c.share("hidden_size", width, "heads", heads))
            .named("attention.query", "attention.key", "attention.value", "output.dense").bias(bias, true).encoder());
        plan.mlp = i -> new Mlp(Mlp.Plan.plain("intermediate.dense", "output.dense", width, c.size("intermediate_size"), true, c.text("hidden_act", "gelu")));
        return plan;
    }

    private static Model build(Config c, Architecture head) {
        var body = new Vit(c, head == Architecture.MODEL, head == Architecture.MASKED_IMAGE);
        String name = c.modelType();
        return switch (head) {
            case MODEL -> body;
            case IMAGE -> EncoderHead.of(name, body, "classifier", Parts.linear(body.width, c.labels(), true), -1);
            case TEACHER -> new EncoderHead(name, body, List.of(new EncoderHead.Part("cls_classifier", Parts.linear(body.width, c.labels(), true), -1),
                new EncoderHead.Part("distillation_classifier", Parts.linear(body.width, c.labels(), true), -1)));
            default -> EncoderHead.of(name, body, "decoder", body.pixels(c), 0);
        };
    }

    /** What gives the pixels of each patch. */
    private Steps pixels(Config c) {
        long stride = c.size("encoder_stride");
        java.util.function.Function<Tensor, Object> grid = x -> x.slice(1, tokens.size(), x.size(1)).permute(0, 2, 1).reshape(x.size(0), width, side, side);
        return new Steps().then(grid).then("0", Unit.of(Parts.layer("conv2d", width, stride * stride * c.size("num_channels"), 1L)))
            .then("1", Unit.of(Parts.layer("pixelShuffle", stride)));
    }

    @Override Object forward(List<?> arguments) {
        Tensor x = tensor(arguments, 0);
        Expr n = x.size(0);
        var parts = new ArrayList<Tensor>();
        tokens.forEach(t -> parts.add(t.expand(n, 1, width)));
        parts.add(x.then(patches).flatten(2).transpose(1, 2));
        Tensor y = Parts.cat(1, parts.toArray(Tensor[]::new)).add(positions);
        for (DecoderLayer layer : layers) {
            y = y.then(layer, Context.NONE);
        }
        y = y.then(norm);
        return pooler == null ? y : List.of(y, y.select(1, 0).then(pooler).tanh());
    }
}

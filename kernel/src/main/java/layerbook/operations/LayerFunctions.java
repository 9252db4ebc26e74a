package layerbook.operations;

import static layerbook.operations.Operator.Place.FUNCTIONAL;
import static layerbook.operations.Operator.Place.FUNCTIONAL_IN_PLACE;
import static layerbook.operations.Operator.Place.IN_PLACE;
import static layerbook.operations.Operator.Place.METHOD;
import static layerbook.operations.Operator.Place.TORCH;
import static layerbook.operations.Operator.Place.TORCH_IN_PLACE;

import java.util.ArrayList;
import java.util.List;
import layerbook.layer.Layer;
import layerbook.layer.Option;
import layerbook.layer.Parameter;
import layerbook.layer.Signature;
import layerbook.layers.Catalogue;
import layerbook.operations.Operator.Place;

/** The functional forms of layers without weights: the same work, but no module. Arguments are those of the layer unless PyTorch's function has others. */
final class LayerFunctions {
    private static final String DROPOUT = "(Tensor input, float p=0.5, bool training=True, bool inplace=False)";
    private static final String SOFTMAX = "(Tensor input, int? dim=None, int _stacklevel=3, dtype? dtype=None)";
    private static final String MAX_POOL = "(Tensor input, int|int[] kernel_size, int|int[]? stride=None, int|int[] padding=0, int|int[] dilation=1,"
        + " bool ceil_mode=False, bool return_indices=False)";
    private static final Place[] EVERYWHERE = {METHOD, TORCH, FUNCTIONAL, IN_PLACE, TORCH_IN_PLACE, FUNCTIONAL_IN_PLACE};

    static final List<Operator> OPERATORS = List.of(
        of("relu", EVERYWHERE), of("relu6", FUNCTIONAL), of("elu", FUNCTIONAL, FUNCTIONAL_IN_PLACE), of("selu", TORCH, TORCH_IN_PLACE, FUNCTIONAL, FUNCTIONAL_IN_PLACE),
        of("celu", TORCH, TORCH_IN_PLACE, FUNCTIONAL, FUNCTIONAL_IN_PLACE), of("leaky_relu", FUNCTIONAL, FUNCTIONAL_IN_PLACE),
        with("rrelu", "rrelu", "(Tensor input, float lower=0.125, float upper=0.3333333333333333, bool training=False, bool inplace=False)",
            TORCH, TORCH_IN_PLACE, FUNCTIONAL, FUNCTIONAL_IN_PLACE),
        of("gelu", FUNCTIONAL), of("silu", FUNCTIONAL), of("mish", FUNCTIONAL), of("glu", FUNCTIONAL), of("sigmoid", EVERYWHERE), of("tanh", EVERYWHERE),
        of("softplus", FUNCTIONAL), of("softsign", FUNCTIONAL), of("log_sigmoid").spelled("torch.nn.functional.logsigmoid"), of("tanhshrink", FUNCTIONAL),
        of("softshrink", FUNCTIONAL), of("hardshrink", METHOD, TORCH, FUNCTIONAL), of("hardtanh", FUNCTIONAL, FUNCTIONAL_IN_PLACE),
        of("hardsigmoid", FUNCTIONAL), of("hardswish", FUNCTIONAL), of("threshold", TORCH, TORCH_IN_PLACE, FUNCTIONAL, FUNCTIONAL_IN_PLACE),
        softmax("softmax", "softmax", METHOD, TORCH, FUNCTIONAL).spelled("torch.special.softmax"), softmax("softmin", "softmin", FUNCTIONAL),
        softmax("log_softmax", "logSoftmax", METHOD, TORCH, FUNCTIONAL).spelled("torch.special.log_softmax"),
        with("dropout", "dropout", DROPOUT, TORCH, TORCH_IN_PLACE, FUNCTIONAL), with("dropout1d", "dropout1d", DROPOUT, FUNCTIONAL),
        with("dropout2d", "dropout2d", DROPOUT, FUNCTIONAL), with("dropout3d", "dropout3d", DROPOUT, FUNCTIONAL),
        with("alpha_dropout", "alphaDropout", DROPOUT, TORCH, TORCH_IN_PLACE, FUNCTIONAL),
        with("feature_alpha_dropout", "featureAlphaDropout", DROPOUT, TORCH, TORCH_IN_PLACE, FUNCTIONAL),
        with("max_pool1d", "maxPool1d", MAX_POOL, TORCH, FUNCTIONAL), with("max_pool2d", "maxPool2d", MAX_POOL, TORCH, FUNCTIONAL),
        with("max_pool3d", "maxPool3d", MAX_POOL, TORCH, FUNCTIONAL),
        of("avg_pool1d", TORCH, FUNCTIONAL), of("avg_pool2d", FUNCTIONAL), of("avg_pool3d", FUNCTIONAL),
        of("lp_pool1d", FUNCTIONAL), of("lp_pool2d", FUNCTIONAL), of("lp_pool3d"),
        of("adaptive_avg_pool1d", TORCH, FUNCTIONAL), of("adaptive_avg_pool2d", FUNCTIONAL), of("adaptive_avg_pool3d", FUNCTIONAL),
        of("adaptive_max_pool1d", TORCH, FUNCTIONAL), of("adaptive_max_pool2d", FUNCTIONAL), of("adaptive_max_pool3d", FUNCTIONAL),
        of("fractional_max_pool2d", FUNCTIONAL), of("fractional_max_pool3d", FUNCTIONAL),
        of("upsample", FUNCTIONAL),
        with("interpolate", "upsample", "(Tensor input, int|int[]? size=None, float|float[]? scale_factor=None, str mode=\"nearest\", bool? align_corners=None,"
            + " bool? recompute_scale_factor=None, bool antialias=False)", FUNCTIONAL),
        of("pixel_shuffle", TORCH, FUNCTIONAL), of("pixel_unshuffle", TORCH, FUNCTIONAL), of("channel_shuffle", TORCH),
        of("fold", FUNCTIONAL), of("local_response_norm", FUNCTIONAL), of("instance_norm1d"), of("instance_norm2d"), of("instance_norm3d"),
        named("im2col", "unfold").spelled("torch.nn.functional.unfold"),
        compared("cross_entropy", "crossEntropyLoss"), compared("nll_loss", "nllLoss"), compared("mse_loss", "mseLoss"), compared("l1_loss", "l1Loss"),
        compared("smooth_l1_loss", "smoothL1Loss"),
        with("huber_loss", "huberLoss", "(Tensor input, Tensor target, str reduction=\"mean\", float delta=1.0)", FUNCTIONAL),
        compared("binary_cross_entropy", "bceLoss"), compared("binary_cross_entropy_with_logits", "bceWithLogitsLoss"), compared("kl_div", "klDivLoss"),
        compared("soft_margin_loss", "softMarginLoss"), compared("hinge_embedding_loss", "hingeEmbeddingLoss"), compared("multi_margin_loss", "multiMarginLoss"),
        compared("multilabel_margin_loss", "multiLabelMarginLoss"), compared("multilabel_soft_margin_loss", "multiLabelSoftMarginLoss"),
        compared("poisson_nll_loss", "poissonNllLoss"),
        with("cosine_embedding_loss", "cosineEmbeddingLoss", schema("(Tensor input1, Tensor input2, Tensor target", "cosineEmbeddingLoss"), TORCH, FUNCTIONAL),
        with("margin_ranking_loss", "marginRankingLoss", schema("(Tensor input1, Tensor input2, Tensor target", "marginRankingLoss"), TORCH, FUNCTIONAL),
        with("triplet_margin_loss", "tripletMarginLoss", schema("(Tensor anchor, Tensor positive, Tensor negative", "tripletMarginLoss"), TORCH, FUNCTIONAL),
        with("gaussian_nll_loss", "gaussianNllLoss", schema("(Tensor input, Tensor target, Tensor var", "gaussianNllLoss"), FUNCTIONAL),
        with("ctc_loss", "ctcLoss", schema("(Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths", "ctcLoss"), TORCH, FUNCTIONAL),
        distance("cosine_similarity", "cosineSimilarity", TORCH, FUNCTIONAL), distance("pairwise_distance", "pairwiseDistance", TORCH, FUNCTIONAL));

    private LayerFunctions() {}

    private static Operator of(String name, Place... places) {
        return named(name, Spelling.camel(name)).in(places);
    }

    private static Operator named(String name, String layer) {
        return with(name, layer, schema("(Tensor input", layer));
    }

    /** Along an axis; a dtype that is asked for is what the numbers are cast to first. The method has no _stacklevel. */
    private static Operator softmax(String name, String layer, Place... places) {
        return Operator.of(name, signature(layer).firstSentence()).takes(SOFTMAX).in(places)
            .composed((a, t) -> a.has("dtype") && a.dtype("dtype") != t.get(0).type().dtype()
                ? Applying.call(Applying.call(t.get(0), "to", a.dtype("dtype")), name, a.has("dim") ? Option.of("dim", a.size("dim")) : Option.of("dim", (Object) null)) : null)
            .layer(a -> layer(signature(layer), a));
    }

    private static Operator compared(String name, String layer) {
        return with(name, layer, schema("(Tensor input, Tensor target", layer), FUNCTIONAL);
    }

    private static Operator distance(String name, String layer, Place... places) {
        return with(name, layer, schema("(Tensor x1, Tensor x2", layer), places);
    }

    private static Operator with(String name, String layer, String schema, Place... places) {
        Signature signature = signature(layer);
        return Operator.of(name, signature.firstSentence()).takes(schema).in(places).layer(a -> layer(signature, a));
    }

    private static Signature signature(String layer) {
        return Catalogue.find(layer).orElseThrow(() -> new IllegalArgumentException("no layer " + layer));
    }

    /** The layer with those of the function's arguments that it has, too. */
    static Layer layer(Signature signature, Bindings a) {
        var options = new ArrayList<Object>();
        for (Parameter p : signature.parameters()) {
            Object given = a.get(Spelling.snake(p.name()));
            if (given != null) {
                options.add(Option.of(p.name(), given));
            }
        }
        return signature.read(options.toArray());
    }

    /** The layer's arguments as a schema. */
    private static String schema(String begin, String layer) {
        var out = new StringBuilder(begin);
        for (Parameter p : signature(layer).parameters()) {
            out.append(", ").append(p.name().equals("outputSize") ? "int|int?[]" : type(p.type())).append(p.standard() == null && p.need() != Parameter.Need.REQUIRED ? "? " : " ").append(Spelling.snake(p.name()));
            if (p.need() != Parameter.Need.REQUIRED) {
                out.append('=').append(standard(p.standard()));
            }
        }
        return out.append(')').toString();
    }

    private static String standard(Object v) {
        return v == null ? "None" : v instanceof String s ? '"' + s + '"' : v instanceof Boolean b ? (b ? "True" : "False") : Bindings.text(v);
    }

    private static String type(Parameter.Type type) {
        return switch (type) {
            case INT -> "int";
            case SIZE -> "int|int[]";
            case PADDING -> "int|int[]|str";
            case REAL -> "float|float[]";
            case BOOL -> "bool";
            case TEXT -> "str";
            case OBJECT -> "any";
        };
    }
}

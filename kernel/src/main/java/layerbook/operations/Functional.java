package layerbook.operations;

import static layerbook.operations.Operator.Place.FUNCTIONAL;
import static layerbook.operations.Operator.Place.METHOD;
import static layerbook.operations.Operator.Place.TORCH;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Applied;
import layerbook.layer.Inputs;
import layerbook.layer.Kind;
import layerbook.layer.Layer;
import layerbook.layer.Letters;
import layerbook.layer.Option;
import layerbook.layer.Rule;
import layerbook.layers.Catalogue;
import layerbook.shape.DType;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/** Functional forms of layers whose weights are given as tensors. */
final class Functional {
    private static final String CONVOLUTION = "(Tensor input, Tensor weight, Tensor? bias=None, int|int[] stride=1, int|int[]|str padding=0, int|int[] dilation=1, int groups=1)";
    private static final String TRANSPOSED = "(Tensor input, Tensor weight, Tensor? bias=None, int|int[] stride=1, int|int[] padding=0, int|int[] output_padding=0,"
        + " int groups=1, int|int[] dilation=1)";

    static final List<Operator> OPERATORS = List.of(
        convolution("conv1d", "Slides windows of one's own over a sequence.", CONVOLUTION), convolution("conv2d", "Slides windows of one's own over an image.", CONVOLUTION),
        convolution("conv3d", "Slides windows of one's own over a volume.", CONVOLUTION),
        convolution("conv_transpose1d", "Spreads each place of a sequence over a window of one's own.", TRANSPOSED),
        convolution("conv_transpose2d", "Spreads each pixel over a window of one's own.", TRANSPOSED),
        convolution("conv_transpose3d", "Spreads each voxel over a window of one's own.", TRANSPOSED),
        Operator.of("layer_norm", "Normalises over the last sizes, with scale and shift if they are given.")
            .takes("(Tensor input, int[] normalized_shape, Tensor? weight=None, Tensor? bias=None, float eps=1e-5)").in(FUNCTIONAL)
            .rule((a, in) -> layerNorm(a.sizes("normalized_shape"), in)),
        Operator.of("group_norm", "Normalises the channels in groups, with scale and shift if they are given.")
            .takes("(Tensor input, int num_groups, Tensor? weight=None, Tensor? bias=None, float eps=1e-5)").in(FUNCTIONAL)
            .rule((a, in) -> normalised("groupNorm", a.integer("num_groups"), in))
            .stating((r, a, in) -> r.keeps(k -> k.input(0).contiguous().numbers(Expr.of(2 * a.integer("num_groups")), Letters.N).input(1).ifGradient(0))
                .workspace(Expr.of(2 * a.integer("num_groups")), Letters.N)),
        Operator.of("batch_norm", "Normalises with the mean and variance of each channel, then scale and shift if they are given.")
            .takes("(Tensor input, Tensor? running_mean=None, Tensor? running_var=None, Tensor? weight=None, Tensor? bias=None, bool training=False, float momentum=0.1, float eps=1e-5)")
            .in(FUNCTIONAL).rule((a, in) -> normalised("batchNorm", 0, in))
            .stating((r, a, in) -> r.keeps(k -> k.input(0).when(a.flag("training"), t -> t.numbers(Expr.of(2), Letters.C)))),
        Operator.of("rms_norm", "Divided by the root of the mean square over the last sizes, times a scale if one is given.")
            .takes("(Tensor input, int[] normalized_shape, Tensor? weight=None, float? eps=None)").in(FUNCTIONAL).rule((a, in) -> rmsNorm(a.sizes("normalized_shape"), in))
            .spelled("torch.rms_norm").keeps(k -> k.input(0)),
        Operator.of("instance_norm", "Normalises each channel of each example, with scale and shift if they are given.")
            .takes("(Tensor input, Tensor? running_mean=None, Tensor? running_var=None, Tensor? weight=None, Tensor? bias=None, bool use_input_stats=True, float momentum=0.1, float eps=1e-5)")
            .in(FUNCTIONAL).rule((a, in) -> normalised("instanceNorm", 0, in)).keeps(k -> k.input(0)),
        Operator.of("bilinear", "x1·W·x2 for each output, plus the bias if one is given.").takes("(Tensor input1, Tensor input2, Tensor weight, Tensor? bias=None)").in(TORCH, FUNCTIONAL)
            .rule((a, in) -> bilinear(in)),
        Operator.of("embedding_bag", "The mean, sum or largest of rows of the table, bag by bag.")
            .takes("(Tensor input, Tensor weight, Tensor? offsets=None, float? max_norm=None, float norm_type=2.0, bool scale_grad_by_freq=False, str mode=\"mean\", bool sparse=False,"
                + " Tensor? per_sample_weights=None, bool include_last_offset=False, int? padding_idx=None)").in(FUNCTIONAL).rule((a, in) -> bags(a, in)),
        Operator.of("embedding", "Rows of the table, looked up by these numbers.")
            .takes("(Tensor input, Tensor weight, int? padding_idx=None, float? max_norm=None, float norm_type=2.0, bool scale_grad_by_freq=False, bool sparse=False)")
            .in(FUNCTIONAL).rule((a, in) -> embedding(in)),
        Operator.of("prelu", "Weighs negative numbers by the slope of their channel.").takes("(Tensor input, Tensor weight)").in(METHOD, TORCH, FUNCTIONAL)
            .rule((a, in) -> prelu(in)));

    private Functional() {}

    private static Rule layerNorm(List<Expr> sizes, Inputs in) {
        int weights = in.count() - 1;
        List<Expr> dims = in.shape(0).dims();
        if (dims.size() < sizes.size() || !dims.subList(dims.size() - sizes.size(), dims.size()).equals(sizes)) {
            throw Refusal.shape("layerNorm does not fit its input").why("the last sizes of " + in.shape(0).text() + " are not those that are normalised");
        }
        Rule rule = Rule.of("layerNorm").takes(Letters.ANY).floats();
        for (int i = 0; i < weights; i++) {
            rule.takes(sizes.toArray(Expr[]::new)).floats();
        }
        rule.gives(Letters.ANY).work("sum for the mean", Kind.ADD, Letters.ANY).work("squared distances", Kind.MULTIPLY, Letters.ANY).work("their sum", Kind.ADD, Letters.ANY)
            .work("subtract the mean", Kind.ADD, Letters.ANY).work("divide by the deviation", Kind.MULTIPLY, Letters.ANY);
        Expr rows = Expr.product(dims.subList(0, dims.size() - sizes.size())).normal();
        rule.keeps(k -> k.input(0).numbers(Expr.of(2), rows).input(1).ifGradient(0)).workspace(Expr.of(2), rows);
        return rule.when(weights > 0, r -> r.work("scale", Kind.MULTIPLY, Letters.ANY)).when(weights > 1, r -> r.work("shift", Kind.ADD, Letters.ANY));
    }

    private static Rule embedding(Inputs in) {
        Indices.check("embedding", "input", in.type(0).dtype(), DType.INT64, DType.INT32);
        return Rule.of("embedding").takes(Letters.ANY).anything().takes(Letters.letter("V", "rows of the table"), Letters.E).anything()
            .gives(in.type(1).dtype(), Letters.ANY, Letters.E).work(Kind.LOOKUP, Letters.ANY, Letters.E).keeps(k -> k.input(0));
    }

    private static Operator convolution(String name, String doc, String schema) {
        return Operator.of(name, doc).takes(schema).in(TORCH, FUNCTIONAL).rule((a, in) -> borrowed(Spelling.camel(name), a, in));
    }

    /** The rule of the layer, the weights coming in instead of being owned: their sizes are its channels and its kernel. */
    private static Rule borrowed(String word, Bindings given, Inputs in) {
        List<Expr> w = in.shape(1).dims();
        int axes = word.charAt(word.length() - 2) - '0';
        if (w.size() != axes + 2) {
            throw Refusal.shape(word + " wants a weight of " + (axes + 2) + " axes, not " + in.shape(1).text()).at("weight", "has " + w.size() + " axes")
                .why("it holds a window for each pair of channels");
        }
        Numeric.equal(word, in);
        var options = new ArrayList<Object>();
        for (String name : List.of("stride", "padding", "output_padding", "dilation", "groups")) {
            if (given.has(name)) {
                options.add(Option.of(Spelling.camel(name), given.get(name)));
            }
        }
        Expr groups = given.size("groups");
        boolean transposed = word.startsWith("convTranspose");
        options.add(Option.of("inChannels", transposed ? w.get(0) : w.get(1).times(groups)));
        options.add(Option.of("outChannels", transposed ? w.get(1).times(groups) : w.get(0)));
        options.add(Option.of("kernelSize", w.subList(2, w.size())));
        options.add(Option.of("bias", in.count() > 2));
        return borrowing(word, Catalogue.find(word).orElseThrow().read(options.toArray()), in);
    }

    private static Rule borrowing(String word, Layer layer, Inputs in) {
        Applied a = Applied.of(layer, Inputs.of(new TensorType(in.shape(0), DType.FLOAT32))); // PyTorch convolves whole numbers, too
        if (in.count() > 2 && !in.shape(2).dims().equals(a.weights().get(1).dims())) {
            throw Refusal.shape(word + " wants a bias for each output channel").at("bias", in.shape(2).text()).why("the weight gives " + new Shape(a.weights().get(1).dims()).text() + " channels");
        }
        Rule rule = Rule.of(word);
        a.letters().forEach(rule::let);
        for (int i = 0; i < in.count(); i++) {
            rule.takes(in.shape(i).dims().toArray(Expr[]::new)).anything();
        }
        rule.gives(new TensorType(a.output().shape(), in.type(0).dtype()));
        a.rule().work().forEach(each -> rule.work(each.label(), each.kind(), each.factors().toArray(Expr[]::new)));
        rule.keeps(k -> {
            a.rule().saved().forEach(s -> k.saved(s.asInput("weight", 1)));
            k.input(1);
        });
        return rule;
    }

    /** A normalisation whose scale and shift (and mean and variance) come in, one for each channel. */
    private static Rule normalised(String name, int groups, Inputs in) {
        int weights = in.count() - 1;
        boolean grouped = name.equals("groupNorm");
        if (grouped && groups < 1) {
            throw Refusal.option(name + " cannot make " + groups + " groups").at("numGroups", "must be 1 or more").fix(name + "(1)");
        }
        Expr channels = in.rank() > 1 ? in.shape(0).dim(1) : Expr.ONE;
        if (in.rank() < 2) {
            throw Refusal.shape(name + " wants a batch and channels, not " + in.shape(0).text()).at("input", in.rank() + " axes").why("axis 1 holds the channels");
        }
        if (name.equals("instanceNorm") && Expr.product(in.shape(0).slice(2, in.rank())).normal().isOne()) {
            throw Refusal.shape("instanceNorm has one number for each channel in " + in.shape(0).text()).at("input", "1 number").why("a mean and a deviation need more");
        }
        if (groups > 0 && channels instanceof Expr.Num n && n.value().mod(java.math.BigInteger.valueOf(groups)).signum() != 0) {
            throw Refusal.option(name + " cannot split " + channels.text() + " channels into " + groups + " groups").at("numGroups", channels.text() + " is not a multiple of " + groups)
                .fix(name + "(" + n.value().gcd(java.math.BigInteger.valueOf(groups)) + ")");
        }
        Rule rule = Rule.of(name).takes(Letters.N, Letters.C, Letters.ANY).floats();
        for (int i = 0; i < weights; i++) {
            rule.takes(Letters.C).floats();
        }
        int learned = name.equals("batchNorm") ? weights - 2 : weights;
        rule.gives(Letters.N, Letters.C, Letters.ANY).work("subtract the mean", Kind.ADD, Letters.N, Letters.C, Letters.ANY).work("divide by the deviation", Kind.MULTIPLY, Letters.N, Letters.C, Letters.ANY);
        return rule.when(learned > 0, r -> r.work("scale", Kind.MULTIPLY, Letters.N, Letters.C, Letters.ANY)).when(learned > 1, r -> r.work("shift", Kind.ADD, Letters.N, Letters.C, Letters.ANY));
    }

    private static Rule rmsNorm(List<Expr> sizes, Inputs in) {
        List<Expr> dims = in.shape(0).dims();
        if (dims.size() < sizes.size() || !dims.subList(dims.size() - sizes.size(), dims.size()).equals(sizes)) {
            throw Refusal.shape("rmsNorm does not fit its input").at("normalizedShape", new Shape(sizes).text()).why("the last sizes of " + in.shape(0).text() + " are not those that are normalised");
        }
        Rule rule = Rule.of("rmsNorm").takes(Letters.ANY).floats();
        for (int i = 1; i < in.count(); i++) {
            rule.takes(sizes.toArray(Expr[]::new)).floats();
        }
        return rule.gives(Letters.ANY).work("squares", Kind.MULTIPLY, Letters.ANY).work("their sum", Kind.ADD, Letters.ANY).work("divide by the root", Kind.MULTIPLY, Letters.ANY)
            .when(in.count() > 1, r -> r.work("scale", Kind.MULTIPLY, Letters.ANY));
    }

    private static Rule bilinear(Inputs in) {
        Shape w = in.shape(2);
        Shape x = in.shape(0);
        Shape y = in.shape(1);
        boolean fits = w.rank() == 3 && x.rank() > 0 && x.rank() == y.rank() && x.dim(-1).equals(w.dim(1)) && y.dim(-1).equals(w.dim(2))
            && x.slice(0, x.rank() - 1).equals(y.slice(0, y.rank() - 1));
        if (!fits) {
            throw Refusal.shape("bilinear cannot take " + x.text() + " and " + y.text() + " with a weight of " + w.text()).at("weight", w.text())
                .why("the weight has output by first by second features; leading sizes are equal");
        }
        if (in.count() > 3 && !in.shape(3).equals(Shape.of(w.dim(0)))) {
            throw Refusal.shape("bilinear wants a bias for each of " + w.dim(0).text() + " outputs").at("bias", in.shape(3).text());
        }
        Shape out = x.with(-1, w.dim(0));
        return Operation.taking("bilinear", in, new TensorType(out, Numeric.equal("bilinear", in))).work(Kind.MULTIPLY_ADD, out.numel(), w.dim(1), w.dim(2))
            .when(in.count() > 3, r -> r.work(Kind.BIAS_ADD, out.numel()));
    }

    private static Rule bags(Bindings a, Inputs in) {
        Shape x = in.shape(0);
        Indices.check("embeddingBag", "input", in.type(0).dtype(), DType.INT64, DType.INT32);
        if (in.shape(1).rank() != 2 || x.rank() == 1 != a.isTensor("offsets") || x.rank() < 1 || x.rank() > 2) {
            throw Refusal.shape("embeddingBag takes bags as rows, or a list of numbers with offsets").at("input", x.text());
        }
        Expr bags = x.rank() == 2 ? x.dim(0) : a.flag("include_last_offset") ? a.shape("offsets", in).dim(0).minus(1).normal() : a.shape("offsets", in).dim(0);
        return Operation.taking("embeddingBag", in, new TensorType(Shape.of(bags, in.shape(1).dim(1)), in.type(1).dtype())).work(Kind.LOOKUP, x.numel(), in.shape(1).dim(1))
            .work(Kind.ADD, x.numel(), in.shape(1).dim(1));
    }

    private static Rule prelu(Inputs in) {
        Expr slopes = in.shape(1).numel();
        if (!slopes.isOne() && (in.rank() < 2 || !in.shape(0).dim(1).equals(slopes))) {
            throw Refusal.shape("prelu wants one slope, or one for each channel").at("weight", slopes.text() + " slopes").why("the input is " + in.shape(0).text());
        }
        return Rule.of("prelu").takes(Letters.ANY).floats().takes(in.shape(1).dims().toArray(Expr[]::new)).floats().gives(in.type(0)).work(Kind.COMPARE, Letters.ANY).work(Kind.MULTIPLY, Letters.ANY);
    }
}

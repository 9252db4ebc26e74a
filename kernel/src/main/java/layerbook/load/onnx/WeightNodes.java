package layerbook.load.onnx;

import static layerbook.load.onnx.WeightUnits.arguments;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.formula.Expr;
import layerbook.load.onnx.NodeRules.NodeRule;
import layerbook.net.Tensor;
import layerbook.net.Unit;

/** Operators whose stored inputs are a layer's weights: convolutions, matrix products, normalisations, embeddings. */
final class WeightNodes {
    static final Map<String, NodeRule> RULES = Map.ofEntries(Map.entry("Conv", WeightNodes::conv), Map.entry("ConvTranspose", WeightNodes::transposed),
        Map.entry("Gemm", WeightNodes::gemm), Map.entry("MatMul", WeightNodes::matMul), Map.entry("BatchNormalization", WeightNodes::batchNorm),
        Map.entry("InstanceNormalization", WeightNodes::instanceNorm), Map.entry("LayerNormalization", WeightNodes::layerNorm),
        Map.entry("GroupNormalization", WeightNodes::groupNorm), Map.entry("PRelu", WeightNodes::prelu), Map.entry("RMSNormalization", WeightNodes::rmsNorm),
        Map.entry("SimplifiedLayerNormalization", WeightNodes::rmsNorm));

    private WeightNodes() {}

    private static List<Value> one(Tensor t) {
        return List.of(Value.of(t));
    }

    private static Map<String, OnnxTensor> weights(Value weight, Value bias) {
        var out = new LinkedHashMap<String, OnnxTensor>();
        out.put("weight", weight.stored());
        if (bias != null) {
            out.put("bias", bias.stored());
        }
        return out;
    }

    private static boolean owned(Value weight, Value bias) {
        return weight.isWeight() && !weight.transposed() && (bias == null || bias.isWeight());
    }

    static List<Long> sizes(OnnxNode node, String attribute, int axes) {
        List<Long> given = node.numbers(attribute);
        return given == null || given.size() != axes ? Collections.nCopies(axes, 1L) : given;
    }

    // ---- convolutions

    private static List<Value> conv(OnnxNode node, GraphRun run) {
        Tensor x = run.tensor(node, 0);
        Value weight = run.value(node, 1);
        Value bias = run.value(node, 2);
        int axes = x.rank() - 2;
        if (axes < 1 || axes > 3 || run.shape(weight).rank() != x.rank()) {
            throw GraphRun.refused(node, "slides a window over " + Math.max(0, axes) + " axes; 1 to 3 are read");
        }
        List<Long> kernel = run.shape(weight).slice(2, x.rank()).stream().map(e -> e.exact().longValueExact()).toList();
        List<Long> strides = sizes(node, "strides", axes);
        List<Long> dilations = sizes(node, "dilations", axes);
        Pads pads = Pads.of(node, x.shape().slice(2, x.rank()), kernel, strides, dilations);
        long groups = node.number("group", 1);
        Tensor in = pads.padded(x);
        if (!owned(weight, bias)) {
            Tensor b = bias == null ? null : run.tensor(bias);
            return one(Ops.of("conv" + axes + "d", in, run.tensor(weight), b, strides, pads.inLayer(), dilations, groups));
        }
        List<Long> dims = weight.stored().dims();
        var layer = WeightUnits.layer("conv" + axes + "d", arguments("inChannels", dims.get(1) * groups, "outChannels", dims.get(0), "kernelSize", kernel, "stride", strides,
            "padding", pads.inLayer(), "dilation", dilations, "groups", groups, "bias", bias != null));
        return one(in.then(run.units().unit(node, layer, weights(weight, bias))));
    }

    private static List<Value> transposed(OnnxNode node, GraphRun run) {
        Tensor x = run.tensor(node, 0);
        Value weight = run.value(node, 1);
        Value bias = run.value(node, 2);
        int axes = x.rank() - 2;
        if (axes < 1 || axes > 3 || !owned(weight, bias) || node.has("output_shape") || node.text("auto_pad", "NOTSET").startsWith("SAME")) {
            throw GraphRun.refused(node, "is read with a stored weight, 1 to 3 axes and pads that are said");
        }
        List<Long> dims = weight.stored().dims();
        List<Long> kernel = dims.subList(2, dims.size());
        List<Long> strides = sizes(node, "strides", axes);
        List<Long> dilations = sizes(node, "dilations", axes);
        Pads pads = Pads.of(node, x.shape().slice(2, x.rank()), kernel, strides, dilations);
        List<Long> extra = node.has("output_padding") ? node.numbers("output_padding") : Collections.nCopies(axes, 0L);
        long groups = node.number("group", 1);
        var layer = WeightUnits.layer("convTranspose" + axes + "d", arguments("inChannels", dims.get(0), "outChannels", dims.get(1) * groups, "kernelSize", kernel,
            "stride", strides, "padding", pads.inLayer(), "outputPadding", extra, "dilation", dilations, "groups", groups, "bias", bias != null));
        Tensor y = x.then(run.units().unit(node, layer, weights(weight, bias)));
        for (int i = 0; i < axes && !pads.isSymmetric(); i++) { // what PyTorch's layer cannot cut unequally is cut behind it
            y = PlaceNodes.sliced(node, y, i + 2, Expr.of(pads.before().get(i)), y.shape().dim(i + 2).minus(pads.after().get(i)).normal(), 1);
        }
        return one(y);
    }

    // ---- matrix products

    /** A·B + C, each perhaps transposed; with a stored B it is PyTorch's Linear. */
    private static List<Value> gemm(OnnxNode node, GraphRun run) {
        Tensor x = node.number("transA", 0) == 1 ? Ops.of("transpose", run.tensor(node, 0), 0, 1) : run.tensor(node, 0);
        Value weight = run.value(node, 1);
        Value bias = run.value(node, 2);
        boolean transposed = node.number("transB", 0) == 1 != weight.transposed();
        if (!weight.isWeight()) {
            Tensor b = node.number("transB", 0) == 1 ? Ops.of("transpose", run.tensor(weight), 0, 1) : run.tensor(weight);
            return one(bias == null ? Ops.of("matmul", x, b) : Ops.of("addmm", run.tensor(bias), x, b));
        }
        List<Long> dims = weight.stored().dims();
        long out = transposed ? dims.get(0) : dims.get(1);
        long in = transposed ? dims.get(1) : dims.get(0);
        boolean fits = bias != null && bias.isWeight() && bias.stored().numel().equals(java.math.BigInteger.valueOf(out));
        Tensor y = x.then(linear(node, run, in, out, weight, fits ? bias : null));
        return one(bias == null || fits ? y : Ops.of("add", y, run.tensor(bias)));
    }

    private static Unit linear(OnnxNode node, GraphRun run, long in, long out, Value weight, Value bias) {
        var layer = WeightUnits.layer("linear", arguments("inFeatures", in, "outFeatures", out, "bias", bias != null));
        Map<String, OnnxTensor> held = weights(weight, bias);
        if (bias != null && weight.stored().name().contains("::")) { // the exporter renamed the weight when it transposed it; the bias kept its name
            held = new LinkedHashMap<>();
            held.put("bias", bias.stored());
            held.put("weight", weight.stored());
        }
        return run.units().unit(node, layer, held);
    }

    /** With a stored matrix it is a Linear, together with the Add of a stored vector behind it. */
    private static List<Value> matMul(OnnxNode node, GraphRun run) {
        Value weight = run.value(node, 1);
        if (!weight.isWeight() || weight.stored().dims().size() != 2) {
            return one(Ops.of("matmul", run.tensor(node, 0), run.tensor(node, 1)));
        }
        List<Long> dims = weight.stored().dims();
        long in = weight.transposed() ? dims.get(1) : dims.get(0);
        long out = weight.transposed() ? dims.get(0) : dims.get(1);
        OnnxNode add = run.onlyUser(node.outputs().get(0), "Add");
        Value bias = add == null ? null : run.early(add.input(0).equals(node.outputs().get(0)) ? add.input(1) : add.input(0));
        boolean fits = bias != null && bias.isWeight() && bias.stored().dims().equals(List.of(out));
        Tensor y = run.tensor(node, 0).then(linear(node, run, in, out, weight, fits ? bias : null));
        if (fits) {
            run.gives(add, Value.of(y));
        }
        return one(y);
    }

    // ---- normalisations and others

    private static List<Value> batchNorm(OnnxNode node, GraphRun run) {
        Tensor x = run.tensor(node, 0);
        Value weight = run.value(node, 1);
        if (!weight.isWeight() || !run.value(node, 2).isWeight() || x.rank() < 2 || x.rank() > 5) {
            throw GraphRun.refused(node, "is read with a stored scale on 2 to 5 axes");
        }
        var held = weights(weight, run.value(node, 2));
        String word = "batchNorm" + Math.max(1, x.rank() - 2) + "d";
        var layer = WeightUnits.layer(word, arguments("numFeatures", weight.stored().dims().get(0), "eps", node.real("epsilon", 1e-5)));
        return one(x.then(run.units().unit(node, layer, held)));
    }

    private static List<Value> instanceNorm(OnnxNode node, GraphRun run) {
        Tensor x = run.tensor(node, 0);
        Value weight = run.value(node, 1);
        Value bias = run.value(node, 2);
        boolean affine = weight.isWeight() && bias.isWeight() && run.isInitializer(weight);
        if (x.rank() < 3 || x.rank() > 5) {
            throw GraphRun.refused(node, "is read on 3 to 5 axes");
        }
        var layer = WeightUnits.layer("instanceNorm" + (x.rank() - 2) + "d", arguments("numFeatures", x.shape().dim(1).exact().longValueExact(), "affine", affine));
        return one(affine ? x.then(run.units().unit(node, layer, weights(weight, bias))) : GraphRun.function(layer, x));
    }

    private static List<Value> layerNorm(OnnxNode node, GraphRun run) {
        Tensor x = run.tensor(node, 0);
        Value weight = run.value(node, 1);
        Value bias = run.value(node, 2);
        if (!owned(weight, bias)) {
            throw GraphRun.refused(node, "is read with a stored scale");
        }
        var layer = WeightUnits.layer("layerNorm", arguments("normalizedShape", weight.stored().dims(), "eps", node.real("epsilon", 1e-5), "bias", bias == null ? false : null));
        return one(x.then(run.units().unit(node, layer, weights(weight, bias))));
    }

    private static List<Value> rmsNorm(OnnxNode node, GraphRun run) {
        Value weight = run.value(node, 1);
        if (!owned(weight, null)) {
            throw GraphRun.refused(node, "is read with a stored scale");
        }
        var layer = WeightUnits.layer("rmsNorm", arguments("normalizedShape", weight.stored().dims()));
        return one(run.tensor(node, 0).then(run.units().unit(node, layer, weights(weight, null))));
    }

    private static List<Value> groupNorm(OnnxNode node, GraphRun run) {
        Tensor x = run.tensor(node, 0);
        Value weight = run.value(node, 1);
        Value bias = run.value(node, 2);
        long channels = x.shape().dim(1).exact().longValueExact();
        if (!owned(weight, bias) || !weight.stored().dims().equals(List.of(channels))) {
            throw GraphRun.refused(node, "is read with a stored scale for each channel, as from opset 21 on");
        }
        var layer = WeightUnits.layer("groupNorm", arguments("numGroups", node.number("num_groups", 1), "numChannels", channels, "eps", node.real("epsilon", 1e-5)));
        return one(x.then(run.units().unit(node, layer, weights(weight, bias))));
    }

    private static List<Value> prelu(OnnxNode node, GraphRun run) {
        Value slope = run.value(node, 1);
        if (!slope.isWeight()) {
            return one(Ops.of("prelu", run.tensor(node, 0), run.tensor(slope)));
        }
        var layer = WeightUnits.layer("prelu", arguments("numParameters", slope.stored().numel().longValueExact()));
        return one(run.tensor(node, 0).then(run.units().unit(node, layer, weights(slope, null))));
    }
}

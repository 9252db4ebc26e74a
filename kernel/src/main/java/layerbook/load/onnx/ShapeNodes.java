package layerbook.load.onnx;

import static layerbook.load.onnx.ElementNodes.one;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import layerbook.formula.Expr;
import layerbook.layer.Kind;
import layerbook.load.onnx.NodeRules.NodeRule;
import layerbook.net.Tensor;
import layerbook.shape.DType;
import layerbook.shape.Shape;
import layerbook.shape.Sizes;
import layerbook.shape.TensorType;

/** Operators that give the same numbers under other sizes, and those that make tensors of sizes. */
final class ShapeNodes {
    static final Map<String, NodeRule> RULES = new HashMap<>();

    static {
        RULES.put("Constant", ShapeNodes::constant);
        RULES.put("Shape", ShapeNodes::shape);
        RULES.put("Size", (node, run) -> List.of(Value.of(new Known(List.of(), List.of(run.shape(run.value(node, 0)).numel()), OnnxType.INT64))));
        RULES.put("Reshape", ShapeNodes::reshape);
        RULES.put("Flatten", ShapeNodes::flatten);
        RULES.put("Transpose", ShapeNodes::transpose);
        RULES.put("Squeeze", ShapeNodes::squeeze);
        RULES.put("Unsqueeze", ShapeNodes::unsqueeze);
        RULES.put("Expand", ShapeNodes::expand);
        RULES.put("Tile", (node, run) -> one(Ops.of("repeat", run.tensor(node, 0), sizes(node, run, 1))));
        RULES.put("ConstantOfShape", ShapeNodes::filled);
        RULES.put("Range", ShapeNodes::range);
        RULES.put("DepthToSpace", (node, run) -> one(Ops.of("pixel_shuffle", run.tensor(node, 0), node.number("blocksize", 1))));
        RULES.put("SpaceToDepth", (node, run) -> one(Ops.of("pixel_unshuffle", run.tensor(node, 0), node.number("blocksize", 1))));
        for (String random : List.of("RandomNormal", "RandomUniform")) {
            RULES.put(random, (node, run) -> one(run.builder().bare("constant", new TensorType(Shape.of(node.numbers("shape").stream().mapToLong(Long::longValue).toArray()), DType.FLOAT32))));
        }
        for (String random : List.of("RandomNormalLike", "RandomUniformLike", "Bernoulli")) {
            RULES.put(random, (node, run) -> one(run.tensor(node, 0).apply(new OnnxOperation("random", List.of(), List.of(run.tensor(node, 0).type()), Kind.RANDOM, run.tensor(node, 0).numel()))));
        }
    }

    private ShapeNodes() {}

    /** The known sizes of an input; refused where they follow from values. */
    static List<Expr> sizes(OnnxNode node, GraphRun run, int input) {
        Known k = run.known(node, input);
        List<Expr> sizes = k == null ? null : k.sizes();
        if (sizes == null) {
            throw GraphRun.refused(node, "takes sizes that follow from values, which are not read");
        }
        return sizes;
    }

    private static List<Value> constant(OnnxNode node, GraphRun run) {
        OnnxNode.Attribute tensor = node.attributes().get("value");
        if (tensor != null && tensor.tensor() != null) {
            return List.of(Value.of(tensor.tensor()));
        } else if (node.has("value_int")) {
            return List.of(Value.of(new Known(List.of(), List.of(Expr.of(node.number("value_int", 0))), OnnxType.INT64)));
        } else if (node.has("value_float")) {
            return List.of(Value.of(new Known(List.of(), List.of(node.real("value_float", 0)), OnnxType.FLOAT)));
        } else if (node.has("value_ints")) {
            return List.of(Value.of(Known.list(node.numbers("value_ints").stream().map(Expr::of).toList())));
        } else if (node.has("value_floats")) {
            List<Double> reals = node.attributes().get("value_floats").reals();
            return List.of(Value.of(new Known(List.of((long) reals.size()), List.copyOf(reals), OnnxType.FLOAT)));
        }
        throw GraphRun.refused(node, "holds neither numbers nor a tensor");
    }

    private static List<Value> shape(OnnxNode node, GraphRun run) {
        List<Expr> dims = run.shape(run.value(node, 0)).dims();
        int from = bound(node.number("start", 0), dims.size());
        int to = bound(node.number("end", dims.size()), dims.size());
        return List.of(Value.of(Known.list(dims.subList(Math.min(from, to), to))));
    }

    private static int bound(long place, int rank) {
        return (int) Math.max(0, Math.min(rank, place < 0 ? place + rank : place));
    }

    private static List<Value> reshape(OnnxNode node, GraphRun run) {
        Tensor x = run.tensor(node, 0);
        List<Expr> wanted = node.has("shape") ? node.numbers("shape").stream().map(n -> (Expr) Expr.of(n)).toList() : sizes(node, run, 1);
        var dims = new ArrayList<Expr>();
        for (int i = 0; i < wanted.size(); i++) {
            boolean kept = wanted.get(i).isZero() && node.number("allowzero", 0) == 0;
            if (kept && i >= x.rank()) {
                throw GraphRun.refused(node, "keeps axis " + i + " of a tensor with " + x.rank() + " axes");
            }
            dims.add(kept ? x.shape().dim(i) : wanted.get(i));
        }
        return one(x.shape().dims().equals(dims) ? x : Ops.of("reshape", x, dims));
    }

    private static List<Value> flatten(OnnxNode node, GraphRun run) {
        Tensor x = run.tensor(node, 0);
        int axis = bound(node.number("axis", 1), x.rank());
        if (axis == 1 && x.rank() > 1) {
            return one(x.rank() == 2 ? x : Ops.of("flatten", x, 1));
        }
        return one(Ops.of("reshape", x, List.of(Expr.product(x.shape().slice(0, axis)).normal(), Expr.product(x.shape().slice(axis, x.rank())).normal())));
    }

    private static List<Value> transpose(OnnxNode node, GraphRun run) {
        Value v = run.value(node, 0);
        int rank = run.shape(v).rank();
        var order = new ArrayList<Long>();
        for (long i = rank - 1; i >= 0; i--) {
            order.add(i);
        }
        List<Long> perm = node.has("perm") && !node.numbers("perm").isEmpty() ? node.numbers("perm") : order;
        if (v.isWeight() && perm.equals(List.of(1L, 0L))) {
            return List.of(new Value(null, null, v.stored(), !v.transposed()));
        }
        return one(Ops.of("permute", run.tensor(v), perm));
    }

    private static List<Value> squeeze(OnnxNode node, GraphRun run) {
        Tensor x = run.tensor(node, 0);
        List<Long> axes = SizeMath.axes(node, run.known(node, 1));
        return one(axes == null ? Ops.of("squeeze", x) : Ops.of("squeeze", x, axes));
    }

    private static List<Value> unsqueeze(OnnxNode node, GraphRun run) {
        Tensor x = run.tensor(node, 0);
        List<Long> axes = SizeMath.axes(node, run.known(node, 1));
        if (axes == null) {
            throw GraphRun.refused(node, "takes axes that follow from values");
        }
        int rank = x.rank() + axes.size();
        for (long axis : axes.stream().map(a -> a < 0 ? a + rank : a).sorted().toList()) {
            x = Ops.of("unsqueeze", x, axis);
        }
        return one(x);
    }

    private static List<Value> expand(OnnxNode node, GraphRun run) {
        Tensor x = run.tensor(node, 0);
        Shape wanted = new Shape(sizes(node, run, 1));
        Shape out = Sizes.broadcast(x.shape(), wanted);
        if (out == null) {
            throw GraphRun.refused(node, "stretches " + x.shape().text() + " to " + wanted.text() + ", which do not broadcast");
        }
        return one(out.equals(x.shape()) ? x : Ops.of("expand", x, out.dims()));
    }

    private static List<Value> filled(OnnxNode node, GraphRun run) {
        OnnxNode.Attribute given = node.attributes().get("value");
        Known value = given == null || given.tensor() == null ? null : Known.of(given.tensor());
        DType dtype = value == null ? DType.FLOAT32 : OnnxType.dtype(value.type());
        boolean zero = value == null || Known.real(value.items().get(0)) == 0;
        return one(run.builder().bare(zero ? "zeros" : "ones", new TensorType(new Shape(sizes(node, run, 0)), dtype)));
    }

    private static List<Value> range(OnnxNode node, GraphRun run) {
        Expr from = sizes(node, run, 0).get(0);
        Expr to = sizes(node, run, 1).get(0);
        Expr step = sizes(node, run, 2).get(0);
        Expr length = to.minus(from).ceilOver(step).normal();
        return one(run.builder().bare("arange", new TensorType(Shape.of(length), run.dtype(run.value(node, 0)))));
    }

    /** No axis is named: as many ones as axes. */
    static List<Long> ones(int axes) {
        return Collections.nCopies(axes, 1L);
    }
}

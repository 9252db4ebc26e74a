package layerbook.load.onnx;

import static layerbook.load.onnx.ElementNodes.one;
import static layerbook.load.onnx.WeightUnits.arguments;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.formula.Expr;
import layerbook.layer.Kind;
import layerbook.load.onnx.NodeRules.NodeRule;
import layerbook.net.Tensor;
import layerbook.shape.DType;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/** Operators that pick, cut, join, pad and stretch: which places of a tensor go where. */
final class PlaceNodes {
    static final Map<String, NodeRule> RULES = new HashMap<>();

    static {
        RULES.put("Concat", PlaceNodes::concat);
        RULES.put("Split", PlaceNodes::split);
        RULES.put("Slice", PlaceNodes::slice);
        RULES.put("Gather", PlaceNodes::gather);
        RULES.put("GatherElements", (node, run) -> one(Ops.of("gather", run.tensor(node, 0), node.number("axis", 0), run.tensor(node, 1))));
        RULES.put("GatherND", PlaceNodes::gatherNd);
        for (String scatter : List.of("ScatterND", "ScatterElements", "Scatter")) {
            RULES.put(scatter, (node, run) -> one(run.tensor(node, 0).apply(OnnxOperation.moved("scatter", run.tensor(node, 0).type()), run.tensor(node, 1), run.tensor(node, 2))));
        }
        RULES.put("Pad", PlaceNodes::pad);
        RULES.put("Resize", PlaceNodes::resize);
        RULES.put("Upsample", PlaceNodes::resize);
        RULES.put("Trilu", (node, run) -> one(Ops.of(node.number("upper", 1) == 1 ? "triu" : "tril", run.tensor(node, 0))));
        RULES.put("OneHot", PlaceNodes::oneHot);
        RULES.put("EyeLike", (node, run) -> one(run.builder().bare("constant", run.tensor(node, 0).type())));
    }

    private PlaceNodes() {}

    private static List<Value> concat(OnnxNode node, GraphRun run) {
        var parts = new ArrayList<Tensor>();
        for (int i = 0; i < node.inputs().size(); i++) {
            parts.add(run.tensor(node, i));
        }
        return one(parts.size() == 1 ? parts.get(0) : Ops.of("cat", parts, node.number("axis", 0)));
    }

    private static List<Value> split(OnnxNode node, GraphRun run) {
        Tensor x = run.tensor(node, 0);
        int axis = place(node.number("axis", 0), x.rank());
        List<Expr> parts = node.has("split") ? node.numbers("split").stream().map(n -> (Expr) Expr.of(n)).toList() : run.value(node, 1) == null ? null : ShapeNodes.sizes(node, run, 1);
        List<Tensor> out = parts == null ? Ops.all("chunk", x, node.outputs().size(), axis) : Ops.all("split", x, parts, axis);
        return out.stream().map(Value::of).toList();
    }

    static int place(long axis, int rank) {
        return (int) (axis < 0 ? axis + rank : axis);
    }

    private static List<Value> slice(OnnxNode node, GraphRun run) {
        Tensor x = run.tensor(node, 0);
        boolean attributes = node.has("starts");
        List<Expr> starts = attributes ? exprs(node.numbers("starts")) : ShapeNodes.sizes(node, run, 1);
        List<Expr> ends = attributes ? exprs(node.numbers("ends")) : ShapeNodes.sizes(node, run, 2);
        List<Long> axes = attributes ? node.numbers("axes") : run.known(node, 3) == null ? null : run.known(node, 3).numbers();
        List<Long> steps = run.known(node, 4) == null ? Collections.nCopies(starts.size(), 1L) : run.known(node, 4).numbers();
        for (int i = 0; i < starts.size(); i++) {
            int axis = axes == null ? i : place(axes.get(i), x.rank());
            x = sliced(node, x, axis, starts.get(i), ends.get(i), steps.get(i));
        }
        return one(x);
    }

    private static List<Expr> exprs(List<Long> numbers) {
        return numbers.stream().map(n -> (Expr) Expr.of(n)).toList();
    }

    static Tensor sliced(OnnxNode node, Tensor x, int axis, Expr start, Expr end, long step) {
        Expr size = x.shape().dim(axis);
        if (step < 0) {
            return reversed(node, x, axis, start, end, step);
        }
        Expr from = clamped(start, size);
        Expr to = clamped(end, size);
        if (from.isZero() && to.equals(size) && step == 1) {
            return x;
        }
        Expr length = step == 1 ? to.minus(from).normal() : to.minus(from).ceilOver(Expr.of(step)).normal();
        return cut(x, axis, length, from, to);
    }

    private static Tensor cut(Tensor x, int axis, Expr length, Expr from, Expr to) {
        Shape out = x.shape().with(axis, length.isNumber() && length.exact().signum() < 0 ? Expr.ZERO : length);
        return x.apply(OnnxOperation.moved("slice", new TensorType(out, x.type().dtype()), String.valueOf(axis), from.text(), to.text()));
    }

    /** From a place backwards; without an end it is a flip, with a larger step every so many places of it. */
    private static Tensor reversed(OnnxNode node, Tensor x, int axis, Expr start, Expr end, long step) {
        Expr size = x.shape().dim(axis);
        boolean whole = clamped(start, size).equals(size) || start.plus(1).normal().equals(size) || start.equals(Expr.of(-1));
        boolean toStart = end instanceof Expr.Num n && n.value().bitLength() > 31 && n.value().signum() < 0
            || size.isNumber() && end.isNumber() && end.exact().compareTo(size.exact().negate()) < 0;
        if (whole && toStart) {
            Tensor flipped = Ops.of("flip", x, List.of(axis));
            return step == -1 ? flipped : cut(flipped, axis, size.ceilOver(Expr.of(-step)).normal(), Expr.ZERO, size);
        } else if (!size.isNumber() || !start.isNumber() || !end.isNumber()) {
            throw GraphRun.refused(node, "goes backwards through an open size");
        }
        long count = size.exact().longValueExact();
        long from = Math.min(count - 1, place(start, count));
        long to = toStart ? -1 : place(end, count);
        return cut(x, axis, Expr.of(Math.max(0, (from - to - step - 1) / -step)), Expr.of(from), Expr.of(to));
    }

    private static long place(Expr at, long count) {
        long p = at.exact().max(java.math.BigInteger.valueOf(-count)).min(java.math.BigInteger.valueOf(count)).longValueExact();
        return p < 0 ? p + count : p;
    }

    /** A place as from the beginning; past the end is the end. */
    private static Expr clamped(Expr place, Expr size) {
        if (!(place instanceof Expr.Num n)) {
            return place;
        }
        Expr from = n.value().signum() < 0 ? size.plus(n).normal() : n;
        if (n.value().bitLength() > 31) {
            return n.value().signum() < 0 ? Expr.ZERO : size;
        } else if (from.isNumber() && size.isNumber()) {
            return Expr.of(from.exact().max(java.math.BigInteger.ZERO).min(size.exact()));
        }
        return from;
    }

    private static List<Value> gather(OnnxNode node, GraphRun run) {
        Value data = run.value(node, 0);
        int axis = place(node.number("axis", 0), run.shape(data).rank());
        if (data.isWeight() && run.isInitializer(data) && data.stored().dims().size() == 2 && axis == 0 && !data.transposed()) {
            return embedding(node, run, data);
        }
        Tensor x = run.tensor(data);
        Known places = run.known(node, 1);
        if (places != null && places.isSingle() && places.dims().isEmpty() && places.numbers() != null) {
            return one(Ops.of("select", x, axis, places.numbers().get(0)));
        }
        Shape at = run.shape(run.value(node, 1));
        var dims = new ArrayList<>(x.shape().slice(0, axis));
        dims.addAll(at.dims());
        dims.addAll(x.shape().slice(axis + 1, x.rank()));
        var type = new TensorType(new Shape(dims), x.type().dtype());
        return one(at.rank() == 1 ? Ops.of("index_select", x, axis, run.tensor(node, 1)) : x.apply(OnnxOperation.moved("gather", type, String.valueOf(axis)), run.tensor(node, 1)));
    }

    /** Rows of a stored table: PyTorch's Embedding. */
    private static List<Value> embedding(OnnxNode node, GraphRun run, Value table) {
        List<Long> dims = table.stored().dims();
        var layer = WeightUnits.layer("embedding", arguments("numEmbeddings", dims.get(0), "embeddingDim", dims.get(1)));
        var held = new LinkedHashMap<String, OnnxTensor>();
        held.put("weight", table.stored());
        return one(run.tensor(node, 1).then(run.units().unit(node, layer, held)));
    }

    private static List<Value> gatherNd(OnnxNode node, GraphRun run) {
        Tensor x = run.tensor(node, 0);
        Tensor at = run.tensor(node, 1);
        int batch = (int) node.number("batch_dims", 0);
        int depth = at.shape().dim(-1).exact().intValueExact();
        var dims = new ArrayList<>(at.shape().slice(0, at.rank() - 1));
        dims.addAll(x.shape().slice(batch + depth, x.rank()));
        return one(x.apply(OnnxOperation.moved("gatherND", new TensorType(new Shape(dims), x.type().dtype())), at));
    }

    private static List<Value> pad(OnnxNode node, GraphRun run) {
        Tensor x = run.tensor(node, 0);
        List<Expr> pads = node.has("pads") ? exprs(node.numbers("pads")) : ShapeNodes.sizes(node, run, 1);
        List<Long> axes = run.known(node, 3) == null ? null : run.known(node, 3).numbers();
        int count = pads.size() / 2;
        var lastFirst = new ArrayList<Expr>(Collections.nCopies(2 * x.rank(), Expr.ZERO));
        for (int i = 0; i < count; i++) {
            int axis = axes == null ? i : place(axes.get(i), x.rank());
            lastFirst.set(2 * (x.rank() - 1 - axis), pads.get(i));
            lastFirst.set(2 * (x.rank() - 1 - axis) + 1, pads.get(count + i));
        }
        while (lastFirst.size() > 2 && lastFirst.get(lastFirst.size() - 1).isZero() && lastFirst.get(lastFirst.size() - 2).isZero()) {
            lastFirst.subList(lastFirst.size() - 2, lastFirst.size()).clear();
        }
        String mode = switch (node.text("mode", "constant")) {
            case "edge" -> "replicate";
            case "wrap" -> "circular";
            default -> node.text("mode", "constant");
        };
        return one(lastFirst.stream().allMatch(Expr::isZero) ? x : Ops.of("pad", x, lastFirst, mode));
    }

    private static List<Value> resize(OnnxNode node, GraphRun run) {
        Tensor x = run.tensor(node, 0);
        Known scales = node.has("scales") ? new Known(List.of((long) x.rank()), List.copyOf(node.attributes().get("scales").reals()), OnnxType.FLOAT)
            : run.known(node, run.opset() < 11 ? 1 : 2);
        Known sizes = run.opset() < 11 ? null : run.known(node, 3);
        var dims = new ArrayList<Expr>();
        for (int i = 0; i < x.rank(); i++) {
            dims.add(sizes != null && sizes.sizes() != null && sizes.items().size() == x.rank() ? sizes.sizes().get(i) : scaled(node, x.shape().dim(i), scales, i));
        }
        return one(x.apply(interpolated(node, x, dims)));
    }

    private static Expr scaled(OnnxNode node, Expr size, Known scales, int axis) {
        double by = scales == null || axis >= scales.items().size() ? Double.NaN : Known.real(scales.items().get(axis));
        if (by == Math.rint(by)) {
            return size.times((long) by).normal();
        } else if (Double.isNaN(by)) {
            throw GraphRun.refused(node, "takes sizes that follow from values");
        } else if (size.isNumber()) {
            return Expr.of((long) Math.floor(size.exact().doubleValue() * by));
        }
        return 1 / by == Math.rint(1 / by) ? size.floorOver(Expr.of((long) (1 / by))).normal() : fraction(node, size, by);
    }

    private static Expr fraction(OnnxNode node, Expr size, double by) {
        for (long below = 2; below <= 64; below++) {
            if (Math.abs(by * below - Math.rint(by * below)) < 1e-9) {
                return size.times(Math.round(by * below)).floorOver(Expr.of(below)).normal();
            }
        }
        throw GraphRun.refused(node, "scales " + size.text() + " by " + by);
    }

    /** PyTorch's Upsample of the same mode, as a function. */
    private static layerbook.layer.Layer interpolated(OnnxNode node, Tensor x, List<Expr> dims) {
        List<String> linear = List.of("linear", "bilinear", "trilinear");
        int axes = x.rank() - 2;
        String mode = node.text("mode", "nearest");
        String named = mode.equals("linear") && axes >= 1 && axes <= 3 ? linear.get(axes - 1) : mode.equals("cubic") ? "bicubic" : "nearest";
        Shape out = new Shape(dims);
        boolean images = axes >= 1 && dims.subList(0, 2).equals(x.shape().slice(0, 2)) && out.isConcrete();
        try {
            return images ? WeightUnits.layer("upsample", arguments("size", dims.subList(2, dims.size()), "mode", named)) : resized(x, out);
        } catch (Refusal e) {
            return resized(x, out);
        }
    }

    private static OnnxOperation resized(Tensor x, Shape out) {
        return OnnxOperation.moved("resize", new TensorType(out, x.type().dtype()));
    }

    private static List<Value> oneHot(OnnxNode node, GraphRun run) {
        Tensor x = run.tensor(node, 0);
        Expr depth = ShapeNodes.sizes(node, run, 1).get(0);
        var dims = new ArrayList<>(x.shape().dims());
        dims.add(place(node.number("axis", -1), x.rank() + 1), depth);
        DType dtype = run.value(node, 2) == null ? DType.FLOAT32 : run.dtype(run.value(node, 2));
        return one(x.apply(new OnnxOperation("oneHot", List.of(depth.text()), List.of(new TensorType(new Shape(dims), dtype)), Kind.COPY, new Shape(dims).numel())));
    }
}

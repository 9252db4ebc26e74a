package layerbook.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import layerbook.formula.Expr;
import layerbook.net.NetworkBuilder;
import layerbook.python.Arguments;
import layerbook.python.Errors;
import layerbook.python.Iteration;
import layerbook.python.Numbers;
import layerbook.python.PyList;
import layerbook.python.PyObject;
import layerbook.python.PyRange;
import layerbook.python.PyTuple;
import layerbook.python.Refused;
import layerbook.python.Special;
import layerbook.shape.DType;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/** What makes tensors out of nothing: {@code torch.zeros}, {@code arange}, {@code tensor} .. Their numbers are kept where the script says them and they are few. */
final class Creation {
    private Creation() {}

    /** Runs the function of this name; null if it is none of these. */
    static Object call(String name, Arguments a) {
        switch (name) {
            case "zeros": return filled(name, Converted.sizes(a, 0), dtype(a, DType.FLOAT32), 0.0);
            case "ones": return filled(name, Converted.sizes(a, 0), dtype(a, DType.FLOAT32), 1.0);
            case "empty", "rand", "randn": return filled(name, Converted.sizes(a, 0), dtype(a, DType.FLOAT32), null);
            case "full": return full(a);
            case "zeros_like", "ones_like", "empty_like", "rand_like", "randn_like", "randint_like", "full_like": return like(name, a);
            case "randint": return randint(a);
            case "randperm": return unknown(name, List.of(Converted.size(a.get(0, "n"))), dtype(a, DType.INT64));
            case "normal": return normal(a);
            case "bernoulli": return like("bernoulli", a);
            case "arange", "range": return arange(a);
            case "linspace", "logspace": return linspace(name, a);
            case "eye": return eye(a);
            case "hann_window", "hamming_window", "blackman_window": return unknown(name, List.of(Converted.size(a.get(0, "window_length"))), dtype(a, DType.FLOAT32));
            case "tensor", "as_tensor", "asarray", "from_numpy": return tensor(a.get(0, name.equals("from_numpy") ? "ndarray" : "data"), dtype(a, null));
            case "Tensor", "FloatTensor": return typed(a, DType.FLOAT32);
            case "LongTensor": return typed(a, DType.INT64);
            case "IntTensor": return typed(a, DType.INT32);
            case "BoolTensor": return typed(a, DType.BOOL);
            case "HalfTensor": return typed(a, DType.FLOAT16);
            case "DoubleTensor": return typed(a, DType.FLOAT64);
            default: return null;
        }
    }

    static final List<String> NAMES = List.of("zeros", "ones", "empty", "rand", "randn", "full", "zeros_like", "ones_like", "empty_like", "rand_like", "randn_like",
        "randint_like", "full_like", "randint", "randperm", "normal", "bernoulli", "arange", "range", "linspace", "logspace", "eye", "hann_window", "hamming_window",
        "blackman_window", "tensor", "as_tensor", "asarray", "from_numpy", "FloatTensor", "LongTensor", "IntTensor", "BoolTensor", "HalfTensor", "DoubleTensor");

    private static DType dtype(Arguments a, DType otherwise) {
        Object given = a.named("dtype");
        DType read = given == null || given == Special.NONE ? null : DTypes.read(given);
        if (read == null && given != null && given != Special.NONE) {
            throw new Refused(Refusal.option("this dtype is not known"));
        }
        return read == null ? otherwise : read;
    }

    static TensorObject unknown(String word, List<Expr> sizes, DType dtype) {
        return filled(word, sizes, dtype, null);
    }

    static TensorObject filled(String word, List<Expr> sizes, DType dtype, Double value) {
        for (Expr e : sizes) {
            if (e instanceof Expr.Num n && n.value().signum() < 0) {
                throw Errors.runtime("Trying to create tensor with negative dimension " + n.text() + ": [" + new Shape(sizes).text() + "]");
            }
        }
        var shape = new Shape(sizes);
        return TensorObject.fresh(word, new TensorType(shape, dtype), value == null || !shape.isConcrete() ? null : Values.filled(dtype, shape, value));
    }

    private static DType kind(Object value) {
        return value instanceof Boolean ? DType.BOOL : value instanceof Double ? DType.FLOAT32 : DType.INT64;
    }

    private static Object full(Arguments a) {
        Object value = a.get(1, "fill_value");
        Object number = value instanceof TensorObject t && t.knownValues() != null ? t.item() : value;
        boolean known = Numbers.isNumber(number) || number instanceof Boolean;
        return filled("full", Converted.sizes(a.get(0, "size")), dtype(a, kind(number)), known ? Numbers.toDouble(Numbers.plain(number)) : null);
    }

    private static Object like(String name, Arguments a) {
        var other = (TensorObject) a.get(0, "input");
        Double value = name.equals("zeros_like") ? (Double) 0.0 : name.equals("ones_like") ? (Double) 1.0 : null;
        Object given = name.equals("full_like") ? a.get(1, "fill_value") : null;
        return filled(name.replace("_like", ""), other.shape().dims(), dtype(a, other.dtype()), given != null && Numbers.isNumber(given) ? (Double) Numbers.toDouble(given) : value);
    }

    private static Object randint(Arguments a) {
        boolean two = a.count() > 1 && SymbolicSize.expr(a.at(1)) != null;
        Object size = a.named("size") != null ? a.named("size") : a.at(two ? 2 : 1);
        return unknown("randint", Converted.sizes(size), dtype(a, DType.INT64));
    }

    private static Object normal(Arguments a) {
        Object mean = a.get(0, "mean", 0.0);
        Object deviation = a.get(1, "std", 1.0);
        if (mean instanceof TensorObject t || deviation instanceof TensorObject) {
            return unknown("randn", (mean instanceof TensorObject m ? m : (TensorObject) deviation).shape().dims(), DType.FLOAT32);
        }
        return unknown("randn", Converted.sizes(a.get(2, "size")), dtype(a, DType.FLOAT32));
    }

    private static Object number(Object value) {
        return value instanceof TensorObject t ? t.item() : Numbers.plain(value);
    }

    private static Object arange(Arguments a) {
        Object first = number(a.get(0, a.count() > 0 ? "start" : "end", 0L));
        boolean alone = a.count() < 2 && a.named("end") == null || a.count() == 0 && a.named("start") == null;
        Object start = alone ? (Object) 0L : a.count() == 0 ? number(a.named("start")) : first;
        Object end = alone ? (a.count() > 0 ? first : number(a.named("end"))) : number(a.get(1, "end"));
        Object step = number(a.get(2, "step", 1L));
        boolean real = start instanceof Double || end instanceof Double || step instanceof Double;
        DType dtype = dtype(a, real ? DType.FLOAT32 : DType.INT64);
        if (start instanceof SymbolicSize || end instanceof SymbolicSize || step instanceof SymbolicSize) {
            Expr by = SymbolicSize.expr(step);
            return unknown("arange", List.of(SymbolicSize.expr(end).minus(SymbolicSize.expr(start)).plus(by).minus(1).floorOver(by).normal()), dtype);
        }
        double from = Numbers.toDouble(start);
        double by = Numbers.toDouble(step);
        double count = Math.ceil((Numbers.toDouble(end) - from) / by);
        if (by == 0 || Double.isNaN(count) || count < 0) {
            throw Errors.runtime(by == 0 ? "step must be nonzero" : "upper bound and larger bound inconsistent with step sign");
        }
        double[] values = count > Values.MOST ? null : new double[(int) count];
        for (int i = 0; values != null && i < values.length; i++) {
            values[i] = from + i * by;
        }
        return TensorObject.fresh("arange", new TensorType(Shape.of((long) count), dtype), values == null ? null : Values.of(dtype, values));
    }

    private static Object linspace(String name, Arguments a) {
        double from = Numbers.toDouble(number(a.get(0, "start")));
        double to = Numbers.toDouble(number(a.get(1, "end")));
        Expr steps = Converted.size(a.get(2, "steps", 100L));
        DType dtype = dtype(a, DType.FLOAT32);
        if (!(steps instanceof Expr.Num n) || n.value().bitLength() > 16 || name.equals("logspace")) {
            return unknown(name, List.of(steps), dtype);
        }
        int count = n.value().intValueExact();
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            double by = count == 1 ? 0 : (to - from) / (count - 1);
            values[i] = dtype == DType.FLOAT32 ? single(from, to, count, i) : i < count / 2 ? from + by * i : to - by * (count - 1 - i);
        }
        return TensorObject.fresh("linspace", new TensorType(Shape.of((long) count), dtype), Values.of(dtype, values));
    }

    /** As PyTorch computes it in 32 bits: from both ends towards the middle. */
    private static double single(double from, double to, int count, int i) {
        float by = count == 1 ? 0 : ((float) to - (float) from) / (count - 1);
        return i < count / 2 ? (float) ((double) (float) from + (double) by * i) : (float) ((double) (float) to - (double) by * (count - 1 - i));
    }

    private static Object eye(Arguments a) {
        Expr n = Converted.size(a.get(0, "n"));
        Object second = a.get(1, "m");
        return unknown("eye", List.of(n, second == null || second == Special.NONE ? n : Converted.size(second)), dtype(a, DType.FLOAT32));
    }

    /** {@code torch.FloatTensor(2, 3)} makes sizes, {@code torch.FloatTensor([2, 3])} holds the numbers. */
    static Object typed(Arguments a, DType dtype) {
        boolean data = a.count() == 1 && (a.at(0) instanceof PyList || a.at(0) instanceof TensorObject || a.at(0) instanceof PyTuple t && t.type() != SizeTuple.TYPE);
        return data ? tensor(a.at(0), dtype) : unknown("empty", a.count() == 0 ? List.of(Expr.ZERO) : Converted.sizes(a, 0), dtype);
    }

    // ---- numbers of the script

    /** {@code torch.tensor(data)}: a number, or nested lists of numbers, or of tensors with one number. */
    static Object tensor(Object data, DType wanted) {
        if (data instanceof TensorObject t) {
            return wanted == null || wanted == t.dtype() ? t.copy() : Applied.operation("to", List.of(t, DTypes.of(wanted)), Map.of());
        }
        if (data instanceof layerbook.python.Unread u) {
            throw u.cannotBe("made a tensor");
        }
        var sizes = new ArrayList<Expr>();
        for (Object at = data; isList(at);) {
            List<Object> elements = Iteration.list(at).elements();
            sizes.add(Expr.of(elements.size()));
            at = elements.isEmpty() ? null : elements.get(0);
            if (at instanceof TensorObject t) {
                sizes.addAll(t.shape().dims());
            }
        }
        var flat = new ArrayList<Object>();
        boolean known = flatten(data, flat);
        DType dtype = wanted != null ? wanted : dtype(flat);
        double[] values = known ? flat.stream().mapToDouble(v -> Numbers.toDouble(Numbers.plain(v))).toArray() : null;
        var shape = new Shape(sizes);
        if (values != null && Values.count(shape) != values.length && values.length <= Values.MOST) {
            throw Errors.value("expected sequence of equal lengths");
        }
        return TensorObject.fresh("tensor", new TensorType(shape, dtype), values == null ? null : Values.of(dtype, values));
    }

    private static boolean isList(Object value) {
        return value instanceof PyList || value instanceof PyTuple || value instanceof PyRange;
    }

    /** Collects the numbers; false if one is not known. */
    private static boolean flatten(Object data, List<Object> into) {
        if (isList(data)) {
            boolean known = true;
            for (Object e : Iteration.list(data).elements()) {
                known &= flatten(e, into);
            }
            return known;
        }
        if (data instanceof TensorObject t) {
            boolean one = t.shape().numel().isOne() && t.knownValues() != null;
            into.add(one ? t.item() : t.dtype().isFloating() ? (Object) 0.0 : (Object) 0L);
            return one;
        }
        if (data instanceof SymbolicSize) {
            into.add(0L);
            return false;
        }
        Object number = data instanceof PyObject o ? o.index() : data;
        if (number == null || !Numbers.isNumber(number) && !(number instanceof Boolean)) {
            throw Errors.type("a tensor is made of numbers, not of " + layerbook.python.Types.of(data).name());
        }
        into.add(number);
        return true;
    }

    private static DType dtype(List<Object> numbers) {
        boolean real = numbers.isEmpty() || numbers.stream().anyMatch(Double.class::isInstance);
        return real ? DType.FLOAT32 : numbers.stream().allMatch(Boolean.class::isInstance) ? DType.BOOL : DType.INT64;
    }

    /** {@code nn.Parameter(data, requires_grad)}: a weight of its own, of the sizes of the data. */
    static TensorObject parameter(Arguments a) {
        Object data = a.get(0, "data", Special.NONE);
        if (data != Special.NONE && !(data instanceof TensorObject)) {
            throw Errors.type("a Parameter is made of a tensor, not of " + layerbook.python.Types.of(data).name());
        }
        List<Expr> sizes = data instanceof TensorObject t ? t.shape().dims() : List.of(Expr.ZERO);
        boolean grad = layerbook.python.Operators.truth(a.get(1, "requires_grad", true));
        TensorObject made = TensorObject.parameter(NetworkBuilder.current().parameter(sizes), grad);
        made.requiresGrad(grad);
        return made.with(data instanceof TensorObject t ? t.knownValues() : null);
    }
}

package layerbook.operations;

import static layerbook.operations.Operator.Place.METHOD;
import static layerbook.operations.Operator.Place.TORCH;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.net.NetworkBuilder;
import layerbook.net.Numbers;
import layerbook.net.Tensor;
import layerbook.shape.DType;
import layerbook.shape.Promotion;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/** Tensors made from nothing: zeros, ranges, random numbers. They belong to no layer and are not learned. */
final class Makers {
    private static final String MORE = "dtype? dtype=None, any? layout=None, any? device=None, bool requires_grad=False, bool pin_memory=False)";
    private static final String SIZED = "(int[] size, *, any? out=None, any? generator=None, " + MORE;
    private static final String LIKE = "(Tensor input, *, any? memory_format=None, " + MORE;

    static final List<Operator> OPERATORS = operators();

    private Makers() {}

    private static List<Operator> operators() {
        var out = new ArrayList<Operator>();
        sized(out, "zeros", "Zeros of these sizes.");
        sized(out, "ones", "Ones of these sizes.");
        sized(out, "empty", "Numbers of these sizes that are not set.");
        sized(out, "rand", "Random numbers between 0 and 1 of these sizes.");
        sized(out, "randn", "Normal random numbers of these sizes.");
        out.add(Operator.of("full", "One value in these sizes.").takes("(int[] size, Scalar fill_value, *, any? out=None, " + MORE).in(TORCH)
            .composed((a, t) -> made("full", a.sizes("size"), kind(a, Numeric.number(a.get("fill_value"))))));
        out.add(Operator.of("full_like", "One value in the sizes of another tensor.").takes("(Tensor input, Scalar fill_value, *, any? memory_format=None, " + MORE).in(TORCH)
            .composed((a, t) -> made("full", t.get(0).shape().dims(), kind(a, t.get(0).type().dtype()))));
        for (String word : List.of("zeros", "ones", "empty", "rand", "randn")) {
            out.add(Operator.of(word + "_like", Character.toUpperCase(word.charAt(0)) + word.substring(1) + " in the sizes and kind of another tensor.").takes(LIKE).in(TORCH)
                .composed((a, t) -> made(word, t.get(0).shape().dims(), random(word, kind(a, t.get(0).type().dtype())))));
        }
        out.add(Operator.of("randint_like", "Random whole numbers in the sizes and kind of another tensor.")
            .takes("(Tensor input, Scalar high, *, any? memory_format=None, " + MORE, "(Tensor input, Scalar low, Scalar high, *, any? memory_format=None, " + MORE).in(TORCH)
            .composed((a, t) -> made("randint", t.get(0).shape().dims(), kind(a, t.get(0).type().dtype()))));
        for (String word : List.of("zeros", "ones", "empty")) {
            out.add(Operator.of("new_" + word, Character.toUpperCase(word.charAt(0)) + word.substring(1) + " of these sizes, in the kind of this tensor.")
                .takes("(Tensor input, int[] size, *, " + MORE).in(METHOD).composed((a, t) -> made(word, a.sizes("size"), kind(a, t.get(0).type().dtype()))));
        }
        out.add(Operator.of("new_full", "One value in these sizes, in the kind of this tensor.").takes("(Tensor input, int[] size, Scalar fill_value, *, " + MORE).in(METHOD)
            .composed((a, t) -> made("full", a.sizes("size"), kind(a, t.get(0).type().dtype()))));
        out.add(Operator.of("arange", "The numbers from start (0 if left out) to end (exclusive) by step.")
            .takes("(Scalar end, *, any? out=None, " + MORE, "(Scalar start, Scalar end, Scalar step=1, *, any? out=None, " + MORE).in(TORCH).composed((a, t) -> range(a)));
        out.add(Operator.of("linspace", "So many numbers from start to end (inclusive), evenly spaced.").takes("(Scalar start, Scalar end, int steps, *, any? out=None, " + MORE).in(TORCH)
            .composed((a, t) -> made("linspace", List.of(a.size("steps")), kind(a, DType.FLOAT32))));
        out.add(Operator.of("logspace", "So many powers of a base, their exponents evenly spaced.").takes("(Scalar start, Scalar end, int steps, float base=10.0, *, any? out=None, " + MORE)
            .in(TORCH).composed((a, t) -> made("logspace", List.of(a.size("steps")), kind(a, DType.FLOAT32))));
        out.add(Operator.of("eye", "A matrix with ones on its diagonal.").takes("(int n, int? m=None, *, any? out=None, " + MORE).in(TORCH)
            .composed((a, t) -> made("eye", List.of(a.size("n"), a.has("m") ? a.size("m") : a.size("n")), kind(a, DType.FLOAT32))));
        out.add(Operator.of("randint", "Random whole numbers from low (0 if left out) to high (exclusive).")
            .takes("(Scalar low, Scalar high, int[] size, *, any? out=None, any? generator=None, " + MORE, "(Scalar high, int[] size, *, any? out=None, any? generator=None, " + MORE).in(TORCH)
            .composed((a, t) -> made("randint", a.sizes("size"), kind(a, DType.INT64))));
        out.add(Operator.of("randperm", "The numbers from 0 to n - 1 in random order.").takes("(int n, *, any? out=None, any? generator=None, " + MORE).in(TORCH)
            .composed((a, t) -> made("randperm", List.of(a.size("n")), kind(a, DType.INT64))));
        for (String word : List.of("tril_indices", "triu_indices")) {
            out.add(Operator.of(word, "The places on and " + (word.startsWith("tril") ? "below" : "above") + " the diagonal of a matrix: a row of rows, a row of columns.")
                .takes("(int row, int col, int offset=0, *, " + MORE).in(TORCH).composed((a, t) -> triangle(word, a)));
        }
        for (String word : List.of("hann_window", "hamming_window", "blackman_window", "bartlett_window", "kaiser_window")) {
            out.add(Operator.of(word, "The weights of a window of this length.").takes("(int window_length, bool periodic=True, float? alpha=None, float? beta=None, *, " + MORE).in(TORCH)
                .composed((a, t) -> made(word, List.of(a.size("window_length")), kind(a, DType.FLOAT32))));
        }
        for (String word : List.of("fftfreq", "rfftfreq")) {
            out.add(Operator.of("fft_" + word, "The frequencies of a transform of n points.").takes("(int n, float d=1.0, *, any? out=None, " + MORE).spelled("torch.fft." + word)
                .composed((a, t) -> made(word, List.of(word.equals("fftfreq") ? a.size("n") : a.size("n").floorOver(Expr.of(2)).plus(1).normal()), kind(a, DType.FLOAT32))));
        }
        out.add(Operator.of("scalar_tensor", "One number as a tensor without axes.").takes("(Scalar s, *, " + MORE).in(TORCH)
            .composed((a, t) -> made("full", List.of(), kind(a, DType.FLOAT32))));
        return out;
    }

    private static void sized(List<Operator> out, String word, String doc) {
        out.add(Operator.of(word, doc).takes(SIZED).in(TORCH).composed((a, t) -> made(word, a.sizes("size"), random(word, kind(a, DType.FLOAT32)))));
    }

    private static DType kind(Bindings a, DType standard) {
        return a.has("dtype") ? a.dtype("dtype") : standard;
    }

    private static DType random(String word, DType dtype) {
        return word.startsWith("rand") ? Numeric.checked(word, dtype, Numeric.FRACTIONS_OR_COMPLEX) : dtype;
    }

    private static Tensor made(String word, List<Expr> sizes, DType dtype) {
        if (sizes.stream().anyMatch(Numbers::isNegative)) {
            throw Refusal.shape(Spelling.camel(word) + " cannot make sizes below 0: " + new Shape(sizes).text()).at("size", "must not be negative");
        }
        return NetworkBuilder.current().bare(Spelling.camel(word), new TensorType(new Shape(sizes), dtype));
    }

    private static Tensor range(Bindings a) {
        Object start = a.schema().argument("start").isPresent() ? a.get("start") : Expr.ZERO;
        Object end = a.get("end");
        Object step = a.schema().argument("step").isPresent() ? a.get("step") : Expr.ONE;
        boolean whole = start instanceof Expr && end instanceof Expr && step instanceof Expr;
        DType dtype = kind(a, whole ? DType.INT64 : Promotion.fraction(DType.INT64));
        Expr count = whole ? steps((Expr) start, (Expr) end, (Expr) step) : Expr.of((long) Math.ceil((real(end) - real(start)) / real(step)));
        if (Numbers.isNegative(count) || step instanceof Expr s && s.isZero() || !whole && real(step) == 0) {
            throw Refusal.option("arange cannot go from " + Bindings.text(start) + " to " + Bindings.text(end) + " by " + Bindings.text(step)).at("step", "leads the other way");
        }
        return made("arange", List.of(count), dtype);
    }

    private static Expr steps(Expr start, Expr end, Expr step) {
        if (step.isZero()) {
            return Expr.of(-1);
        }
        boolean back = Numbers.isNegative(step);
        Expr way = (back ? start.minus(end) : end.minus(start)).normal();
        if (Numbers.isNegative(way)) {
            return Expr.of(-1);
        }
        Expr by = back ? step.times(-1).normal() : step;
        return by.isOne() ? way : way.ceilOver(by).normal();
    }

    private static double real(Object o) {
        return o instanceof Expr.Num n ? n.value().doubleValue() : o instanceof Double d ? d : o instanceof Boolean b ? (b ? 1 : 0) : Double.NaN;
    }

    private static Tensor triangle(String word, Bindings a) {
        int rows = a.integer("row");
        int columns = a.integer("col");
        int offset = a.integer("offset");
        long count = 0;
        for (int i = 0; i < rows; i++) {
            int below = Math.max(0, Math.min(columns, i + offset + 1));
            count += word.startsWith("tril") ? below : columns - Math.max(0, Math.min(columns, i + offset));
        }
        return made(word, List.of(Expr.of(2), Expr.of(count)), kind(a, DType.INT64));
    }
}

package layerbook.torch;

import layerbook.python.Texts;
import layerbook.shape.DType;

/** How a tensor prints: {@code tensor([1, 2])} with its numbers where they are known, else its shape. */
final class TensorText {
    private static final int MOST = 1000;

    private TensorText() {}

    static String of(TensorObject x) {
        Values known = x.knownValues();
        String begin = x.isParameter() ? "Parameter containing:\n" : "";
        if (known == null || known.size() > MOST) {
            return begin + "tensor(..., size=(" + x.shape().text().replace("×", ", ") + ")" + kind(x) + ")";
        }
        if (x.shape().rank() == 0 || x.shape().rank() == 1) {
            return begin + "tensor(" + numbers(x, known) + (known.size() == 0 || x.dtype() == DType.FLOAT32 || x.dtype() == DType.INT64 || x.dtype() == DType.BOOL ? "" : kind(x)) + ")";
        }
        return begin + "tensor(" + Texts.repr(known.list(x.dtype(), x.shape())) + kind(x) + ")";
    }

    private static String kind(TensorObject x) {
        return x.dtype() == DType.FLOAT32 || x.dtype() == DType.INT64 || x.dtype() == DType.BOOL ? "" : ", dtype=torch." + x.dtype().torchName();
    }

    private static String numbers(TensorObject x, Values known) {
        var all = new java.util.ArrayList<String>();
        boolean real = x.dtype().isFloating();
        boolean whole = real && java.util.stream.IntStream.range(0, known.size()).allMatch(i -> known.get(i) == Math.rint(known.get(i)) && Math.abs(known.get(i)) < 1e8);
        for (int i = 0; i < known.size(); i++) {
            all.add(!real ? Texts.repr(known.python(x.dtype(), i)) : whole ? String.format("%.0f.", known.get(i)) : String.format(java.util.Locale.ROOT, "%.4f", known.get(i)));
        }
        int width = all.stream().mapToInt(String::length).max().orElse(0);
        return x.shape().rank() == 0 ? all.get(0) : "[" + String.join(", ", all.stream().map(s -> " ".repeat(width - s.length()) + s).toList()) + "]";
    }
}

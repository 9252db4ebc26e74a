package layerbook.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import layerbook.layer.Applied;
import layerbook.layer.Inputs;
import layerbook.layer.Kind;
import layerbook.layer.Option;
import layerbook.shape.DType;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sizes by formula against windows that are laid one after the other, over many arguments drawn from a fixed seed. */
class BruteForceSizesTest {
    /** One axis and the window that slides along it. */
    record Window(int size, int kernel, int stride, int padding, int dilation, int outputPadding) {
        int span() {
            return dilation * (kernel - 1) + 1;
        }

        /** Windows that begin at 0, stride, ... and end inside the padded input. */
        int whole() {
            int count = 0;
            for (int from = -padding; from + span() <= size + padding; from += stride) {
                count++;
            }
            return count;
        }

        /** Ceil mode: the last window may hang over the padded edge, but must begin in the input or the padding before it. */
        int hanging() {
            int count = 0;
            for (int from = -padding; from < size; from += stride) {
                count++;
                if (from + span() >= size + padding) {
                    break;
                }
            }
            return count;
        }

        /** Every input number lays its window, each a stride after the last; then the padding is cut off. */
        int laid() {
            int end = 0;
            for (int i = 0; i < size; i++) {
                end = Math.max(end, i * stride + span());
            }
            return end - 2 * padding + outputPadding;
        }
    }

    static Stream<Window> drawn() {
        var random = new Random(20240229);
        return IntStream.range(0, 400).mapToObj(i -> {
            int stride = 1 + random.nextInt(5);
            int dilation = 1 + random.nextInt(3);
            return new Window(1 + random.nextInt(40), 1 + random.nextInt(7), stride, random.nextInt(4), dilation, random.nextInt(Math.max(stride, dilation)));
        });
    }

    @ParameterizedTest @MethodSource("drawn") void convolution(Window w) {
        Object[] given = {3L, 4L, (long) w.kernel(), option("stride", w.stride()), option("padding", w.padding()), option("dilation", w.dilation())};
        if (w.whole() < 1) {
            assertThrows(Refusal.class, () -> on(w, "conv1d", 1, given));
            return;
        }
        for (int axes = 1; axes <= 3; axes++) {
            Applied a = on(w, "conv" + axes + "d", axes, given);
            assertEquals(shape(4, w.whole(), axes), a.output().shape());
            long taps = 2L * 4 * 3 * power(w.whole(), axes) * power(w.kernel(), axes);
            assertEquals(taps, a.amount(Kind.MULTIPLY_ADD).exact().longValueExact());
        }
    }

    @ParameterizedTest @MethodSource("drawn") void pools(Window w) {
        if (2 * w.padding() > w.kernel()) {
            assertThrows(Refusal.class, () -> on(w, "maxPool2d", 2, (long) w.kernel(), option("padding", w.padding())));
            return;
        }
        for (boolean ceil : new boolean[] {false, true}) {
            pool(w, "maxPool", ceil, option("dilation", w.dilation()));
            if (w.dilation() == 1) {
                pool(w, "avgPool", ceil);
            }
        }
    }

    private static void pool(Window w, String word, boolean ceil, Object... more) {
        Object[] given = Stream.concat(Stream.of((long) w.kernel(), option("stride", w.stride()), option("padding", w.padding()), Option.of("ceilMode", ceil)), Stream.of(more)).toArray();
        // PyTorch's formula rounds a negative reach up to no window more than it has room for: span must be within a stride of the padded input
        int expected = ceil && w.span() - w.size() - 2 * w.padding() >= w.stride() ? 0 : ceil ? w.hanging() : w.whole();
        for (int axes = 1; axes <= 3; axes++) {
            int n = axes;
            boolean outside = n == 3 && word.equals("avgPool") && w.kernel() > w.size(); // there PyTorch wants the window inside the input itself
            if (expected < 1 || outside) {
                assertThrows(Refusal.class, () -> on(w, word + n + "d", n, given));
            } else {
                assertEquals(shape(3, expected, n), on(w, word + n + "d", n, given).output().shape());
            }
        }
    }

    @ParameterizedTest @MethodSource("drawn") void transposed(Window w) {
        Object[] given = {3L, 4L, (long) w.kernel(), option("stride", w.stride()), option("padding", w.padding()), option("outputPadding", w.outputPadding()), option("dilation", w.dilation())};
        for (int axes = 1; axes <= 3; axes++) {
            int n = axes;
            if (w.laid() < 1) {
                assertThrows(Refusal.class, () -> on(w, "convTranspose" + n + "d", n, given));
            } else {
                assertEquals(shape(4, w.laid(), n), on(w, "convTranspose" + n + "d", n, given).output().shape());
            }
        }
    }

    @ParameterizedTest @MethodSource("drawn") void unfoldedAndFoldedBack(Window w) {
        Object[] given = {(long) w.kernel(), option("stride", w.stride()), option("padding", w.padding()), option("dilation", w.dilation())};
        if (w.whole() < 1) {
            assertThrows(Refusal.class, () -> on(w, "unfold", 2, given));
            return;
        }
        TensorType columns = on(w, "unfold", 2, given).output();
        assertEquals(Shape.of(2, 3L * w.kernel() * w.kernel(), (long) w.whole() * w.whole()), columns.shape());
        Object[] back = Stream.concat(Stream.of(option("outputSize", w.size()), option("kernelSize", w.kernel())), Stream.of(given).skip(1)).toArray();
        assertEquals(shape(3, w.size(), 2), Applied.of(Catalogue.find("fold").orElseThrow().read(back), Inputs.of(columns)).output().shape());
    }

    private static Option option(String name, int value) {
        return Option.of(name, (long) value);
    }

    private static Applied on(Window w, String word, int axes, Object... given) {
        return Applied.of(Catalogue.find(word).orElseThrow().read(given), Inputs.of(new TensorType(shape(3, w.size(), axes), DType.FLOAT32)));
    }

    private static Shape shape(int channels, int size, int axes) {
        long[] dims = new long[axes + 2];
        java.util.Arrays.fill(dims, size);
        dims[0] = 2;
        dims[1] = channels;
        return Shape.of(dims);
    }

    private static long power(long base, int exponent) {
        long out = 1;
        for (int i = 0; i < exponent; i++) {
            out *= base;
        }
        return out;
    }
}

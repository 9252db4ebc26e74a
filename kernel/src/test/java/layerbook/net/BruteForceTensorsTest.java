package layerbook.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;
import org.junit.jupiter.api.Test;

/** Broadcasting and views against tensors whose elements are laid out and counted one by one, over shapes drawn from a fixed seed. */
class BruteForceTensorsTest {
    private final NetworkBuilder book = new NetworkBuilder();
    private final Random random = new Random(20240301);

    // ---- broadcasting: each element finds its partners

    @Test void broadcasting() {
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            int[] a = drawn(4, 3);
            int[] b = drawn(4, 3);
            int[] joined = joined(a, b);
            if (joined == null) {
                refused++;
                assertThrows(Refusal.class, () -> tensor(a).add(tensor(b)), () -> Arrays.toString(a) + " + " + Arrays.toString(b));
            } else {
                assertEquals(shape(joined), tensor(a).add(tensor(b)).shape(), () -> Arrays.toString(a) + " + " + Arrays.toString(b));
            }
        }
        assertEquals(true, refused > 200 && refused < 1_800, "both verdicts are drawn: " + refused);
    }

    /** On each axis, counted from the last, every place of one tensor needs a partner: the same place in the other, or its only one. */
    private static int[] joined(int[] a, int[] b) {
        int rank = Math.max(a.length, b.length);
        int[] out = new int[rank];
        for (int axis = 1; axis <= rank; axis++) {
            int m = axis <= a.length ? a[a.length - axis] : 1;
            int n = axis <= b.length ? b[b.length - axis] : 1;
            var places = new TreeSet<Integer>();
            var left = new TreeSet<Integer>();
            var right = new TreeSet<Integer>();
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < n; j++) {
                    if (i == j || m == 1 || n == 1) {
                        places.add(Math.max(i, j));
                        left.add(i);
                        right.add(j);
                    }
                }
            }
            if (left.size() < m || right.size() < n) {
                return null;
            }
            out[rank - axis] = places.size();
        }
        return out;
    }

    // ---- views: every element lies where one step for each axis leads

    @Test void views() {
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            int[] from = drawn(4, 4);
            List<Integer> order = order(from.length);
            int[] to = cut(product(from));
            int[] offsets = offsets(from, order);
            Tensor permuted = from.length == 0 ? tensor(from) : tensor(from).permute(order.toArray());
            String said = Arrays.toString(from) + " permuted " + order + " seen as " + Arrays.toString(to);
            if (steps(offsets, to)) {
                assertEquals(shape(to), permuted.view(boxed(to)).shape(), said);
            } else {
                refused++;
                assertThrows(Refusal.class, () -> permuted.view(boxed(to)), said);
            }
            assertEquals(shape(to), permuted.reshape(boxed(to)).shape(), said);
        }
        assertEquals(true, refused > 200 && refused < 1_800, "both verdicts are drawn: " + refused);
    }

    @Test void theOpenSizeIsTheOneThatFits() {
        for (int i = 0; i < 2_000; i++) {
            int[] from = drawn(4, 4);
            int[] to = random.nextBoolean() ? cut(product(from)) : drawn(3, 4);
            if (to.length == 0) {
                continue;
            }
            int open = random.nextInt(to.length);
            int[] fits = null;
            for (int size = 1; size <= product(from); size++) {
                int[] tried = to.clone();
                tried[open] = size;
                fits = product(tried) == product(from) ? tried : fits;
            }
            Object[] asked = boxed(to);
            asked[open] = -1;
            if (fits == null) {
                assertThrows(Refusal.class, () -> tensor(from).view(asked), () -> Arrays.toString(from) + " as " + Arrays.toString(asked));
            } else {
                assertEquals(shape(fits), tensor(from).view(asked).shape());
            }
        }
    }

    /** Where in memory each element lies, in the order in which the permuted tensor lists them. */
    private static int[] offsets(int[] from, List<Integer> order) {
        int[] step = new int[from.length];
        int total = 1;
        for (int axis = from.length - 1; axis >= 0; axis--) {
            step[axis] = total;
            total *= from[axis];
        }
        int[] out = new int[total];
        for (int element = 0; element < total; element++) {
            int rest = element;
            for (int axis = order.size() - 1; axis >= 0; axis--) {
                int old = order.get(axis);
                out[element] += rest % from[old] * step[old];
                rest /= from[old];
            }
        }
        return out;
    }

    /** Whether one step in memory for each axis leads to every element: the step is read off the axis' second place. */
    private static boolean steps(int[] offsets, int[] to) {
        int[] apart = new int[to.length];
        int total = 1;
        for (int axis = to.length - 1; axis >= 0; axis--) {
            apart[axis] = total;
            total *= to[axis];
        }
        for (int element = 0; element < total; element++) {
            int at = 0;
            for (int axis = 0; axis < to.length; axis++) {
                int place = element / apart[axis] % to[axis];
                at += place == 0 ? 0 : place * offsets[apart[axis]];
            }
            if (at != offsets[element]) {
                return false;
            }
        }
        return true;
    }

    // ---- drawing

    private int[] drawn(int axes, int largest) {
        return random.ints(random.nextInt(axes + 1), 1, largest + 1).toArray();
    }

    private List<Integer> order(int rank) {
        var out = new ArrayList<Integer>();
        for (int i = 0; i < rank; i++) {
            out.add(random.nextInt(i + 1), i);
        }
        return out;
    }

    /** The number as a product of a few sizes. */
    private int[] cut(int total) {
        var out = new ArrayList<Integer>();
        int rest = total;
        while (rest > 1 && out.size() < 5) {
            int size = 1 + random.nextInt(rest);
            if (rest % size == 0 && (size > 1 || random.nextInt(4) == 0)) {
                out.add(size);
                rest /= size;
            }
        }
        if (rest > 1) {
            out.add(rest);
        }
        return out.stream().mapToInt(i -> i).toArray();
    }

    private Tensor tensor(int[] sizes) {
        return book.tensor(TensorType.of(shape(sizes)));
    }

    private static Shape shape(int[] sizes) {
        return Shape.of(Arrays.stream(sizes).asLongStream().toArray());
    }

    private static Object[] boxed(int[] sizes) {
        return Arrays.stream(sizes).boxed().toArray();
    }

    private static int product(int[] sizes) {
        return Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
    }
}

package layerbook.python;

import java.util.Arrays;
import layerbook.syntax.Comparison;

/** Order of values by {@code <}. */
final class Ordering {
    private Ordering() {}

    static boolean holds(Comparison op, int order) {
        switch (op) {
            case LESS: return order < 0;
            case LESS_EQUAL: return order <= 0;
            case GREATER: return order > 0;
            case GREATER_EQUAL: return order >= 0;
            case EQUAL: return order == 0;
            default: return order != 0;
        }
    }

    static boolean less(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return x < y;
        }
        return Operators.truth(Operators.compare(Comparison.LESS, a, b));
    }

    /** Sorted by {@code <} alone; equal elements keep their order, also in reverse. */
    static Object[] sorted(Object[] values, Object key, boolean reverse) {
        var pairs = pairs(values, key, reverse);
        order(pairs);
        return firsts(pairs, reverse);
    }

    private static Object[][] pairs(Object[] values, Object key, boolean reverse) {
        int n = values.length;
        var pairs = new Object[n][];
        for (int i = 0; i < n; i++) {
            int at = reverse ? n - 1 - i : i;
            pairs[i] = new Object[] {key == null || key == Special.NONE ? values[at] : Calls.call(key, values[at]), values[at]};
        }
        return pairs;
    }

    private static void order(Object[][] pairs) {
        if (pairs.length < 64) {
            insert(pairs);
        } else {
            merge(pairs, pairs.clone(), 0, pairs.length);
        }
    }

    private static Object[] firsts(Object[][] pairs, boolean reverse) {
        int n = pairs.length;
        var out = new Object[n];
        for (int i = 0; i < n; i++) {
            out[reverse ? n - 1 - i : i] = pairs[i][1];
        }
        return out;
    }

    /** As CPython sorts short lists, so that the first pair that cannot be compared is the same: a run from the front, then binary insertion. */
    private static void insert(Object[][] pairs) {
        int n = pairs.length;
        if (n < 2) {
            return;
        }
        int run = 2;
        if (less(pairs[1][0], pairs[0][0])) {
            while (run < n && less(pairs[run][0], pairs[run - 1][0])) {
                run++;
            }
            for (int i = 0, j = run - 1; i < j; i++, j--) {
                Object[] swap = pairs[i];
                pairs[i] = pairs[j];
                pairs[j] = swap;
            }
        } else {
            while (run < n && !less(pairs[run][0], pairs[run - 1][0])) {
                run++;
            }
        }
        for (int i = run; i < n; i++) {
            Object[] pivot = pairs[i];
            int low = 0;
            int high = i;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (less(pivot[0], pairs[middle][0])) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            System.arraycopy(pairs, low, pairs, low + 1, i - low);
            pairs[low] = pivot;
        }
    }

    /** Sorts part of both arrays' common content into the first. */
    private static void merge(Object[][] into, Object[][] from, int low, int high) {
        if (high - low < 2) {
            return;
        }
        int middle = (low + high) >>> 1;
        merge(from, into, low, middle);
        merge(from, into, middle, high);
        int l = low;
        int r = middle;
        for (int i = low; i < high; i++) {
            boolean right = l >= middle || r < high && less(from[r][0], from[l][0]);
            into[i] = right ? from[r++] : from[l++];
        }
    }

    /** {@code max} (or {@code min}) of the values, the first of equal ones; null of none. */
    static Object extreme(java.util.Iterator<Object> all, Object key, boolean greatest) {
        Object best = null;
        Object bestKey = null;
        while (all.hasNext()) {
            Object v = all.next();
            Object k = key == null || key == Special.NONE ? v : Calls.call(key, v);
            if (best == null || (greatest ? Operators.truth(Operators.compare(Comparison.GREATER, k, bestKey)) : less(k, bestKey))) {
                best = v;
                bestKey = k;
            }
        }
        return best;
    }

    /** Sorts in place; after an error the list is in the order that it had come to. */
    static void sort(java.util.List<Object> list, Object key, boolean reverse) {
        Object[][] pairs = pairs(list.toArray(), key, reverse);
        try {
            order(pairs);
        } finally {
            list.clear();
            list.addAll(Arrays.asList(firsts(pairs, reverse)));
        }
    }
}

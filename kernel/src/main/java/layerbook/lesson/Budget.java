package layerbook.lesson;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import layerbook.shape.Refusal;
import layerbook.table.Grid;

/**
 * The largest size that stays within a budget, found by halving the interval in which it must lie.
 *
 * @param size the size found
 * @param value what it comes to
 * @param grid it and its neighbours
 */
public record Budget(int size, BigInteger value, Grid grid) {
    private static final int NEIGHBOURS = 2;
    private static final int MOST = 1 << 30;
    /** So many sizes are looked at before a figure is said not to depend on the size. */
    private static final int SCAN = 2048;
    /** Where the figure goes up and down, sizes are looked at one by one until so many in a row are over the budget. */
    private static final int OVER = 256;

    /** What is asked: the figures so far, by size; a size that is refused has none. */
    private static final class Search {
        final IntFunction<? extends Number> figure;
        final BigInteger budget;
        final int from;
        final int to;
        final int step;
        final TreeMap<Integer, BigInteger> known = new TreeMap<>();
        final Map<Integer, String> refused = new TreeMap<>();

        Search(IntFunction<? extends Number> figure, BigInteger budget, int from, int to, int step) {
            this.figure = figure;
            this.budget = budget;
            this.from = from;
            this.to = to;
            this.step = step;
        }

        /** How many steps fit. */
        int last() {
            return (to - from) / step;
        }

        int size(int index) {
            return from + index * step;
        }

        BigInteger at(int index) {
            int size = size(index);
            if (!known.containsKey(size) && !refused.containsKey(size)) {
                try {
                    known.put(size, new BigDecimal(figure.apply(size).toString()).setScale(0, RoundingMode.CEILING).toBigIntegerExact());
                } catch (Refusal refusal) {
                    refused.put(size, refusal.getMessage());
                }
            }
            return known.get(size);
        }

        /** Whether that size stays within the budget; one that is refused decides nothing. */
        boolean fits(int index) {
            BigInteger value = at(index);
            if (value == null) {
                throw Refusal.of("runtime", "size " + size(index) + " is refused: " + refused.get(size(index))).why("every size from " + from + " on in steps of " + step + " must give a network")
                    .fix("solve(.., " + budget + ", from, to, step)");
            }
            return value.compareTo(budget) <= 0;
        }

        /** Whether a larger size came to less. */
        boolean falls() {
            BigInteger before = null;
            for (BigInteger v : known.values()) {
                if (before != null && v.compareTo(before) < 0) {
                    return true;
                }
                before = v;
            }
            return false;
        }
    }

    /**
     * Looks for the largest size.
     *
     * @param figure what a size comes to
     * @param budget what it may come to
     * @param from the smallest size
     * @param to the largest size
     * @param step what lies between two sizes
     */
    public static Budget of(IntFunction<? extends Number> figure, BigInteger budget, int from, int to, int step) {
        if (from > to || step < 1) {
            throw Refusal.option("there are no sizes from " + from + " to " + to + " in steps of " + step);
        }
        var search = new Search(figure, budget, from, to, step);
        if (!search.fits(0)) {
            throw Refusal.of("runtime", "even size " + from + " is over the budget").why("it comes to " + commas(search.at(0)) + ", the budget is " + commas(budget))
                .fix("solve(.., " + search.at(0) + ")");
        }
        int low = bisected(search);
        for (int i = Math.max(0, low - NEIGHBOURS); i <= Math.min(search.last(), low + NEIGHBOURS); i++) {
            search.at(i);
        }
        boolean falls = search.falls();
        if (falls) {
            low = scanned(search, low);
        }
        return new Budget(search.size(low), search.at(low), grid(search, low, falls));
    }

    /** The usual range: from 1 on. */
    public static Budget of(IntFunction<? extends Number> figure, BigInteger budget) {
        return of(figure, budget, 1, MOST, 1);
    }

    /** Doubles the size until it is over the budget, then halves what lies between. */
    private static int bisected(Search search) {
        int low = 0;
        int high = 1;
        while (high <= search.last() && search.fits(high)) {
            low = high;
            if (high >= SCAN && search.at(high).equals(search.at(0)) && search.to == MOST) {
                throw Refusal.of("runtime", "the figure does not depend on the size").why("size 1 and size " + commas(BigInteger.valueOf(search.size(high))) + " both come to " + commas(search.at(0)));
            }
            high = high > search.last() / 2 ? Math.max(high + 1, search.last()) : high * 2;
            if (low == search.last()) {
                break;
            }
        }
        if (low == search.last()) {
            if (search.to == MOST) {
                throw Refusal.of("runtime", "no size up to " + commas(BigInteger.valueOf(MOST)) + " is over the budget").why("size 1 comes to " + commas(search.at(0)) + ", size " + MOST + " to "
                    + commas(search.at(low)) + ": the figure hardly depends on the size");
            }
            return low;
        }
        high = Math.min(high, search.last() + 1);
        while (high - low > 1) {
            int middle = low + (high - low) / 2;
            if (middle <= search.last() && search.fits(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The figure goes up and down: sizes are looked at one by one from there on, until many in a row are over the budget. */
    private static int scanned(Search search, int from) {
        int best = from;
        for (int i = from + 1; i <= search.last() && i <= best + OVER; i++) {
            BigInteger value = search.at(i);
            best = value != null && value.compareTo(search.budget) <= 0 ? i : best;
        }
        return best;
    }

    private static Grid grid(Search search, int found, boolean falls) {
        var sizes = new ArrayList<String>();
        var values = new ArrayList<String>();
        var shares = new ArrayList<String>();
        var marks = new ArrayList<String>();
        for (int i = Math.max(0, found - NEIGHBOURS); i <= Math.min(search.last(), found + NEIGHBOURS); i++) {
            BigInteger value = search.at(i);
            sizes.add(commas(BigInteger.valueOf(search.size(i))));
            values.add(value == null ? "refused" : commas(value));
            shares.add(value == null || search.budget.signum() == 0 ? "" : new BigDecimal(value.multiply(BigInteger.valueOf(100))).divide(new BigDecimal(search.budget), 2, RoundingMode.HALF_UP) + " %");
            marks.add(i == found ? "◂ largest" : value != null && value.compareTo(search.budget) > 0 ? "over" : "");
        }
        var notes = new ArrayList<String>();
        notes.add("budget " + commas(search.budget) + "; looked at " + (search.known.size() + search.refused.size()) + " sizes" + (search.step > 1 ? ", in steps of " + search.step : ""));
        if (falls) {
            notes.add("the figure does not always grow with the size, so halving cannot be trusted: behind it sizes were looked at one by one, and " + OVER
                + " in a row were over the budget; larger ones may still be within it");
        }
        List<Grid.Column> columns = List.of(new Grid.Column("size", true, 0, sizes), new Grid.Column("comes to", true, 0, values), new Grid.Column("of the budget", true, 1, shares));
        return new Grid("budget", columns, marks, notes);
    }

    private static String commas(BigInteger n) {
        return layerbook.formula.Expr.of(n).text();
    }
}

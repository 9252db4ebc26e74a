package layerbook.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import layerbook.table.Grid;

/**
 * A tree with its repeated blocks once: {@code layers.0} to {@code layers.31} with the same rows inside and the same figures are one block,
 * {@code layers.0–31 ×32}. Figures stay those of one of them.
 */
final class Folded {
    private static final Pattern NUMBERED = Pattern.compile("(.*?)([\\p{L}_][\\w.]*\\.)(\\d+)");
    private static final Pattern DRAWN = Pattern.compile("[│├└─ ]*");

    private final Grid grid;
    private final List<String> names;

    private Folded(Grid grid) {
        this.grid = grid;
        this.names = grid.columns().get(0).cells();
    }

    /** The tree, folded; its first column holds the names. */
    static Grid of(Grid tree) {
        return new Folded(tree).folded();
    }

    private Grid folded() {
        var kept = new ArrayList<Integer>();
        var renamed = new ArrayList<String>();
        int folds = 0;
        for (int row = 0; row < names.size();) {
            int end = end(row);
            int last = row;
            int until = end;
            while (follows(last, until) && same(row, end, until, end(until))) {
                last = until;
                until = end(until);
            }
            kept.add(row);
            renamed.add(last == row ? names.get(row) : name(row, last));
            folds += last == row ? 0 : 1;
            row = last == row ? row + 1 : addInside(row + 1, end, until, kept, renamed);
        }
        return folds == 0 ? grid : picked(kept, renamed);
    }

    /** The rows inside of the block that stands for all; the place behind all of them. */
    private int addInside(int from, int end, int until, List<Integer> kept, List<String> renamed) {
        for (int row = from; row < end; row++) {
            kept.add(row);
            renamed.add(names.get(row));
        }
        return until;
    }

    /** The row behind those that stand deeper. */
    private int end(int row) {
        int end = row + 1;
        while (end < names.size() && depth(end) > depth(row)) {
            end++;
        }
        return end;
    }

    private int depth(int row) {
        Matcher drawn = DRAWN.matcher(names.get(row));
        return drawn.lookingAt() ? drawn.end() : 0;
    }

    private boolean follows(int row, int next) {
        if (next >= names.size() || depth(next) != depth(row)) {
            return false;
        }
        Matcher a = NUMBERED.matcher(names.get(row));
        Matcher b = NUMBERED.matcher(names.get(next));
        return a.matches() && b.matches() && a.group(2).equals(b.group(2)) && a.group(3).length() < 9 && b.group(3).length() < 9
            && Integer.parseInt(b.group(3)) == Integer.parseInt(a.group(3)) + 1;
    }

    private boolean same(int from, int end, int other, int otherEnd) {
        if (end - from != otherEnd - other) {
            return false;
        }
        for (int i = 0; i < end - from; i++) {
            int a = from + i;
            int b = other + i;
            boolean figures = grid.columns().stream().skip(1).allMatch(c -> c.cells().get(a).equals(c.cells().get(b)));
            if (!figures || i > 0 && !plain(a).equals(plain(b))) {
                return false;
            }
        }
        return true;
    }

    private String plain(int row) {
        return names.get(row).substring(depth(row)).replaceAll("_\\d+$", "");
    }

    private String name(int first, int last) {
        Matcher a = NUMBERED.matcher(names.get(first));
        Matcher b = NUMBERED.matcher(names.get(last));
        boolean both = a.matches() && b.matches();
        int times = both ? Integer.parseInt(b.group(3)) - Integer.parseInt(a.group(3)) + 1 : 1;
        return names.get(first) + "–" + (both ? b.group(3) : "") + " ×" + times;
    }

    private Grid picked(List<Integer> kept, List<String> renamed) {
        var columns = new ArrayList<Grid.Column>();
        for (Grid.Column c : grid.columns()) {
            List<String> cells = columns.isEmpty() ? renamed : kept.stream().map(c.cells()::get).toList();
            columns.add(new Grid.Column(c.head(), c.right(), c.priority(), c.least(), cells));
        }
        var notes = new ArrayList<>(grid.notes());
        notes.add("×: so many blocks with the same figures, each of which is shown");
        return new Grid(grid.name(), columns, Collections.nCopies(kept.size(), ""), notes);
    }
}

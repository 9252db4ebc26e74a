package layerbook.lesson;

import java.util.ArrayList;
import java.util.List;

/** Lines beside a list that say who reads whom: the next entry reads the one above it, and what is read further down waits on a rail at the right. */
final class Rails {
    private final List<List<Integer>> inputs;
    private final int[] lastReader;
    private final List<Integer> rails = new ArrayList<>(); // who waits on each rail, or null
    private final List<String> nodes = new ArrayList<>();
    private final List<String> after = new ArrayList<>();

    Rails(List<List<Integer>> inputs) {
        this.inputs = inputs;
        lastReader = new int[inputs.size()];
        for (int i = 0; i < inputs.size(); i++) {
            for (int from : inputs.get(i)) {
                lastReader[from] = i;
            }
        }
        for (int i = 0; i < inputs.size(); i++) {
            nodes.add(arrive(i));
            after.add(leave(i));
        }
    }

    /** The line of an entry: what it reads from the rails comes in here. */
    String node(int i) {
        return nodes.get(i);
    }

    /** The line below it: it goes on, and waits on a rail for those who read it later. Empty if there is nothing to say. */
    String after(int i) {
        return after.get(i);
    }

    /** Whether the entry reads this one from its rail; the one just above is read directly. */
    private boolean reads(int i, Integer waiting) {
        return waiting != null && waiting != i - 1 && inputs.get(i).contains(waiting);
    }

    private String arrive(int i) {
        int rightmost = -1;
        for (int k = 0; k < rails.size(); k++) {
            if (reads(i, rails.get(k))) {
                rightmost = k;
            }
        }
        var line = new StringBuilder(inputs.get(i).isEmpty() ? "○" : "●");
        for (int k = 0; k < rails.size(); k++) {
            Integer waits = rails.get(k);
            boolean read = reads(i, waits);
            boolean over = read && lastReader[waits] == i;
            line.append(k <= rightmost ? '─' : ' ');
            if (read) {
                line.append(k == rightmost ? over ? '╯' : '┤' : over ? '┴' : '┼');
            } else {
                line.append(waits == null ? k < rightmost ? '─' : ' ' : k < rightmost ? '┼' : '│');
            }
            if (over) {
                rails.set(k, null);
            }
        }
        return line.toString().stripTrailing();
    }

    private String leave(int i) {
        if (lastReader[i] <= i + 1) {
            return "";
        }
        int mine = rails.indexOf(null);
        if (mine < 0) {
            mine = rails.size();
            rails.add(null);
        }
        boolean goesOn = i + 1 < inputs.size() && inputs.get(i + 1).contains(i);
        var line = new StringBuilder(goesOn ? "├" : "╰");
        for (int k = 0; k < rails.size(); k++) {
            line.append(k <= mine ? '─' : ' ');
            line.append(k == mine ? '╮' : rails.get(k) == null ? k < mine ? '─' : ' ' : k < mine ? '┼' : '│');
        }
        rails.set(mine, i);
        return line.toString().stripTrailing();
    }

    static String ascii(String rails) {
        return rails.replace('○', 'o').replace('●', '*').replace('│', '|').replace('─', '-').replace('├', '|').replace('╰', '`').replace('╮', '.')
            .replace('╯', '\'').replace('┤', '+').replace('┴', '+').replace('┼', '+');
    }
}

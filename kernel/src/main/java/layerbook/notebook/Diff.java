package layerbook.notebook;

import java.util.ArrayList;
import java.util.List;

/** What changed between two lists of lines, as lines that begin with {@code -}, {@code +} or a blank. */
final class Diff {
    private static final int COMPARED = 1000;

    private Diff() {}

    static List<String> lines(List<String> stored, List<String> now) {
        int same = 0;
        while (same < Math.min(stored.size(), now.size()) && stored.get(same).equals(now.get(same))) {
            same++;
        }
        List<String> diff = new ArrayList<>();
        if (same > 0) {
            diff.add("  " + stored.get(same - 1));
        }
        List<String> left = stored.subList(same, Math.min(stored.size(), same + COMPARED));
        List<String> right = now.subList(same, Math.min(now.size(), same + COMPARED));
        walk(left, right, longest(left, right), diff);
        return diff;
    }

    /** For each pair of places, how many lines the rests have in common. */
    private static int[][] longest(List<String> left, List<String> right) {
        int[][] common = new int[left.size() + 1][right.size() + 1];
        for (int i = left.size() - 1; i >= 0; i--) {
            for (int j = right.size() - 1; j >= 0; j--) {
                common[i][j] = left.get(i).equals(right.get(j)) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static void walk(List<String> left, List<String> right, int[][] common, List<String> diff) {
        int i = 0;
        int j = 0;
        while (i < left.size() || j < right.size()) {
            if (i < left.size() && j < right.size() && left.get(i).equals(right.get(j))) {
                diff.add("  " + left.get(i++));
                j++;
            } else if (j == right.size() || i < left.size() && common[i + 1][j] >= common[i][j + 1]) {
                diff.add("- " + left.get(i++));
            } else {
                diff.add("+ " + right.get(j++));
            }
        }
    }
}

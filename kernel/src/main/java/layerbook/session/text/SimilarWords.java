package layerbook.session.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the words that somebody may have meant who typed another. */
public final class SimilarWords {
    private SimilarWords() {}

    /** Up to three words that differ from this one in a third of its letters at most, nearest first. */
    public static List<String> nearest(String typed, Collection<String> words) {
        int most = Math.max(1, typed.length() / 3);
        return words.stream().distinct()
            .filter(w -> !w.equals(typed) && Math.abs(w.length() - typed.length()) <= most)
            .filter(w -> distance(typed, w) <= most)
            .sorted(Comparator.comparing((String w) -> !w.equalsIgnoreCase(typed)).thenComparingInt(w -> distance(typed, w)).thenComparing(w -> w))
            .limit(3).toList();
    }

    /** Letters to change, insert, drop or swap; a difference in case alone counts as one for the whole word. */
    static int distance(String a, String b) {
        if (a.equalsIgnoreCase(b)) {
            return a.equals(b) ? 0 : 1;
        }
        String x = a.toLowerCase(Locale.ROOT);
        String y = b.toLowerCase(Locale.ROOT);
        int[][] d = new int[x.length() + 1][y.length() + 1];
        for (int i = 0; i <= x.length(); i++) {
            for (int j = 0; j <= y.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : step(d, x, y, i, j);
            }
        }
        return d[x.length()][y.length()];
    }

    private static int step(int[][] d, String x, String y, int i, int j) {
        int change = d[i - 1][j - 1] + (x.charAt(i - 1) == y.charAt(j - 1) ? 0 : 1);
        int best = Math.min(change, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && x.charAt(i - 1) == y.charAt(j - 2) && x.charAt(i - 2) == y.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}

package layerbook.session.text;

import java.util.Locale;

/** How long something took, as a person says it: {@code 40 ms}, {@code 2.5 s}, {@code 3 min 12 s}. */
public final class ElapsedTime {
    private ElapsedTime() {}

    public static String text(long nanos) {
        double seconds = nanos / 1e9;
        if (seconds < 1) {
            return String.format(Locale.ROOT, "%.0f ms", seconds * 1000);
        }
        return seconds < 60 ? String.format(Locale.ROOT, "%.1f s", seconds) : String.format(Locale.ROOT, "%d min %.0f s", (int) seconds / 60, seconds % 60);
    }
}

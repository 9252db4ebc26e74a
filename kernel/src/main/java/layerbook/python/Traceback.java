package layerbook.python;

import java.util.ArrayList;
import java.util.List;
import layerbook.syntax.Place;

/** The places that led to an error, the innermost first. */
public final class Traceback {
    private static final int MOST = 64;

    /** {@code File "net.py", line 12, in forward}. */
    public record Entry(String file, Place place, String function) {
        @Override public String toString() {
            return file + ":" + place.line() + " in " + function;
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    void add(Entry entry) {
        if (entries.size() < MOST) {
            entries.add(entry);
        }
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Where it happened, or null where no Python was running. */
    public Entry innermost() {
        return entries.isEmpty() ? null : entries.get(0);
    }
}

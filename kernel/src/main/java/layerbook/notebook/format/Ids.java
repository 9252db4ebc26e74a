package layerbook.notebook.format;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Cell ids that stay: a cell without one is named by its title or, if it has none, by its content, so converting a notebook again gives the
 * same ids.
 */
final class Ids {
    private static final int LONGEST = 64;
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> next = new HashMap<>();

    /** The id that this cell gets if it brings none. */
    String derived(Cell cell) {
        String slug = cell.title().replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^-+|-+$", "");
        String base = slug.isEmpty() ? "cell-" + hash(cell.kind() + "\n" + cell.source())
            : slug.substring(0, Math.min(slug.length(), LONGEST - 8));
        String id = base;
        for (int n = next.getOrDefault(base, 2); taken.contains(id); n++) {
            id = base + "-" + n;
            next.put(base, n); // a thousand equal cells must not cost a million looks
        }
        return id;
    }

    /** The id under which this cell is written: its own if it is allowed and free. */
    String wanted(Cell cell) {
        boolean usable = cell.id() != null && cell.id().matches("[A-Za-z0-9_-]{1," + LONGEST + "}") && !taken.contains(cell.id());
        return usable ? cell.id() : derived(cell);
    }

    /** The same, and from now on taken. */
    String take(Cell cell) {
        String id = wanted(cell);
        taken.add(id);
        return id;
    }

    /** FNV-1a, 64 bits: short, the same everywhere, and no security hangs on it. */
    private static String hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return String.format("%016x", hash).substring(0, 12);
    }
}

package layerbook.count;

import java.util.HashMap;
import java.util.Map;

/** The weights that a network has counted, with the call that counted them and how many they are. */
final class Seen {
    record Entry(int call, Totals amount) {}

    private final Map<Object, Entry> entries = new HashMap<>();

    boolean has(Object weights) {
        return entries.containsKey(weights);
    }

    void add(Object weights, int call, Totals amount) {
        entries.put(weights, new Entry(call, amount));
    }

    int size() {
        return entries.size();
    }

    /** Takes over what another network has counted; weights that both counted are told, with the later of the two calls. */
    void takeOver(Seen other, java.util.function.Consumer<Entry> twice) {
        other.entries.forEach((weights, theirs) -> {
            Entry mine = entries.get(weights);
            if (mine == null) {
                entries.put(weights, theirs);
            } else {
                boolean later = theirs.call > mine.call;
                twice.accept(later ? theirs : mine);
                entries.put(weights, later ? mine : theirs);
            }
        });
    }
}

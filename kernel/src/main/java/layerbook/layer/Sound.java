package layerbook.layer;

import java.util.LinkedHashMap;
import java.util.Map;

/** The arguments lately found to be sound, so that a layer made again and again in a loop is looked at once. */
final class Sound {
    private static final int KEPT = 4_096;
    private static final Map<Arguments, Boolean> LATELY = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override protected boolean removeEldestEntry(Map.Entry<Arguments, Boolean> eldest) {
            return size() > KEPT;
        }
    };

    private Sound() {}

    static boolean isNew(Arguments arguments) {
        synchronized (LATELY) {
            return !LATELY.containsKey(arguments);
        }
    }

    static void keep(Arguments arguments) {
        synchronized (LATELY) {
            LATELY.put(arguments, true);
        }
    }
}

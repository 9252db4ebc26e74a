package layerbook.session.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import layerbook.net.NetworkBuilder;

/** Commands that a statement asks for in Java, as {@code undo()} does. They are carried out once it is over: what runs cannot take itself back. */
public final class DeferredCommands {
    private static final Map<NetworkBuilder, List<String>> ASKED = new WeakHashMap<>();

    private DeferredCommands() {}

    /** Asks for a command, as it would be typed, in the session of this thread. */
    static void ask(String command) {
        synchronized (ASKED) {
            ASKED.computeIfAbsent(NetworkBuilder.current(), b -> new ArrayList<>()).add(command.strip());
        }
    }

    public static boolean isAsked(NetworkBuilder book) {
        synchronized (ASKED) {
            return ASKED.containsKey(book);
        }
    }

    /** What was asked for since this was last called. */
    public static List<String> take(NetworkBuilder book) {
        synchronized (ASKED) {
            List<String> asked = ASKED.remove(book);
            return asked == null ? List.of() : asked;
        }
    }
}

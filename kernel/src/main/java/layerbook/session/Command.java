package layerbook.session;

import java.util.List;
import java.util.function.Function;

/**
 * A word that begins with a slash and is carried out by the program rather than by Java, e.g. {@code /undo 2}.
 *
 * @param name without the slash, e.g. {@code undo}
 * @param usage what may stand behind it, e.g. {@code [how many]}, or empty
 * @param summary one sentence, e.g. {@code takes back the last statement}
 * @param action what is done
 * @param arguments what could be typed behind it, given what already stands there; for completion
 */
public record Command(String name, String usage, String summary, Action action, Function<String, List<String>> arguments) {
    /** A command whose arguments cannot be completed. */
    public Command(String name, String usage, String summary, Action action) {
        this(name, usage, summary, action, typed -> List.of());
    }

    /** What a command does. An exception becomes an error frame. */
    @FunctionalInterface
    public interface Action {
        /** Carries the command out, and shows what is to be shown through the invocation. */
        void run(Invocation invocation) throws Exception;
    }

    /** A command that cannot be carried out as it was typed; the fix may be null. */
    public static final class Refused extends RuntimeException {
        private final transient String fix;

        public Refused(String message, String fix) {
            super(message);
            this.fix = fix;
        }

        /** What to type instead, or null. */
        public String fix() {
            return fix;
        }
    }
}

package layerbook.repl;

import java.io.IOException;
import java.util.Optional;
import layerbook.session.Problem;
import layerbook.session.Result;
import layerbook.session.Session;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;

/**
 * The terminal: a prompt at once, the session behind it. Reading, running and showing take turns on the main thread; Ctrl-C reaches
 * the session from JLine's signal thread, and what user threads print reaches the {@link Screen} from theirs.
 */
final class Terminal {
    private final Screen screen;
    private final Prompt prompt;
    private final Later<Session> session;

    Terminal(Screen screen, Prompt prompt, Later<Session> session) {
        this.screen = screen;
        this.prompt = prompt;
        this.session = session;
    }

    static int start() {
        try (org.jline.terminal.Terminal jline = Console.open()) {
            var preferences = Preferences.load();
            var session = Later.of(() -> Session.open(Console.settings()));
            var screen = new Screen(jline, preferences);
            var prompt = new Prompt(jline, screen, preferences, session);
            return new Terminal(screen, prompt, session).converse();
        } catch (IOException e) {
            System.err.println("layerbook: no terminal here: " + e.getMessage());
            return 2;
        }
    }

    /** Reads and runs until the user leaves; the exit code is the one given to {@code /exit}. */
    int converse() {
        screen.greet();
        Optional<Integer> exit = Optional.empty();
        while (exit.isEmpty()) {
            exit = turn();
        }
        if (session.isStarted()) {
            session.get().close();
        }
        return exit.get();
    }

    private Optional<Integer> turn() {
        String text;
        try {
            text = prompt.read("");
        } catch (UserInterruptException e) {
            return Optional.empty();
        } catch (EndOfFileException e) {
            return Optional.of(0);
        }
        return text.isBlank() ? Optional.empty() : run(text);
    }

    private Optional<Integer> run(String text) {
        Optional<Integer> exit = Optional.empty();
        try (var running = screen.running(() -> session.get().interrupt())) {
            Result result = session.get().run(text, screen::show);
            prompt.fix(result.problem().map(Problem::fix).orElse(null));
            exit = result.exit();
        }
        return exit;
    }
}

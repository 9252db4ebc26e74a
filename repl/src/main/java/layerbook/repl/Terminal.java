package layerbook.repl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import layerbook.io.BadFile;
import layerbook.io.TextFile;
import layerbook.notebook.NotebookCommands;
import layerbook.session.Session;
import layerbook.session.output.Problem;
import layerbook.session.output.Result;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;

/**
 * The terminal: a prompt at once, the session behind it. Reading, running and showing take turns on the main thread; Ctrl-C reaches
 * the session from JLine's signal thread, and what user threads print reaches the {@link Screen} from theirs.
 */
final class Terminal {
    private final Screen screen;
    private final Prompt prompt;
    private final Preferences preferences;
    private final Later<Session> session;
    private final TypedInput typed;
    private final Rescue rescue = new Rescue(Places.state());
    private String nextLine = "";
    private boolean prepared;
    private boolean told;

    Terminal(org.jline.terminal.Terminal jline) throws IOException {
        preferences = Preferences.load();
        session = Later.of(this::open);
        screen = new Screen(jline, preferences);
        prompt = new Prompt(jline, screen, preferences, session);
        typed = new TypedInput(prompt, () -> session.get().interrupt());
    }

    static int start() {
        try (org.jline.terminal.Terminal jline = Console.open()) {
            return new Terminal(jline).converse();
        } catch (IOException e) {
            System.err.println("layerbook: no terminal here: " + e.getMessage());
            return 2;
        }
    }

    private Session open() {
        Session opened = Session.open(Console.settings());
        NotebookCommands.addTo(opened);
        TerminalCommands.register(opened, preferences, line -> nextLine = line);
        opened.asks(prompt::answer);
        System.setIn(typed);
        rescue.watch(opened);
        return opened;
    }

    /** Reads and runs until the user leaves; the exit code is the one given to {@code /exit}. */
    int converse() {
        screen.greet();
        List<Path> lost = Rescue.lost(Places.state());
        lost.forEach(file -> screen.said((lost.size() == 1 ? "The last session" : "A session") + " ended without leaving; what was typed in it comes back with /open " + file));
        preferences.trouble().ifPresent(screen::said);
        Optional<Integer> exit = Optional.empty();
        while (exit.isEmpty()) {
            exit = turn();
        }
        if (session.isStarted()) {
            session.get().close();
        }
        rescue.leave();
        return exit.get();
    }

    private Optional<Integer> turn() {
        String before = nextLine;
        nextLine = "";
        String text;
        try {
            text = prompt.read(before);
        } catch (UserInterruptException e) {
            return Optional.empty();
        } catch (EndOfFileException e) {
            return Optional.of(0);
        }
        if (text.isBlank()) {
            return Optional.empty();
        }
        if (!told) {
            prompt.trouble().ifPresent(why -> {
                screen.said(why);
                told = true;
            });
        }
        prepare();
        return run(text);
    }

    private Optional<Integer> run(String text) {
        return result(text).exit();
    }

    private Result result(String text) {
        long began = System.nanoTime();
        Result result;
        typed.begin();
        try (var running = screen.running(() -> session.get().interrupt(), () -> session.get().progress(), text.startsWith("/") || text.startsWith("?"))) {
            result = session.get().run(text, screen::show);
        } finally {
            typed.end();
        }
        screen.took(System.nanoTime() - began);
        prompt.fix(result.problem().map(Problem::fix).orElse(null));
        return result;
    }

    /** Before the first statement: what the user has chosen for the session, and the statements of the start-up file. */
    private void prepare() {
        if (prepared) {
            return;
        }
        prepared = true;
        for (Preferences.Setting setting : Preferences.SETTINGS) {
            if (setting.command() != null && preferences.isChosen(setting.name())) {
                session.get().run(setting.command() + " " + preferences.get(setting.name()), output -> { });
            }
        }
        if (Files.exists(Places.startup())) {
            try {
                result(TextFile.read(Places.startup())).problem()
                    .ifPresent(problem -> screen.line("That is in line " + problem.line() + " of " + Places.startup() + ", which runs before the first statement."));
            } catch (BadFile e) {
                screen.said("Not run: " + e.getMessage());
            }
        }
    }
}

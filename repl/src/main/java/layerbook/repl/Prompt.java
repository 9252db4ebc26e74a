package layerbook.repl;

import java.io.IOException;
import java.util.Optional;
import layerbook.session.Session;
import layerbook.session.output.Showable;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReader.SuggestionType;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** Reads one statement from the keyboard: a line reader with history, menus, colours, hints and Layerbook's own keys. */
final class Prompt {
    private final SharedHistory history = new SharedHistory(Places.history(), 50_000);
    private final Reader reader;
    private final Screen screen;
    private final Preferences preferences;
    private final Later<Session> session;
    private String fix;

    Prompt(org.jline.terminal.Terminal terminal, Screen screen, Preferences preferences, Later<Session> session) throws IOException {
        this.screen = screen;
        this.preferences = preferences;
        this.session = session;
        var words = Later.of(Vocabulary::ofFacade);
        reader = new Reader(terminal, text -> session.get().completeness(text), () -> {
            session.start();
            words.start();
        },
            this::hint);
        reader.setHighlighter(new Painter(screen::theme, () -> words.isReady() ? words.get() : Vocabulary.NONE));
        reader.setVariable(LineReader.HISTORY_SIZE, SharedHistory.REMEMBERED);
        reader.setHistory(history);
        options();
        Keys.bind(reader, new Tab(reader, (text, cursor) -> session.get().complete(text, cursor), this::document, () -> fix, screen::theme, screen::view));
        screen.attach(this);
    }

    /** What stands below the line: about the brackets that the cursor is in. */
    private AttributedString hint() {
        if (!preferences.isOn("hints") || !session.isReady()) {
            return null;
        }
        return session.get().hint(reader.getBuffer().toString(), reader.getBuffer().cursor())
            .map(said -> Hints.draw(said, reader.getTerminal().getWidth(), screen.theme())).orElse(null);
    }

    private void options() {
        reader.option(Option.DISABLE_EVENT_EXPANSION, true);
        reader.option(Option.HISTORY_REDUCE_BLANKS, false);
        reader.option(Option.AUTO_FRESH_LINE, false);
        reader.setVariable(LineReader.SECONDARY_PROMPT_PATTERN, "%P ...> ");
    }

    /** Reads one statement; what the user prefers is asked each time, since {@code /set} may have changed it. */
    String read(String before) {
        reader.setAutosuggestion(preferences.isOn("suggest") ? SuggestionType.HISTORY : SuggestionType.NONE);
        Keys.choose(reader, preferences.get("keys"));
        AttributedString prompt = new AttributedStringBuilder().styled(screen.theme().prompt(), preferences.get("prompt")).toAttributedString();
        return reader.readLine(prompt.toAnsi(reader.getTerminal()), null, (Character) null, before);
    }

    /** Reads a line while a statement runs: an answer to what it asks. Ctrl-C skips it; null at Ctrl-D. */
    String answer(String question) {
        try (var asking = screen.asking()) {
            return line(question);
        } catch (UserInterruptException e) {
            return "";
        }
    }

    /** Reads a line while a statement runs that reads {@code System.in}, behind what it printed; null at Ctrl-D. */
    String typed() {
        String question = screen.takeOpenLine();
        try (var asking = screen.asking()) {
            return line(question);
        }
    }

    private String line(String question) {
        try {
            return LineReaderBuilder.builder().terminal(reader.getTerminal()).option(Option.DISABLE_EVENT_EXPANSION, true).build().readLine(question);
        } catch (EndOfFileException e) {
            return null;
        }
    }

    /** Why what is typed is not kept for the next time, if it is not. */
    Optional<String> trouble() {
        return history.trouble();
    }

    boolean isReading() {
        return reader.isReading();
    }

    void printAbove(String text) {
        reader.printAbove(text);
    }

    /** What Tab puts on an empty line: the fix of the last error, or null. */
    void fix(String statement) {
        fix = statement;
    }

    /** Shows the documentation of what stands at the cursor above the line; says whether there was any. */
    boolean document() {
        Optional<Showable> doc = session.get().inspect(reader.getBuffer().toString(), reader.getBuffer().cursor(), 1);
        doc.ifPresent(text -> printAbove(text.plain(screen.view())));
        return doc.isPresent();
    }
}

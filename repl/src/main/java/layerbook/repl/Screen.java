package layerbook.repl;

import layerbook.session.Output;
import layerbook.session.View;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;

/** Where things are shown. Anything may be shown at any time, from any thread: while a prompt stands, it goes above it. */
final class Screen {
    private final org.jline.terminal.Terminal terminal;
    private final Preferences preferences;
    private volatile Prompt prompt;
    private boolean lineOpen;

    Screen(org.jline.terminal.Terminal terminal, Preferences preferences) {
        this.terminal = terminal;
        this.preferences = preferences;
    }

    void attach(Prompt reader) {
        prompt = reader;
    }

    /** How things may look here and now; asked again for each output, since windows are resized. */
    View view() {
        var environment = System.getenv();
        int width = terminal.getWidth() > 0 ? terminal.getWidth() : 80;
        String theme = preferences.get("theme");
        boolean dark = theme.equals("dark") || theme.equals("auto") && Surroundings.dark(environment);
        boolean colour = !theme.equals("plain") && Surroundings.colour(environment);
        return new View(Math.max(40, width), colour, Surroundings.unicode(environment), dark);
    }

    /** The colours for this terminal: as the user has set them, else as the ground seems to be. */
    Theme theme() {
        View here = view();
        return switch (preferences.get("theme")) {
            case "plain" -> Theme.PLAIN;
            case "light" -> here.colour() ? Theme.LIGHT : Theme.PLAIN;
            default -> !here.colour() ? Theme.PLAIN : here.dark() ? Theme.DARK : Theme.LIGHT;
        };
    }

    void greet() {
        line("Layerbook, Java " + Runtime.version().feature() + ". /help for help, ?conv2d for a layer, Ctrl-D to leave.");
    }

    /** While a statement runs, Ctrl-C calls {@code stop}. */
    Running running(Runnable stop) {
        SignalHandler before = terminal.handle(Signal.INT, signal -> stop.run());
        return new Running(() -> {
            terminal.handle(Signal.INT, before);
            endLine();
        });
    }

    /** Closed when the statement is over. */
    record Running(Runnable end) implements AutoCloseable {
        @Override public void close() {
            end.run();
        }
    }

    synchronized void show(Output output) {
        if (output instanceof Output.Printed printed) {
            printed(printed.text());
            return;
        }
        String text = output.plain(view());
        if (!text.isEmpty()) {
            endLine();
            line(text);
        }
    }

    private void printed(String text) {
        if (prompt != null && prompt.isReading()) {
            prompt.printAbove(text);
            return;
        }
        terminal.writer().print(text);
        terminal.flush();
        lineOpen = !text.endsWith("\n");
    }

    synchronized void line(String text) {
        if (prompt != null && prompt.isReading()) {
            prompt.printAbove(text);
            return;
        }
        terminal.writer().println(text);
        terminal.flush();
    }

    private synchronized void endLine() {
        if (lineOpen) {
            terminal.writer().println();
            terminal.flush();
            lineOpen = false;
        }
    }
}

package layerbook.repl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Supplier;
import layerbook.session.output.Output;
import layerbook.session.output.View;
import layerbook.session.text.ElapsedTime;
import layerbook.table.Widths;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Where things are shown. Anything may be shown at any time, from any thread: while a prompt stands, it goes above it. */
final class Screen {
    private static final long PATIENCE = 2_000; // milliseconds without output, after which we say that we are still at it
    private static final int MOST_ASKED = 1_000; // characters that are kept of the line that has not ended
    private static final String ERASE = "\r\u001b[K";

    private final org.jline.terminal.Terminal terminal;
    private final Preferences preferences;
    private final List<String> pages = new ArrayList<>();
    private final Map<String, Sieve> sieves = new LinkedHashMap<>(); // one for each stream, or they would complete each other's sequences
    private volatile Prompt prompt;
    private boolean paging;
    private boolean lineOpen;
    private String openLine = "";
    private boolean busyShown;
    private boolean asking;

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
        return !here.colour() ? Theme.PLAIN : here.dark() ? Theme.DARK : Theme.LIGHT;
    }

    void greet() {
        said("Layerbook, Java " + Runtime.version().feature() + ". /help for help, ?conv2d for a layer, Ctrl-D to leave.");
    }

    /** A sentence of the program's own, broken at spaces. */
    void said(String sentence) {
        line(String.join(System.lineSeparator(), Widths.wrap(sentence, view().width())));
    }

    /**
     * While a statement runs, Ctrl-C calls {@code stop}, and a word says that we are at it if nothing is heard for long.
     *
     * @param progress how far it has come, or empty
     * @param mayPage whether what is longer than the window is shown page by page at the end: commands; the echo of a statement stays as it is
     */
    Running running(Runnable stop, Supplier<String> progress, boolean mayPage) {
        SignalHandler before = terminal.handle(Signal.INT, signal -> stop.run());
        paging = mayPage && preferences.isOn("pager");
        Timer timer = new Timer("layerbook-busy", true);
        long began = System.nanoTime();
        timer.schedule(new TimerTask() {
            @Override public void run() {
                busy(System.nanoTime() - began, progress.get());
            }
        }, PATIENCE, 1_000);
        return new Running(() -> {
            timer.cancel();
            terminal.handle(Signal.INT, before);
            endLine();
            turnPages();
        });
    }

    /** Closed when the statement is over. */
    record Running(Runnable end) implements AutoCloseable {
        @Override public void close() {
            end.run();
        }
    }

    /** While a question stands, it is the person who is waited for: nobody says that we are still at it. */
    synchronized Running asking() {
        endLine();
        asking = true;
        return new Running(this::answered);
    }

    private synchronized void answered() {
        asking = false;
    }

    private synchronized void busy(long nanos, String progress) {
        if (!lineOpen && !asking && !Console.isDumb(terminal)) {
            terminal.writer().print(ERASE + styled(theme().faint(), "  " + ElapsedTime.text(nanos) + ", " + (progress.isEmpty() ? "" : progress + ", ") + "Ctrl-C stops"));
            terminal.flush();
            busyShown = true;
        }
    }

    private void noLongerBusy() {
        if (busyShown) {
            terminal.writer().print(ERASE);
            busyShown = false;
        }
    }

    synchronized void show(Output output) {
        if (output instanceof Output.Printed printed) {
            print(sieves.computeIfAbsent(printed.stream(), name -> new Sieve()).pass(printed.text()));
            return;
        }
        String text = output.plain(view());
        if (text.isEmpty()) {
            return;
        }
        if (paging && Pager.isLong(text, terminal)) {
            pages.add(text);
        } else if (output instanceof Output.Failed || output instanceof Output.Warning) {
            line(coloured(text));
        } else {
            line(text);
        }
    }

    private void print(String text) {
        if (prompt != null && prompt.isReading()) {
            prompt.printAbove(text);
            return;
        }
        noLongerBusy();
        terminal.writer().print(text);
        terminal.flush();
        opened(text);
    }

    synchronized void line(String text) {
        endLine();
        print(text + System.lineSeparator());
    }

    private void opened(String text) {
        if (!text.isEmpty()) {
            int from = text.lastIndexOf('\n') + 1;
            openLine = from > 0 || !lineOpen ? "" : openLine;
            if (openLine.length() < MOST_ASKED) {
                openLine += text.substring(from, Math.min(text.length(), from + MOST_ASKED));
            }
            lineOpen = from < text.length();
        }
    }

    /** What stands on the line that has not ended, if it is shorter than the screen is wide: it is taken off the screen, to be shown again before the answer. */
    synchronized String takeOpenLine() {
        if (!lineOpen || openLine.length() >= terminal.getWidth() || Console.isDumb(terminal)) {
            return "";
        }
        terminal.writer().print(ERASE);
        lineOpen = false;
        return openLine;
    }

    private synchronized void endLine() {
        sieves.values().stream().map(Sieve::rest).filter(rest -> !rest.isEmpty()).forEach(this::print);
        noLongerBusy();
        if (lineOpen) {
            terminal.writer().println();
            lineOpen = false;
        }
        terminal.flush();
    }

    private void turnPages() {
        for (String page : pages) {
            Pager.show(page, "Space goes on, b back, q leaves", terminal);
        }
        pages.clear();
    }

    /** Tells how long a statement took, if that is what the user wants to know. */
    void took(long nanos) {
        String from = preferences.get("time");
        if (from.matches("\\d+(\\.\\d+)?") && nanos > Double.parseDouble(from) * 1e9) {
            line(styled(theme().faint(), "  " + ElapsedTime.text(nanos)));
        }
    }

    /** The frame of an error: its sign and message, and the fix, in their colours. The text stays the same. */
    private String coloured(String frame) {
        if (!view().colour() || frame.indexOf('\u001b') >= 0) {
            return frame;
        }
        var out = new StringBuilder();
        frame.lines().forEach(line -> {
            String start = line.stripLeading();
            boolean first = start.startsWith("✗") || start.startsWith("x ") || start.startsWith("⚠") || start.startsWith("!");
            AttributedStyle style = first || start.startsWith("▔") || start.startsWith("^") ? theme().error() : start.startsWith("try ") ? theme().fix() : null;
            out.append(style == null ? line : styled(style, line)).append('\n');
        });
        return out.substring(0, Math.max(0, out.length() - 1));
    }

    private String styled(AttributedStyle style, String text) {
        return new AttributedStringBuilder().styled(style, text).toAnsi(terminal);
    }
}

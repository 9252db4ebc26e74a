package layerbook.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import layerbook.io.WellFormedText;
import layerbook.session.output.Output;

/**
 * What one cell shows, as far as it is kept for the files that are written of it, for comparing and for JSON: a program may print without an end.
 * Where something is left out, a warning in its place says so. What the last statement comes to is kept in any case.
 */
public final class BoundedOutput {
    /** So many characters of a cell are kept; more than this makes front ends hang. */
    public static final int CELL = 8_000_000;
    /** So many of a whole notebook. */
    static final int NOTEBOOK = 4 * CELL;
    /** So many outputs of a cell: one is whatever was printed to one stream before something else came. */
    public static final int OUTPUTS = 10_000;

    private final List<Output> outputs = new ArrayList<>();
    private final int most;
    private StringBuilder printed = new StringBuilder();
    private String stream = "stdout";
    private int spent;
    private Output.Warning leftOut;

    /** Keeps a cell's outputs; {@code left} characters may still be kept of its notebook. */
    BoundedOutput(int left) {
        most = Math.min(CELL, left);
    }

    /** Keeps an output, or what there is room for; that much, and the word on the rest, goes on to {@code onward}. */
    synchronized void keep(Output output, Consumer<Output> onward) {
        if (output instanceof Output.Cleared) {
            clear();
            onward.accept(output);
        } else if (output instanceof Output.Printed text) {
            printed(text, onward);
        } else if (!isOptional(output)) {
            add(output, onward);
        } else if (size(output) > most - spent || outputs.size() >= OUTPUTS) {
            leaveOut(onward);
        } else {
            spent += size(output);
            add(output, onward);
        }
    }

    private void clear() {
        outputs.clear();
        printed = new StringBuilder();
        spent = 0;
        leftOut = null;
    }

    private void printed(Output.Printed text, Consumer<Output> onward) {
        if (leftOut != null || outputs.size() >= OUTPUTS) {
            leaveOut(onward);
            return;
        }
        String room = WellFormedText.first(text.text(), Math.min(text.text().length(), most - spent));
        if (!text.stream().equals(stream)) {
            endPrinted();
            stream = text.stream();
        }
        printed.append(room);
        spent += room.length();
        if (!room.isEmpty()) {
            onward.accept(new Output.Printed(stream, room));
        }
        if (room.length() < text.text().length()) {
            leaveOut(onward);
        }
    }

    private void add(Output output, Consumer<Output> onward) {
        endPrinted();
        outputs.add(output);
        onward.accept(output);
    }

    private void endPrinted() {
        if (printed.length() > 0) {
            outputs.add(new Output.Printed(stream, printed.toString()));
            printed = new StringBuilder();
        }
    }

    /** What user code can show any number of times in one statement. */
    private static boolean isOptional(Output output) {
        return output instanceof Output.Display || output instanceof Output.Warning;
    }

    private static int size(Output output) {
        return output instanceof Output.Display display ? size(display.mime()) : ((Output.Warning) output).text().length();
    }

    /** How many characters a MIME bundle counts for: those of its texts, and some for what is no text. */
    public static int size(Map<String, Object> mime) {
        return (int) Math.min(Integer.MAX_VALUE, mime.values().stream().mapToLong(v -> v instanceof CharSequence s ? s.length() : 200).sum());
    }

    private void leaveOut(Consumer<Output> onward) {
        if (leftOut == null) {
            String than = outputs.size() >= OUTPUTS ? cellLeavesOut(OUTPUTS, "outputs") : most == CELL ? cellLeavesOut(CELL, "characters")
                : String.format(Locale.ROOT, "this notebook has shown more than %,d characters: the rest is left out", NOTEBOOK);
            leftOut = new Output.Warning(than);
            add(leftOut, onward);
        }
    }

    /** The word on what is left out of a cell. */
    public static String cellLeavesOut(int most, String of) {
        return String.format(Locale.ROOT, "this cell has shown more than %,d %s: the rest is left out", most, of);
    }

    /** How many characters were kept. */
    synchronized int spent() {
        return spent;
    }

    /** What was kept, in order; the pieces of what was printed are one text. */
    synchronized List<Output> outputs() {
        endPrinted();
        return List.copyOf(outputs);
    }

    /** That something was left out, or nothing. */
    synchronized List<String> leftOut() {
        return leftOut == null ? List.of() : List.of(leftOut.text());
    }
}

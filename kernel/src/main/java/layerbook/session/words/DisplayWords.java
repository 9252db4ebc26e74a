package layerbook.session.words;

import java.util.Map;
import layerbook.session.output.Output;
import layerbook.session.output.StandardStreams;
import layerbook.session.output.ValueText;

/** The words that show something of one's own: where the front end can, as what it is (HTML, SVG, a chart), elsewhere as text. */
abstract class DisplayWords {
    DisplayWords() {}

    /** Shows a value now, in the middle of a statement or a loop: {@code for (var t : tables) display(t)}. */
    public static void display(Object value) {
        show(bundle(value), null, false);
    }

    /** Shows text of a MIME type: {@code display("<b>bold</b>", "text/html")}. */
    public static void display(Object value, String mime) {
        show(bundle(value, mime), null, false);
    }

    /** Shows a value under a name, so that {@link #updateDisplay} can put another in its place. */
    public static void displayAs(String id, Object value) {
        show(bundle(value), id, false);
    }

    /** As {@link #displayAs(String, Object)}, with text of a MIME type. */
    public static void displayAs(String id, Object value, String mime) {
        show(bundle(value, mime), id, false);
    }

    /** Puts a value in the place of what was shown under this name, wherever that is. */
    public static void updateDisplay(String id, Object value) {
        show(bundle(value), id, true);
    }

    /** As {@link #updateDisplay(String, Object)}, with text of a MIME type. */
    public static void updateDisplay(String id, Object value, String mime) {
        show(bundle(value, mime), id, true);
    }

    /** Clears what the cell has shown so far. */
    public static void clearOutput() {
        clearOutput(false);
    }

    /** Clears what the cell has shown so far: if {@code later}, only when something else is shown, so that nothing flickers. */
    public static void clearOutput(boolean later) {
        StandardStreams.show(new Output.Cleared(later));
    }

    private static void show(Map<String, Object> mime, String id, boolean update) {
        StandardStreams.show(new Output.Display(mime, id, update));
    }

    private static Map<String, Object> bundle(Object value) {
        Output ours = ValueDisplay.shown(value);
        return ours != null ? ours.mime() : Map.of("text/plain", ValueText.text(value));
    }

    private static Map<String, Object> bundle(Object value, String mime) {
        if (!mime.matches("[\\w.+-]+/[\\w.+-]+")) {
            throw new IllegalArgumentException("not a MIME type: " + mime);
        }
        return mime.equals("text/plain") ? Map.of(mime, String.valueOf(value)) : Map.of("text/plain", String.valueOf(value), mime, value);
    }
}

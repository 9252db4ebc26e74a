package layerbook.session.words;

import java.util.Map;
import layerbook.session.output.Output;
import layerbook.session.output.StandardStreams;
import layerbook.session.output.ValueText;

/** The words that show something of one's own: where the front end can, as what it is (HTML, SVG, a chart), elsewhere as text. */
abstract class DisplayWords {
    DisplayWords() {}

    /**
     * Shows a value now, in the middle of a statement or a loop: as what it is (a table, HTML, SVG, a chart) where the
     * front end can, as text elsewhere.
     * <pre>{@code
     * display(params())
     * }</pre>
     *
     * @param value anything
     */
    public static void display(Object value) {
        show(bundle(value), null, false);
    }

    /**
     * Shows text or bytes of a MIME type.
     * <pre>{@code
     * display("<b>bold</b>", "text/html")
     * }</pre>
     *
     * @param value the text
     * @param mime e.g. text/html
     */
    public static void display(Object value, String mime) {
        show(bundle(value, mime), null, false);
    }

    /**
     * Shows a value under a name, so that {@link #updateDisplay} can put another in its place.
     * <pre>{@code
     * displayAs("progress", 1)
     * }</pre>
     *
     * @param id the name
     * @param value anything
     */
    public static void displayAs(String id, Object value) {
        show(bundle(value), id, false);
    }

    /**
     * Shows text of a MIME type under a name.
     *
     * @param id the name
     * @param value the text
     * @param mime e.g. text/html
     */
    public static void displayAs(String id, Object value, String mime) {
        show(bundle(value, mime), id, false);
    }

    /**
     * Puts a value in the place of what {@link #displayAs} showed under this name.
     * <pre>{@code
     * updateDisplay("progress", 2)
     * }</pre>
     *
     * @param id the name
     * @param value anything
     */
    public static void updateDisplay(String id, Object value) {
        show(bundle(value), id, true);
    }

    /**
     * Puts text of a MIME type in the place of what was shown under this name.
     *
     * @param id the name
     * @param value the text
     * @param mime e.g. text/html
     */
    public static void updateDisplay(String id, Object value, String mime) {
        show(bundle(value, mime), id, true);
    }

    /**
     * Clears what the cell has shown so far.
     * <pre>{@code
     * clearOutput()
     * }</pre>
     */
    public static void clearOutput() {
        clearOutput(false);
    }

    /**
     * Clears what the cell has shown so far.
     *
     * @param later whether to wait until something else is shown, so that nothing flickers
     */
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

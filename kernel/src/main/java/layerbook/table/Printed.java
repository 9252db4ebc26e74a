package layerbook.table;

/**
 * A text that is known from another tool, with the table that it was made from.
 *
 * @param text what is printed, to the letter
 * @param grid its rows
 */
public record Printed(String text, Grid grid) implements Tabular {
    @Override public String text(int width, boolean unicode, boolean colour) {
        return unicode ? text : Figures.ascii(text);
    }

    @Override public String html() {
        return "<pre>" + text.replace("&", "&amp;").replace("<", "&lt;") + "</pre>";
    }

    @Override public String toString() {
        return text;
    }
}

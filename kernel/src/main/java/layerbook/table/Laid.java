package layerbook.table;

/** Something that can be laid out as text of any width and as HTML. */
public interface Laid {
    /** Text no wider than this, where that does not cut a number. */
    String text(int width, boolean unicode, boolean colour);

    /** The same as HTML; every text from outside is escaped. */
    default String html() {
        return "<pre>" + text(100, true, false).replace("&", "&amp;").replace("<", "&lt;") + "</pre>";
    }

    /** The formulas in it as LaTeX, or an empty text. */
    default String latex() {
        return "";
    }
}

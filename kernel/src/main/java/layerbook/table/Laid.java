package layerbook.table;

/** Something that can be laid out as text of any width and as HTML. */
public interface Laid {
    /** A table of Tablesaw's as it may be shown. */
    static Laid of(Object tablesaw) {
        return Grid.of((tech.tablesaw.api.Table) tablesaw);
    }

    /** Text no wider than this, where that does not cut a number. */
    String text(int width, boolean unicode, boolean colour);

    /** The same as HTML; every text from outside is escaped. */
    default String html() {
        return "<pre>" + HtmlTable.escaped(text(100, true, false)) + "</pre>";
    }

    /** The same as Markdown with formulas between dollar signs, for what is mostly formulas; else an empty text. */
    default String markdown() {
        return "";
    }

    /** The formulas in it as LaTeX, or an empty text. */
    default String latex() {
        return "";
    }

    /** The same in further forms, by MIME type: a chart has an image and data. */
    default java.util.Map<String, Object> mime() {
        return java.util.Map.of();
    }
}

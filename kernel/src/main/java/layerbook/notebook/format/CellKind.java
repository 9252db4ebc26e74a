package layerbook.notebook.format;

import java.util.Locale;

/** What a cell holds: Java to run, Markdown to read, or raw text that passes through. */
public enum CellKind {
    CODE, MARKDOWN, RAW;

    /** The name used in both file formats, e.g. {@code markdown}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

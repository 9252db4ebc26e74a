package layerbook.notebook.format;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What stands before the first cell.
 *
 * @param text the exact text of the head of a {@code .jsh} (byte order mark, YAML in comments), or null if the notebook was no text yet
 * @param metadata what is known about the notebook: {@code kernelspec}, {@code language_info}, and whatever others wrote
 * @param exact whether the metadata is all that an {@code .ipynb} said; else what Jupyter needs is added on the way there
 * @param minor the second number of the notebook format, 5 for nbformat 4.5
 * @param eol how lines end: {@code \n} or {@code \r\n}
 */
public record Header(String text, Map<String, Object> metadata, boolean exact, int minor, String eol) {
    /** The minor version that we write: nbformat 4.5, the first with cell ids. */
    static final int MINOR = 5;

    /** A head that says nothing. */
    public static Header empty() {
        return new Header("", Map.of(), false, MINOR, "\n");
    }

    /** The metadata that an {@code .ipynb} needs so that Jupyter finds our kernel; what is known stays as it is. */
    Map<String, Object> forJupyter() {
        Map<String, Object> all = new LinkedHashMap<>(metadata);
        if (exact) {
            return all;
        }
        all.computeIfAbsent("kernelspec", k -> Map.of("display_name", "Layerbook (Java)", "language", "java", "name", "layerbook"));
        all.computeIfAbsent("language_info", k -> Map.of("name", "java", "file_extension", ".java", "mimetype", "text/x-java",
            "pygments_lexer", "java", "codemirror_mode", "text/x-java"));
        return all;
    }
}

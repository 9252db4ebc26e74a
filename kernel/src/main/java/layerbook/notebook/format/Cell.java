package layerbook.notebook.format;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One cell of a notebook.
 *
 * @param kind code, markdown or raw
 * @param source what the cell says, lines separated by {@code \n}, without comment signs and without stored outputs
 * @param metadata what is known about the cell: {@code title}, {@code tags}, and whatever others wrote
 * @param id the cell's lasting name in an {@code .ipynb}, or null: then it is derived from title or content
 * @param outputs stored outputs, each as in nbformat: {@code output_type} and the rest
 * @param executionCount the number in brackets that Jupyter shows, or null
 * @param extra further parts of the cell in an {@code .ipynb}, e.g. {@code attachments}
 * @param text the cell's exact text in a {@code .jsh}, marker and blank lines included, or null if it has none yet
 * @param line line of the first line of the source in its file, from 1; 0 if it has none
 */
public record Cell(CellKind kind, String source, Map<String, Object> metadata, String id, List<Map<String, Object>> outputs,
                   Integer executionCount, Map<String, Object> extra, String text, int line) {

    /** A new cell that stands in no file yet. */
    public static Cell of(CellKind kind, String source, Map<String, Object> metadata) {
        return new Cell(kind, source, metadata, null, List.of(), null, Map.of(), null, 0);
    }

    /** The title after {@code // %%}, or the empty string. */
    public String title() {
        return metadata.get("title") instanceof String title ? title : "";
    }

    /** Whether the cell carries this tag, e.g. {@code parameters}. */
    public boolean tagged(String tag) {
        return metadata.get("tags") instanceof List<?> tags && tags.contains(tag);
    }

    /** The stored outputs as lines of text, as they stand behind {@code // => } in a {@code .jsh}. */
    public List<String> storedLines() {
        return StoredOutputs.lines(outputs);
    }

    /** This cell with other stored outputs; its exact text is forgotten where it would no longer be true. */
    public Cell withOutputs(List<Map<String, Object>> fresh, Integer count) {
        String kept = text != null && StoredOutputs.lines(fresh).equals(storedLines()) ? text : null;
        return new Cell(kind, source, metadata, id, fresh, count, extra, kept, line);
    }

    Cell withText(String exact) {
        return new Cell(kind, source, metadata, id, outputs, executionCount, extra, exact, line);
    }

    public Cell withSource(String other) {
        return new Cell(kind, other, metadata, id, outputs, executionCount, extra, text, line);
    }

    Cell withMetadata(Map<String, Object> other) {
        return new Cell(kind, source, other, id, outputs, executionCount, extra, text, line);
    }

    /** Whether both say the same, wherever they stand and however they are spelled. */
    boolean sameAs(Cell other) {
        return kind == other.kind && source.equals(other.source) && metadata.equals(other.metadata)
            && storedLines().equals(other.storedLines()) && Objects.equals(extra, other.extra);
    }
}

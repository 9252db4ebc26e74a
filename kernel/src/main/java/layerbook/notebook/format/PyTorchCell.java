package layerbook.notebook.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A code cell of PyTorch source. In an {@code .ipynb} and when it runs, its first line is {@code %%pytorch}; in a
 * {@code .jsh}, which stays Java, its marker says {@code [pytorch]} and its lines stand behind comment signs:
 * <pre>{@code
 * // %% the network [pytorch]
 * // net = nn.Linear(3, 4)
 * }</pre>
 */
public final class PyTorchCell {
    /** The first line of the source. */
    public static final String MAGIC = "%%pytorch";
    private static final String WORD = "[pytorch]";
    private static final String TITLE = "title";

    private PyTorchCell() {}

    /** Whether the source of a code cell is PyTorch's. */
    public static boolean is(String source) {
        return source.equals(MAGIC) || source.startsWith(MAGIC + "\n");
    }

    static boolean is(Cell cell) {
        return cell.kind() == CellKind.CODE && is(cell.source());
    }

    /** Whether a marker begins such a cell. */
    static boolean isMarked(Marker marker) {
        return marker.kind() == CellKind.CODE && marker.metadata().get(TITLE) instanceof String title && title.endsWith(WORD);
    }

    /** The metadata without the word on the marker. */
    static Map<String, Object> unmarked(Map<String, Object> metadata) {
        var plain = new LinkedHashMap<String, Object>();
        metadata.forEach((key, value) -> {
            Object kept = key.equals(TITLE) ? value.toString().replace(WORD, "").strip() : value;
            if (!"".equals(kept) || !key.equals(TITLE)) {
                plain.put(key, kept);
            }
        });
        return plain;
    }

    /** The metadata with the word on the marker, behind the title. */
    static Map<String, Object> marked(Map<String, Object> metadata) {
        var marked = new LinkedHashMap<String, Object>();
        marked.put(TITLE, metadata.get(TITLE) instanceof String title ? title + " " + WORD : WORD);
        metadata.forEach(marked::putIfAbsent);
        return marked;
    }

    /** The source that lines of Python make. */
    static String source(List<String> lines) {
        return lines.isEmpty() ? MAGIC : MAGIC + "\n" + String.join("\n", lines);
    }

    /** The lines of a {@code .jsh} that stand for the source. */
    static List<String> written(String source) {
        var lines = new ArrayList<String>();
        if (!source.equals(MAGIC)) {
            for (String line : source.substring(MAGIC.length() + 1).split("\n", -1)) {
                lines.add(Magics.coverMarker(line.isEmpty() ? "//" : "// " + line));
            }
        }
        return lines;
    }

    /** Takes the lines of such a cell apart: Python, and what is stored at its end. */
    static void read(List<String> body, List<String> stored) {
        int end = body.size();
        while (end > 0 && body.get(end - 1).startsWith(StoredOutputs.SIGN)) {
            end--;
        }
        List<String> outputs = body.subList(end, body.size());
        outputs.forEach(line -> stored.add(StoredOutputs.bare(line)));
        outputs.clear();
        body.replaceAll(line -> HeaderText.bare(Magics.uncoverMarker(line)));
    }
}

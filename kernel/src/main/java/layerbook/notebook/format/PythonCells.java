package layerbook.notebook.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import layerbook.io.LineReader;

/**
 * Reads a {@code .py} as a notebook: a line {@code # %% title} begins a cell, as in VS Code, Spyder and jupytext's percent
 * format; without one the whole file is a cell. Words stand behind {@code # } in cells marked {@code [markdown]}.
 */
final class PythonCells implements CellSource {
    private static final Pattern BEGINS = Pattern.compile("\\s*#\\s*(%%.*|<codecell>|In\\[[0-9 ]*\\]:?)\\s*");
    private static final String FENCE = "# ---";

    private final LineReader lines;
    private final PythonQuoting quoting = new PythonQuoting();
    private String ahead;

    private PythonCells(LineReader lines) throws IOException {
        this.lines = lines;
        ahead = bare(lines.next());
        if (ahead != null && ahead.stripTrailing().equals(FENCE)) {
            skipHead();
        }
    }

    static PythonCells of(InputStream in, String name) throws IOException {
        return new PythonCells(LineReader.of(in, name));
    }

    private static String bare(String line) {
        return line == null ? null : LineReader.bare(line).replace("\uFEFF", "");
    }

    /** The head that jupytext writes: comments between two fences. */
    private void skipHead() throws IOException {
        do {
            ahead = bare(lines.next());
        } while (ahead != null && ahead.startsWith("#") && !ahead.stripTrailing().equals(FENCE));
        ahead = ahead != null && ahead.startsWith("#") ? bare(lines.next()) : ahead;
    }

    @Override public Header header() {
        return Header.empty();
    }

    @Override public Cell next() throws IOException {
        while (ahead != null) {
            int line = lines.number();
            boolean marked = BEGINS.matcher(ahead).matches();
            Marker marker = marked ? Marker.parse("//" + ahead.strip().substring(1)) : new Marker(CellKind.CODE, Map.of());
            List<String> body = body(marked, marker.kind() == CellKind.CODE);
            if (marked || !body.isEmpty()) {
                return cell(marker, body, marked ? line : line - 1);
            }
        }
        return null;
    }

    private List<String> body(boolean marked, boolean python) throws IOException {
        List<String> body = new ArrayList<>();
        String line = marked ? bare(lines.next()) : ahead;
        while (line != null && (quoting.open() || !BEGINS.matcher(line).matches())) {
            if (python) {
                quoting.line(line);
            }
            body.add(line);
            line = bare(lines.next());
        }
        ahead = line;
        while (!body.isEmpty() && body.get(body.size() - 1).isBlank()) {
            body.remove(body.size() - 1);
        }
        return body;
    }

    /** @param line the line of the file in whose place the first line of the source stands, which is none of the file's */
    private static Cell cell(Marker marker, List<String> body, int line) {
        Map<String, Object> metadata = new LinkedHashMap<>(marker.metadata());
        if (marker.kind() == CellKind.CODE) {
            return new Cell(CellKind.CODE, PyTorchCell.source(body), metadata, null, List.of(), null, Map.of(), null, line);
        }
        body.replaceAll(text -> text.replaceFirst("^# ?", ""));
        return new Cell(marker.kind(), String.join("\n", body), metadata, null, List.of(), null, Map.of(), null, line + 1);
    }

    @Override public void close() throws IOException {
        lines.close();
    }
}

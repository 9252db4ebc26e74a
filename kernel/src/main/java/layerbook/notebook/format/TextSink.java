package layerbook.notebook.format;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.io.WellFormedText;

/** Writes cells as a {@code .jsh}: the exact text where a cell has one, else the percent format as jupytext spells it. */
final class TextSink implements CellSink {
    private final Writer out;
    private final String ending;
    private final Ids ids = new Ids();
    private String eol = "\n";
    private Cell held;

    TextSink(Writer out, String ending) {
        this.out = out;
        this.ending = ending;
    }

    @Override public void begin(Header header) throws IOException {
        eol = header.eol();
        out.write(HeaderText.text(header, ending));
    }

    @Override public void cell(Cell cell) throws IOException {
        flush(false);
        held = cell;
    }

    @Override public void end() throws IOException {
        flush(true);
        out.flush();
    }

    /** The cell before is written only now, since the last one is spaced differently. */
    private void flush(boolean last) throws IOException {
        if (held == null) {
            return;
        }
        String derived = ids.derived(held);
        ids.take(held);
        String text = held.text() == null ? composed(held, derived, last).replace("\n", eol) : held.text();
        out.write(text);
        if (!last && !text.endsWith("\n")) {
            out.write(eol);
        }
    }

    /** The text of a cell with line breaks {@code \n}; what the text cannot say is carried on its marker line. */
    static String composed(Cell cell, String derivedId, boolean last) {
        Map<String, Object> plain = CarriedMetadata.plain(cell);
        String body = WellFormedText.text(body(cell, last));
        String text = marker(cell, plain, CarriedMetadata.pack(cell, plain, derivedId, false)) + "\n" + body;
        Cell again = TextCell.read(lines(text), last, 1);
        boolean told = again.source().equals(cell.source()) && again.storedLines().equals(cell.storedLines())
            && (CarriedMetadata.gap(again) == CarriedMetadata.gap(cell)) && closed(cell);
        return told ? text : marker(cell, plain, CarriedMetadata.pack(cell, plain, derivedId, true)) + "\n" + body;
    }

    private static String marker(Cell cell, Map<String, Object> plain, Map<String, Object> carried) {
        Map<String, Object> all = new LinkedHashMap<>(PyTorchCell.is(cell) ? PyTorchCell.marked(plain) : plain);
        if (!carried.isEmpty()) {
            all.put(CarriedMetadata.KEY, carried);
        }
        return new Marker(cell.kind(), all).text();
    }

    /** What stands under the marker: source, stored outputs, and the blank lines up to the next cell. */
    static String body(Cell cell, boolean last) {
        List<String> lines = new ArrayList<>();
        boolean empty = cell.source().isEmpty();
        List<String> source = List.of(cell.source().split("\n", -1));
        if (PyTorchCell.is(cell)) {
            lines.addAll(PyTorchCell.written(cell.source()));
        } else if (cell.kind() != CellKind.CODE) {
            source.forEach(line -> lines.add(Magics.coverMarker(line.isEmpty() ? "//" : "// " + line)));
        } else if (!empty) {
            lines.addAll(code(source));
        }
        if (cell.kind() == CellKind.CODE) {
            cell.storedLines().forEach(line -> lines.add(line.isEmpty() ? StoredOutputs.SIGN : StoredOutputs.SIGN + " " + line));
        }
        String text = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
        int gap = CarriedMetadata.gap(cell);
        if (!last) {
            return text + "\n".repeat(gap);
        }
        return gap == 0 && !text.isEmpty() ? text.substring(0, text.length() - 1) : text + "\n".repeat(Math.max(0, gap - 1));
    }

    private static List<String> code(List<String> source) {
        var quoting = new JavaQuoting();
        List<String> lines = new ArrayList<>();
        for (String line : source) {
            String written = quoting.open() ? line : Magics.cover(line);
            lines.add(written);
            quoting.line(written);
        }
        // a comment that never closes would swallow the cells below: then the whole source stands as a comment
        return quoting.open() ? source.stream().map(line -> Magics.coverMarker("// " + line)).toList() : lines;
    }

    private static boolean closed(Cell cell) {
        var quoting = new JavaQuoting();
        if (cell.kind() == CellKind.CODE && !PyTorchCell.is(cell)) {
            cell.source().lines().forEach(line -> quoting.line(Magics.isMagic(line) ? "" : line));
        }
        return !quoting.open();
    }

    /** Lines with their line breaks. */
    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            lines.add(text.substring(from, end + 1));
            from = end + 1;
        }
        if (from < text.length()) {
            lines.add(text.substring(from));
        }
        return lines;
    }
}

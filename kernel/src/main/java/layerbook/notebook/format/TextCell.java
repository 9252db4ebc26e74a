package layerbook.notebook.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.io.Json;
import layerbook.io.LineReader;

/** Reads one cell of a {@code .jsh} from its lines. The rules on blank lines are jupytext's: up to two before the next marker are spacing. */
public final class TextCell {
    private TextCell() {}

    /**
     * Reads a cell.
     *
     * @param chunk its lines with their line breaks, from its marker up to the next
     * @param last whether no cell follows
     * @param line the line of the file at which its source begins
     */
    static Cell read(List<String> chunk, boolean last, int line) {
        String exact = String.join("", chunk);
        List<String> body = new ArrayList<>(chunk.stream().map(LineReader::bare).toList());
        Marker marker = Marker.begins(body.get(0)) ? Marker.parse(body.remove(0)) : new Marker(CellKind.CODE, Map.of());
        boolean pytorch = PyTorchCell.isMarked(marker);
        Map<String, Object> metadata = pytorch ? PyTorchCell.unmarked(marker.metadata()) : new LinkedHashMap<>(marker.metadata());
        Map<String, Object> carried = Json.map(metadata.remove(CarriedMetadata.KEY));
        int gap = takeGap(body, last, LineReader.eol(chunk.get(chunk.size() - 1)).isEmpty());
        List<String> stored = new ArrayList<>();
        if (pytorch) {
            PyTorchCell.read(body, stored);
        } else if (marker.kind() == CellKind.CODE) {
            code(body, stored);
        } else {
            body.replaceAll(text -> HeaderText.bare(Magics.uncoverMarker(text)));
        }
        if (gap != 1) {
            metadata.put(CarriedMetadata.GAP, new Json.Num(Integer.toString(gap)));
        }
        String source = pytorch ? PyTorchCell.source(body) : String.join("\n", body);
        int first = pytorch ? line - 1 : line; // the first line of the source stands on the marker
        var plain = new Cell(marker.kind(), source, metadata, null, StoredOutputs.outputs(stored), null, Map.of(), exact, first);
        return carried.isEmpty() ? plain : CarriedMetadata.unpack(plain, carried, last);
    }

    /** The cell with other stored lines; the rest of its exact text stays as it is. */
    public static Cell withStored(Cell cell, List<String> stored) {
        List<String> before = cell.storedLines();
        if (before.equals(stored)) {
            return cell;
        }
        Cell fresh = cell.withOutputs(StoredOutputs.outputs(stored), null);
        if (cell.text() == null) {
            return fresh;
        }
        List<String> lines = TextSink.lines(cell.text());
        String eol = LineReader.eol(lines.get(0)).isEmpty() ? "\n" : LineReader.eol(lines.get(0));
        int end = lines.size();
        while (end > 0 && lines.get(end - 1).isBlank()) {
            end--;
        }
        List<String> kept = new ArrayList<>(lines.subList(0, end - before.size()));
        if (!kept.isEmpty() && LineReader.eol(kept.get(kept.size() - 1)).isEmpty()) {
            kept.add(eol);
        }
        stored.forEach(line -> kept.add((line.isEmpty() ? StoredOutputs.SIGN : StoredOutputs.SIGN + " " + line) + eol));
        kept.addAll(lines.subList(end, lines.size()));
        return fresh.withText(String.join("", kept));
    }

    /** Takes the blank lines that separate this cell from the next off its end, and says how many line breaks they were. */
    private static int takeGap(List<String> body, boolean last, boolean unended) {
        int blank = 0;
        while (blank < 2 && !body.isEmpty() && body.get(body.size() - 1).isBlank()) {
            body.remove(body.size() - 1);
            blank++;
        }
        return last && !unended ? blank + 1 : blank;
    }

    /** Takes comment signs off magics, and stored outputs off the end. */
    private static void code(List<String> body, List<String> stored) {
        var quoting = new JavaQuoting();
        int outputs = 0;
        for (int i = 0; i < body.size(); i++) {
            String line = body.get(i);
            if (quoting.open()) {
                outputs = i + 1;
            } else if (!line.startsWith(StoredOutputs.SIGN)) {
                outputs = i + 1;
                body.set(i, Magics.uncover(line));
            }
            quoting.line(line);
        }
        List<String> end = body.subList(outputs, body.size());
        end.forEach(line -> stored.add(StoredOutputs.bare(line)));
        end.clear();
    }
}

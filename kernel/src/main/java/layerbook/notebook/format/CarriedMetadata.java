package layerbook.notebook.format;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import layerbook.io.Json;
import layerbook.io.WellFormedText;

/**
 * What a {@code .jsh} has no place for, carried under the key {@code ipynb} of a cell's marker: ids, rich outputs, attachments, odd metadata, and
 * a source whose text would be read differently. Outputs and source count only while they still say what the text says; after an edit the
 * text is right.
 */
final class CarriedMetadata {
    static final String KEY = "ipynb";
    /** How many line breaks follow the cell; jupytext's name for it. */
    static final String GAP = "lines_to_next_cell";
    /** Metadata that jupytext too keeps out of the text: they change with every click. */
    private static final Set<String> NOISE = Set.of("autoscroll", "collapsed", "scrolled", "trusted", "execution", "ExecuteTime", KEY, GAP);
    private static final int WIDEST_GAP = 100;

    private CarriedMetadata() {}

    /** The metadata that can stand on the marker line as they are. */
    static Map<String, Object> plain(Cell cell) {
        Map<String, Object> plain = new LinkedHashMap<>();
        cell.metadata().forEach((key, value) -> {
            if (!NOISE.contains(key) && survives(new Marker(cell.kind(), single(key, value)))) {
                plain.put(key, value);
            }
        });
        return survives(new Marker(cell.kind(), plain)) ? plain : new LinkedHashMap<>();
    }

    private static boolean survives(Marker marker) {
        String line = marker.text();
        return line.indexOf('\n') < 0 && line.indexOf('\r') < 0 && line.equals(WellFormedText.text(line))
            && Marker.begins(line) && Marker.parse(line).equals(marker);
    }

    private static Map<String, Object> single(String key, Object value) {
        Map<String, Object> map = new HashMap<>();
        map.put(key, value);
        return map;
    }

    /** What must be carried for this cell; {@code derived} is the id it would get anyway. Source and gap only if {@code source}. */
    static Map<String, Object> pack(Cell cell, Map<String, Object> plain, String derived, boolean source) {
        Map<String, Object> carried = new LinkedHashMap<>();
        if (cell.id() != null && !cell.id().equals(derived)) {
            carried.put("id", cell.id());
        }
        if (cell.executionCount() != null) {
            carried.put("execution_count", cell.executionCount());
        }
        Map<String, Object> odd = new LinkedHashMap<>(cell.metadata());
        odd.keySet().removeAll(plain.keySet());
        if (plainGap(cell)) {
            odd.remove(GAP);
        }
        if (!odd.isEmpty()) {
            carried.put("metadata", odd);
        }
        if (!cell.extra().isEmpty()) {
            carried.put("cell", cell.extra());
        }
        boolean told = cell.kind() == CellKind.CODE && cell.outputs().equals(StoredOutputs.outputs(cell.storedLines()));
        if (source || !told && cell.kind() == CellKind.CODE) {
            carried.put("outputs", cell.outputs());
        }
        if (source) {
            carried.put("source", cell.source());
            carried.put("gap", gap(cell));
        }
        return carried;
    }

    /** The number of line breaks behind the cell; one blank line if nothing sensible is said. */
    static int gap(Cell cell) {
        return cell.metadata().get(GAP) instanceof Json.Num n && n.text().matches("[0-9]{1,2}") ? Integer.parseInt(n.text()) : 1;
    }

    /** Whether the gap is told by the blank lines themselves. */
    private static boolean plainGap(Cell cell) {
        int gap = gap(cell);
        return gap != 1 && gap < WIDEST_GAP && cell.metadata().get(GAP).equals(new Json.Num(Integer.toString(gap)));
    }

    /** The cell with what was carried put back, as far as it still fits the text. */
    static Cell unpack(Cell read, Map<String, Object> carried, boolean last) {
        Map<String, Object> odd = Json.map(carried.get("metadata"));
        Map<String, Object> metadata = new LinkedHashMap<>(read.metadata());
        metadata.putAll(odd);
        String id = carried.get("id") instanceof String text ? text : null;
        Integer count = carried.get("execution_count") instanceof Json.Num n && n.text().matches("[0-9]{1,9}") ? Integer.valueOf(n.text()) : null;
        List<Map<String, Object>> outputs = outputs(carried.get("outputs"));
        if (carried.get("source") instanceof String source && outputs != null) {
            Map<String, Object> spaced = new LinkedHashMap<>(read.metadata());
            spaced.remove(GAP);
            spaced.putAll(odd);
            if (carried.get("gap") instanceof Json.Num gap && !gap.text().equals("1")) {
                spaced.put(GAP, gap);
            }
            var whole = new Cell(read.kind(), source, spaced, id, outputs, count, Json.map(carried.get("cell")), read.text(), read.line());
            if (sameBody(whole, last)) {
                return whole;
            }
        }
        boolean fits = outputs != null && StoredOutputs.lines(outputs).equals(read.storedLines());
        return new Cell(read.kind(), read.source(), metadata, id, fits ? outputs : read.outputs(), count, Json.map(carried.get("cell")),
            read.text(), read.line());
    }

    private static boolean sameBody(Cell cell, boolean last) {
        String text = cell.text().replace("\r\n", "\n");
        String body = text.substring(text.indexOf('\n') + 1);
        return WellFormedText.text(TextSink.body(cell, last)).replace("\r\n", "\n").equals(body);
    }

    private static List<Map<String, Object>> outputs(Object value) {
        return value instanceof List<?> list && list.stream().allMatch(o -> o instanceof Map)
            ? list.stream().map(Json::map).toList() : null;
    }
}

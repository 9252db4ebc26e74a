package layerbook.notebook.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import layerbook.io.BadFile;
import layerbook.io.Json;

/** Turns the JSON of a cell into a cell, checking what the rest relies on. */
final class IpynbCell {
    private final String name;
    private final boolean withIds;
    private final Ids ids = new Ids();

    IpynbCell(String name, Header header) {
        this.name = name;
        this.withIds = header.minor() >= Header.MINOR;
    }

    Cell read(Map<String, Object> json, int number, int line) throws IOException {
        Map<String, Object> rest = new LinkedHashMap<>(json);
        CellKind kind = kind(rest.remove("cell_type"), number);
        String source = joined(rest.remove("source"));
        if (source == null) {
            throw new BadFile(name + ":" + line + ": cell " + number + " has no source");
        }
        Map<String, Object> metadata = Json.map(rest.remove("metadata"));
        String id = rest.remove("id") instanceof String text ? text : null;
        List<Map<String, Object>> outputs = new ArrayList<>();
        Integer count = null;
        if (kind == CellKind.CODE) {
            count = rest.remove("execution_count") instanceof Json.Num n && n.text().matches("[0-9]{1,9}") ? Integer.valueOf(n.text()) : null;
            if (rest.remove("outputs") instanceof List<?> list) {
                list.forEach(output -> outputs.add(output(Json.map(output))));
            }
        }
        if (rest.get("attachments") instanceof Map<?, ?> attachments) {
            rest.put("attachments", bundles(Json.map(attachments)));
        }
        return withExactText(new Cell(kind, source, metadata, id, outputs, count, rest, null, line));
    }

    private CellKind kind(Object type, int number) throws IOException {
        for (CellKind kind : CellKind.values()) {
            if (kind.word().equals(type)) {
                return kind;
            }
        }
        throw new BadFile(name + ": cell " + number + " is of an unknown kind: " + type);
    }

    /** The text of a {@code .jsh} that the cell came from counts while it still says what the cell says. */
    private Cell withExactText(Cell cell) {
        Map<String, Object> ours = Json.map(cell.metadata().get(IpynbHead.OURS));
        Cell bare = ours.remove("text") instanceof String text && !text.isEmpty() ? without(cell, ours).withText(text) : cell;
        Cell read = bare.text() == null || told(bare, false) || told(bare, true) ? bare : bare.withText(null);
        ids.take(read);
        return read;
    }

    private static Cell without(Cell cell, Map<String, Object> ours) {
        Map<String, Object> metadata = new LinkedHashMap<>(cell.metadata());
        metadata.put(IpynbHead.OURS, ours);
        if (ours.isEmpty()) {
            metadata.remove(IpynbHead.OURS);
        }
        return cell.withMetadata(metadata);
    }

    private boolean told(Cell cell, boolean last) {
        Cell told = TextCell.read(TextSink.lines(cell.text()), last, cell.line());
        boolean sameId = !withIds || ids.wanted(told).equals(cell.id());
        return sameId && told.sameAs(cell) && told.outputs().equals(cell.outputs())
            && Objects.equals(told.executionCount(), cell.executionCount());
    }

    private static Map<String, Object> output(Map<String, Object> output) {
        if (output.containsKey("text")) {
            output.put("text", whole(output.get("text")));
        }
        if (output.get("data") instanceof Map<?, ?> data) {
            output.put("data", bundle(Json.map(data)));
        }
        return output;
    }

    private static Map<String, Object> bundles(Map<String, Object> attachments) {
        attachments.replaceAll((file, data) -> data instanceof Map<?, ?> map ? bundle(Json.map(map)) : data);
        return attachments;
    }

    /** Text that is stored as a list of lines becomes one text; lists of other types of data are data. */
    private static Map<String, Object> bundle(Map<String, Object> data) {
        data.replaceAll((mime, value) -> IpynbSink.isText(mime) ? whole(value) : value);
        return data;
    }

    private static Object whole(Object value) {
        String text = joined(value);
        return text == null ? value : text;
    }

    /** A text, given whole or as a list of pieces; null if it is neither. */
    private static String joined(Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (!(value instanceof List<?> list) || !list.stream().allMatch(piece -> piece instanceof String)) {
            return null;
        }
        var text = new StringBuilder();
        list.forEach(piece -> text.append(piece));
        return text.toString();
    }
}

package layerbook.notebook.format;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.io.Json;
import layerbook.io.JsonText;

/** Writes cells as an {@code .ipynb}, nbformat 4.5, byte for byte as nbformat itself spells it. */
public final class IpynbSink implements CellSink {
    private final Writer out;
    private final JsonText json;
    private final Ids ids = new Ids();
    private Header header = Header.empty();
    private Cell held;
    private boolean first = true;

    public IpynbSink(Writer out) {
        this.out = out;
        this.json = new JsonText(out, JsonText.Style.NBFORMAT);
    }

    @Override public void begin(Header head) throws IOException {
        header = head;
        out.write("{\n \"cells\": [");
    }

    @Override public void cell(Cell cell) throws IOException {
        flush(false);
        held = cell;
    }

    @Override public void end() throws IOException {
        flush(true);
        out.write(first ? "],\n \"metadata\": " : "\n ],\n \"metadata\": ");
        json.write(IpynbHead.write(header), 1);
        out.write(",\n \"nbformat\": 4,\n \"nbformat_minor\": " + header.minor() + "\n}\n");
        out.flush();
    }

    private void flush(boolean last) throws IOException {
        if (held == null) {
            return;
        }
        out.write(first ? "" : ",");
        first = false;
        json.newLine(2);
        json.write(cell(held, last), 2);
    }

    private Map<String, Object> cell(Cell cell, boolean last) {
        Map<String, Object> map = new LinkedHashMap<>(cell.extra());
        String derived = ids.derived(cell);
        String id = ids.take(cell);
        if (header.minor() >= Header.MINOR) {
            map.put("id", id);
        }
        map.put("cell_type", cell.kind().word());
        map.put("metadata", metadata(cell, derived, last));
        map.put("source", split(cell.source()));
        if (cell.kind() == CellKind.CODE) {
            map.put("execution_count", cell.executionCount());
            map.put("outputs", cell.outputs().stream().map(IpynbSink::output).toList());
        }
        if (map.get("attachments") instanceof Map<?, ?> attachments) {
            Map<String, Object> copy = Json.map(attachments);
            copy.replaceAll((file, data) -> data instanceof Map<?, ?> bundle ? bundle(Json.map(bundle)) : data);
            map.put("attachments", copy);
        }
        return map;
    }

    /** The cell's metadata, with its exact text if it would be written differently from what is told. */
    private Map<String, Object> metadata(Cell cell, String derived, boolean last) {
        if (cell.text() == null || TextSink.composed(cell, derived, last).replace("\n", header.eol()).equals(cell.text())) {
            return cell.metadata();
        }
        Map<String, Object> metadata = new LinkedHashMap<>(cell.metadata());
        Map<String, Object> ours = Json.map(metadata.get(IpynbHead.OURS));
        ours.put("text", cell.text());
        metadata.put(IpynbHead.OURS, ours);
        return metadata;
    }

    private static Map<String, Object> output(Map<String, Object> output) {
        Map<String, Object> copy = new LinkedHashMap<>(output);
        if (copy.get("text") instanceof String text) {
            copy.put("text", split(text));
        }
        if (copy.get("data") instanceof Map<?, ?> data) {
            copy.put("data", bundle(Json.map(data)));
        }
        return copy;
    }

    private static Map<String, Object> bundle(Map<String, Object> data) {
        data.replaceAll((mime, value) -> value instanceof String text && isText(mime) ? split(text) : value);
        return data;
    }

    /** The types of data that nbformat stores as lists of lines. */
    static boolean isText(String mime) {
        return mime.startsWith("text/") || mime.equals("application/javascript") || mime.equals("image/svg+xml");
    }

    /** Lines with their line breaks, at all signs at which Python breaks lines, so that the file is the same as nbformat's. */
    public static List<String> split(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean crlf = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if ("\n\r\u000b\f\u001c\u001d\u001e\u0085\u2028\u2029".indexOf(c) >= 0 && !crlf) {
                lines.add(text.substring(from, i + 1));
                from = i + 1;
            }
        }
        if (from < text.length()) {
            lines.add(text.substring(from));
        }
        return lines;
    }
}

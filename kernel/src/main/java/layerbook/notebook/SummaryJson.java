package layerbook.notebook;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.count.Network;
import layerbook.io.JsonText;
import layerbook.load.file.Loaded;
import layerbook.load.file.StoredTensor;
import layerbook.shape.Refusal;

/**
 * What {@code layerbook summary --json} prints of a file: one object on one line,
 * {@code {"file", "ok", "error", "outputs", "rows", "totals", "skipped"}}. Rows and totals of a network are those of a notebook's cell, for one example;
 * rows of a checkpoint are its tensors, its totals {@code {"tensors", "stored", "bytes"}}.
 */
public final class SummaryJson {
    private SummaryJson() {}

    /** A file that was read. */
    public static String of(String file, Loaded loaded) {
        Map<String, Object> object = loaded.content() == Loaded.Content.TENSORS ? tensors(file, loaded) : network(file, loaded.network());
        object.put("kind", loaded.kind());
        object.put("notes", loaded.notes());
        return JsonText.text(object, JsonText.Style.COMPACT);
    }

    /** A network; what else the caller knows may be put into the object. */
    public static Map<String, Object> network(String file, Network network) {
        Map<String, Object> object = head(file, true);
        var counts = new Counts(1);
        object.put("outputs", counts.outputs(network.outputs()));
        object.put("rows", counts.rows(network.graph(), network.calls()));
        object.put("totals", counts.totals(network.graph()));
        object.put("skipped", List.of());
        return object;
    }

    /** A network of a script, with what was passed over. */
    public static String of(String file, Network network, List<String> skipped) {
        Map<String, Object> object = network(file, network);
        object.put("outputs", network.outputs().stream().filter(java.util.Objects::nonNull).map(t -> Counts.shape(t.type())).toList());
        object.put("skipped", skipped);
        return JsonText.text(object, JsonText.Style.COMPACT);
    }

    private static Map<String, Object> tensors(String file, Loaded loaded) {
        Map<String, Object> object = head(file, true);
        List<StoredTensor> all = loaded.tensors();
        object.put("outputs", List.of());
        object.put("rows", rows(all));
        Map<String, Object> totals = new LinkedHashMap<>();
        totals.put("tensors", all.size());
        totals.put("stored", all.stream().map(StoredTensor::numel).reduce(BigInteger.ZERO, BigInteger::add));
        totals.put("bytes", all.stream().map(StoredTensor::bytes).reduce(BigInteger.ZERO, BigInteger::add));
        object.put("totals", totals);
        object.put("skipped", List.of());
        return object;
    }

    private static List<Object> rows(List<StoredTensor> tensors) {
        var rows = new ArrayList<Object>();
        for (StoredTensor t : tensors) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("index", rows.size());
            row.put("name", t.name());
            row.put("shape", t.shape());
            row.put("dtype", t.type().name());
            row.put("stored", t.numel());
            row.put("bytes", t.bytes());
            rows.add(row);
        }
        return rows;
    }

    /** A file that was refused. */
    public static String error(String file, Refusal refusal) {
        return error(file, refusal, null, null, null);
    }

    /** A script that was refused, and the file, line and column where. */
    public static String error(String file, Refusal refusal, String source, Integer line, Integer column) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("kind", refusal.kind());
        error.put("message", refusal.getMessage());
        error.put("line", line);
        error.put("column", column);
        error.put("fix", refusal.suggestion());
        if (source != null) {
            error.put("file", source);
            error.put("details", refusal.details());
        }
        Map<String, Object> object = head(file, false);
        object.put("error", error);
        object.put("outputs", null);
        object.put("rows", List.of());
        object.put("totals", null);
        object.put("skipped", List.of());
        return JsonText.text(object, JsonText.Style.COMPACT);
    }

    private static Map<String, Object> head(String file, boolean ok) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("file", file);
        object.put("ok", ok);
        object.put("error", null);
        return object;
    }
}

package layerbook.load.tensors;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.load.file.Loaded;
import layerbook.load.file.StoredTensor;
import layerbook.load.file.StoredType;
import layerbook.table.Grid;
import layerbook.table.Tabular;

/**
 * Stored tensors with exact totals, as a tree of dotted names.
 *
 * @param path the file
 * @param kind what kind of file it is, as a noun
 * @param tensors in the order of the file
 * @param parts what else the file holds, by its name in the file: an optimiser's state, an epoch, metadata
 * @param remarks facts about this file, one sentence each
 * @param modules of a module that was saved whole: each module's path with its layer and arguments as text
 */
public record Checkpoint(Path path, String kind, List<StoredTensor> tensors, Map<String, String> parts, List<String> remarks,
        Map<String, String> modules)
        implements Loaded, Tabular {
    public Checkpoint {
        tensors = List.copyOf(tensors);
        parts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        remarks = List.copyOf(remarks);
        modules = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(modules));
    }

    /** A file that says nothing of modules. */
    public Checkpoint(Path path, String kind, List<StoredTensor> tensors, Map<String, String> parts, List<String> remarks) {
        this(path, kind, tensors, parts, remarks, Map.of());
    }

    @Override public Content content() {
        return Content.TENSORS;
    }

    @Override public List<String> names() {
        return tensors.stream().map(StoredTensor::name).toList();
    }

    /** How many numbers all tensors hold together; a tensor under two names counts twice. */
    public BigInteger stored() {
        return tensors.stream().map(StoredTensor::numel).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** The bytes of all tensors together. */
    public BigInteger bytes() {
        return tensors.stream().map(StoredTensor::bytes).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** The tensors of each type, the first met first. */
    public Map<StoredType, List<StoredTensor>> byType() {
        var out = new LinkedHashMap<StoredType, List<StoredTensor>>();
        tensors.forEach(t -> out.computeIfAbsent(t.type(), k -> new ArrayList<>()).add(t));
        return out;
    }

    @Override public List<String> notes() {
        var out = new ArrayList<>(remarks);
        out.addAll(Ties.notes(tensors));
        parts.forEach((name, what) -> out.add("also in the file: " + name + ": " + what));
        out.add(modules.isEmpty() ? "A checkpoint says nothing of heads, strides and work; compare(load(FILE), net) sets it against a network."
            : "The file has modules and their arguments, not what forward does; compare(load(FILE), net) sets it against a network.");
        return out;
    }

    /** The same checkpoint with one more remark. */
    public Checkpoint remarked(String remark) {
        var more = new ArrayList<>(remarks);
        more.add(remark);
        return new Checkpoint(path, kind, tensors, parts, more, modules);
    }

    @Override public Grid grid() {
        return CheckpointTable.of(this);
    }

    @Override public String text(int width, boolean unicode, boolean colour) {
        return grid().text(width, unicode, colour);
    }

    @Override public String html() {
        return grid().html();
    }

    @Override public String toString() {
        return path.getFileName() + ", " + kind + ": " + tensors.size() + " tensors, " + stored() + " numbers";
    }
}

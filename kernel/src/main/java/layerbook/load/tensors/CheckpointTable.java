package layerbook.load.tensors;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import layerbook.load.file.StoredTensor;
import layerbook.load.file.StoredType;
import layerbook.table.Grid;
import layerbook.table.Units;

/**
 * A checkpoint as a table: a row for each module and tensor, repeated blocks folded to one, the total last. Of a long one, tensors stand in the row
 * of their module.
 */
final class CheckpointTable {
    private static final int SHORT = 40;

    private record Row(String name, String layer, String shape, String type, BigInteger stored, BigInteger bytes) {}

    private final List<Row> rows = new ArrayList<>();
    private final boolean detailed;
    private final Map<String, String> modules;
    private boolean inferred;

    private CheckpointTable(boolean detailed, Map<String, String> modules) {
        this.detailed = detailed;
        this.modules = modules;
    }

    static Grid of(Checkpoint file) {
        var table = new CheckpointTable(file.tensors().size() <= SHORT, file.modules());
        table.add(Tree.of(file.tensors()), "", 0);
        table.rows.add(new Row("total", "", file.tensors().size() + (file.tensors().size() == 1 ? " tensor" : " tensors"), "", file.stored(), file.bytes()));
        return table.grid(file);
    }

    /** The children of a module; neighbours that are numbers and look the same are one row with what is in it once. */
    private void add(Tree module, String path, int depth) {
        List<Map.Entry<String, Tree>> children = List.copyOf(module.children().entrySet());
        for (int i = 0; i < children.size();) {
            int same = repeats(children, i);
            add(children.get(i), same, same == 1 ? "" : children.get(i + same - 1).getKey(), path, depth);
            i += same;
        }
    }

    private static int repeats(List<Map.Entry<String, Tree>> children, int from) {
        int until = from + 1;
        if (number(children.get(from).getKey()) >= 0 && !children.get(from).getValue().isTensor()) {
            String shape = children.get(from).getValue().signature();
            while (until < children.size() && number(children.get(until).getKey()) == number(children.get(until - 1).getKey()) + 1
                && children.get(until).getValue().signature().equals(shape)) {
                until++;
            }
        }
        return until - from;
    }

    private static long number(String word) {
        return word.matches("\\d{1,9}") ? Long.parseLong(word) : -1;
    }

    private void add(Map.Entry<String, Tree> child, int times, String last, String above, int depth) {
        Tree node = child.getValue();
        BigInteger n = BigInteger.valueOf(times);
        String name = "  ".repeat(depth) + child.getKey() + (times > 1 ? "–" + last + "  ×" + times : "");
        String path = above.isEmpty() ? child.getKey() : above + "." + child.getKey();
        String layer = node.isTensor() ? "" : layer(path, child.getKey(), node);
        boolean whole = node.isTensor() || node.isLayer() && !detailed;
        rows.add(new Row(name, layer, whole ? shapes(node) : "", types(node), node.stored().multiply(n), node.bytes().multiply(n)));
        if (!whole) {
            add(node, path, depth + 1);
        }
    }

    private String layer(String path, String name, Tree node) {
        if (modules.containsKey(path)) {
            return modules.get(path);
        }
        String layer = InferredLayer.of(name, node);
        inferred |= !layer.isEmpty();
        return layer;
    }

    private static String shapes(Tree node) {
        if (node.isTensor()) {
            return node.tensor().shapeText();
        }
        Map<String, StoredTensor> own = node.own();
        StoredTensor first = own.values().iterator().next();
        return first.shapeText() + (own.size() > 1 ? " +" + (own.size() - 1) : "");
    }

    private static String types(Tree node) {
        var types = new TreeSet<String>();
        collect(node, types);
        return types.size() <= 2 ? String.join(" ", types) : types.size() + " types";
    }

    private static void collect(Tree node, TreeSet<String> types) {
        if (node.tensor() != null) {
            types.add(node.tensor().type().name());
        }
        node.children().values().forEach(c -> collect(c, types));
    }

    private Grid grid(Checkpoint file) {
        var columns = List.of(column("name", false, 0, 40, Row::name), column("layer", false, 3, 8, Row::layer), column("shape", false, 2, 0, Row::shape),
            column("type", false, 4, 0, Row::type), column("numbers", true, 0, 0, r -> String.format(java.util.Locale.ROOT, "%,d", r.stored())),
            column("bytes", true, 1, 0, r -> Units.bytes(r.bytes())));
        var notes = new ArrayList<String>();
        notes.add(file.path().getFileName() + ", " + file.kind() + ": "
            + file.byType().entrySet().stream().map(e -> type(e.getKey(), e.getValue())).collect(Collectors.joining("; ")));
        if (inferred) {
            notes.add("layer: inferred from names and shapes; blank where they leave a doubt");
        }
        notes.addAll(file.notes());
        return new Grid("checkpoint", columns, Collections.nCopies(rows.size(), ""), notes);
    }

    private static String type(StoredType type, List<StoredTensor> tensors) {
        BigInteger n = tensors.stream().map(StoredTensor::numel).reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger bytes = tensors.stream().map(StoredTensor::bytes).reduce(BigInteger.ZERO, BigInteger::add);
        return String.format(java.util.Locale.ROOT, "%,d numbers as %s in %d tensors, %s", n, type.name(), tensors.size(), Units.bytes(bytes));
    }

    private Grid.Column column(String head, boolean right, int priority, int least, Function<Row, String> text) {
        return new Grid.Column(head, right, priority, least, rows.stream().map(text).toList());
    }
}

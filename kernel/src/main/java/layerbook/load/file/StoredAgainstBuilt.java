package layerbook.load.file;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import layerbook.count.NetworkView;
import layerbook.table.Grid;

/**
 * A checkpoint against a network, by names and shapes: what is stored and not built, built and not stored, of another shape, or stored twice because
 * the network ties it. Example: a stored {@code lm_head.weight} where the network ties it to the table of the input is stored twice.
 */
public final class StoredAgainstBuilt {
    private static final int SHORT = 60;
    /** What wrappers put in front of all names: DataParallel, torch.compile, Lightning, checkpoints of heads. */
    private static final List<String> PREFIXES = List.of("module.", "_orig_mod.", "model.", "net.", "transformer.");

    private record Row(String name, String stored, String built, String difference) {
        boolean differs() {
            return !difference.equals("=");
        }
    }

    private final Map<String, StoredTensor> stored;
    private final Map<String, BuiltTensor> built;
    private final List<Row> rows = new ArrayList<>();

    private StoredAgainstBuilt(Map<String, StoredTensor> stored, Map<String, BuiltTensor> built) {
        this.stored = stored;
        this.built = built;
    }

    /** The table; its notes say how many names match and what the rest holds. */
    public static Grid of(Loaded file, NetworkView network) {
        Map<String, BuiltTensor> built = BuiltTensor.of(network);
        String prefix = prefix(file.names(), built.keySet());
        var stored = new LinkedHashMap<String, StoredTensor>();
        file.tensors().forEach(t -> stored.put(t.name().startsWith(prefix) ? t.name().substring(prefix.length()) : t.name(), t));
        return new StoredAgainstBuilt(stored, built).grid(file, network, prefix);
    }

    /** The prefix without which most of the stored names are the network's. */
    private static String prefix(List<String> stored, Set<String> built) {
        String best = "";
        long most = matches(stored, built, "");
        for (String prefix : PREFIXES) {
            long n = matches(stored, built, prefix);
            if (n > most) {
                best = prefix;
                most = n;
            }
        }
        return best;
    }

    private static long matches(List<String> stored, Set<String> built, String prefix) {
        return stored.stream().filter(s -> built.contains(s.startsWith(prefix) ? s.substring(prefix.length()) : s)).count();
    }

    private Grid grid(Loaded file, NetworkView network, String prefix) {
        var onlyStored = new ArrayList<StoredTensor>();
        var twice = new ArrayList<StoredTensor>();
        var groups = new LinkedHashSet<Object>();
        stored.forEach((name, t) -> {
            BuiltTensor b = built.get(name);
            boolean tied = b != null && b.tied() != null && !groups.add(b.tied());
            if (tied) {
                twice.add(t);
            } else if (b == null) {
                onlyStored.add(t);
            }
            String difference = b == null ? "only stored" : !b.shape().equals(t.shapeText()) ? "other shape" : tied ? "stored twice" : "=";
            rows.add(new Row(name, t.shapeText(), b == null ? "" : b.shape(), difference));
        });
        built.forEach((name, b) -> {
            boolean elsewhere = b.tied() != null && groups.contains(b.tied());
            if (!stored.containsKey(name) && !elsewhere) {
                rows.add(new Row(name, "", b.shape(), "only built"));
            }
        });
        return table(notes(file, network, prefix, onlyStored, twice));
    }

    private List<String> notes(Loaded file, NetworkView network, String prefix, List<StoredTensor> onlyStored, List<StoredTensor> twice) {
        var notes = new ArrayList<String>();
        BigInteger all = sum(file.tensors());
        notes.add(String.format(Locale.ROOT, "stored: %,d numbers in %d tensors; built: %s params", all, stored.size(), layerbook.table.Figures.text(network.params())));
        notes.add(String.format(Locale.ROOT, "%,d names match, %s; %s", rows.stream().filter(r -> !r.differs()).count(), counted("other shape", "with another shape"),
            String.format(Locale.ROOT, "%d %s only stored, %,d numbers; %s", onlyStored.size(), onlyStored.size() == 1 ? "name" : "names", sum(onlyStored), counted("only built", "only built"))));
        if (!twice.isEmpty()) {
            notes.add(String.format(Locale.ROOT, "%,d numbers are stored twice: the network ties %s", sum(twice), twice.stream().map(StoredTensor::name).collect(Collectors.joining(", "))));
        }
        if (!prefix.isEmpty()) {
            notes.add("stored names are taken without \"" + prefix + "\" in front");
        }
        return notes;
    }

    private String counted(String difference, String said) {
        return rows.stream().filter(r -> r.difference().equals(difference)).count() + " " + said;
    }

    private static BigInteger sum(List<StoredTensor> tensors) {
        return tensors.stream().map(StoredTensor::numel).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** All rows of a short table; of a long one those that differ. */
    private Grid table(List<String> notes) {
        List<Row> shown = rows.size() <= SHORT ? rows : rows.stream().filter(Row::differs).toList();
        var columns = List.of(new Grid.Column("name", false, 0, 24, shown.stream().map(Row::name).toList()),
            new Grid.Column("stored", false, 0, shown.stream().map(Row::stored).toList()), new Grid.Column("built", false, 0, shown.stream().map(Row::built).toList()),
            new Grid.Column("difference", false, 0, shown.stream().map(Row::difference).toList()));
        return new Grid("stored against built", columns, Collections.nCopies(shown.size(), ""), notes);
    }
}

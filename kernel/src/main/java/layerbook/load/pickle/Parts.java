package layerbook.load.pickle;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import layerbook.load.file.StoredTensor;

/** What a training checkpoint holds besides the state dict, each part in a few words. */
final class Parts {
    private static final int MOST = 50;
    private static final int LONGEST = 60;

    private Parts() {}

    /** The entries without those that are counted. */
    static Map<String, String> of(Map<String, Item> entries, Set<String> counted) throws BadPickle {
        var out = new LinkedHashMap<String, String>();
        for (Map.Entry<String, Item> e : entries.entrySet()) {
            if (!counted.contains(e.getKey()) && out.size() < MOST) {
                out.put(shown(e.getKey()), text(e.getValue()));
            }
        }
        return out;
    }

    private static String text(Item item) throws BadPickle {
        if (item instanceof Item.Int n) {
            return n.value().bitLength() > 200 ? "a long number" : n.value().toString();
        } else if (item instanceof Item.Real r) {
            return String.valueOf(r.value());
        } else if (item instanceof Item.Bool b) {
            return b.value() ? "True" : "False";
        } else if (item instanceof Item.Text t) {
            return shown(t.value());
        } else if (item instanceof Item.None) {
            return "None";
        }
        return held(item);
    }

    private static String held(Item item) throws BadPickle {
        List<StoredTensor> tensors = Collected.of(item).tensors();
        BigInteger numbers = tensors.stream().map(StoredTensor::numel).reduce(BigInteger.ZERO, BigInteger::add);
        String holding = tensors.isEmpty() ? "" : String.format(Locale.ROOT, " with %d tensors of %,d numbers", tensors.size(), numbers);
        if (TorchTensors.of(item) != null) {
            return "a tensor " + tensors.get(0).shapeText() + " " + tensors.get(0).type().name();
        } else if (TorchObject.isOptimizer(item)) {
            return "an optimiser's state" + holding;
        } else if (TorchObject.isModule(item)) {
            return "a module of class " + shown(TorchObject.className(item)) + holding;
        }
        Map<String, Item> entries = TorchObject.entries(item);
        List<Item> items = TorchObject.items(item);
        return entries != null ? "a dict of " + entries.size() + holding : items != null ? "a list of " + items.size() + holding
            : item instanceof Item.Call c ? "an object of " + shown(TorchObject.className(c)) : item instanceof Item.Global g ? shown(g.dotted()) : "data";
    }

    private static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST - 3) + "..." : line;
    }
}

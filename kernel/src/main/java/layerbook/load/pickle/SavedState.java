package layerbook.load.pickle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import layerbook.load.file.StoredTensor;

/**
 * What {@code torch.save} was given: a state dict, a module, or a training checkpoint, of which the state dict counts and the other parts are listed.
 *
 * @param kind as a noun, e.g. {@code state dict}
 * @param tensors those of the state dict
 * @param modules of a module that was saved whole, its modules by path
 * @param parts what else there is, by key
 * @param remarks one sentence each
 */
record SavedState(String kind, List<StoredTensor> tensors, Map<String, String> modules, Map<String, String> parts, List<String> remarks) {
    /** Keys under which training scripts keep the state dict, the usual one first. */
    private static final List<String> USUAL = List.of("state_dict", "model_state_dict", "model_state", "model", "module", "net", "network", "weights", "params");
    private static final int DEEPEST = 4;

    static SavedState of(Item top) throws BadPickle {
        return of(top, 0);
    }

    private static SavedState of(Item top, int depth) throws BadPickle {
        Map<String, Item> entries = TorchObject.entries(top);
        if (entries == null && TorchObject.items(top) != null) {
            entries = numbered(TorchObject.items(top));
        }
        if (entries == null) {
            String kind = TorchObject.isScripted(top) ? "TorchScript module" : TorchObject.isModule(top) ? "whole module" : "tensor";
            return whole(kind, Collected.of(top), Map.of());
        }
        var holders = new LinkedHashMap<String, Item>();
        var lone = new LinkedHashMap<String, Item>();
        for (Map.Entry<String, Item> e : entries.entrySet()) {
            boolean tensor = TorchTensors.of(e.getValue()) != null;
            if (tensor) {
                lone.put(e.getKey(), e.getValue());
            } else if (!TorchObject.isOptimizer(e.getValue()) && !e.getKey().contains("optim") && !Collected.of(e.getValue()).tensors().isEmpty()) {
                holders.put(e.getKey(), e.getValue());
            }
        }
        return chosen(entries, holders, lone, depth);
    }

    private static SavedState chosen(Map<String, Item> entries, Map<String, Item> holders, Map<String, Item> lone, int depth) throws BadPickle {
        String usual = USUAL.stream().filter(holders::containsKey).findFirst().orElse(null);
        boolean onlyFigures = lone.values().stream().allMatch(t -> TorchTensors.of(t).numel().compareTo(BigInteger.ONE) <= 0);
        if (holders.isEmpty() || usual == null && !onlyFigures) {
            return flat(entries, holders, lone);
        }
        var named = new LinkedHashMap<>(holders);
        if (named.size() > 1) {
            named.keySet().removeIf(k -> k.toLowerCase(java.util.Locale.ROOT).contains("ema"));
        }
        String only = usual != null ? usual : named.size() == 1 ? named.keySet().iterator().next() : null;
        if (only == null) {
            return flat(entries, named.isEmpty() ? holders : named, Map.of());
        }
        SavedState inner = depth < DEEPEST ? of(holders.get(only), depth + 1) : whole("state dict", Collected.of(holders.get(only)), Map.of());
        var parts = Parts.of(entries, Set.of(only));
        parts.putAll(inner.parts());
        String kind = parts.isEmpty() ? inner.kind() : "training checkpoint" + (inner.modules().isEmpty() ? "" : " with a whole module");
        var remarks = new ArrayList<>(inner.remarks());
        remarks.add(0, "Counted is what stands under " + only + ".");
        return new SavedState(kind, inner.tensors(), inner.modules(), parts, remarks);
    }

    /** Tensors by their keys, those in inner dicts behind the names of these. */
    private static SavedState flat(Map<String, Item> entries, Map<String, Item> holders, Map<String, Item> lone) throws BadPickle {
        var counted = new Item.Mapping();
        entries.forEach((key, value) -> {
            if (holders.containsKey(key) || lone.containsKey(key) || TorchTensors.isUnknownTensor(value)) {
                counted.put(new Item.Text(key), value);
            }
        });
        Collected all = Collected.of(counted);
        var used = new java.util.HashSet<>(holders.keySet());
        used.addAll(lone.keySet());
        Map<String, String> parts = Parts.of(entries, used);
        return whole(parts.isEmpty() || holders.isEmpty() ? "state dict" : "training checkpoint", all, parts);
    }

    private static SavedState whole(String kind, Collected all, Map<String, String> parts) {
        List<String> remarks = all.unknown() == 0 ? List.of() : List.of(all.unknown() + " more tensors are sparse or of a layout that is not known here; they are not counted.");
        return new SavedState(kind, all.tensors(), kind.contains("module") ? all.modules() : Map.of(), parts, remarks);
    }

    private static Map<String, Item> numbered(List<Item> items) {
        var out = new LinkedHashMap<String, Item>();
        for (int i = 0; i < items.size(); i++) {
            out.put(String.valueOf(i), items.get(i));
        }
        return out;
    }
}

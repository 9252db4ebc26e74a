package layerbook.load.pickle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import layerbook.load.file.StoredTensor;

/**
 * The tensors in an item, named as {@code state_dict()} names them: a module's parameters, then its buffers, then its modules; entries of dicts by
 * their keys, of lists by their places. What holds itself is followed once; what holds no tensor is looked at once.
 */
final class Collected {
    private static final int DEEPEST = 200;
    private static final int MOST = 500_000;

    private final List<StoredTensor> tensors = new ArrayList<>();
    private final Map<String, String> modules = new LinkedHashMap<>();
    private final Set<Item> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Item> barren = Collections.newSetFromMap(new IdentityHashMap<>());
    private int unknown;

    /** The tensors in this item; a lone tensor is called {@code tensor}. */
    static Collected of(Item item) throws BadPickle {
        var out = new Collected();
        out.add("", item);
        return out;
    }

    List<StoredTensor> tensors() {
        return tensors;
    }

    /** The modules met, by path, with their layer and arguments as text. */
    Map<String, String> modules() {
        return modules;
    }

    /** How many tensors were met whose layout is not known here. */
    int unknown() {
        return unknown;
    }

    private void add(String name, Item item) throws BadPickle {
        StoredTensor tensor = TorchTensors.of(item);
        if (tensor != null) {
            tensors.add(tensor.named(name.isEmpty() ? "tensor" : name));
        } else if (TorchTensors.isUnknownTensor(item)) {
            unknown++;
        } else if (open.size() < DEEPEST && !barren.contains(item) && open.add(item)) {
            int before = tensors.size() + unknown;
            inside(name, item);
            open.remove(item);
            if (tensors.size() + unknown == before) {
                barren.add(item);
            }
        }
        if (tensors.size() > MOST) {
            throw new BadPickle("it names more than 500,000 tensors");
        }
    }

    private void inside(String name, Item item) throws BadPickle {
        if (TorchObject.isScripted(item)) {
            modules.put(name, ModuleLayer.scripted(item));
            all(name, TorchObject.fields(item));
        } else if (TorchObject.isModule(item)) {
            module(name, TorchObject.fields(item), item);
        } else if (TorchObject.entries(item) != null) {
            all(name, TorchObject.entries(item));
        } else if (TorchObject.items(item) != null) {
            List<Item> items = TorchObject.items(item);
            for (int i = 0; i < items.size(); i++) {
                add(joined(name, String.valueOf(i)), items.get(i));
            }
        }
    }

    private void module(String name, Map<String, Item> fields, Item item) throws BadPickle {
        modules.put(name, ModuleLayer.of(item));
        all(name, entries(fields, "_parameters"));
        Map<String, Item> buffers = new LinkedHashMap<>(entries(fields, "_buffers"));
        List<Item> passing = TorchObject.items(fields.getOrDefault("_non_persistent_buffers_set", Item.NONE));
        if (passing != null) {
            passing.forEach(p -> buffers.remove(p instanceof Item.Text t ? t.value() : ""));
        }
        all(name, buffers);
        all(name, entries(fields, "_modules"));
    }

    private static Map<String, Item> entries(Map<String, Item> fields, String key) {
        Map<String, Item> out = TorchObject.entries(fields.getOrDefault(key, Item.NONE));
        return out == null ? Map.of() : out;
    }

    private void all(String name, Map<String, Item> entries) throws BadPickle {
        for (Map.Entry<String, Item> e : entries.entrySet()) {
            add(joined(name, e.getKey()), e.getValue());
        }
    }

    private static String joined(String name, String word) {
        return name.isEmpty() ? word : name + "." + word;
    }
}

package layerbook.load.pickle;

import java.util.List;
import java.util.Map;
import java.util.Set;
import layerbook.load.pickle.Item.Call;
import layerbook.load.pickle.Item.Mapping;
import layerbook.load.pickle.Item.Sequence;

/** What an item is in PyTorch: a dict, a module, an optimiser's state. By what it holds, not by what its class is called. */
final class TorchObject {
    private TorchObject() {}

    /** The entries of a dict of any class, or null: an OrderedDict is a call with entries put into it. */
    static Map<String, Item> entries(Item item) {
        if (item instanceof Mapping m) {
            return m.entries();
        } else if (item instanceof Call c && !isModule(item)) {
            return c.mapping() != null ? c.mapping().entries() : c.function().endsWith("Dict") ? pairs(c) : null;
        }
        return null;
    }

    /** An OrderedDict of protocol 0 and 1 is made of a list of pairs. */
    private static Map<String, Item> pairs(Call c) {
        var out = new Mapping();
        if (!c.arguments().isEmpty() && c.arguments().get(0) instanceof Sequence list) {
            for (Item pair : list.items()) {
                if (pair instanceof Sequence p && p.items().size() == 2) {
                    out.put(p.items().get(0), p.items().get(1));
                }
            }
        }
        return out.entries();
    }

    /** The items of a list, tuple or set of any class, or null. */
    static List<Item> items(Item item) {
        return item instanceof Sequence s ? s.items() : item instanceof Call c && c.sequence() != null ? c.sequence().items() : null;
    }

    /** The fields of an object, or null. */
    static Map<String, Item> fields(Item item) {
        if (!(item instanceof Call c)) {
            return null;
        } else if (c.state() instanceof Mapping m) {
            return m.entries();
        }
        return c.state() instanceof Sequence s && !s.items().isEmpty() && s.items().get(0) instanceof Mapping m ? m.entries() : null;
    }

    /** Whether it is an {@code nn.Module} that was saved whole, or a module of TorchScript. */
    static boolean isModule(Item item) {
        return isScripted(item) || item instanceof Call && fields(item) != null && fields(item).keySet().containsAll(Set.of("_parameters", "_modules"));
    }

    /** A module of TorchScript: its class lies in the archive's own code. */
    static boolean isScripted(Item item) {
        return item instanceof Call c && c.function().startsWith("__torch__.") && fields(item) != null;
    }

    /** The class of a module, e.g. {@code torch.nn.modules.conv.Conv2d}. */
    static String className(Item item) {
        if (!(item instanceof Call c)) {
            return "";
        }
        boolean byHand = c.function().matches("copy_?reg\\.(_reconstructor|__newobj__)");
        return byHand && !c.arguments().isEmpty() && c.arguments().get(0) instanceof Item.Global g ? g.dotted() : c.function();
    }

    /** Whether it is what {@code optimizer.state_dict()} gives. */
    static boolean isOptimizer(Item item) {
        Map<String, Item> entries = entries(item);
        return entries != null && entries.containsKey("state") && entries.containsKey("param_groups");
    }
}

package layerbook.torch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.formula.Expr;
import layerbook.layer.Layer;
import layerbook.layer.Option;
import layerbook.layer.Param;
import layerbook.layer.Part;
import layerbook.layer.Rule;
import layerbook.layers.Catalogue;
import layerbook.net.NetworkBuilder;
import layerbook.net.Unit;
import layerbook.python.Arguments;
import layerbook.python.PyType;

/** The modules inside a composite layer: {@code encoder}, {@code layers.0}, {@code self_attn}. They have the weights of the composite. */
final class Parts {
    private Parts() {}

    /** The order in which PyTorch's composite layers register their parts; ours stand in the order in which they run. */
    private static final List<String> REGISTERED = List.of("encoder", "decoder", "layers", "self_attn", "multihead_attn", "linear1", "dropout", "linear2", "norm1", "norm2",
        "norm3", "dropout1", "dropout2", "dropout3", "norm");

    /** The parts of the layer that a module is, by name; those of {@code layers.0} stand in a list called {@code layers}. */
    static Map<String, ModuleObject> of(ModuleObject whole) {
        var all = new LinkedHashMap<String, ModuleObject>();
        for (Part part : whole.unit().layer().rule().parts()) {
            if (part.module()) {
                put(all, part.name(), made(part, whole), Containers.LIST);
            }
        }
        linearParts(whole).forEach((name, part) -> put(all, name, part, Containers.LIST));
        return inOrder(all);
    }

    private static Map<String, ModuleObject> inOrder(Map<String, ModuleObject> parts) {
        if (!REGISTERED.containsAll(parts.keySet())) {
            return parts;
        }
        var ordered = new LinkedHashMap<String, ModuleObject>();
        REGISTERED.stream().filter(parts::containsKey).forEach(name -> ordered.put(name, parts.get(name)));
        return ordered;
    }

    /** Linear layers that a layer computes with itself, such as attention's {@code out_proj}: weights of its own with a dot in their names. */
    private static Map<String, ModuleObject> linearParts(ModuleObject whole) {
        List<Param> weights = NetworkBuilder.current().weightsOf(whole.unit());
        List<String> inner = whole.unit().layer().rule().parts().stream().map(Part::name).toList();
        var all = new LinkedHashMap<String, ModuleObject>();
        for (Param p : weights) {
            String name = p.name().endsWith(".weight") ? p.name().substring(0, p.name().length() - ".weight".length()) : "";
            boolean own = !name.isEmpty() && p.dims().size() == 2 && inner.stream().noneMatch(i -> name.equals(i) || name.startsWith(i + "."));
            if (own) {
                boolean bias = weights.stream().anyMatch(w -> w.name().equals(name + ".bias"));
                Layer linear = Catalogue.find("linear").orElseThrow().read(size(whole, p.dims().get(1)), size(whole, p.dims().get(0)), Option.of("bias", bias));
                var object = new ModuleObject(NnModule.layerType(linear));
                object.layer(Unit.of(linear));
                object.partOf(whole, name);
                all.put(name, object);
            }
        }
        return all;
    }

    /** A size with the letters of the layer's rule put in. */
    private static Expr size(ModuleObject whole, Expr dim) {
        Rule rule = whole.unit().layer().rule();
        return dim.at(rule.where()).at(rule.lets());
    }

    private static void put(Map<String, ModuleObject> into, String name, ModuleObject part, PyType holder) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            into.put(name, part);
            return;
        }
        ModuleObject list = into.computeIfAbsent(name.substring(0, dot), n -> (ModuleObject) holder.call(Arguments.NONE));
        var members = new LinkedHashMap<String, ModuleObject>();
        list.modules.forEach((key, member) -> members.put(key, (ModuleObject) member));
        put(members, name.substring(dot + 1), part, Containers.SEQUENTIAL); // a list of sequences, as tail.0.1
        members.forEach(list.modules::put);
    }

    private static ModuleObject made(Part part, ModuleObject whole) {
        var object = new ModuleObject(NnModule.layerType(part.applied().layer()));
        object.layer(Unit.of(part.applied().layer()));
        object.partOf(whole, part.name());
        return object;
    }

    /** Whether it is a part of a composite layer, or a list of such parts. */
    static boolean isAmong(ModuleObject module) {
        return module.isPart() || module.unit() == null && !module.modules.isEmpty()
            && module.modules.values().stream().allMatch(m -> m instanceof ModuleObject inner && isAmong(inner));
    }

    /** Makes the weights of a part those of what it is a part of. */
    static void tie(ModuleObject part, ModuleObject whole, String name) {
        NetworkBuilder book = NetworkBuilder.current();
        List<Param> weights = book.weightsOf(part.unit());
        List<String> known = book.weightsOf(whole.unit()).stream().map(Param::name).toList();
        for (Param p : weights) {
            if (known.contains(name + "." + p.name())) {
                book.tie(book.weight(whole.unit().ref(name + "." + p.name())), book.weight(part.unit().ref(p.name())));
            }
        }
    }
}

package layerbook.torch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.layer.Param;
import layerbook.layer.Part;
import layerbook.net.NetworkBuilder;
import layerbook.net.Unit;
import layerbook.python.Arguments;

/** The modules inside a composite layer: {@code encoder}, {@code layers.0}, {@code self_attn}. They have the weights of the composite. */
final class Parts {
    private Parts() {}

    /** The parts of the layer that a module is, by name; those of {@code layers.0} stand in a list called {@code layers}. */
    static Map<String, ModuleObject> of(ModuleObject whole) {
        var all = new LinkedHashMap<String, ModuleObject>();
        for (Part part : whole.unit().layer().rule().parts()) {
            if (part.module()) {
                put(all, part.name(), part, whole);
            }
        }
        return all;
    }

    private static void put(Map<String, ModuleObject> into, String name, Part part, ModuleObject whole) {
        int dot = name.indexOf('.');
        if (dot >= 0) {
            ModuleObject list = into.computeIfAbsent(name.substring(0, dot), n -> (ModuleObject) Containers.LIST.call(Arguments.NONE));
            list.modules.put(name.substring(dot + 1), made(part, whole));
        } else {
            into.put(name, made(part, whole));
        }
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

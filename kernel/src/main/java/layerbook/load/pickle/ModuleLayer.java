package layerbook.load.pickle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import layerbook.layer.Layer;
import layerbook.layer.Option;
import layerbook.layer.Parameter;
import layerbook.layer.Signature;
import layerbook.layers.Catalogue;
import layerbook.load.pickle.Item.Bool;
import layerbook.load.pickle.Item.Int;
import layerbook.load.pickle.Item.Real;
import layerbook.load.pickle.Item.Text;

/**
 * A module that was saved whole, as a row of a table: its fields are its arguments. Example: a pickled {@code Conv2d} with {@code in_channels 3},
 * {@code kernel_size (3, 3)} .. is {@code conv2d 3→16 k3 p1}. A class of the user's own is its name.
 */
final class ModuleLayer {
    private ModuleLayer() {}

    /** The layer as text. */
    static String of(Item module) {
        String name = TorchObject.className(module);
        String className = name.substring(name.lastIndexOf('.') + 1);
        if (!name.startsWith("torch.nn.modules.")) {
            return className;
        }
        return Catalogue.all().stream().filter(s -> s.className().equals(className)).findFirst().map(s -> read(s, TorchObject.fields(module))).orElse(className);
    }

    /** A module of TorchScript: its class name without the archive's mangling. */
    static String scripted(Item module) {
        String name = TorchObject.className(module).replaceFirst("^__torch__\\.", "").replaceAll("___torch_mangle_\\d+\\.", "");
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String read(Signature signature, Map<String, Item> fields) {
        var given = new ArrayList<Object>();
        for (Parameter p : signature.parameters()) {
            Object value = p.name().equals("bias") ? hasBias(fields) : value(fields.get(snake(p.name())));
            if (value != null) {
                given.add(Option.of(p.name(), value));
            }
        }
        try {
            Layer layer = signature.read(given.toArray());
            return (layer.factoryName() + " " + layer.briefArguments()).strip();
        } catch (RuntimeException e) {
            return signature.className(); // fields of another version: the class is certain, the arguments are not
        }
    }

    private static Object hasBias(Map<String, Item> fields) {
        if (fields.get("bias") instanceof Bool b) {
            return b.value();
        }
        Map<String, Item> parameters = TorchObject.entries(fields.getOrDefault("_parameters", Item.NONE));
        return parameters != null && parameters.containsKey("bias") ? (Object) !(parameters.get("bias") instanceof Item.None) : null;
    }

    private static Object value(Item item) {
        if (item instanceof Int n && n.value().bitLength() < 63) {
            return n.value().longValue();
        } else if (item instanceof Bool b) {
            return b.value();
        } else if (item instanceof Real r) {
            return r.value();
        } else if (item instanceof Text t) {
            return t.value();
        }
        List<Long> sizes = TorchTensors.sizes(item);
        boolean alike = sizes != null && !sizes.isEmpty() && sizes.stream().allMatch(sizes.get(0)::equals);
        return alike ? sizes.get(0) : sizes;
    }

    /** {@code kernelSize} is the field {@code kernel_size}. */
    private static String snake(String camel) {
        return camel.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}

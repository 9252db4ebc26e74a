package layerbook.torch;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import layerbook.net.Model;
import layerbook.net.ModelRole;
import layerbook.net.Tensor;
import layerbook.net.Unit;
import layerbook.python.Arguments;

/** A module of Python as the network sees it: a model that says what it holds and runs its forward. */
public final class PythonModel extends Model {
    private final ModuleObject object;

    PythonModel(ModuleObject object) {
        this.object = object;
    }

    /** The arguments of a call from Python; to the network the tensors among them. */
    record Given(Arguments arguments) implements Iterable<Object> {
        @Override public Iterator<Object> iterator() {
            var all = new ArrayList<Object>();
            arguments.positional().forEach(v -> all.add(Converted.structure(v)));
            arguments.names().forEach(n -> all.add(Converted.structure(arguments.named(n))));
            return all.iterator();
        }
    }

    /** What forward returned; to the network the tensors in it. */
    record Returned(Object value) implements Iterable<Object> {
        @Override public Iterator<Object> iterator() {
            return java.util.Collections.singletonList(Converted.structure(value)).iterator();
        }
    }

    ModuleObject object() {
        return object;
    }

    @Override protected Iterable<Map.Entry<String, Object>> declaredMembers() {
        var all = new ArrayList<Map.Entry<String, Object>>();
        object.parameters.forEach((name, p) -> weight(name, p, all));
        object.buffers.forEach((name, b) -> {
            if (b instanceof TensorObject t && t.isBuffer()) {
                all.add(Map.entry(name, t.tensor()));
            }
        });
        object.modules.forEach((name, m) -> {
            if (m instanceof ModuleObject inner && !(object.unit() != null && Parts.isAmong(inner))) {
                all.add(Map.entry(name, inner.seen()));
            }
        });
        return all;
    }

    /** A bare weight, or one that belongs to another layer: that layer's weights are told by whoever holds it. */
    private void weight(String name, Object p, List<Map.Entry<String, Object>> into) {
        if (p instanceof TensorObject t) {
            Tensor tensor = t.tensor();
            if (tensor.bareUnit() != null) {
                into.add(Map.entry(name, tensor));
            }
        }
    }

    @Override protected Unit declaredUnit() {
        return object.unit();
    }

    @Override protected ModelRole declaredRole() {
        return object.type().derives(Containers.SEQUENTIAL) ? ModelRole.SEQUENTIAL
            : object.type().derives(Containers.LIST) || object.type().derives(Containers.DICT) ? ModelRole.CONTAINER : ModelRole.MODULE;
    }

    @Override protected String declaredClassName() {
        return object.type().name();
    }

    @Override protected Object declaredForward(List<?> arguments, Map<String, ?> keywords) {
        if (arguments.size() == 1 && arguments.get(0) instanceof Given given) {
            return new Returned(object.forward(given.arguments()));
        }
        Object[] positional = arguments.stream().map(Converted::python).toArray();
        var names = new ArrayList<>(keywords.keySet());
        Object[] named = names.stream().map(n -> Converted.python(keywords.get(n))).toArray();
        Object value = object.forward(new Arguments(positional, names.toArray(String[]::new), named));
        return Converted.structure(value);
    }

    @Override public String toString() {
        return object.repr();
    }
}

package layerbook.python;

import java.util.ArrayList;
import java.util.List;

/** The order in which a class and those it derives are asked: C3, as Python's documentation of the method resolution order says. */
final class Linearization {
    private Linearization() {}

    static List<PyType> of(PyType type, List<PyType> bases) {
        var queues = new ArrayList<List<PyType>>();
        bases.forEach(b -> queues.add(new ArrayList<>(b.mro())));
        queues.add(new ArrayList<>(bases));
        var order = new ArrayList<PyType>();
        order.add(type);
        queues.removeIf(List::isEmpty);
        while (!queues.isEmpty()) {
            PyType next = next(queues);
            order.add(next);
            queues.forEach(q -> q.remove(next));
            queues.removeIf(List::isEmpty);
        }
        return List.copyOf(order);
    }

    /** The first head that stands in no tail. */
    private static PyType next(List<List<PyType>> queues) {
        for (List<PyType> q : queues) {
            PyType head = q.get(0);
            if (queues.stream().noneMatch(other -> other.indexOf(head) > 0)) {
                return head;
            }
        }
        var names = new ArrayList<String>();
        queues.forEach(q -> {
            if (!names.contains(q.get(0).name())) {
                names.add(q.get(0).name());
            }
        });
        throw Errors.type("Cannot create a consistent method resolution\norder (MRO) for bases " + String.join(", ", names));
    }
}

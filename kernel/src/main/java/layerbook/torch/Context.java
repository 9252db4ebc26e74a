package layerbook.torch;

import java.util.List;
import layerbook.python.PyInstance;
import layerbook.python.PyType;
import layerbook.python.Special;
import layerbook.python.Types;

/** {@code torch.no_grad()} and its kin: for {@code with}, or as a decorator, and without effect on sizes. */
final class Context {
    private Context() {}

    static PyType type(String name) {
        var type = new PyType(name, List.of(Types.OBJECT)).in("torch");
        type.allocatedBy((t, a) -> new PyInstance(t));
        type.define("__init__", (self, a) -> Special.NONE);
        type.define("__enter__", (self, a) -> self);
        type.define("__exit__", (self, a) -> false);
        type.define("__call__", (self, a) -> a.at(0));
        return type;
    }
}

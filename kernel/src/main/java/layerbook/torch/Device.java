package layerbook.torch;

import java.util.List;
import layerbook.python.Arguments;
import layerbook.python.PyInstance;
import layerbook.python.PyType;
import layerbook.python.Special;
import layerbook.python.Texts;
import layerbook.python.Types;
import layerbook.syntax.Comparison;

/** {@code torch.device("cpu")}: where tensors would be. It changes no number. */
final class Device extends PyInstance {
    static final PyType TYPE = new PyType("device", List.of(Types.OBJECT)).in("torch").allocatedBy((type, a) -> of(a));
    static final Device CPU = new Device("cpu");

    private final String name;

    private Device(String name) {
        super(TYPE);
        this.name = name;
    }

    static {
        TYPE.define("__init__", (self, a) -> Special.NONE);
    }

    private static Device of(Arguments a) {
        Object first = a.get(0, "type", "cpu");
        return first instanceof Device d ? d : new Device(Texts.str(first));
    }

    @Override public Object rawAttribute(String attribute) {
        switch (attribute) {
            case "type": return name.replaceFirst(":.*", "");
            case "index": return name.contains(":") ? (Object) Long.valueOf(name.substring(name.indexOf(':') + 1)) : Special.NONE;
            default: return null;
        }
    }

    @Override protected Object rawCompare(Comparison op, Object right) {
        boolean same = right instanceof Device d && d.name.equals(name);
        return op == Comparison.EQUAL ? (Object) same : op == Comparison.NOT_EQUAL ? (Object) !same : Special.NOT_IMPLEMENTED;
    }

    @Override protected String rawRepr() {
        return name.contains(":") ? "device(type='" + rawAttribute("type") + "', index=" + rawAttribute("index") + ")" : "device(type='" + name + "')";
    }

    @Override protected String rawStr() {
        return name;
    }

    @Override protected long rawHash() {
        return name.hashCode();
    }
}

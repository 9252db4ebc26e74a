package layerbook.torch;

import java.util.Map;
import layerbook.python.PyDict;

/** {@code module._modules}: what is written into it is written into the module. */
final class ModulesDict extends PyDict {
    private final Map<String, Object> members;

    ModulesDict(Map<String, Object> members) {
        this.members = members;
        members.forEach(super::put);
    }

    @Override public void put(Object key, Object value) {
        super.put(key, value);
        members.put((String) key, value);
    }

    @Override public Object removeKey(Object key) {
        members.remove((String) key);
        return super.removeKey(key);
    }
}

package layerbook.net;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The lists, arrays and maps in variables: what is put into them later gets its name all the same, {@code layers.0}, {@code heads.cls}. */
final class Containers {
    private final Map<String, HeldList> lists = new LinkedHashMap<>();
    private final Map<String, HeldMap> maps = new LinkedHashMap<>();

    /** A list in a variable, and how many of its elements have their names. */
    private static final class HeldList {
        final List<?> list;
        int named;

        HeldList(List<?> list) {
            this.list = list;
        }
    }

    /** A map in a variable, and how many entries it had when they were named. */
    private static final class HeldMap {
        final Map<?, ?> map;
        int named;

        HeldMap(Map<?, ?> map) {
            this.map = map;
        }
    }

    /** A variable holds this; says whether it is a container. */
    boolean hold(String variable, Object value) {
        if (value instanceof List<?> list) {
            lists.put(variable, new HeldList(list));
        } else if (value instanceof Object[] array) {
            lists.put(variable, new HeldList(Arrays.asList(array)));
        } else if (value instanceof Map<?, ?> map) {
            maps.put(variable, new HeldMap(map));
        } else {
            return false;
        }
        return true;
    }

    /** Hands on what was put into them since they were last looked at, with its name. */
    void adopt(BiConsumer<String, Object> holding) {
        lists.forEach((variable, held) -> {
            for (; held.named < held.list.size(); held.named++) {
                Object element = held.list.get(held.named);
                if (element == null) {
                    break; // an array that is still to be filled
                }
                adopt(variable, held.named, element, holding);
            }
        });
        maps.forEach((variable, held) -> {
            if (held.named != held.map.size()) {
                held.named = held.map.size();
                held.map.forEach((key, element) -> adopt(variable, key, element, holding));
            }
        });
    }

    private static void adopt(String variable, Object key, Object element, BiConsumer<String, Object> holding) {
        if (element instanceof Unit || element instanceof Model || element instanceof Tensor) {
            holding.accept(variable + "." + key, element);
        }
    }
}

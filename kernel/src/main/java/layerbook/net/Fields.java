package layerbook.net;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The fields of a model with their values now, those of its superclasses first: what a class in Java holds. */
final class Fields {
    private Fields() {}

    static List<Map.Entry<String, Object>> of(Model model) {
        return of(model, Model.class);
    }

    /** Those of the classes below one. */
    static List<Map.Entry<String, Object>> of(Model model, Class<? extends Model> above) {
        var classes = new ArrayList<Class<?>>();
        for (Class<?> c = model.getClass(); c != above; c = c.getSuperclass()) {
            classes.add(0, c);
        }
        var out = new ArrayList<Map.Entry<String, Object>>();
        for (Class<?> c : classes) {
            for (Field f : c.getDeclaredFields()) {
                Object value = Modifier.isStatic(f.getModifiers()) || f.isSynthetic() ? null : read(f, model);
                if (value != null) {
                    out.add(Map.entry(f.getName(), value));
                }
            }
        }
        return out;
    }

    private static Object read(Field f, Object of) {
        try {
            f.setAccessible(true);
            return f.get(of);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }
}

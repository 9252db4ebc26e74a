package layerbook.session.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import layerbook.layer.Layer;
import layerbook.net.Model;
import layerbook.net.Sequential;
import org.junit.jupiter.api.Test;

/** A method of a class hides every word of its name inside the class, so what users extend and implement has no method named like a word. */
class NothingHidesAWordTest {
    private static final Set<String> OF_EVERY_CLASS = Arrays.stream(Object.class.getDeclaredMethods()).map(Method::getName).collect(Collectors.toSet());

    private static Set<String> words() {
        return Arrays.stream(Nn.class.getMethods()).filter(m -> Modifier.isStatic(m.getModifiers())).map(Method::getName).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test void modelsAndLayersDeclareNoWord() {
        Set<String> words = words();
        assertTrue(words.size() > 300, "words are found");
        List<String> hidden = new ArrayList<>();
        for (Class<?> c : List.of(Model.class, Sequential.class, Layer.class)) {
            for (Method m : c.getDeclaredMethods()) {
                if (!Modifier.isPrivate(m.getModifiers()) && !m.isSynthetic() && !OF_EVERY_CLASS.contains(m.getName()) && words.contains(m.getName())) {
                    hidden.add(c.getSimpleName() + "." + m.getName());
                }
            }
        }
        assertEquals(List.of(), hidden);
    }
}

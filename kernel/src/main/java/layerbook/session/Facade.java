package layerbook.session;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import layerbook.layer.Signature;
import layerbook.layers.Catalogue;

/** What the words of {@link Nn} are, for messages and completion: their names, and how they are called. */
final class Facade {
    private static Set<String> words;

    private Facade() {}

    /** All words, layers and options included. */
    static synchronized Set<String> words() {
        if (words == null) {
            words = Arrays.stream(Nn.class.getMethods()).filter(m -> Modifier.isStatic(m.getModifiers())).map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        }
        return words;
    }

    /** The ways a word can be called, shortest first: {@code check(condition, otherwise)}. */
    static List<String> signatures(String word) {
        var layer = Catalogue.find(word).map(Signature::usage);
        if (layer.isPresent()) {
            return List.of(layer.get());
        }
        return Arrays.stream(Nn.class.getMethods()).filter(m -> Modifier.isStatic(m.getModifiers()) && m.getName().equals(word))
            .sorted(java.util.Comparator.comparingInt(Method::getParameterCount)).map(Facade::signature).distinct().toList();
    }

    /** What a word says of itself, with the ways to call it; empty for words that say nothing. */
    static Optional<Showable> help(String word) {
        return Arrays.stream(Nn.class.getMethods()).filter(m -> m.getName().equals(word) && m.isAnnotationPresent(Word.class)).findFirst().map(m -> m.getAnnotation(Word.class))
            .map(says -> view -> String.join("\n", signatures(word)) + "\n" + layerbook.table.Widths.wrap(says.value(), view.width() - 2).stream().map(l -> "  " + l + "\n").collect(Collectors.joining())
                + Arrays.stream(says.examples()).map(e -> "\n  " + e).collect(Collectors.joining()));
    }

    static String signature(Method method) {
        return method.getName() + Arrays.stream(method.getParameters())
            .map(p -> p.getName() + (p.isVarArgs() ? ", .." : "")).collect(Collectors.joining(", ", "(", ")"));
    }
}

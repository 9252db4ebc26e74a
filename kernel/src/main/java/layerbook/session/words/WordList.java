package layerbook.session.words;

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
import layerbook.session.output.Showable;

/** What the words of {@link Nn} are, for messages and completion: their names, and how they are called. */
public final class WordList {
    private static Set<String> words;

    private WordList() {}

    /** All words, layers and options included. */
    public static synchronized Set<String> words() {
        if (words == null) {
            words = Arrays.stream(Nn.class.getMethods()).filter(m -> Modifier.isStatic(m.getModifiers())).map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        }
        return words;
    }

    /** The ways a word can be called, shortest first: {@code check(condition, otherwise)}. */
    public static List<String> signatures(String word) {
        var layer = Catalogue.find(word).map(Signature::usage);
        if (layer.isPresent()) {
            return List.of(layer.get());
        }
        return Arrays.stream(Nn.class.getMethods()).filter(m -> Modifier.isStatic(m.getModifiers()) && m.getName().equals(word))
            .sorted(java.util.Comparator.comparingInt(Method::getParameterCount)).map(WordList::signature).distinct().toList();
    }

    /** What a word says of itself, with the ways to call it; empty for words that say nothing. */
    public static Optional<Showable> help(String word) {
        return Arrays.stream(Nn.class.getMethods()).filter(m -> m.getName().equals(word) && m.isAnnotationPresent(Doc.class)).findFirst().map(m -> m.getAnnotation(Doc.class))
            .map(says -> view -> String.join("\n", signatures(word)) + "\n" + layerbook.table.Widths.wrap(says.value(), view.width() - 2).stream().map(l -> "  " + l + "\n").collect(Collectors.joining())
                + Arrays.stream(says.examples()).map(e -> "\n  " + e).collect(Collectors.joining()));
    }

    static String signature(Method method) {
        return method.getName() + Arrays.stream(method.getParameters())
            .map(p -> p.getName() + (p.isVarArgs() ? ", .." : "")).collect(Collectors.joining(", ", "(", ")"));
    }
}

package layerbook.session.words;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import layerbook.layer.Signature;
import layerbook.layers.Catalogue;
import layerbook.operations.Operations;
import layerbook.session.output.Showable;
import layerbook.table.Widths;

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

    /** What a word, a type or a tensor operation says of itself, with the ways to call it and examples. */
    public static Optional<Showable> help(String word) {
        Optional<WordDocs.Page> page = annotated(word).or(() -> WordDocs.of(word));
        return page.<Showable>map(p -> view -> text(signatures(word), p, view.width())).or(() -> operation(word));
    }

    private static Optional<WordDocs.Page> annotated(String word) {
        return Arrays.stream(Nn.class.getMethods()).filter(m -> m.getName().equals(word) && m.isAnnotationPresent(Doc.class)).findFirst()
            .map(m -> m.getAnnotation(Doc.class)).map(doc -> new WordDocs.Page(doc.value(), List.of(), "", List.of(doc.examples())));
    }

    /** A tensor operation, as its catalogue describes it. */
    private static Optional<Showable> operation(String word) {
        return Operations.all().stream().filter(o -> o.word().equals(word) || o.name().equals(word)).findFirst().map(o -> view -> {
            List<String> ways = o.schemas().stream().map(schema -> o.word() + schema.usage()).distinct().toList();
            String spelled = "in PyTorch: " + String.join(", ", o.spellings());
            return text(ways, new WordDocs.Page(o.doc(), List.of(), "", List.of()), view.width()) + "\n"
                + Widths.wrap(spelled, view.width() - 2).stream().map(l -> "  " + l).collect(Collectors.joining("\n"));
        });
    }

    private static String text(List<String> ways, WordDocs.Page page, int width) {
        var lines = new ArrayList<String>(ways);
        Widths.wrap(page.text(), width - 2).forEach(l -> lines.add("  " + l));
        for (String argument : page.arguments()) {
            Widths.wrap(argument, width - 6).forEach(l -> lines.add("    " + l));
        }
        if (!page.gives().isEmpty()) {
            Widths.wrap("gives " + page.gives(), width - 2).forEach(l -> lines.add("  " + l));
        }
        if (!page.examples().isEmpty()) {
            lines.add("");
            page.examples().forEach(example -> lines.add("  " + example));
        }
        return String.join("\n", lines);
    }

    static String signature(Method method) {
        return method.getName() + Arrays.stream(method.getParameters())
            .map(p -> p.getName() + (p.isVarArgs() ? ", .." : "")).collect(Collectors.joining(", ", "(", ")"));
    }
}

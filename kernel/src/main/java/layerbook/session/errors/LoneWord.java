package layerbook.session.errors;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import layerbook.layer.Parameter;
import layerbook.layer.Signature;
import layerbook.layers.Catalogue;
import layerbook.session.words.WordList;

/** A word that is all of a statement and means nothing in Java: {@code help}, {@code relu}, or what is said for it in other shells. */
public final class LoneWord {
    /** Words of other shells and of PyTorch's world, with ours. */
    private static final Map<String, String> OURS = Map.ofEntries(
        Map.entry("quit", "exit"), Map.entry("q", "exit"), Map.entry("bye", "exit"), Map.entry("logout", "exit"), Map.entry("man", "help"),
        Map.entry("ls", "vars"), Map.entry("dir", "vars"), Map.entry("who", "vars"), Map.entry("whos", "vars"), Map.entry("locals", "vars"), Map.entry("history", "list"),
        Map.entry("model", "net"), Map.entry("network", "net"), Map.entry("parameters", "params"), Map.entry("total_params", "params"), Map.entry("macs", "profile"));

    private LoneWord() {}

    /** Our word for a word of others; that word itself if there is none. */
    public static String ours(String word) {
        return OURS.getOrDefault(word, word);
    }

    /** What is said of the word, with or without empty brackets behind it. */
    static Optional<DiagnosticTranslator.Said> said(String name, String source) {
        String alone = source.strip().replaceFirst("\\s*;$", "").replaceFirst("\\s*\\(\\s*\\)$", "");
        if (!alone.equals(name)) {
            return Optional.empty();
        }
        if (name.equals("clear") || name.equals("cls")) {
            return Optional.of(DiagnosticTranslator.Said.of("there is no " + name + " in Java", null, "why    Ctrl-L clears a terminal's screen; /reset empties the network, and /undo brings it back"));
        }
        Optional<Signature> layer = Catalogue.all().stream().filter(s -> s.factory().equals(name) || s.className().equals(name)).findFirst();
        if (layer.isPresent()) {
            return Optional.of(DiagnosticTranslator.Said.of(layer.get().factory() + " needs its brackets", example(layer.get()), "why    it is called as " + layer.get().usage()));
        }
        String word = ours(name);
        if (!WordList.words().contains(word) || word.equals(name) && source.contains("(")) {
            return Optional.empty();
        }
        boolean bare = WordList.signatures(word).stream().anyMatch(s -> s.matches("\\w+\\((\\w+, \\.\\.)?\\)"));
        String message = word.equals(name) ? word + " needs its brackets" : name + " is " + word + " here";
        String fix = word.equals("input") || word.equals("tensor") ? word + "(3, 32, 32)" : bare ? word + "()" : "?" + word;
        return Optional.of(DiagnosticTranslator.Said.of(message, fix, "why    it is called as " + WordList.signatures(word).stream().limit(3).collect(Collectors.joining(", or "))));
    }

    private static String example(Signature layer) {
        return layer.parameters().stream().filter(p -> p.need() == Parameter.Need.REQUIRED).map(p -> p.name().startsWith("kernel") ? "3" : p.type() == Parameter.Type.REAL ? "0.5" : "16")
            .collect(Collectors.joining(", ", layer.factory() + "(", ")"));
    }
}

package layerbook.repl;

import java.util.Set;

/** The words of Layerbook that have a colour of their own. */
record Vocabulary(Set<String> layers, Set<String> options) {
    static final Vocabulary NONE = new Vocabulary(Set.of(), Set.of());

    boolean isLayer(String word) {
        return layers.contains(word);
    }

    boolean isOption(String word) {
        return options.contains(word);
    }
}

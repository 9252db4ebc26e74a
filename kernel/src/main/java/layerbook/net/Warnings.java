package layerbook.net;

import java.util.ArrayList;
import java.util.List;

/** What the user should know of statements that are carried out all the same; each is said once. */
final class Warnings {
    private final List<String> texts = new ArrayList<>();

    void add(String text) {
        if (!texts.contains(text)) {
            texts.add(text);
        }
    }

    /** Those since this was last asked. */
    List<String> take() {
        var out = List.copyOf(texts);
        texts.clear();
        return out;
    }
}

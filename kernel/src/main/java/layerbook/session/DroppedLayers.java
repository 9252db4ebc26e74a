package layerbook.session;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import layerbook.session.text.JavaPieces;
import layerbook.session.text.JavaText;

/** Finds layers that are made inside braces as statements of their own: Java makes them and drops them, and nothing is added. */
final class DroppedLayers {
    private static final Set<String> BEFORE = Set.of("{", "}", ";");

    private DroppedLayers() {}

    /**
     * The layers dropped in a statement, as they are written.
     *
     * @param isLayer whether a word makes a layer
     */
    static Set<String> layers(String source, Predicate<String> isLayer) {
        var pieces = JavaPieces.solid(source);
        var found = new LinkedHashSet<String>();
        int braces = 0;
        for (int i = 0; i < pieces.size(); i++) {
            braces += pieces.is(i, "{") ? 1 : pieces.is(i, "}") ? -1 : 0;
            boolean begins = braces > 0 && i > 0 && BEFORE.contains(pieces.text(i - 1));
            boolean made = begins && pieces.is(i, JavaText.Kind.WORD) && isLayer.test(pieces.text(i)) && pieces.is(i + 1, "(");
            int close = made ? pieces.close(i + 1) : pieces.size();
            if (pieces.is(close + 1, ";")) {
                found.add(pieces.source(i, close + 1));
            }
        }
        return found;
    }
}

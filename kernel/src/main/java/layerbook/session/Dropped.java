package layerbook.session;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Finds layers that are made inside braces as statements of their own: Java makes them and drops them, and nothing is added. */
final class Dropped {
    private Dropped() {}

    /**
     * The layers dropped in a statement, as they are written.
     *
     * @param isLayer whether a word makes a layer
     */
    static Set<String> layers(String source, Predicate<String> isLayer) {
        var pieces = new ArrayList<JavaText.Piece>();
        JavaText.cut(source, piece -> {
            if (piece.kind() != JavaText.Kind.SPACE && piece.kind() != JavaText.Kind.COMMENT) {
                pieces.add(piece);
            }
        });
        var found = new LinkedHashSet<String>();
        int braces = 0;
        for (int i = 0; i < pieces.size(); i++) {
            String said = said(source, pieces, i);
            braces += said.equals("{") ? 1 : said.equals("}") ? -1 : 0;
            boolean begins = i > 0 && List.of("{", "}", ";").contains(said(source, pieces, i - 1)) && braces > 0;
            int close = begins && pieces.get(i).kind() == JavaText.Kind.WORD && isLayer.test(said) ? close(source, pieces, i + 1) : -1;
            if (close > 0 && said(source, pieces, close + 1).equals(";")) {
                found.add(source.substring(pieces.get(i).from(), pieces.get(close).to()));
            }
        }
        return found;
    }

    private static String said(String source, List<JavaText.Piece> pieces, int i) {
        return i < pieces.size() ? source.substring(pieces.get(i).from(), pieces.get(i).to()) : "";
    }

    /** Where the bracket opened here is closed, or -1 if none is opened here. */
    private static int close(String source, List<JavaText.Piece> pieces, int open) {
        int depth = 0;
        for (int i = open; i < pieces.size(); i++) {
            String said = said(source, pieces, i);
            depth += said.equals("(") ? 1 : said.equals(")") ? -1 : 0;
            if (depth == 0) {
                return said.equals(")") ? i : -1;
            }
        }
        return -1;
    }
}

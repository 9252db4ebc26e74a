package layerbook.syntax;

/** Python's signs. */
final class Operators {
    private static final String[] THREE = {"**=", "//=", ">>=", "<<=", "..."};
    private static final String[] TWO = {"**", "//", ">>", "<<", "<=", ">=", "==", "!=", "->", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "@=", ":="};
    private static final String ONE = "+-*/%@&|^~<>()[]{},:.;=!";
    private static final String[] SINGLE = ONE.split("");

    private Operators() {
    }

    /** The longest sign that stands there, or null. */
    static String at(String text, int at) {
        char c = text.charAt(at);
        int single = ONE.indexOf(c);
        if (single < 0) {
            return null;
        }
        if ("()[]{},;".indexOf(c) >= 0) {
            return SINGLE[single];
        }
        String found = among(THREE, text, at);
        found = found != null ? found : among(TWO, text, at);
        return found != null ? found : c == '!' ? null : SINGLE[single];
    }

    private static String among(String[] signs, String text, int at) {
        for (String sign : signs) {
            if (text.startsWith(sign, at)) {
                return sign;
            }
        }
        return null;
    }
}

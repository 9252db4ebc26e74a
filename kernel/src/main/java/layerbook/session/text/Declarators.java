package layerbook.session.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes {@code Unit a = p, b = q;} in the body of {@code var m = new Model() { .. }} as two declarations. Java takes both alike, but the shell,
 * which makes a class with a name out of such a body, loses its way in fields that share a type, and in arrays that begin with a brace.
 */
public final class Declarators {
    /** What was put in: where it stands in the new text, and by how much longer it is than what stood there. */
    private record Longer(int at, int by) {}

    /** The text for the shell, which knows where its places stand in what was typed. */
    public static final class Apart {
        private final String code;
        private final List<Longer> longer;

        private Apart(String code, List<Longer> longer) {
            this.code = code;
            this.longer = longer;
        }

        public String code() {
            return code;
        }

        /** The place in what was typed. */
        public int typed(long place) {
            int back = 0;
            for (Longer l : longer) {
                back += (int) Math.max(0, Math.min(l.by, place - l.at));
            }
            return (int) place - back;
        }
    }

    private final String text;
    private final List<JavaText.Piece> pieces = new ArrayList<>();
    private final StringBuilder out = new StringBuilder();
    private final List<Longer> longer = new ArrayList<>();
    private int written;

    private Declarators(String text) {
        this.text = text;
        JavaText.cut(text, piece -> {
            if (piece.kind() != JavaText.Kind.SPACE && piece.kind() != JavaText.Kind.COMMENT) {
                pieces.add(piece);
            }
        });
    }

    /** The text as it was typed, unless it declares a {@code var} by the body of a class. */
    public static Apart apart(String text) {
        if (!text.contains("var") || text.indexOf('{') < 0) {
            return new Apart(text, List.of());
        }
        var declarators = new Declarators(text);
        declarators.body().ifPresent(declarators::members);
        return new Apart(declarators.out.append(text, declarators.written, text.length()).toString(), List.copyOf(declarators.longer));
    }

    /** Where the body begins in {@code var m = new T(..) {..}}, behind its brace. */
    private Optional<Integer> body() {
        int at = said(0).equals("final") ? 1 : 0;
        if (!said(at).equals("var") || !isWord(at + 1) || !said(at + 2).equals("=") || !said(at + 3).equals("new")) {
            return Optional.empty();
        }
        int arguments = type(at + 4);
        int brace = said(arguments).equals("(") ? close(arguments) + 1 : 0;
        return said(brace).equals("{") ? Optional.of(brace + 1) : Optional.empty();
    }

    private void members(int from) {
        int at = from;
        while (at < pieces.size() && !said(at).equals("}")) {
            int first = at;
            while (isModifier(said(first))) {
                first++;
            }
            int name = type(first);
            boolean field = name > first && isWord(name) && List.of("=", ",").contains(said(name + 1));
            at = field ? field(at, name) : member(at);
        }
    }

    private static boolean isModifier(String word) {
        return List.of("final", "private", "public", "protected", "static", "transient", "volatile").contains(word);
    }

    /** Takes the declarators of a field apart; gives where the next member begins. */
    private int field(int from, int name) {
        String type = text.substring(pieces.get(from).from(), pieces.get(name - 1).to()).replaceAll("\\s+", " ");
        int at = name;
        while (at < pieces.size() && !said(at).equals(";") && !said(at).equals("}")) {
            if (said(at).equals(",")) {
                put(pieces.get(at).from(), pieces.get(at).to(), "; " + type);
            } else if (said(at).equals("=") && said(at + 1).equals("{") && type.endsWith("]") && !type.contains("<")) {
                put(pieces.get(at).to(), pieces.get(at).to(), " new " + type.substring(type.lastIndexOf(' ') + 1)); // it knows no {..} alone either
            }
            at = isWord(at) && said(at + 1).equals("<") && type(at) > at ? type(at) : past(at);
        }
        return at + 1;
    }

    private void put(int from, int to, String instead) {
        out.append(text, written, from);
        longer.add(new Longer(out.length(), instead.length() - (to - from)));
        out.append(instead);
        written = to;
    }

    /** Where the next member begins behind a method, a block or a class. */
    private int member(int from) {
        int at = from;
        while (at < pieces.size() && !said(at).equals(";") && !said(at).equals("{")) {
            at = past(at);
        }
        return at < pieces.size() ? past(at) : at;
    }

    /** Behind this piece, or behind the bracket that it opens. */
    private int past(int at) {
        return List.of("(", "[", "{").contains(said(at)) ? close(at) + 1 : at + 1;
    }

    /** Where a type that begins here ends; here if none does. */
    private int type(int from) {
        if (from >= pieces.size() || !isWord(from) && pieces.get(from).kind() != JavaText.Kind.KEYWORD) {
            return from;
        }
        int at = from + 1;
        while (said(at).equals(".") && isWord(at + 1)) {
            at += 2;
        }
        if (said(at).equals("<")) {
            int end = arguments(at);
            if (end < 0) {
                return from;
            }
            at = end;
        }
        while (said(at).equals("[") && said(at + 1).equals("]")) {
            at += 2;
        }
        return at;
    }

    /** Behind the {@code >} of type arguments; -1 if this is a comparison. */
    private int arguments(int open) {
        int depth = 0;
        for (int at = open; at < pieces.size(); at++) {
            String said = said(at);
            depth += said.equals("<") ? 1 : said.equals(">") ? -1 : 0;
            if (depth == 0) {
                return at + 1;
            }
            if (!isWord(at) && pieces.get(at).kind() != JavaText.Kind.KEYWORD && !List.of("<", ">", ".", ",", "?", "&", "[", "]").contains(said)) {
                return -1;
            }
        }
        return -1;
    }

    /** Where the bracket opened here is closed; the end if it is not. */
    private int close(int open) {
        int depth = 0;
        for (int at = open; at < pieces.size(); at++) {
            String said = said(at);
            depth += List.of("(", "[", "{").contains(said) ? 1 : List.of(")", "]", "}").contains(said) ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return pieces.size();
    }

    private boolean isWord(int i) {
        return i < pieces.size() && pieces.get(i).kind() == JavaText.Kind.WORD;
    }

    private String said(int i) {
        return i < pieces.size() ? text.substring(pieces.get(i).from(), pieces.get(i).to()) : "";
    }
}

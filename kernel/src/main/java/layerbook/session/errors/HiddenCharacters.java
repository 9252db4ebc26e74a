package layerbook.session.errors;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import layerbook.session.output.ControlCharacters;
import layerbook.session.output.Problem;
import layerbook.session.text.JavaGrammar;
import layerbook.session.text.JavaText;
import layerbook.session.text.Statement;

/**
 * Finds signs in code that nobody sees. Java passes over some of them inside a name and takes others for letters, so two names that look the same
 * may be two, and two that look different one; those that turn the direction of writing show code in another order than it runs in ("Trojan Source",
 * CVE-2021-42574). In code they are refused; in texts and comments they are let through, and those that turn are told.
 */
public final class HiddenCharacters {
    /** Drawn as nothing, and letters or marks to Java: from Unicode's Default_Ignorable_Code_Point, without what Java itself calls ignorable. */
    private static final int[][] NOTHING = {{0x34F, 0x34F}, {0x115F, 0x1160}, {0x17B4, 0x17B5}, {0x180B, 0x180F}, {0x3164, 0x3164}, {0xFE00, 0xFE0F}, {0xFFA0, 0xFFA0}, {0xE0100, 0xE01EF}};

    private HiddenCharacters() {}

    /** A statement with such a sign outside its texts and comments. */
    static Optional<Problem> refused(Statement statement) {
        String source = statement.source();
        if (source.chars().noneMatch(c -> isUnseen(c) || Character.isSurrogate((char) c))) {
            return Optional.empty();
        }
        int[] at = {-1};
        JavaText.cut(source, piece -> {
            for (int i = piece.from(); at[0] < 0 && isCode(piece) && i < piece.to(); i++) {
                at[0] = isUnseen(source.codePointAt(i)) ? i : -1;
            }
        });
        return at[0] < 0 ? Optional.empty() : Optional.of(problem(statement, at[0]));
    }

    private static Problem problem(Statement statement, int at) {
        String source = statement.source();
        int sign = source.codePointAt(at);
        boolean isName = Character.isJavaIdentifierStart(sign); // without it there would be none
        String without = source.codePoints().filter(c -> !isUnseen(c)).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        boolean works = !isName && (JavaGrammar.accepts(without) || JavaGrammar.accepts(without + ";"));
        return Problems.at("compile", "a sign that nobody sees stands in the code: " + name(sign), statement, at, at + 1, "here",
            List.of("why    a name with it looks like one without it, or runs otherwise than it looks"), works ? without : null, null);
    }

    private static boolean isCode(JavaText.Piece piece) {
        return piece.kind() != JavaText.Kind.TEXT && piece.kind() != JavaText.Kind.COMMENT;
    }

    /** What is to be said of a text with signs that turn the direction of writing. */
    public static Optional<String> turning(String text) {
        int at = 0;
        while (at < text.length() && !ControlCharacters.turns(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return Optional.empty();
        }
        long line = 1 + text.substring(0, at).chars().filter(c -> c == '\n').count();
        return Optional.of("line " + line + " turns the direction of writing (" + name(text.charAt(at)) + "): what runs may not be what is seen; in a text in quotes one writes "
            + String.format(Locale.ROOT, "\\u%04x", (int) text.charAt(at)));
    }

    private static String name(int sign) {
        return String.format(Locale.ROOT, "U+%04X %s", sign, Character.getName(sign));
    }

    private static boolean isUnseen(int c) {
        if (c < 0x80) {
            return Character.isIdentifierIgnorable(c);
        }
        for (int[] range : NOTHING) {
            if (c >= range[0] && c <= range[1]) {
                return true;
            }
        }
        return Character.isIdentifierIgnorable(c);
    }
}

package layerbook.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import layerbook.syntax.Token.Kind;

/** Cuts a text into tokens: lines, indentation, names, signs, numbers and texts. */
final class Tokenizer {
    private static final Set<String> KEYWORDS = Set.of("False", "None", "True", "and", "as", "assert", "async", "await", "break",
        "class", "continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
        "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield");
    /** Words that only a statement begins with: a bracket still open before a line that begins so was never closed. */
    private static final Set<String> STATEMENTS = Set.of("assert", "break", "class", "continue", "def", "del", "global", "import",
        "nonlocal", "pass", "raise", "return", "try", "while", "with");
    private static final Set<String> AFTER_NUMBER = Set.of("and", "else", "for", "if", "in", "is", "or", "not");
    private static final int TAB = 8;
    private static final int MOST_BRACKETS = 200;

    final String text;
    int at;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Integer> brackets = new ArrayList<>();
    private final List<Integer> indents = new ArrayList<>(List.of(0));
    /** The same indentation with a tab as one column: where the two disagree, it hangs on the width of a tab. */
    private final List<Integer> narrow = new ArrayList<>(List.of(0));
    private final TextTokens texts = new TextTokens(this);

    Tokenizer(String text) {
        this.text = text;
    }

    List<Token> tokens() {
        at = text.startsWith("\uFEFF") ? 1 : 0;
        while (at < text.length()) {
            line();
        }
        if (!brackets.isEmpty()) {
            neverClosed();
        }
        if (!tokens.isEmpty() && last() != Kind.NEWLINE) {
            add(Kind.NEWLINE, "", at);
        }
        for (int i = indents.size(); i > 1; i--) {
            add(Kind.DEDENT, "", at);
        }
        add(Kind.END, "", at);
        return tokens;
    }

    private Kind last() {
        return tokens.get(tokens.size() - 1).kind();
    }

    char here() {
        return ahead(0);
    }

    char ahead(int count) {
        return at + count < text.length() ? text.charAt(at + count) : 0;
    }

    void add(Kind kind, String what, int start) {
        tokens.add(new Token(kind, what, start, at));
    }

    private void line() {
        if (!indentation()) {
            return;
        }
        while (at < text.length()) {
            char c = here();
            if (c == '\n' || c == '\r') {
                if (brackets.isEmpty()) {
                    add(Kind.NEWLINE, "", at);
                    newline();
                    return;
                }
                newline();
                if (beginsStatement()) {
                    neverClosed();
                    add(Kind.NEWLINE, "", at);
                    return;
                }
            } else {
                piece();
            }
        }
    }

    void newline() {
        at += here() == '\r' && ahead(1) == '\n' ? 2 : 1;
    }

    /** Reads the space before a line; false for a line that has nothing else. */
    private boolean indentation() {
        int begin = at;
        int wide = 0;
        int tabAsOne = 0;
        for (; blank(here()); at++) {
            wide = here() == '\t' ? (wide / TAB + 1) * TAB : here() == '\f' ? 0 : wide + 1;
            tabAsOne = here() == '\f' ? 0 : tabAsOne + 1;
        }
        if (here() == '#') {
            comment();
        }
        if (at >= text.length() || here() == '\n' || here() == '\r') {
            if (at < text.length()) {
                newline();
            }
            return false;
        }
        if (here() == '\\' && (ahead(1) == '\n' || ahead(1) == '\r')) {
            return true;
        }
        indent(begin, wide, tabAsOne);
        return true;
    }

    private void indent(int begin, int wide, int tabAsOne) {
        int top = indents.size() - 1;
        boolean same = wide == indents.get(top);
        if (same ? tabAsOne != narrow.get(top) : wide > indents.get(top) && tabAsOne <= narrow.get(top)) {
            wrong("tabs and spaces are mixed, so the indentation hangs on the width of a tab", begin);
            return;
        }
        if (wide > indents.get(top)) {
            indents.add(wide);
            narrow.add(tabAsOne);
            add(Kind.INDENT, "", begin);
        }
        while (wide < indents.get(indents.size() - 1)) {
            indents.remove(indents.size() - 1);
            narrow.remove(narrow.size() - 1);
            add(Kind.DEDENT, "", at);
        }
        if (wide > indents.get(indents.size() - 1)) {
            wrong("unindent does not match any outer indentation level", begin);
            indents.add(wide);
            narrow.add(tabAsOne);
            add(Kind.INDENT, "", begin);
        }
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\t' || c == '\f';
    }

    private void comment() {
        while (at < text.length() && here() != '\n' && here() != '\r') {
            at++;
        }
    }

    /** One token, or the space before it; never the end of a line. */
    void piece() {
        char c = here();
        if (blank(c)) {
            at++;
        } else if (c == '#') {
            comment();
        } else if (c == '\\') {
            continuation();
        } else if (Character.isUnicodeIdentifierStart(text.codePointAt(at)) || c == '_') {
            word();
        } else if (c >= '0' && c <= '9' || c == '.' && ahead(1) >= '0' && ahead(1) <= '9') {
            number();
        } else if (c == '"' || c == '\'') {
            texts.string(at);
        } else {
            operator();
        }
    }

    private void continuation() {
        int start = at++;
        if (here() == '\n' || here() == '\r') {
            newline();
        } else {
            wrong("unexpected character after line continuation character", start);
        }
    }

    private void word() {
        int start = at;
        boolean ascii = true;
        while (at < text.length() && (here() == '_' || Character.isUnicodeIdentifierPart(text.codePointAt(at))) && here() != 0) {
            ascii &= here() < 128;
            at += Character.charCount(text.codePointAt(at));
        }
        String word = text.substring(start, at);
        if ((here() == '"' || here() == '\'') && TextTokens.isPrefix(word)) {
            texts.string(start);
        } else if (KEYWORDS.contains(word)) {
            add(Kind.KEYWORD, word, start);
        } else {
            add(Kind.NAME, ascii ? word : java.text.Normalizer.normalize(word, java.text.Normalizer.Form.NFKC), start);
        }
    }

    private void number() {
        int start = at;
        char kind = Character.toLowerCase(ahead(1));
        if (here() == '0' && (kind == 'x' || kind == 'o' || kind == 'b')) {
            at += 2;
            digits(kind == 'x' ? 16 : kind == 'o' ? 8 : 2);
        } else {
            decimal();
        }
        String number = text.substring(start, at);
        int end = at;
        if (Character.isUnicodeIdentifierPart(here()) && here() != 0 && !AFTER_NUMBER.contains(wordHere())) {
            at = end + wordHere().length();
            wrong("invalid decimal literal", start);
        } else {
            add(Kind.NUMBER, number, start);
        }
    }

    private void decimal() {
        digits(10);
        if (here() == '.') {
            at++;
            digits(10);
        }
        char sign = ahead(1);
        boolean signed = sign == '+' || sign == '-';
        if ((here() == 'e' || here() == 'E') && Character.isDigit(signed ? ahead(2) : sign)) {
            at += signed ? 2 : 1;
            digits(10);
        }
        if (here() == 'j' || here() == 'J') {
            at++;
        }
    }

    private void digits(int radix) {
        while (here() < 128 && (Character.digit(here(), radix) >= 0 || here() == '_')) {
            at++;
        }
    }

    private String wordHere() {
        int end = at;
        while (end < text.length() && Character.isUnicodeIdentifierPart(text.charAt(end))) {
            end++;
        }
        return text.substring(at, end);
    }

    private void operator() {
        int start = at;
        String sign = Operators.at(text, at);
        if (sign == null) {
            at += Character.charCount(text.codePointAt(at));
            String c = text.substring(start, at);
            wrong(String.format("invalid character '%s' (U+%04X)", c, c.codePointAt(0)), start);
            return;
        }
        at += sign.length();
        String reason = sign.length() > 1 ? null : switch (sign.charAt(0)) {
            case '(', '[', '{' -> open(start);
            case ')', ']', '}' -> close(sign);
            default -> null;
        };
        if (reason == null) {
            add(Kind.OPERATOR, sign, start);
        } else {
            wrong(reason, start);
        }
    }

    private String open(int start) {
        brackets.add(start);
        return brackets.size() > MOST_BRACKETS ? "too many nested parentheses" : null;
    }

    private String close(String sign) {
        if (brackets.isEmpty()) {
            return "unmatched '" + sign + "'";
        }
        char open = text.charAt(brackets.remove(brackets.size() - 1));
        boolean fits = open == '(' ? sign.equals(")") : open == '[' ? sign.equals("]") : sign.equals("}");
        return fits ? null : "closing parenthesis '" + sign + "' does not match opening parenthesis '" + open + "'";
    }

    int depth() {
        return brackets.size();
    }

    void wrong(String reason, int start) {
        add(Kind.WRONG, reason, start);
    }

    private boolean beginsStatement() {
        int before = at;
        while (blank(here())) {
            at++;
        }
        boolean begins = STATEMENTS.contains(wordHere()) && !"=,)".contains(String.valueOf(text.charAt(Math.min(text.length() - 1, at + wordHere().length()))));
        at = before;
        return begins;
    }

    private void neverClosed() {
        int open = brackets.get(brackets.size() - 1);
        brackets.clear();
        tokens.add(new Token(Kind.WRONG, "'" + text.charAt(open) + "' was never closed", open, open + 1));
    }
}

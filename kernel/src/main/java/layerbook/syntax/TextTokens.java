package layerbook.syntax;

import layerbook.syntax.Token.Kind;

/** The tokens of texts: strings and bytes whole, f-strings in pieces with the tokens of their expressions between them. */
final class TextTokens {
    private static final int DEEPEST = 100;
    private final Tokenizer in;

    TextTokens(Tokenizer in) {
        this.in = in;
    }

    static boolean isPrefix(String word) {
        return word.length() <= 2 && switch (word.toLowerCase(java.util.Locale.ROOT)) {
            case "r", "u", "b", "f", "br", "rb", "fr", "rf" -> true;
            default -> false;
        };
    }

    /** Reads the text whose quote is here; its prefix began at start. */
    void string(int start) {
        String prefix = in.text.substring(start, in.at).toLowerCase(java.util.Locale.ROOT);
        char quote = in.here();
        boolean triple = in.ahead(1) == quote && in.ahead(2) == quote;
        in.at += triple ? 3 : 1;
        if (prefix.indexOf('f') >= 0) {
            in.add(Kind.TEXT_START, prefix, start);
            literal(new Quote(quote, triple, prefix.indexOf('r') >= 0), false, start);
        } else {
            plain(new Quote(quote, triple, false), start);
        }
    }

    /** How a text ends. */
    private record Quote(char sign, boolean triple, boolean raw) { }

    private boolean ends(Quote quote) {
        return in.here() == quote.sign && (!quote.triple || in.ahead(1) == quote.sign && in.ahead(2) == quote.sign);
    }

    private void plain(Quote quote, int start) {
        while (in.at < in.text.length()) {
            if (ends(quote)) {
                in.at += quote.triple ? 3 : 1;
                in.add(Kind.STRING, in.text.substring(start, in.at), start);
                return;
            }
            char c = in.here();
            if (!quote.triple && (c == '\n' || c == '\r')) {
                break;
            }
            in.at += c != '\\' || in.at + 1 == in.text.length() ? 1 : in.ahead(1) == '\r' && in.ahead(2) == '\n' ? 3 : 2;
        }
        unterminated(quote, start, "string");
    }

    private void unterminated(Quote quote, int start, String what) {
        in.at = Math.min(in.at, in.text.length());
        in.wrong("unterminated " + (quote.triple ? "triple-quoted " : "") + what + " literal", start);
    }

    /** The texts and expressions of an f-string up to its end, or those of a format specification up to its brace. */
    private void literal(Quote quote, boolean specification, int start) {
        int begin = in.at;
        while (in.at < in.text.length()) {
            char c = in.here();
            if (specification ? c == '}' : ends(quote)) {
                flush(begin);
                if (!specification) {
                    begin = in.at;
                    in.at += quote.triple ? 3 : 1;
                    in.add(Kind.TEXT_END, "", begin);
                }
                return;
            }
            if (!quote.triple && (c == '\n' || c == '\r') || specification && ends(quote)) {
                break;
            }
            if (c == '{' && (specification || in.ahead(1) != '{')) {
                flush(begin);
                field(quote);
                begin = in.at;
            } else if (c == '}' && in.ahead(1) != '}') {
                in.at++;
                in.wrong("f-string: single '}' is not allowed", in.at - 1);
                begin = in.at;
            } else {
                in.at += c == '\\' ? escape(quote) : c == '{' || c == '}' ? 2 : 1;
            }
        }
        unterminated(quote, start, "f-string");
    }

    private int escape(Quote quote) {
        char next = in.ahead(1);
        if (next == '{' || next == '}') {
            return 1;
        }
        if (quote.raw) {
            return next == quote.sign || next == '\\' ? 2 : 1;
        }
        int close = next == 'N' && in.ahead(2) == '{' ? in.text.indexOf('}', in.at) : -1;
        return close > 0 ? close + 1 - in.at : next == '\r' && in.ahead(2) == '\n' ? 3 : 2;
    }

    private void flush(int begin) {
        if (in.at > begin) {
            in.add(Kind.TEXT, in.text.substring(begin, in.at), begin);
        }
    }

    /** A field in braces: the tokens of its expression, its conversion, and its format specification. */
    private void field(Quote quote) {
        int start = in.at;
        if (in.depth() >= DEEPEST) {
            in.at = in.text.length();
            in.wrong("f-string: expressions nested too deeply", start);
            return;
        }
        in.piece();
        int depth = in.depth();
        while (in.at < in.text.length()) {
            char c = in.here();
            boolean outside = in.depth() == depth;
            if (outside && c == '!' && in.ahead(1) != '=') {
                in.at++;
                in.add(Kind.OPERATOR, "!", in.at - 1);
            } else if (outside && c == ':') {
                in.at++;
                in.add(Kind.OPERATOR, ":", in.at - 1);
                literal(quote, true, start);
            } else if (c == '\n' || c == '\r') {
                in.newline();
            } else {
                in.piece();
                if (in.depth() < depth) {
                    return;
                }
            }
        }
    }
}

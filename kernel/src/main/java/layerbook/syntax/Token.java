package layerbook.syntax;

/**
 * A word, sign or literal of the text.
 *
 * @param text the word or sign; of a {@link Kind#WRONG} token the reason
 */
record Token(Kind kind, String text, int start, int end) {
    enum Kind {
        NAME, KEYWORD, NUMBER, STRING, OPERATOR,
        /** The pieces of an f-string: its quote, the texts between the braces, and the quote that ends it. */
        TEXT_START, TEXT, TEXT_END,
        NEWLINE, INDENT, DEDENT, END,
        /** What cannot be read. */
        WRONG
    }

    /** Whether it is this sign or reserved word. */
    boolean is(String sign) {
        return (kind == Kind.OPERATOR || kind == Kind.KEYWORD) && text.equals(sign);
    }

    /** Whether it is this word, which is reserved only here and there, as {@code match} is. */
    boolean isName(String word) {
        return kind == Kind.NAME && text.equals(word);
    }
}

package layerbook.syntax;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import layerbook.syntax.Token.Kind;
import layerbook.syntax.Tokens.Unreadable;

/** Reads Python 3.12. */
public final class Python {
    private static final Pattern CODING = Pattern.compile("\\A(?:[ \t\f]*(?:#[^\r\n]*)?\\R)?[ \t\f]*#.*?coding[:=][ \t]*([-\\w.]+)");
    private static final int HEAD = 400;

    private Python() {
    }

    /**
     * The text of a file: UTF-8, or what a comment in its first two lines says ({@code # coding: latin-1}).
     *
     * @throws CharacterCodingException if the bytes are not of that encoding, or there is no such encoding
     */
    public static String decode(byte[] bytes) throws CharacterCodingException {
        var head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher coding = CODING.matcher(head);
        try {
            Charset charset = coding.find() ? Charset.forName(coding.group(1).replaceFirst("(?i)^utf[-_]?8.*", "UTF-8").replaceFirst("(?i)^latin[-_]", "latin")) : StandardCharsets.UTF_8;
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new CharacterCodingException();
        }
    }

    /**
     * Reads a whole text: a file, a cell, a paste. What cannot be read is among the problems, and reading goes on behind it.
     * Tabs, Windows line ends, a byte order mark, and lines continued by a backslash or in brackets are as in Python.
     *
     * @param name what the text is called in messages
     */
    public static SourceFile read(String name, String text) {
        var tokens = new Tokens(text);
        var parser = new StatementParser(tokens);
        List<Statement> body = parser.file();
        return new SourceFile(name, text, body, parser.problems());
    }

    /** What an expression comes to: its tree, or why it is none; one of the two is null. */
    public record Read(Expression expression, SyntaxProblem problem) { }

    /** Reads one expression, such as {@code resnet18(num_classes=10)}. */
    public static Read expression(String text) {
        var tokens = new Tokens(text.strip());
        try {
            Expression value = new ExpressionParser(tokens).tuple();
            if (tokens.is(Kind.NEWLINE)) {
                tokens.next();
            }
            return tokens.is(Kind.END) ? new Read(value, null) : new Read(null, tokens.fail("invalid syntax").problem());
        } catch (Unreadable e) {
            return new Read(null, e.problem());
        }
    }
}

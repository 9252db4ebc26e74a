package layerbook.syntax;

import java.util.List;

/**
 * A text that was read: its statements, and what could not be read. A statement with a problem is not among the statements.
 *
 * @param name what the text is called in messages: {@code resnet.py}
 * @param text the text as it was given; places count in it
 */
public record SourceFile(String name, String text, List<Statement> body, List<SyntaxProblem> problems) {
    /** The text of a node. */
    public String textOf(Node node) {
        return text.substring(node.place().start(), node.place().end());
    }
}

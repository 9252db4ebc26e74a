package layerbook.repl;

import java.util.List;
import layerbook.session.Completeness;
import layerbook.session.Session;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tells the line reader whether what was typed can be run, or wants more lines. */
final class Statements implements Parser {
    private final Later<Session> session;

    Statements(Later<Session> session) {
        this.session = session;
    }

    @Override public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && !line.isBlank()) {
            Completeness answer = session.get().completeness(line);
            if (answer.status() == Completeness.Status.INCOMPLETE) {
                throw new EOFError(-1, cursor, "incomplete", null);
            }
        }
        return new Whole(line, cursor);
    }

    @Override public boolean isEscapeChar(char c) {
        return false;
    }

    /** The line as one word. */
    private record Whole(String line, int cursor) implements ParsedLine {
        @Override public String word() {
            return line;
        }

        @Override public int wordCursor() {
            return cursor;
        }

        @Override public int wordIndex() {
            return 0;
        }

        @Override public List<String> words() {
            return List.of(line);
        }
    }
}

package layerbook.session;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import layerbook.net.Graph;
import layerbook.session.jshell.History;
import layerbook.session.text.CursorContext;

/**
 * A statement being typed behind {@code /replace N}: it will get what statement N got, not what the end of the network has.
 *
 * @param number the number of the statement to be replaced
 * @param from where the new statement begins in the text
 */
record Replacement(int number, int from) {
    private static final Pattern BEGIN = Pattern.compile("[/%]replace\\s+(\\d{1,6})\\s+");

    static Optional<Replacement> at(String text, int cursor) {
        int until = Math.min(cursor, text.length());
        Matcher begin = BEGIN.matcher(text).region(CursorContext.of(text, until).statement(), until);
        return begin.lookingAt() ? Optional.of(new Replacement(Integer.parseInt(begin.group(1)), begin.end())) : Optional.empty();
    }

    /** The graph as statement N found it; the present one if there is no such statement. */
    Graph graph(Engine engine) {
        List<History.Entry> entries = engine.history().entries();
        return number < 1 || number > entries.size() ? engine.echo().book().graph() : entries.get(number - 1).before();
    }
}

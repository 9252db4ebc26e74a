package layerbook.session.output;

import java.util.Map;

/**
 * Something a session has to show, as plain data: front ends need to know no more than these few kinds.
 * Every kind can be written as text for a view, and as a MIME bundle for a notebook.
 */
public sealed interface Output {
    /** The text for a terminal or a file, without a final line break unless the output itself ends in one. */
    String plain(View view);

    /** The MIME bundle for a notebook: always has {@code text/plain}. */
    default Map<String, Object> mime() {
        return Map.of("text/plain", plain(View.PLAIN));
    }

    /** What user code printed. {@code stream} is {@code stdout} or {@code stderr}; pieces are not lines. */
    record Printed(String stream, String text) implements Output {
        @Override public String plain(View view) {
            return text;
        }
    }

    /** The value of a Java statement, as the jshell tool shows it, e.g. {@code x ==> 5}. */
    record Value(String name, String text, Object value) implements Output {
        @Override public String plain(View view) {
            return ControlCharacters.text(name == null || name.isEmpty() ? text : name + " ==> " + text);
        }
    }

    /** Something laid out for a view: a table of rows, a card with formulas, a help page. */
    record Shown(Showable what) implements Output {
        @Override public String plain(View view) {
            return ControlCharacters.styled(what.plain(view)); // names in it are the user's, or of a file from anywhere
        }

        @Override public Map<String, Object> mime() {
            return what.mime();
        }
    }

    /** A warning: the statement was carried out, but the user should know this. */
    record Warning(String text) implements Output {
        public Warning {
            text = ValueText.cut(text, Problem.LONGEST);
        }

        @Override public String plain(View view) {
            String wrapped = String.join("\n    ", layerbook.table.Widths.wrap(ControlCharacters.text(text), Math.max(20, view.width() - 4)));
            return view.unicode() ? "  ⚠ " + wrapped : "  ! " + layerbook.table.Figures.ascii(wrapped);
        }
    }

    /** A statement that failed; the network is as it was before. */
    record Failed(Problem problem) implements Output {
        @Override public String plain(View view) {
            return problem.plain(view);
        }
    }

    /** A MIME bundle asked for by user code; {@code id} may be null; {@code update} replaces what the id showed before. */
    record Display(Map<String, Object> mime, String id, boolean update) implements Output {
        @Override public String plain(View view) {
            return ControlCharacters.styled(String.valueOf(mime.get("text/plain")));
        }
    }

    /** Clears what the cell has shown so far; if {@code later} only when the next output comes. */
    record Cleared(boolean later) implements Output {
        @Override public String plain(View view) {
            return "";
        }
    }
}

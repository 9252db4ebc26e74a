package layerbook.session.output;

import java.util.ArrayList;
import java.util.List;
import layerbook.table.Figures;
import layerbook.table.Widths;

/** Lays a problem out as the error frame that all faces of the program share. */
final class ErrorFrame {
    private static final String INDENT = "     ";
    private static final int AROUND = 2;

    private final Problem problem;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    private ErrorFrame(Problem problem, int width) {
        this.problem = problem;
        this.width = width;
    }

    static String plain(Problem p, View view) {
        var frame = new ErrorFrame(p, view.width());
        frame.draw();
        String text = ControlCharacters.text(String.join("\n", frame.lines));
        return view.unicode() ? text : Figures.ascii(text.replace("✗", "x"));
    }

    private void draw() {
        wrapped("  ✗ ", "    ", problem.message());
        source();
        problem.details().forEach(detail -> wrapped(INDENT + detail.substring(0, label(detail)), INDENT + " ".repeat(label(detail)), detail.substring(label(detail))));
        if (problem.fix() != null) {
            String[] fix = problem.fix().split("\n");
            lines.add(INDENT + "try    " + fix[0]); // as it has to be typed: never wrapped
            for (int i = 1; i < fix.length; i++) {
                lines.add(INDENT + "       " + fix[i]);
            }
        }
        if (problem.state() != null) {
            wrapped("  ", "  ", problem.state());
        }
    }

    /** Where the words begin behind a label such as {@code why}. */
    private static int label(String detail) {
        int words = 0;
        while (words < detail.length() && Character.isLetter(detail.charAt(words))) {
            words++;
        }
        int text = words;
        while (text < detail.length() && detail.charAt(text) == ' ') {
            text++;
        }
        return text - words > 1 ? text : 0;
    }

    private void wrapped(String first, String others, String text) {
        List<String> parts = Widths.wrap(text, Math.max(20, width - first.length()));
        for (int i = 0; i < parts.size(); i++) {
            lines.add((i == 0 ? first : others) + parts.get(i));
        }
    }

    /** The statement, the marked place underlined; of a long one the lines around that. */
    private void source() {
        String[] source = problem.source() == null ? new String[0] : problem.source().split("\n", -1);
        int marked = markedLine(source);
        int from = 0;
        for (int i = 0; i < source.length; i++) {
            boolean near = source.length <= 2 * AROUND + 4 || Math.abs(i - Math.max(0, marked)) <= AROUND;
            if (near) {
                line(source[i], i == marked ? problem.start() - from : -1);
            } else if (i == 0 || i == source.length - 1) {
                lines.add(INDENT + "…");
            }
            from += source[i].length() + 1;
        }
    }

    private int markedLine(String[] source) {
        int from = 0;
        for (int i = 0; i < source.length; i++) {
            if (problem.start() >= from && problem.start() <= from + source[i].length()) {
                return i;
            }
            from += source[i].length() + 1;
        }
        return -1;
    }

    /** One line; where it is wider than the window, the part of it that the mark is in. */
    private void line(String text, int mark) {
        String shown = text.replace('\t', ' ');
        int room = width - INDENT.length();
        int cut = 0;
        if (Widths.of(shown) > room) {
            cut = mark < room * 2 / 3 ? 0 : Math.min(mark - room / 3, shown.length() - room + 1);
            shown = (cut > 0 ? "…" : "") + shown.substring(cut > 0 ? cut + 1 : 0);
            shown = Widths.of(shown) > room ? Widths.cut(shown, room - 1) + "…" : shown;
        }
        lines.add(INDENT + shown);
        if (mark >= 0) {
            mark(shown, Math.max(0, mark - cut), Math.min(shown.length(), mark - cut + Math.max(1, problem.end() - problem.start())));
        }
    }

    private void mark(String shown, int from, int to) {
        int before = Widths.of(shown.substring(0, Math.min(from, shown.length())));
        int under = from < to ? Widths.of(shown.substring(from, to)) : 1;
        String bar = " ".repeat(before) + "▔".repeat(Math.max(1, under));
        String said = problem.mark() == null ? "" : problem.mark();
        boolean beside = INDENT.length() + Widths.of(bar) + 1 + Widths.of(said) <= width;
        lines.add(INDENT + (said.isEmpty() || !beside ? bar : bar + " " + said));
        if (!said.isEmpty() && !beside) {
            wrapped(INDENT, INDENT, said);
        }
    }
}

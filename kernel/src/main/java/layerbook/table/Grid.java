package layerbook.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * A table of texts with a head, made for a width: columns of low priority go first where there is no room; a number is never cut.
 *
 * @param name what the table is called
 * @param columns from left to right
 * @param marks what stands behind each row, e.g. {@code ◂ new}; as many as rows
 * @param notes lines under the table
 */
public record Grid(String name, List<Column> columns, List<String> marks, List<String> notes) implements Tabular {
    /**
     * One column.
     *
     * @param head its name
     * @param right whether its cells end at the same place (numbers) or begin there (words)
     * @param priority 0 is never left out; the highest goes first
     * @param least how narrow it may become by leaving words out of its cells; 0 for one that is always whole, as columns of numbers are
     * @param cells as many as rows
     */
    public record Column(String head, boolean right, int priority, int least, List<String> cells) {
        /** A column that is always whole. */
        public Column(String head, boolean right, int priority, List<String> cells) {
            this(head, right, priority, 0, cells);
        }

        int width() {
            return Math.max(Widths.of(head), cells.stream().mapToInt(Widths::of).max().orElse(0));
        }

        int narrowest() {
            return least == 0 ? width() : Math.min(width(), Math.max(least, Widths.of(head)));
        }

        Column narrowed(int width, String dots) {
            return width >= width() ? this : new Column(head, right, priority, least, cells.stream().map(c -> Widths.shortened(c, width, dots)).toList());
        }

        /** Words as a line of text can hold them: user code may put any text there. Numbers stay whole. */
        private Column onOneLine(String dots) {
            return new Column(line(head, dots), right, priority, least, right ? cells : cells.stream().map(c -> line(c, dots)).toList());
        }

        private static String line(String text, String dots) {
            String cut = text.length() > LONGEST ? Widths.cut(text, LONGEST) + dots : text;
            return cut.chars().anyMatch(c -> c == '\n' || c == '\r' || c == '\t') ? cut.replaceAll("\\s", " ") : cut;
        }

        private Column ascii() {
            return new Column(Figures.ascii(head), right, priority, least, cells.stream().map(Figures::ascii).toList());
        }
    }

    /** Columns of this priority and above are shown on wide screens only. */
    private static final int EXTRA = 7;
    private static final int WIDE = 120;
    private static final int GAP = 2;
    /** So many characters of a cell with words are drawn. */
    private static final int LONGEST = 500;

    public int rows() {
        return columns.isEmpty() ? 0 : columns.get(0).cells().size();
    }

    /** As text for a terminal or file. */
    @Override public String text(int width, boolean unicode, boolean colour) {
        if (rows() == 0 && notes.isEmpty()) {
            return "";
        }
        return unicode ? onOneLine("…").drawn(width, "─", "…", colour) : onOneLine("..").ascii().drawn(width, "-", "..", colour);
    }

    private Grid onOneLine(String dots) {
        return new Grid(name, columns.stream().map(c -> c.onOneLine(dots)).toList(), marks, notes);
    }

    /** Signs are put into ASCII before the table is laid out, since some become wider. */
    private Grid ascii() {
        return new Grid(name, columns.stream().map(Column::ascii).toList(), marks.stream().map(Figures::ascii).toList(), notes.stream().map(Figures::ascii).toList());
    }

    private String drawn(int width, String rule, String dots, boolean colour) {
        boolean whole = total(columns, Column::width, EXTRA) + mark(marks) <= width;
        List<String> shownMarks = whole ? marks : marks.stream().map(m -> m.split(" ")[0]).toList();
        List<Column> shown = fitting(width - mark(shownMarks), width >= WIDE, dots);
        int total = total(shown, Column::width, Integer.MAX_VALUE);
        var lines = new ArrayList<String>();
        int[] widths = shown.stream().mapToInt(Column::width).toArray();
        lines.add(line(shown, widths, -1));
        lines.add(rule.repeat(total));
        for (int row = 0; row < rows(); row++) {
            lines.add(marked(line(shown, widths, row), shownMarks.get(row), total, colour));
        }
        lines.addAll(notes.stream().flatMap(n -> Widths.wrap(n, width).stream()).toList());
        return lines.stream().map(String::stripTrailing).collect(Collectors.joining("\n"));
    }

    private static String marked(String line, String mark, int total, boolean colour) {
        if (mark.isEmpty()) {
            return line;
        }
        String padded = line + " ".repeat(Math.max(0, total - Widths.of(line)));
        return (colour ? "\u001b[1m" + padded + "\u001b[0m" : padded) + "  " + mark;
    }

    private static int mark(List<String> marks) {
        int widest = marks.stream().mapToInt(Widths::of).max().orElse(0);
        return widest == 0 ? 0 : widest + GAP;
    }

    /** How wide these columns are together, those of a priority below {@code below}. */
    private static int total(List<Column> columns, ToIntFunction<Column> width, int below) {
        return columns.stream().filter(c -> c.priority() < below).mapToInt(c -> width.applyAsInt(c) + GAP).sum() - GAP;
    }

    /** The columns that fit: first the extra ones go, then words are shortened, and columns go only if that is not enough. */
    private List<Column> fitting(int room, boolean wide, String dots) {
        var shown = new ArrayList<>(columns);
        shown.removeIf(c -> c.priority() >= EXTRA && !wide);
        while (total(shown, Column::width, Integer.MAX_VALUE) > room && worst(shown, EXTRA).isPresent()) {
            shown.remove(worst(shown, EXTRA).get());
        }
        while (total(shown, Column::narrowest, Integer.MAX_VALUE) > room && worst(shown, 1).isPresent()) {
            shown.remove(worst(shown, 1).get());
        }
        return narrowed(shown, room, dots);
    }

    private static Optional<Column> worst(List<Column> shown, int from) {
        return shown.stream().filter(c -> c.priority() >= from).max(Comparator.comparingInt(Column::priority));
    }

    /** Takes the width that is missing from the columns that can spare it, the widest first. */
    private static List<Column> narrowed(List<Column> shown, int room, String dots) {
        int[] widths = shown.stream().mapToInt(Column::width).toArray();
        int[] least = shown.stream().mapToInt(Column::narrowest).toArray();
        for (int over = IntStream.of(widths).sum() + GAP * (shown.size() - 1) - room; over > 0; over--) {
            int widest = -1;
            for (int i = 0; i < widths.length; i++) {
                if (widths[i] > least[i] && (widest < 0 || widths[i] > widths[widest])) {
                    widest = i;
                }
            }
            if (widest < 0) {
                break;
            }
            widths[widest]--;
        }
        return IntStream.range(0, widths.length).mapToObj(i -> shown.get(i).narrowed(widths[i], dots)).toList();
    }

    private static String line(List<Column> shown, int[] widths, int row) {
        return IntStream.range(0, widths.length).mapToObj(i -> cell(shown.get(i), widths[i], row)).collect(Collectors.joining("  "));
    }

    private static String cell(Column c, int width, int row) {
        String text = row < 0 ? c.head() : c.cells().get(row);
        String space = " ".repeat(Math.max(0, width - Widths.of(text)));
        return c.right() ? space + text : text + space;
    }

    /** As an HTML table; every text is escaped. */
    @Override public String html() {
        return rows() == 0 && notes.isEmpty() ? "" : HtmlTable.of(this);
    }

    /** A Tablesaw table as it may be shown, whatever was done to it; numbers stand to the right. */
    public static Grid of(Table table) {
        var columns = table.columns().stream().map(c -> {
            List<String> cells = IntStream.range(0, c.size()).mapToObj(i -> c.isMissing(i) ? "" : c.getString(i)).toList();
            boolean numbers = cells.stream().allMatch(s -> s.isEmpty() || "–?≥-0123456789".indexOf(s.charAt(0)) >= 0);
            return new Column(c.name(), numbers, 0, cells);
        }).toList();
        return new Grid(table.name(), columns, java.util.Collections.nCopies(table.rowCount(), ""), List.of());
    }

    @Override public Grid grid() {
        return this;
    }

    /** Eighty columns of text. */
    @Override public String toString() {
        return text(80, true, false);
    }
}

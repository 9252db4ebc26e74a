package layerbook.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A table of texts with a head, made for a width: columns of low priority go first where there is no room; a number is never cut.
 *
 * @param name what the table is called
 * @param columns from left to right
 * @param marks what stands behind each row, e.g. {@code ◂ new}; as many as rows
 * @param notes lines under the table
 */
public record Grid(String name, List<Column> columns, List<String> marks, List<String> notes) implements Laid {
    /**
     * One column.
     *
     * @param head its name
     * @param right whether its cells end at the same place (numbers) or begin there (words)
     * @param priority 0 is never left out; the highest goes first
     * @param cells as many as rows
     */
    public record Column(String head, boolean right, int priority, List<String> cells) {
        int width() {
            return Math.max(Widths.of(head), cells.stream().mapToInt(Widths::of).max().orElse(0));
        }
    }

    /** Columns of this priority and above are shown on wide screens only. */
    private static final int EXTRA = 7;
    private static final int WIDE = 120;

    public int rows() {
        return columns.isEmpty() ? 0 : columns.get(0).cells().size();
    }

    /** As text for a terminal or file. */
    @Override public String text(int width, boolean unicode, boolean colour) {
        if (rows() == 0 && notes.isEmpty()) {
            return "";
        }
        List<Column> shown = fitting(width);
        var lines = new ArrayList<String>();
        lines.add(line(shown, -1));
        int total = shown.stream().mapToInt(Column::width).sum() + 2 * (shown.size() - 1);
        lines.add("─".repeat(total));
        for (int row = 0; row < rows(); row++) {
            String mark = marks.get(row);
            String text = line(shown, row);
            boolean fresh = !mark.isEmpty();
            lines.add(fresh ? colour ? "\u001b[1m" + pad(text, total) + "\u001b[0m  " + mark : pad(text, total) + "  " + mark : text);
        }
        lines.addAll(notes.stream().flatMap(n -> Widths.wrap(n, width).stream()).toList());
        String all = lines.stream().map(String::stripTrailing).collect(Collectors.joining("\n"));
        return unicode ? all : Figures.ascii(all);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - Widths.of(text)));
    }

    /** The columns that fit; what the marks need is kept free. */
    private List<Column> fitting(int width) {
        var shown = new ArrayList<>(columns);
        shown.removeIf(c -> c.priority() >= EXTRA && width < WIDE);
        int mark = marks.stream().mapToInt(Widths::of).max().orElse(0);
        int room = width - (mark == 0 ? 0 : mark + 2);
        while (shown.stream().mapToInt(Column::width).sum() + 2 * (shown.size() - 1) > room) {
            Column worst = shown.stream().filter(c -> c.priority() > 0).max(java.util.Comparator.comparingInt(Column::priority)).orElse(null);
            if (worst == null) {
                return shown;
            }
            shown.remove(worst);
        }
        return shown;
    }

    private static String line(List<Column> shown, int row) {
        return shown.stream().map(c -> cell(c, row < 0 ? c.head() : c.cells().get(row))).collect(Collectors.joining("  "));
    }

    private static String cell(Column c, String text) {
        String space = " ".repeat(Math.max(0, c.width() - Widths.of(text)));
        return c.right() ? space + text : text + space;
    }

    /** As an HTML table; every text is escaped. */
    @Override public String html() {
        var out = new StringBuilder("<table class=\"layerbook\">\n<thead><tr>");
        columns.forEach(c -> out.append(c.right() ? "<th style=\"text-align:right\">" : "<th style=\"text-align:left\">").append(escaped(c.head())).append("</th>"));
        out.append("</tr></thead>\n<tbody>\n");
        for (int row = 0; row < rows(); row++) {
            out.append(marks.get(row).isEmpty() ? "<tr>" : "<tr style=\"font-weight:bold\">");
            for (Column c : columns) {
                out.append(c.right() ? "<td style=\"text-align:right\">" : "<td style=\"text-align:left\">").append(escaped(c.cells().get(row))).append("</td>");
            }
            out.append("</tr>\n");
        }
        out.append("</tbody>\n</table>\n");
        notes.forEach(n -> out.append("<p><small>").append(escaped(n)).append("</small></p>\n"));
        return out.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    /** As a Tablesaw table, to filter, sort and export. */
    public Table table() {
        Table table = Table.create(name);
        for (Column c : columns) {
            table.addColumns(StringColumn.create(c.head(), c.cells()));
        }
        return table;
    }
}

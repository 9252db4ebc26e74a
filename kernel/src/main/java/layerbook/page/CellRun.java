package layerbook.page;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import layerbook.net.Graph;
import layerbook.notebook.BoundedOutput;
import layerbook.notebook.format.Cell;
import layerbook.notebook.format.StoredOutputs;
import layerbook.session.output.Output;
import layerbook.session.output.Problem;
import layerbook.session.output.Result;
import layerbook.session.output.View;

/**
 * What came of running one code cell.
 *
 * @param cell the cell
 * @param number its number among the code cells, from 1
 * @param outputs what it showed, in order, as far as it is {@linkplain BoundedOutput kept}
 * @param leftOut a word on what is not kept, or nothing
 * @param result how it ended
 * @param before the session's graph before the cell
 * @param after the session's graph after the cell
 */
public record CellRun(Cell cell, int number, List<Output> outputs, List<String> leftOut, Result result, Graph before, Graph after) {
    private static final Pattern PLACE = Pattern.compile("(?<=[\\w$;])@[0-9a-f]{4,8}\\b");

    /** The title, or the number: what messages call the cell. */
    public String name() {
        return cell.title().isEmpty() ? Integer.toString(number) : cell.title();
    }

    public boolean ok() {
        return result.ok();
    }

    /** Whether the cell failed although it was not announced by the tag {@code raises-exception} (Jupyter's name for it). */
    public boolean failed() {
        return !ok() && !cell.tagged("raises-exception");
    }

    /** The line of the file that a problem marks; the cell's first statement if it marks none. */
    public int line() {
        int inside = result.problem().map(Problem::line).orElse(result.firstLine());
        return cell.line() + Math.max(1, inside) - 1;
    }

    /** Everything it showed, as text in eighty columns. */
    public String text() {
        var text = new StringBuilder();
        for (Output output : outputs) {
            boolean printed = output instanceof Output.Printed;
            if (!printed && text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
            if (output instanceof Output.Cleared) {
                text.setLength(0);
            }
            String piece = output.plain(View.PLAIN);
            text.append(piece).append(printed || piece.isEmpty() || piece.endsWith("\n") ? "" : "\n");
        }
        return text.toString();
    }

    /** The lines that are stored in a {@code .jsh}. Where an object's text is its class and its place in memory, the place is left out: it is never the same twice. */
    public List<String> lines() {
        return StoredOutputs.lines(PLACE.matcher(text()).replaceAll("@…"));
    }

    /** The same run as if it had shown only these outputs. */
    CellRun showing(List<Output> some) {
        return new CellRun(cell, number, List.copyOf(some), leftOut, result, before, after);
    }

    /** The first row that the cell added to the graph. */
    public int firstRow() {
        int same = Math.min(before.size(), after.size());
        while (same > 0 && !after.has(before.call(same - 1))) {
            same--;
        }
        return same;
    }

    /** What it printed to the standard output. */
    public String stdout() {
        var text = new StringBuilder();
        for (Output output : outputs) {
            if (output instanceof Output.Printed printed && printed.stream().equals("stdout")) {
                text.append(printed.text());
            }
        }
        return text.toString();
    }

    /** The outputs as nbformat stores them. */
    public List<Map<String, Object>> stored() {
        return MimeOutputs.nbformat(outputs, number);
    }
}

package layerbook.notebook;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import layerbook.io.JsonText;
import layerbook.page.CellRun;
import layerbook.session.output.Problem;

/** Prints one JSON object a line, one for each code cell. The keys are part of the program's face: others' programs read them. */
final class JsonReport implements RunReport {
    private final PrintStream out;
    private final Counts counts;
    private final Path file;

    /** Reports counts for this many examples; {@code file} is named in each object unless it is null. */
    JsonReport(PrintStream out, long batch, Path file) {
        this.out = out;
        this.counts = new Counts(batch);
        this.file = file;
    }

    @Override public void done(CellRun run) {
        out.println(JsonText.text(object(run), JsonText.Style.COMPACT));
        out.flush();
    }

    private Map<String, Object> object(CellRun run) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (file != null) {
            object.put("file", file.toString());
        }
        object.put("cell", run.cell().title().isEmpty() ? run.number() : run.cell().title());
        object.put("line", run.cell().line() + Math.max(1, run.result().firstLine()) - 1);
        object.put("ok", run.ok());
        object.put("stdout", run.stdout());
        object.put("value", run.result().valueText());
        object.put("rows", counts.rows(run.after(), run.firstRow(), run.after().size()));
        object.put("totals", counts.totals(run.after()));
        object.put("warnings", Stream.concat(run.result().warnings().stream(), run.leftOut().stream()).toList());
        object.put("error", run.result().problem().map(problem -> error(run, problem)).orElse(null));
        return object;
    }

    private static Map<String, Object> error(CellRun run, Problem problem) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("kind", problem.kind());
        error.put("message", problem.message());
        error.put("line", run.line());
        error.put("column", Math.max(1, problem.column()));
        error.put("fix", problem.fix());
        return error;
    }
}

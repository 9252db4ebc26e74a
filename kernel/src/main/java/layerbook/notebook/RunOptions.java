package layerbook.notebook;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import layerbook.session.output.View;

/**
 * How notebooks are to be run.
 *
 * @param files the notebooks
 * @param check whether outputs are compared with those stored in the notebook
 * @param update whether outputs are stored in the notebook
 * @param html where to write the run as a page, or null
 * @param ipynb where to write the run as an {@code .ipynb}, or null
 * @param markdown where to write the run as Markdown, or null
 * @param json whether to print one JSON object for each code cell instead of text
 * @param batch the number of examples for which JSON counts
 * @param set values for variables of the cell tagged {@code parameters}
 * @param keepGoing whether cells behind a failed one run too
 * @param watch whether to run again from the changed cell whenever the file changes
 * @param view how text may look
 * @param progress whether a person watches the error stream and wants to see how far the run is
 */
public record RunOptions(List<Path> files, boolean check, boolean update, Path html, Path ipynb, Path markdown, boolean json, long batch,
                         Map<String, String> set, boolean keepGoing, boolean watch, View view, boolean progress) {
    public RunOptions {
        files = List.copyOf(files);
        set = Map.copyOf(set);
    }

    /** Runs these files and shows them as plain text. */
    public static RunOptions of(Path... files) {
        return new RunOptions(List.of(files), false, false, null, null, null, false, 1, Map.of(), false, false, View.PLAIN, false);
    }

    public RunOptions checking() {
        return new RunOptions(files, true, update, html, ipynb, markdown, json, batch, set, keepGoing, watch, view, progress);
    }

    public RunOptions updating() {
        return new RunOptions(files, check, true, html, ipynb, markdown, json, batch, set, keepGoing, watch, view, progress);
    }

    public RunOptions asJson(long examples) {
        return new RunOptions(files, check, update, html, ipynb, markdown, true, examples, set, keepGoing, watch, view, progress);
    }

    public RunOptions keepingGoing() {
        return new RunOptions(files, check, update, html, ipynb, markdown, json, batch, set, true, watch, view, progress);
    }

    public RunOptions setting(Map<String, String> values) {
        return new RunOptions(files, check, update, html, ipynb, markdown, json, batch, values, keepGoing, watch, view, progress);
    }

    /** The same with files to write the run to; each may be null. */
    public RunOptions writing(Path page, Path notebook, Path text) {
        return new RunOptions(files, check, update, page, notebook, text, json, batch, set, keepGoing, watch, view, progress);
    }

    /** The same for one of the files. */
    RunOptions only(Path file) {
        return new RunOptions(List.of(file), check, update, html, ipynb, markdown, json, batch, set, keepGoing, watch, view, progress);
    }

    /** Whether files are written of the run. */
    public boolean writes() {
        return update || html != null || ipynb != null || markdown != null;
    }

    /** Whether the run is shown as it goes; else only what comes of it is said. */
    boolean shown() {
        return !json && !check && !update && html == null && ipynb == null && markdown == null;
    }
}

package layerbook.notebook;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import layerbook.notebook.format.Cell;
import layerbook.session.output.ControlCharacters;
import layerbook.session.output.View;
import layerbook.table.Widths;

/** One line at a terminal that says how far runs are: {@code 3 of 27 done  gpt2.jsh 4/14 a layer  llama.jsh 1/18}. It goes before anything else is said. */
final class Progress {
    private final PrintStream err;
    private final boolean watched;
    private final View view;
    private final int files;
    private final Map<String, String> running = new LinkedHashMap<>();
    private int done;

    /** @param watched whether a person sees the stream: else nothing is written to it */
    Progress(PrintStream err, boolean watched, View view, int files) {
        this.err = err;
        this.watched = watched;
        this.view = view;
        this.files = files;
    }

    /** A cell of this file begins. */
    synchronized void begins(String file, int number, int all, Cell cell) {
        running.put(file, (number + "/" + all + " " + cell.title()).strip());
        show();
    }

    synchronized void done(String file) {
        running.remove(file);
        done++;
        show();
    }

    /** Takes the line away and does something else to the terminal; then the line is there again. */
    synchronized void aside(Runnable what) {
        clear();
        what.run();
        if (done < files) {
            show();
        }
    }

    synchronized void clear() {
        if (watched) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }

    private void show() {
        if (watched) {
            String text = (files > 1 ? done + " of " + files + " done  " : "")
                + running.entrySet().stream().map(each -> each.getKey() + "  " + each.getValue()).collect(Collectors.joining("   "));
            err.print("\r\u001b[K" + Widths.cut(ControlCharacters.text(text), view.width() - 1));
            err.flush();
        }
    }
}

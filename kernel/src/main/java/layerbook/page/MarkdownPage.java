package layerbook.page;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import layerbook.notebook.format.Cell;
import layerbook.notebook.format.CellKind;
import layerbook.notebook.format.Notebook;
import layerbook.session.output.Output;

/** A run as Markdown: words as they are, code and what it shows in fences; formulas and Mermaid diagrams as Markdown has them, drawings as images. */
public final class MarkdownPage {
    private final Notebook notebook;
    private final List<CellRun> runs;

    public MarkdownPage(Notebook notebook, List<CellRun> runs) {
        this.notebook = notebook;
        this.runs = runs;
    }

    public void write(Writer out) throws IOException {
        Iterator<CellRun> done = runs.iterator();
        boolean first = true;
        for (Cell cell : notebook.cells()) {
            out.append(first ? "" : "\n");
            first = false;
            if (cell.kind() == CellKind.CODE) {
                fence("java", cell.source(), out);
                CellRun run = done.hasNext() ? done.next() : null;
                if (run != null) {
                    shown(run, out);
                }
            } else {
                out.append(cell.source()).append(cell.source().endsWith("\n") ? "" : "\n");
            }
        }
    }

    /** Outputs that are plain text and follow each other stand in one fence. */
    private void shown(CellRun run, Writer out) throws IOException {
        List<Output> plain = new ArrayList<>();
        for (Output output : run.outputs()) {
            Map<String, Object> mime = output.mime();
            if (output instanceof Output.Cleared) {
                plain.clear();
            } else if (mime.get("text/markdown") instanceof String markdown) {
                text(run, plain, out);
                out.append('\n').append(markdown).append(markdown.endsWith("\n") ? "" : "\n");
            } else if (mime.get("text/vnd.mermaid") instanceof String mermaid) {
                text(run, plain, out);
                out.append('\n');
                fence("mermaid", mermaid, out);
            } else if (mime.get("text/html") instanceof String html && html.contains("<svg")) {
                if (html.contains("<table")) { // the drawing says less than the table
                    plain.add(output);
                }
                text(run, plain, out);
                for (String image : InlineImages.in(html)) {
                    out.append('\n').append(image).append('\n');
                }
            } else {
                plain.add(output);
            }
        }
        text(run, plain, out);
    }

    private static void text(CellRun run, List<Output> outputs, Writer out) throws IOException {
        List<String> lines = run.showing(outputs).lines();
        if (!lines.isEmpty()) {
            out.append('\n');
            fence("text", String.join("\n", lines), out);
        }
        outputs.clear();
    }

    /** A fence longer than any in the text, so that nothing closes it early. */
    private static void fence(String language, String text, Writer out) throws IOException {
        int longest = 2;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        out.append(fence).append(language).append('\n').append(text).append(text.endsWith("\n") || text.isEmpty() ? "" : "\n").append(fence).append('\n');
    }
}

package layerbook.notebook;

import java.io.PrintStream;
import layerbook.notebook.format.Cell;
import layerbook.notebook.format.CellKind;
import layerbook.page.CellRun;
import layerbook.page.TexText;
import layerbook.session.output.ControlCharacters;
import layerbook.session.output.Output;
import layerbook.session.output.View;

/** Shows a run as text: words, the code of each cell, and what it shows. */
final class TextReport implements RunReport {
    private final PrintStream out;
    private final View view;
    private boolean lineStart = true;

    TextReport(PrintStream out, View view) {
        this.out = out;
        this.view = view;
    }

    @Override public void words(Cell cell) {
        if (cell.kind() == CellKind.MARKDOWN && !cell.source().isBlank()) {
            String text = ControlCharacters.text(view.unicode() ? TexText.of(cell.source()) : cell.source());
            text.lines().forEach(line -> out.println(line.startsWith("#") ? styled("1", line) : bold(line)));
            out.println();
        }
    }

    @Override public void begins(Cell cell, int number, int all) {
        code(cell.source());
    }

    /** Shows code that is about to run. */
    void code(String source) {
        String bar = view.unicode() ? "│ " : "| ";
        ControlCharacters.text(source).lines().forEach(line -> out.println(styled("2", bar + line)));
    }

    @Override public void shows(Output output) {
        String text = output.plain(view);
        boolean printed = output instanceof Output.Printed;
        if (!printed && !lineStart) {
            out.println();
        }
        out.print(text);
        lineStart = text.isEmpty() ? lineStart : text.endsWith("\n");
        if (!printed && !lineStart) {
            out.println();
            lineStart = true;
        }
    }

    @Override public void done(CellRun run) {
        out.print(lineStart ? "\n" : "\n\n");
        lineStart = true;
        out.flush();
    }

    /** {@code **words**} as a terminal can show them. */
    private String bold(String line) {
        return view.colour() ? line.replaceAll("\\*\\*(?=\\S)([^*]+)(?<=\\S)\\*\\*", "\u001b[1m$1\u001b[0m") : line;
    }

    private String styled(String code, String text) {
        return view.colour() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}

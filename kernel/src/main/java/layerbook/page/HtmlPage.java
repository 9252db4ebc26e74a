package layerbook.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import layerbook.notebook.format.Cell;
import layerbook.notebook.format.CellKind;
import layerbook.notebook.format.Notebook;
import layerbook.notebook.format.StoredOutputs;
import layerbook.session.output.Output;
import layerbook.session.output.View;

/** A run as one page that needs nothing beside it: words, code, tables, formulas, pictures; for light and dark, phone and paper. */
public final class HtmlPage {
    private final Notebook notebook;
    private final List<CellRun> runs;
    private final Path file;
    private final MarkdownHtml words = new MarkdownHtml();
    private final TableOfContents contents = new TableOfContents();

    public HtmlPage(Notebook notebook, List<CellRun> runs, Path file) {
        this.notebook = notebook;
        this.runs = runs;
        this.file = file;
    }

    public void write(Writer out) throws IOException {
        String body = body();
        boolean formulas = body.contains("<span class=\"math");
        List<String> scripts = formulas ? Katex.scripts() : List.of();
        out.append("<!DOCTYPE html>\n<html lang=\"").append(language()).append("\">\n<head>\n<meta charset=\"utf-8\">\n").append(ContentPolicy.html(scripts))
            .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>").append(JavaHighlight.escaped(title()))
            .append("</title>\n<style>\n").append(css()).append("</style>\n");
        if (formulas) {
            Katex.style(out);
        }
        out.append("</head>\n<body>\n").append(contents.html(language().equals("zh") ? "目录" : "Contents")).append("<main>\n").append(body).append("</main>\n");
        for (String script : scripts) {
            out.append("<script>").append(script).append("</script>\n");
        }
        out.append("</body>\n</html>\n");
    }

    private static String css() throws IOException {
        try (InputStream in = HtmlPage.class.getResourceAsStream("page.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The first heading, or the name of the file. */
    private String title() {
        return notebook.cells().stream().filter(cell -> cell.kind() == CellKind.MARKDOWN).flatMap(cell -> cell.source().lines())
            .filter(line -> line.matches("#{1,6} .*")).findFirst().map(line -> line.replaceFirst("#+ ", "").replaceAll("[*`$]", ""))
            .orElse(file.getFileName().toString());
    }

    private String language() {
        boolean chinese = notebook.cells().stream().filter(cell -> cell.kind() == CellKind.MARKDOWN)
            .anyMatch(cell -> cell.source().codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN));
        return chinese ? "zh" : "en";
    }

    private String body() {
        var body = new StringBuilder();
        Iterator<CellRun> done = runs.iterator();
        for (Cell cell : notebook.cells()) {
            switch (cell.kind()) {
                case MARKDOWN -> body.append("<section class=\"words\">\n").append(contents.anchored(words.html(cell.source()))).append("</section>\n");
                case RAW -> body.append("<pre>").append(JavaHighlight.escaped(cell.source())).append("</pre>\n");
                case CODE -> code(cell, done.hasNext() ? done.next() : null, body);
            }
        }
        return body.toString();
    }

    private void code(Cell cell, CellRun run, StringBuilder body) {
        body.append("<section class=\"cell\">\n");
        if (!cell.title().isEmpty()) {
            body.append("<div class=\"name\">").append(JavaHighlight.escaped(cell.title())).append("</div>\n");
        }
        body.append("<pre><code>").append(JavaHighlight.html(cell.source())).append("</code></pre>\n");
        if (run != null && !run.outputs().isEmpty()) {
            body.append("<div class=\"shown\">\n");
            outputs(run.outputs(), body);
            body.append("</div>\n");
        }
        body.append("</section>\n");
    }

    /** Printed pieces that follow each other are one text. */
    private static void outputs(List<Output> outputs, StringBuilder body) {
        var printed = new StringBuilder();
        for (Output output : outputs) {
            if (output instanceof Output.Printed piece) {
                printed.append(piece.text());
                continue;
            }
            text("", printed.toString(), body);
            printed.setLength(0);
            if (output instanceof Output.Failed || output instanceof Output.Warning) {
                text(output instanceof Output.Failed ? " class=\"wrong\"" : " class=\"warn\"", output.plain(View.PLAIN), body);
            } else if (!(output instanceof Output.Cleared)) {
                richest(output.mime(), body);
            }
        }
        text("", printed.toString(), body);
    }

    private static void richest(Map<String, Object> data, StringBuilder body) {
        if (data.get("text/html") instanceof String html) {
            body.append("<div>").append(Sanitizer.html(html)).append("</div>\n");
        } else if (data.get("image/svg+xml") instanceof String svg) {
            body.append("<div>").append(Sanitizer.html(svg)).append("</div>\n");
        } else if (data.get("image/png") instanceof String png && png.matches("[A-Za-z0-9+/=\\s]*")) {
            body.append("<img alt=\"\" src=\"data:image/png;base64,").append(png.replaceAll("\\s", "")).append("\">\n");
        } else if (data.get("text/markdown") instanceof String markdown) {
            body.append("<div class=\"words\">").append(new MarkdownHtml().html(markdown)).append("</div>\n");
        } else if (data.get("text/latex") instanceof String tex) {
            String bare = tex.strip().replaceAll("^\\$+|\\$+$", "");
            body.append("<div>").append(MarkdownHtml.formula(bare, true)).append("</div>\n");
        } else {
            text("", String.valueOf(data.get("text/plain")), body);
        }
    }

    private static void text(String attribute, String text, StringBuilder body) {
        String clean = String.join("\n", StoredOutputs.lines(text));
        if (!clean.isEmpty()) {
            body.append("<pre").append(attribute).append(">").append(JavaHighlight.escaped(clean)).append("</pre>\n");
        }
    }
}

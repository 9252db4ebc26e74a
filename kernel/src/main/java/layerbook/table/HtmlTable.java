package layerbook.table;

import java.util.stream.Collectors;

/**
 * A grid as HTML for a notebook: sorted by a click on a head, as light or dark as the page around it, long ones behind a scroll bar. It brings its
 * style along, since a notebook has none for it; where style and script are taken out, a plain table is left.
 */
final class HtmlTable {
    /** From this many rows on the table gets a scroll bar of its own. */
    private static final int LONG = 40;
    /** The class stands twice where the style of Jupyter Notebook for rows, which knows one theme only, would win otherwise. */
    private static final String STYLE = """
        <style>
        .layerbook-long{max-height:32em;overflow:auto}
        table.layerbook{border-collapse:collapse;border:none;margin:.4em 0;color:inherit;font-variant-numeric:tabular-nums}
        table.layerbook th,table.layerbook td{padding:.2em .7em;border:none;border-bottom:1px solid rgba(128,128,128,.35);color:inherit;white-space:nowrap;text-align:right;vertical-align:top;max-width:none}
        table.layerbook .w{text-align:left}
        table.layerbook thead th{position:sticky;top:0;cursor:pointer;background:var(--jp-layout-color0,var(--vscode-editor-background,var(--ground,Canvas)));color:var(--jp-content-font-color1,var(--vscode-editor-foreground,var(--ink,CanvasText)));border-bottom:2px solid rgba(128,128,128,.6)}
        table.layerbook.layerbook tbody tr,table.layerbook.layerbook tfoot tr{background:transparent}
        table.layerbook.layerbook tbody tr.new{background:rgba(70,160,90,.16);font-weight:bold}
        table.layerbook tfoot td{font-weight:bold;border-top:2px solid rgba(128,128,128,.6)}
        .layerbook-notes{margin:.2em 0;opacity:.75;font-size:smaller}
        </style>
        """;

    /** Numbers by size, words by letter, words behind numbers; a second click turns the order round. */
    private static final String SORT = """
        var h=event.target.closest('th'),b=this.parentNode.tBodies[0];if(h&&b){var i=h.cellIndex,d=h.dataset.d=h.dataset.d=='1'?'-1':'1',\
        v=function(r){var s=r.cells[i].textContent,n=parseFloat(s.replace(/,/g,''));return isNaN(n)?s:n};\
        [].slice.call(b.rows).sort(function(x,y){var p=v(x),q=v(y);return d*(typeof p!=typeof q?(typeof p=='number'?-1:1):p<q?-1:p>q?1:0)})\
        .forEach(function(r){b.appendChild(r)})}""";

    private final Grid grid;
    private final boolean marked;

    private HtmlTable(Grid grid) {
        this.grid = grid;
        marked = grid.marks().stream().anyMatch(m -> !m.isEmpty());
    }

    static String of(Grid grid) {
        return new HtmlTable(grid).html();
    }

    private String html() {
        var out = new StringBuilder(STYLE).append(grid.rows() > LONG ? "<div class=\"layerbook-long\">\n" : "<div style=\"overflow-x:auto\">\n");
        out.append("<table class=\"layerbook\">\n<thead title=\"a click sorts\" onclick=\"").append(escaped(SORT)).append("\">").append(head()).append("</thead>\n<tbody>\n");
        int last = endsInTotal() ? grid.rows() - 1 : grid.rows();
        for (int row = 0; row < last; row++) {
            out.append(row(row));
        }
        out.append("</tbody>\n");
        if (last < grid.rows()) {
            out.append("<tfoot>\n").append(row(last)).append("</tfoot>\n");
        }
        out.append("</table>\n</div>\n");
        if (!grid.notes().isEmpty()) {
            out.append(grid.notes().stream().map(HtmlTable::escaped).collect(Collectors.joining("<br>\n", "<div class=\"layerbook-notes\">", "</div>\n")));
        }
        return out.toString();
    }

    /** A last row without a number of its own stands for all of them: it is not sorted away. */
    private boolean endsInTotal() {
        var numbers = grid.columns().get(0).cells();
        return grid.rows() > 1 && numbers.get(grid.rows() - 1).isEmpty() && !numbers.get(0).isEmpty();
    }

    private String head() {
        return grid.columns().stream().map(c -> "<th" + side(c) + ">" + escaped(c.head()) + "</th>").collect(Collectors.joining("", "<tr>", marked ? "<th></th></tr>" : "</tr>"));
    }

    private String row(int row) {
        String mark = grid.marks().get(row);
        String cells = grid.columns().stream().map(c -> "<td" + side(c) + ">" + escaped(c.cells().get(row)) + "</td>").collect(Collectors.joining());
        return (mark.isEmpty() ? "<tr>" : "<tr class=\"new\">") + cells + (marked ? "<td class=\"w\">" + escaped(mark) + "</td>" : "") + "</tr>\n";
    }

    private static String side(Grid.Column column) {
        return column.right() ? "" : " class=\"w\"";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}

package layerbook.lesson;

import java.util.ArrayList;
import java.util.List;
import layerbook.table.Widths;

/** Draws a diagram as SVG: boxes from top to bottom, skips as lines at their right. Colours are those of the text around, so that it suits light and dark pages. */
final class DiagramSvg {
    private static final int BOX = 40;
    private static final int GAP = 30;
    private static final int LANE = 18;
    private static final int MARGIN = 10;

    private final List<Diagram.Node> nodes;
    private final int width;
    private final StringBuilder lines = new StringBuilder();
    private final List<Integer> free = new ArrayList<>(); // the row up to which each lane is taken

    DiagramSvg(List<Diagram.Node> nodes) {
        this.nodes = nodes;
        width = 40 + 7 * nodes.stream().mapToInt(n -> Math.max(Widths.of(n.title()), Widths.of(n.shape()) + Widths.of(n.params()) + 12)).max().orElse(10);
        for (int i = 0; i < nodes.size(); i++) {
            for (int from : nodes.get(i).inputs()) {
                if (from == i - 1) {
                    down(from);
                } else {
                    around(from, i);
                }
            }
        }
    }

    private static int top(int row) {
        return MARGIN + row * (BOX + GAP);
    }

    private void down(int from) {
        int x = MARGIN + width / 2;
        path("M" + x + " " + (top(from) + BOX) + "V" + (top(from + 1) - 2));
        text(x + 8, top(from) + BOX + GAP / 2 + 4, nodes.get(from).shape(), "start", 11, 0.7);
    }

    private void around(int from, int to) {
        int lane = 0;
        while (lane < free.size() && free.get(lane) > from) {
            lane++;
        }
        if (lane == free.size()) {
            free.add(0);
        }
        free.set(lane, to);
        int right = MARGIN + width;
        int x = right + 14 + lane * LANE;
        path("M" + right + " " + (top(from) + BOX - 10) + "H" + (x - 6) + "q6 0 6 6V" + (top(to) + 4) + "q0 6 -6 6H" + (right + 2));
    }

    private void path(String d) {
        lines.append("<path d=\"").append(d).append("\" fill=\"none\" stroke=\"currentColor\" stroke-opacity=\"0.6\" marker-end=\"url(#to)\"/>\n");
    }

    private void text(int x, int y, String text, String anchor, int size, double opacity) {
        lines.append("<text x=\"").append(x).append("\" y=\"").append(y).append("\" text-anchor=\"").append(anchor).append("\" font-size=\"").append(size)
            .append("\" fill=\"currentColor\" fill-opacity=\"").append(opacity).append("\">").append(escaped(text)).append("</text>\n");
    }

    private void box(int row) {
        Diagram.Node n = nodes.get(row);
        lines.append("<rect x=\"").append(MARGIN).append("\" y=\"").append(top(row)).append("\" width=\"").append(width).append("\" height=\"").append(BOX)
            .append("\" rx=\"6\" fill=\"currentColor\" fill-opacity=\"").append(n.params().isEmpty() ? "0.04" : "0.10").append("\" stroke=\"currentColor\" stroke-opacity=\"0.35\"/>\n");
        int middle = MARGIN + width / 2;
        text(middle, top(row) + (n.params().isEmpty() ? 25 : 17), n.title(), "middle", 13, 1);
        if (!n.params().isEmpty()) {
            text(middle, top(row) + 33, n.params() + " params", "middle", 11, 0.7);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    @Override public String toString() {
        for (int i = 0; i < nodes.size(); i++) {
            box(i);
        }
        int last = nodes.size() - 1;
        if (last >= 0) {
            text(MARGIN + width / 2, top(last) + BOX + 18, nodes.get(last).shape(), "middle", 11, 0.7);
        }
        int w = MARGIN + width + 24 + free.size() * LANE;
        int h = top(nodes.size()) + 4;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + w + " " + h + "\" width=\"" + w + "\" height=\"" + h + "\" font-family=\"sans-serif\" role=\"img\">\n"
            + "<title>network diagram</title>\n<defs><marker id=\"to\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\">"
            + "<path d=\"M0 0L8 4L0 8z\" fill=\"currentColor\"/></marker></defs>\n" + lines + "</svg>";
    }
}

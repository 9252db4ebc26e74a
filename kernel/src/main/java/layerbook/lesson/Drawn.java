package layerbook.lesson;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A chart as SVG and as Vega-Lite. Colours keep their contrast on light and dark grounds, and every bar has its number beside it. */
final class Drawn {
    private static final int ROW = 22;
    private static final int BAR = 230;
    private static final String PARAMS = "#3b76c4";
    private static final String WORK = "#c4683b";

    private Drawn() {}

    static String svg(Chart chart, String left, String right, BigInteger params, BigInteger work) {
        int names = 8 * chart.bars().stream().mapToInt(b -> b.name().length()).max().orElse(0) + 20;
        int second = names + BAR + 80;
        int height = ROW * (chart.bars().size() + 2);
        var out = new StringBuilder(String.format(Locale.ROOT, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" font-family=\"sans-serif\" font-size=\"13\" fill=\"currentColor\">\n",
            second + BAR + 70, height, second + BAR + 70, height));
        out.append("<title>Share of parameters and of work by layer</title>\n").append(text(names, ROW - 6, left)).append(text(second, ROW - 6, right));
        int y = ROW;
        for (Chart.Bar b : chart.bars()) {
            out.append(text(0, y + 15, b.name())).append(bar(names, y, b.params(), params, PARAMS)).append(bar(second, y, b.work(), work, WORK));
            y += ROW;
        }
        return out.append("</svg>").toString();
    }

    private static String bar(int x, int y, BigInteger part, BigInteger whole, String colour) {
        double share = Chart.share(part, whole);
        double width = part.signum() == 0 ? 0 : Math.max(1, share * BAR);
        return String.format(Locale.ROOT, "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>\n", x, y + 3, width, ROW - 6, colour)
            + text((int) (x + width + 5), y + 15, Chart.percent(part, whole));
    }

    private static String text(int x, int y, String text) {
        return "<text x=\"" + x + "\" y=\"" + y + "\">" + text.replace("&", "&amp;").replace("<", "&lt;") + "</text>\n";
    }

    /** One row for each layer and measure; the order of the layers is that of the network. */
    static Map<String, Object> vega(Chart chart, String unit, BigInteger params, BigInteger work) {
        var values = new ArrayList<Map<String, Object>>();
        for (Chart.Bar b : chart.bars()) {
            values.add(value(b.name(), "params", b.params(), params));
            values.add(value(b.name(), unit, b.work(), work));
        }
        var vega = new LinkedHashMap<String, Object>();
        vega.put("$schema", "https://vega.github.io/schema/vega-lite/v5.json");
        vega.put("title", "Share of parameters and of work by layer");
        vega.put("data", Map.of("values", values));
        vega.put("mark", Map.of("type", "bar", "tooltip", true));
        var encoding = new LinkedHashMap<String, Object>();
        encoding.put("y", axis("field", "layer", "type", "nominal", "sort", null, "title", null));
        encoding.put("x", axis("field", "share", "type", "quantitative", "title", "share of the whole", "axis", Map.of("format", ".0%")));
        encoding.put("column", axis("field", "of", "type", "nominal", "title", null, "sort", List.of("params", unit)));
        encoding.put("color", Map.of("field", "of", "type", "nominal", "legend", false, "scale", Map.of("domain", List.of("params", unit), "range", List.of(PARAMS, WORK))));
        vega.put("encoding", encoding);
        return vega;
    }

    private static Map<String, Object> value(String layer, String of, BigInteger number, BigInteger whole) {
        var out = new LinkedHashMap<String, Object>();
        out.put("layer", layer);
        out.put("of", of);
        out.put("number", number);
        out.put("share", Chart.share(number, whole));
        return out;
    }

    /** A map that may hold null, which Vega-Lite knows as "none". */
    private static Map<String, Object> axis(Object... pairs) {
        var out = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            out.put((String) pairs[i], pairs[i + 1]);
        }
        return out;
    }
}

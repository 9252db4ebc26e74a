package layerbook.table;

import java.util.List;
import java.util.Locale;
import layerbook.hardware.Roofline;

/**
 * A roofline as a picture: operations for each byte to the right, operations a second upwards, both by powers of ten; the roof rises with the bandwidth up
 * to the ridge and is flat beyond it. Each kind of layer is a point on the roof above its intensity: the most that it can reach.
 */
final class RooflinePicture {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 320;
    private static final int LEFT = 70;
    private static final int RIGHT = 20;
    private static final int TOP = 20;
    private static final int BOTTOM = 50;

    private final Roofline roofline;
    private final List<Roofline.Row> rows;
    private final double least;
    private final double most;
    private final double lowest;
    private final double peak;

    RooflinePicture(Roofline roofline) {
        this.roofline = roofline;
        rows = roofline.rows().stream().filter(r -> r.intensity() > 0).toList();
        peak = Math.log10(roofline.peak().operations().doubleValue());
        double first = rows.stream().mapToDouble(r -> Math.log10(r.intensity())).min().orElse(0);
        double last = rows.stream().mapToDouble(r -> Math.log10(r.intensity())).max().orElse(3);
        least = Math.floor(Math.min(first, Math.log10(roofline.ridge()) - 1));
        most = Math.ceil(Math.max(last, Math.log10(roofline.ridge()) + 1));
        lowest = Math.floor(roof(least));
    }

    /** The most operations a second at an intensity; both as powers of ten. */
    private double roof(double intensity) {
        return Math.min(peak, intensity + Math.log10(roofline.device().bandwidth().doubleValue()));
    }

    // ---- SVG

    private double x(double intensity) {
        return LEFT + (intensity - least) / (most - least) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double operations) {
        double highest = Math.ceil(peak + 0.2);
        return HEIGHT - BOTTOM - (operations - lowest) / (highest - lowest) * (HEIGHT - TOP - BOTTOM);
    }

    String svg() {
        var out = new StringBuilder();
        out.append(String.format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" font-family=\"sans-serif\" font-size=\"11\">%n",
            WIDTH, HEIGHT, WIDTH, HEIGHT));
        out.append("<title>").append(HtmlTable.escaped(roofline.title())).append("</title>\n");
        for (int i = (int) least; i <= most; i++) {
            out.append(line(x(i), TOP, x(i), HEIGHT - BOTTOM, "#ddd")).append(text(x(i), HEIGHT - BOTTOM + 16, "middle", power(i)));
        }
        for (int i = (int) lowest; i <= Math.ceil(peak + 0.2); i++) {
            out.append(line(LEFT, y(i), WIDTH - RIGHT, y(i), "#ddd")).append(text(LEFT - 6, y(i) + 4, "end", power(i)));
        }
        double ridge = Math.log10(roofline.ridge());
        out.append(String.format(Locale.ROOT, "<polyline points=\"%.1f,%.1f %.1f,%.1f %.1f,%.1f\" fill=\"none\" stroke=\"#333\" stroke-width=\"2\"/>%n",
            x(least), y(roof(least)), x(ridge), y(peak), x(most), y(peak)));
        for (Roofline.Row r : rows) {
            double intensity = Math.log10(r.intensity());
            out.append(String.format(Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"><title>%s</title></circle>%n", x(intensity), y(roof(intensity)),
                intensity < ridge ? "#c2410c" : "#1d4ed8", HtmlTable.escaped(r.name() + "  " + r.layer() + "  ×" + r.count() + ": "
                    + String.format(Locale.ROOT, "%.1f", r.intensity()) + " FLOP/B, " + roofline.boundBy(r))));
        }
        out.append(text(x(ridge), y(peak) - 8, "middle", "ridge " + String.format(Locale.ROOT, "%.1f", roofline.ridge())));
        out.append(text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 14, "middle", "FLOP for each byte"));
        out.append(text(LEFT, 12, "middle", "FLOP/s, at most"));
        return out.append("</svg>\n").toString();
    }

    private static String line(double x1, double y1, double x2, double y2, String colour) {
        return String.format(Locale.ROOT, "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>%n", x1, y1, x2, y2, colour);
    }

    private static String text(double x, double y, String anchor, String text) {
        return String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, HtmlTable.escaped(text));
    }

    private static String power(int exponent) {
        return exponent >= 0 && exponent < 4 ? String.valueOf((int) Math.pow(10, exponent)) : "1e" + exponent;
    }

    // ---- terminal

    /** The same in characters: {@code /} and {@code -} are the roof, {@code o} are layers. */
    String text(int width, boolean unicode) {
        int columns = Math.max(24, Math.min(width, 100) - 8);
        int lines = 10;
        double highest = peak;
        char[][] canvas = new char[lines][columns];
        for (char[] line : canvas) {
            java.util.Arrays.fill(line, ' ');
        }
        for (int c = 0; c < columns; c++) {
            double intensity = least + (most - least) * c / (columns - 1);
            canvas[row(roof(intensity), highest, lines)][c] = roof(intensity) < peak ? (unicode ? '╱' : '/') : (unicode ? '─' : '-');
        }
        for (Roofline.Row r : rows) {
            double intensity = Math.log10(r.intensity());
            int c = (int) Math.round((intensity - least) / (most - least) * (columns - 1));
            canvas[row(roof(intensity), highest, lines)][c] = unicode ? '●' : 'o';
        }
        var out = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            String label = i == 0 ? power10(highest) : i == lines - 1 ? power10(lowest) : "";
            out.append(String.format("%7s ", label)).append(new String(canvas[i]).stripTrailing()).append('\n');
        }
        String left = power((int) least);
        out.append(" ".repeat(8)).append(left).append(" ".repeat(Math.max(1, columns - left.length() - power((int) most).length() - 12))).append("FLOP/B  ")
            .append(String.format("%4s", power((int) most)));
        return out.toString();
    }

    private int row(double operations, double highest, int lines) {
        double share = (operations - lowest) / (highest - lowest);
        return Math.max(0, Math.min(lines - 1, (int) Math.round((1 - share) * (lines - 1))));
    }

    private static String power10(double exponent) {
        return String.format(Locale.ROOT, "%.1e", Math.pow(10, exponent)).replace("e+", "e");
    }
}

package layerbook.lesson;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Applied;
import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Layer;
import layerbook.shape.DType;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;
import layerbook.table.Laid;

/**
 * Where the windows of a convolution or pooling stand on a small picture: the padding around it, the first window and the next, and how many fit.
 * <pre>{@code
 * windows(conv2d(1, 1, 3, stride(2), padding(1)), 7, 7)
 * }</pre>
 */
public final class WindowGrid implements Laid {
    private static final int MOST = 40;
    private static final int CELL = 22;

    /** One axis: the size of the picture, the window on it, and how many windows fit. */
    private record Axis(int size, int kernel, int stride, int padding, int dilation, int windows) {
        int whole() {
            return size + 2 * padding;
        }

        boolean isPadding(int at) {
            return at < padding || at >= padding + size;
        }

        boolean isIn(int window, int at) {
            int from = at - window * stride;
            return from >= 0 && from % dilation == 0 && from / dilation < kernel;
        }
    }

    private final Layer layer;
    private final List<Axis> axes;

    private WindowGrid(Layer layer, List<Axis> axes) {
        this.layer = layer;
        this.axes = axes;
    }

    /**
     * Lays out the windows of a layer on a picture of these sizes (height and width, or a length alone).
     *
     * @throws Refusal if the layer has no window, the sizes are not plain numbers up to 40, or no window fits
     */
    public static WindowGrid of(Layer layer, List<Expr> sizes) {
        if (Reach.Window.of(layer) == null || sizes.isEmpty() || sizes.size() > 2) {
            throw Refusal.option("windows draws a convolution or a pooling on one or two sizes").fix("windows(conv2d(1, 1, 3, padding(1)), 7, 7)");
        }
        Arguments a = ((BuiltIn) layer).args();
        Expr channels = a.signature().parameter("inChannels").isPresent() && a.has("inChannels") ? a.number("inChannels") : Expr.ONE;
        var dims = new ArrayList<Expr>(List.of(Expr.ONE, channels));
        dims.addAll(sizes);
        List<Expr> given = Applied.of(layer, Inputs.of(new TensorType(new Shape(dims), DType.FLOAT32))).output().shape().dims();
        var axes = new ArrayList<Axis>();
        for (int i = 0; i < sizes.size(); i++) {
            int kernel = number(a, "kernelSize", i, sizes.size(), 1);
            int dilation = number(a, "dilation", i, sizes.size(), 1);
            int stride = a.has("stride") ? number(a, "stride", i, sizes.size(), 1) : kernel;
            int padding = a.signature().parameter("padding").isPresent() && a.isText("padding") ? a.text("padding").equals("same") ? dilation * (kernel - 1) / 2 : 0
                : number(a, "padding", i, sizes.size(), 0);
            axes.add(new Axis(small(sizes.get(i)), kernel, stride, small(Expr.of(padding)), dilation, small(given.get(2 + i))));
        }
        return new WindowGrid(layer, axes);
    }

    private static int number(Arguments a, String name, int axis, int of, int otherwise) {
        return a.signature().parameter(name).isPresent() && a.has(name) ? small(a.size(name, of).get(axis)) : otherwise;
    }

    private static int small(Expr e) {
        if (!(e instanceof Expr.Num n) || n.value().bitLength() > 30 || n.value().intValue() > MOST) {
            throw Refusal.option("a picture to draw on has at most " + MOST + " points a side, not " + e.text()).fix("windows(conv2d(1, 1, 3, padding(1)), 7, 7)");
        }
        return n.value().intValue();
    }

    private Axis down() {
        return axes.size() == 1 ? new Axis(1, 1, 1, 0, 1, 1) : axes.get(0);
    }

    private Axis across() {
        return axes.get(axes.size() - 1);
    }

    private String sentence(boolean unicode) {
        var each = new ArrayList<String>();
        for (Axis x : axes) {
            String places = "(" + x.size + " + 2·" + x.padding + " − " + ((x.kernel - 1) * x.dilation + 1) + ") / " + x.stride + " + 1";
            each.add(places + " → " + x.windows);
        }
        String text = layer.codeText() + ": " + String.join(", ", each) + " places";
        return unicode ? text : text.replace("·", "*").replace("−", "-").replace("→", "->");
    }

    @Override public String text(int width, boolean unicode, boolean colour) {
        var out = new StringBuilder(sentence(unicode)).append("\n\n");
        for (int y = 0; y < down().whole(); y++) {
            out.append("  ");
            for (int x = 0; x < across().whole(); x++) {
                out.append(sign(y, x, unicode)).append(' ');
            }
            while (out.charAt(out.length() - 1) == ' ') {
                out.setLength(out.length() - 1);
            }
            out.append('\n');
        }
        return out.append(unicode ? "\n  ■ the first window   ▣ the next one   □ picture   · padding" : "\n  # the first window   + the next one   o picture   . padding").toString();
    }

    private char sign(int y, int x, boolean unicode) {
        boolean first = down().isIn(0, y) && across().isIn(0, x);
        boolean next = across().windows > 1 && down().isIn(0, y) && across().isIn(1, x);
        boolean around = down().isPadding(y) || across().isPadding(x);
        String signs = unicode ? "■▣·□" : "#+.o";
        return signs.charAt(first ? 0 : next ? 1 : around ? 2 : 3);
    }

    /** The padded picture with its first two windows, and the output beside it. */
    @Override public String html() {
        int w = across().whole() * CELL;
        int h = down().whole() * CELL;
        int outAt = w + 60;
        int width = outAt + across().windows * CELL + 20;
        int height = Math.max(h, down().windows * CELL) + 40;
        var out = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + height + "\" width=\"" + width + "\" height=\"" + height
            + "\" font-family=\"sans-serif\" role=\"img\">\n<title>windows</title>\n");
        for (int y = 0; y < down().whole(); y++) {
            for (int x = 0; x < across().whole(); x++) {
                char sign = sign(y, x, true);
                cell(out, 10 + x * CELL, 10 + y * CELL, sign == '·', sign == '■' ? "0.55" : sign == '▣' ? "0.3" : sign == '·' ? "0" : "0.06");
            }
        }
        for (int y = 0; y < down().windows; y++) {
            for (int x = 0; x < across().windows; x++) {
                cell(out, outAt + x * CELL, 10 + y * CELL, false, y > 0 || x > 1 ? "0.06" : x == 0 ? "0.55" : "0.3");
            }
        }
        out.append("<text x=\"").append(w + 24).append("\" y=\"").append(10 + h / 2).append("\" font-size=\"18\" fill=\"currentColor\">→</text>\n</svg>\n");
        return out + "<p><small>" + sentence(true).replace("&", "&amp;").replace("<", "&lt;") + "</small></p>\n";
    }

    private static void cell(StringBuilder out, int x, int y, boolean dashed, String opacity) {
        out.append("<rect x=\"").append(x).append("\" y=\"").append(y).append("\" width=\"").append(CELL).append("\" height=\"").append(CELL)
            .append("\" fill=\"currentColor\" fill-opacity=\"").append(opacity).append("\" stroke=\"currentColor\" stroke-opacity=\"0.4\"").append(dashed ? " stroke-dasharray=\"3 3\"" : "")
            .append("/>\n");
    }

    @Override public String toString() {
        return text(80, true, false);
    }
}

package layerbook.lesson;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import layerbook.formula.Expr;
import layerbook.net.Call;

/** Draws what the layers see of the input as squares, one inside the other. Empty where the input has no known size. */
final class FieldSvg {
    private static final int SIDE = 260;

    private final StringBuilder out = new StringBuilder();

    FieldSvg(List<Call> calls, Map<Call, Reach> reach) {
        var steps = new ArrayList<Call>();
        BigInteger size = null;
        BigInteger last = BigInteger.ONE;
        for (Call call : calls) {
            List<Expr> dims = call.outputs().get(0).shape().dims();
            if (call.inputs().isEmpty() && size == null && dims.size() > 2 && dims.get(2) instanceof Expr.Num n && n.value().signum() > 0) {
                size = n.value();
            }
            BigInteger field = reach.get(call).field();
            if (size != null && field != null && field.compareTo(last) > 0) {
                steps.add(call);
                last = field;
            }
        }
        if (size != null && !steps.isEmpty()) {
            draw(size, steps, reach);
        }
    }

    private void draw(BigInteger size, List<Call> steps, Map<Call, Reach> reach) {
        int height = Math.max(SIDE + 20, 20 * steps.size() + 40);
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 560 ").append(height).append("\" width=\"560\" height=\"").append(height)
            .append("\" font-family=\"sans-serif\" role=\"img\">\n<title>receptive field</title>\n");
        square(SIDE, "0.03");
        for (int i = 0; i < steps.size(); i++) {
            Call call = steps.get(i);
            BigInteger field = reach.get(call).field();
            double side = Math.min(SIDE, field.doubleValue() / size.doubleValue() * SIDE);
            square(side, "0.08");
            out.append("<text x=\"").append(SIDE + 30).append("\" y=\"").append(28 + 20 * i).append("\" font-size=\"12\" fill=\"currentColor\">")
                .append(call.index()).append(' ').append(call.layer().factoryName()).append(": ").append(field).append(" × ").append(field).append(" of ")
                .append(size).append(" × ").append(size).append("</text>\n");
        }
        out.append("</svg>\n");
    }

    private void square(double side, String opacity) {
        String from = String.format(java.util.Locale.ROOT, "%.1f", 10 + (SIDE - side) / 2);
        String length = String.format(java.util.Locale.ROOT, "%.1f", side);
        out.append("<rect x=\"").append(from).append("\" y=\"").append(from).append("\" width=\"").append(length).append("\" height=\"").append(length)
            .append("\" fill=\"currentColor\" fill-opacity=\"").append(opacity).append("\" stroke=\"currentColor\" stroke-opacity=\"0.6\"/>\n");
    }

    @Override public String toString() {
        return out.toString();
    }
}

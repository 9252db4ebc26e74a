package layerbook.operations;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.net.Tensor;
import layerbook.shape.Promotion;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.Sizes;
import layerbook.shape.TensorType;

/** Python's square brackets as a text: {@code x.at(":, -1:, ::2")}, {@code x.at("..., 0")}, {@code x.at("None, 2")}. */
final class TextIndex {
    static final List<Operator> OPERATORS = List.of(
        Operator.of("at", "The places that Python's square brackets would take: at(\":, -1:, ::2\"), at(\"..., 0\").").takes("(Tensor input, str index)")
            .composed((a, t) -> taken(t.get(0), a.text("index"))),
        Operator.of("assign", "The tensor with a value written to the places that Python's square brackets would take: assign(\":, 0\", y).")
            .takes("(Tensor input, str index, Tensor|Scalar value)").rule(TextIndex::assigned).keepsNothing());

    private TextIndex() {}

    private static Tensor taken(Tensor x, String index) {
        Tensor out = x;
        int axis = 0;
        for (String part : parts(index, x.rank())) {
            if (part.equals("None")) {
                out = Applying.call(out, "unsqueeze", axis++);
            } else if (!part.contains(":")) {
                out = Applying.call(out, "select", axis, number(part, index));
            } else {
                if (!part.equals(":") && !part.equals("::")) {
                    List<Expr> bounds = bounds(part, index);
                    out = Applying.call(out, "slice", axis, bounds.get(0), bounds.get(1), bounds.get(2));
                }
                axis++;
            }
        }
        return out;
    }

    private static Rule assigned(Bindings a, Inputs in) {
        TensorType at = in.type(0);
        int axis = 0;
        String index = a.text("index");
        for (String part : parts(index, at.rank())) {
            if (part.equals("None")) {
                var dims = new ArrayList<>(at.shape().dims());
                dims.add(axis++, Expr.ONE);
                at = at.withShape(new Shape(dims));
            } else if (!part.contains(":")) {
                at = Slicing.select(at, axis, number(part, index), "assign");
            } else {
                List<Expr> bounds = bounds(part, index);
                at = Slicing.slice(at, axis++, bounds.get(0), bounds.get(1), bounds.get(2), "assign");
            }
        }
        if (a.isTensor("value") && !at.shape().equals(Sizes.broadcast(at.shape(), a.shape("value", in)))) {
            throw Refusal.shape("assign cannot put " + a.shape("value", in).text() + " into " + at.shape().text()).at("value", a.shape("value", in).text())
                .why("the value stretches to the places");
        }
        if (a.isTensor("value") && a.type("value", in).dtype().isComplex() && !Promotion.canCast(a.type("value", in).dtype(), in.type(0).dtype())) {
            throw Refusal.shape("assign cannot put complex numbers into " + in.type(0).dtype().torchName()).at("value", "complex");
        }
        return Operation.taking("assign", in, new TensorType(in.shape(0), in.type(0).dtype(), in.type(0).strides()));
    }

    /** The parts between commas, with dots written out as so many colons. */
    private static List<String> parts(String index, int rank) {
        var out = new ArrayList<String>();
        int axes = 0;
        int dots = -1;
        for (String raw : index.split(",", -1)) {
            String part = raw.replace(" ", "");
            if (part.equals("...")) {
                dots = out.size();
            } else if (!part.isEmpty()) {
                out.add(part);
                axes += part.equals("None") ? 0 : 1;
            }
        }
        if (axes > rank) {
            throw Refusal.shape("at(\"" + index + "\") names " + axes + " axes of " + rank).at("index", rank + " axes");
        }
        for (int i = axes; dots >= 0 && i < rank; i++) {
            out.add(dots, ":");
        }
        return out;
    }

    private static List<Expr> bounds(String part, String index) {
        String[] ends = part.split(":", -1);
        var out = new ArrayList<Expr>();
        for (int i = 0; i < 3; i++) {
            out.add(i < ends.length && !ends[i].isEmpty() ? number(ends[i], index) : null);
        }
        return out;
    }

    private static Expr number(String text, String index) {
        if (text.matches("-?\\d{1,18}")) {
            return Expr.of(Long.parseLong(text));
        } else if (text.matches("[A-Za-z]\\w*")) {
            return Expr.symbol(text);
        }
        throw Refusal.option("at(\"" + index + "\") cannot read \"" + text + "\"").at("index", "numbers, :, ... and None");
    }
}

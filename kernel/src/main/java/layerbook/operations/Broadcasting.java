package layerbook.operations;

import layerbook.formula.Expr;
import layerbook.layer.Inputs;
import layerbook.layer.Kind;
import layerbook.layer.Letters;
import layerbook.layer.Rule;
import layerbook.shape.DType;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.Sizes;
import layerbook.shape.TensorType;

/** Tensors whose sizes are stretched to each other: compared from the last axis, they must be equal, or one of them 1. */
final class Broadcasting {
    static final Expr.Sym Y = Letters.letter("|y|", "numbers in the output");

    private Broadcasting() {}

    /** Work of these kinds for each number of the output. */
    static Rule rule(String word, Inputs in, DType gives, Kind... kinds) {
        Shape out = shape(word, in);
        Rule rule = in.count() == 1 ? Rule.of(word).takes(Letters.ANY).anything() : taking(word, in);
        rule.let(Y, out.numel()).gives(new TensorType(out, gives, strides(in, out)));
        for (Kind kind : kinds) {
            rule.work(kind, Y);
        }
        return rule;
    }

    /** Takes just these inputs. */
    static Rule taking(String word, Inputs in) {
        return Operation.taking(word, in, null);
    }

    /** The sizes that all inputs stretch to. */
    static Shape shape(String word, Inputs in) {
        Shape out = in.shape(0);
        for (int i = 1; i < in.count(); i++) {
            Shape both = Sizes.broadcast(out, in.shape(i));
            if (both == null) {
                throw unequal(word, out, in.shape(i));
            }
            out = both;
        }
        return out;
    }

    /** Where no axis is stretched, the output lies in memory as the first input does. */
    private static java.util.List<Expr> strides(Inputs in, Shape out) {
        return out.equals(in.shape(0)) ? in.type(0).strides() : null;
    }

    static Refusal unequal(String word, Shape a, Shape b) {
        Refusal refusal = Refusal.shape(word + " cannot match " + a.text() + " with " + b.text());
        for (int i = 1; i <= Math.min(a.rank(), b.rank()); i++) {
            if (!a.dim(-i).equals(b.dim(-i)) && !a.dim(-i).isOne() && !b.dim(-i).isOne()) {
                boolean open = !a.dim(-i).isNumber() || !b.dim(-i).isNumber();
                refusal = refusal.at("other", "axis -" + i + " is " + b.dim(-i).text() + ", not " + a.dim(-i).text()
                    + (open ? " (the two cannot be shown to be equal)" : ""));
            }
        }
        return refusal.why("sizes are compared from the last axis; they must be equal, or one of them 1");
    }
}

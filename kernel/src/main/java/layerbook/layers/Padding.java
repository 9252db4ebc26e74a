package layerbook.layers;

import java.util.List;
import java.util.function.Function;
import layerbook.formula.Expr;
import layerbook.formula.Expr.Sym;
import layerbook.layer.Arguments;
import layerbook.layer.Inputs;
import layerbook.layer.Kind;
import layerbook.layer.Layer;
import layerbook.layer.Letters;
import layerbook.layer.Parameter.Type;
import layerbook.layer.Rule;
import layerbook.layer.Signature;
import layerbook.shape.Refusal;

/** What paddings share: size + before + after on each axis. Source: the documentation of torch.nn.ZeroPad2d and its kin. */
final class Padding {
    /** What is put around. */
    enum Fill { ZERO, CONSTANT, REFLECTION, REPLICATION, CIRCULAR }

    private Padding() {}

    static Signature signature(String className, String factory, String doc, Fill fill, Function<Arguments, Layer> maker) {
        Signature s = Signature.of(className, factory, doc, maker).required("padding", Type.SIZE, "how many on each side: one number, or before and after for each axis, the last axis first");
        return fill == Fill.CONSTANT ? s.required("value", Type.REAL, "the number put around") : s;
    }

    static Rule rule(Arguments a, int axes, Fill fill, Inputs in) {
        List<Expr> p = a.size("padding", 2 * axes);
        Rule rule = Rule.of(a).takes(shape(axes, fill, in, Spatial.in(axes))).anything().gives(shape(axes, fill, in, Spatial.out(axes)));
        boolean looksInside = fill == Fill.REFLECTION || fill == Fill.REPLICATION;
        rule.when(looksInside, r -> Windows.notEmpty(r, a, Spatial.inside(Letters.C, axes)));
        for (int i = 0; i < axes; i++) {
            Sym size = Spatial.in(axes).get(i);
            Sym out = Spatial.out(axes).get(i);
            Expr before = p.get(2 * (axes - 1 - i));
            Expr after = p.get(2 * (axes - 1 - i) + 1);
            rule.where(out, size.plus(before).plus(after));
            rule.check(letters -> check(a, fill, size, letters.get(size), before, after, letters.get(out)));
        }
        return rule.work(Kind.COPY, shape(axes, fill, in, Spatial.out(axes))).when(looksInside, r -> r.keeps(k -> k.input(0)));
    }

    /** A number goes around the last axes of any tensor; what looks at the input itself wants channels, with or without a batch. */
    private static Expr[] shape(int axes, Fill fill, Inputs in, List<Sym> last) {
        int before = in == null ? 2 : in.rank() - axes;
        boolean any = (fill == Fill.ZERO || fill == Fill.CONSTANT) && before != 1 && before != 2;
        return any ? Spatial.all(List.of(Letters.ANY), last.toArray(Expr[]::new)) : Spatial.shape(before != 1, Letters.C, last);
    }

    private static void check(Arguments a, Fill fill, Sym letter, Expr size, Expr before, Expr after, Expr out) {
        if (!size.isNumber() || !before.isNumber() || !after.isNumber()) {
            return;
        }
        var most = fill == Fill.REFLECTION ? size.exact().subtract(java.math.BigInteger.ONE) : size.exact();
        if ((fill == Fill.REFLECTION || fill == Fill.CIRCULAR) && before.exact().max(after.exact()).compareTo(most) > 0) {
            throw Refusal.shape(a.code() + " does not fit its input").at("padding", "at most " + most + " along " + letter.text())
                .why(letter.text() + " = " + size.text() + " has no " + before.exact().max(after.exact()) + " numbers to put around").fix(a.with("padding", Expr.of(most.max(java.math.BigInteger.ZERO))).code());
        }
        boolean constant = fill == Fill.ZERO || fill == Fill.CONSTANT;
        var zero = java.math.BigInteger.ZERO;
        var cut = size.exact().add(before.exact().min(zero)).add(after.exact().min(zero)); // what is taken off goes first, then something is put around
        if (constant ? cut.signum() < 0 : out.exact().signum() < 1) {
            throw Refusal.shape(a.code() + " leaves nothing of its input").at("padding", "takes off too much").why(letter.text() + " = " + size.text() + " would become " + out.text()).fix(a.with("padding", 0).code());
        }
    }
}

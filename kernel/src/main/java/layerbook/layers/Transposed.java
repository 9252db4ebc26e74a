package layerbook.layers;

import java.util.ArrayList;
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

/** What transposed convolutions share: (H − 1)·s − 2·p + d·(k − 1) + output padding + 1. Source: the documentation of torch.nn.ConvTranspose2d. */
final class Transposed {
    private Transposed() {}

    static Signature signature(String className, String factory, String doc, Function<Arguments, Layer> maker) {
        return Signature.of(className, factory, doc, maker)
            .inferred("inChannels", "input channels")
            .required("outChannels", Type.INT, "output channels")
            .required("kernelSize", Type.SIZE, "size of the window")
            .option("stride", Type.SIZE, 1, "how far apart the windows are laid")
            .option("padding", Type.SIZE, 0, "taken off all around")
            .option("outputPadding", Type.SIZE, 0, "added on one side, smaller than stride or dilation")
            .option("groups", 1, "parts into which the channels are split")
            .option("bias", true, "whether a bias is added")
            .option("dilation", Type.SIZE, 1, "distance between the points of the window")
            .option("paddingMode", "zeros", "only zeros")
            .brief(Convolution::brief);
    }

    static Rule rule(Arguments a, int axes, Inputs in) {
        Windows.positive(a, "outChannels", "kernelSize", "stride", "dilation", "groups");
        Windows.notNegative(a, "padding", "outputPadding");
        if (!a.text("paddingMode").equals("zeros")) {
            throw Refusal.option(a.signature().factory() + " pads with zeros only").at("paddingMode", "must be zeros").fix(a.with("paddingMode", "zeros").code());
        }
        checkOutputPadding(a, axes);
        boolean batched = in == null || in.rank() != axes + 1;
        Rule rule = Rule.of(a).let(Letters.C_IN, "inChannels").let(Letters.C_OUT, "outChannels");
        boolean grouped = !a.number("groups").isOne();
        rule.when(grouped, r -> r.let(Letters.G, "groups"));
        Expr group = grouped ? Letters.C_OUT.over(Letters.G) : Letters.C_OUT;
        List<Expr> k = Spatial.letters(rule, "k", "kernel size", a.size("kernelSize", axes));
        List<Expr> s = Spatial.letters(rule, "s", "stride", a.size("stride", axes));
        List<Expr> p = Spatial.lettersUnless(0, rule, "p", "padding", a.size("padding", axes));
        List<Expr> q = Spatial.lettersUnless(0, rule, "q", "output padding", a.size("outputPadding", axes));
        List<Expr> d = Spatial.lettersUnless(1, rule, "d", "dilation", a.size("dilation", axes));
        rule.takes(Spatial.shape(batched, Letters.C_IN, Spatial.in(axes))).gives(Spatial.shape(batched, Letters.C_OUT, Spatial.out(axes)));
        Windows.notEmpty(rule, a, Spatial.inside(Letters.C_IN, axes));
        for (int i = 0; i < axes; i++) {
            rule.where(Spatial.out(axes).get(i), size(Spatial.in(axes).get(i), s.get(i), p.get(i), d.get(i), k.get(i), q.get(i)));
            checkSize(rule, a, Spatial.in(axes).get(i), Spatial.out(axes).get(i));
        }
        Convolution.checkGroups(a, rule.lets());
        rule.check(letters -> Convolution.checkGroups(a, letters));
        rule.weight("weight", Spatial.all(List.of(Letters.C_IN, group), k.toArray(Expr[]::new)));
        var positions = new ArrayList<Expr>(batched ? List.of(Letters.N) : List.of());
        positions.addAll(Spatial.in(axes));
        positions.addAll(List.of(Letters.C_IN, group));
        positions.addAll(k);
        rule.work(Kind.MULTIPLY_ADD, positions.toArray(Expr[]::new)).keeps(keep -> keep.input(0));
        return rule.when(a.flag("bias"), r -> r.weight("bias", Letters.C_OUT).work(Kind.BIAS_ADD, Spatial.shape(batched, Letters.C_OUT, Spatial.out(axes))));
    }

    private static Expr size(Expr in, Expr s, Expr p, Expr d, Expr k, Expr q) {
        Expr spread = in.minus(1).times(s);
        Expr cut = p.isZero() ? spread : spread.minus(Expr.of(2).times(p));
        Expr window = d.isOne() ? cut.plus(k) : cut.plus(d.times(k.minus(1))).plus(1);
        return q.isZero() ? window : window.plus(q);
    }

    private static void checkOutputPadding(Arguments a, int axes) {
        for (int i = 0; i < axes; i++) {
            Expr q = a.size("outputPadding", axes).get(i);
            Expr s = a.size("stride", axes).get(i);
            Expr d = a.size("dilation", axes).get(i);
            if (q.isNumber() && s.isNumber() && d.isNumber() && q.exact().compareTo(s.exact().max(d.exact())) >= 0) {
                throw Refusal.option(a.code() + " has too much outputPadding").at("outputPadding", q.text() + " is not smaller than stride " + s.text() + " or dilation " + d.text())
                    .why("outputPadding must be smaller than the stride or the dilation").fix(a.with("outputPadding", Expr.of(s.exact().max(d.exact()).subtract(java.math.BigInteger.ONE))).code());
            }
        }
    }

    private static void checkSize(Rule rule, Arguments a, Sym in, Sym out) {
        rule.check(letters -> {
            if (letters.get(out) instanceof Expr.Num n && n.value().signum() < 1) {
                throw Refusal.shape(a.code() + " leaves nothing of its input").at("padding", "takes off more than there is")
                    .why(in.text() + " = " + letters.get(in).text() + " would become " + out.text() + " = " + n.text()).fix(a.with("padding", 0).code());
            }
        });
    }
}

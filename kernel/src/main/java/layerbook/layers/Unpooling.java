package layerbook.layers;

import java.util.List;
import java.util.function.Function;
import layerbook.formula.Expr;
import layerbook.layer.Arguments;
import layerbook.layer.Inputs;
import layerbook.layer.Kind;
import layerbook.layer.Layer;
import layerbook.layer.Letters;
import layerbook.layer.Parameter.Type;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/** The way back from a max pool: (H − 1)·s − 2·p + k. Source: the documentation of torch.nn.MaxUnpool2d. */
final class Unpooling {
    private Unpooling() {}

    static Signature signature(String className, String factory, String doc, Function<Arguments, Layer> maker) {
        return Signature.of(className, factory, doc, maker)
            .required("kernelSize", Type.SIZE, "size of the window")
            .option("stride", Type.SIZE, null, "how far the window moved; the window's own size if not given")
            .option("padding", Type.SIZE, 0, "what was put around");
    }

    static Rule rule(Arguments a, int axes, Inputs in) {
        boolean batched = in == null || in.rank() != axes + 1;
        Expr[] from = Spatial.shape(batched, Letters.C, Spatial.in(axes));
        Expr[] to = Spatial.shape(batched, Letters.C, Spatial.out(axes));
        Rule rule = Rule.of(a).takes(from).anything().takes(from).integers().gives(to);
        List<Expr> k = Spatial.letters(rule, "k", "kernel size", a.size("kernelSize", axes));
        List<Expr> s = Spatial.letters(rule, "s", "stride", a.has("stride") ? a.size("stride", axes) : a.size("kernelSize", axes));
        List<Expr> p = Spatial.lettersUnless(0, rule, "p", "padding", a.size("padding", axes));
        for (int i = 0; i < axes; i++) {
            Expr spread = Spatial.in(axes).get(i).minus(1).times(s.get(i));
            rule.where(Spatial.out(axes).get(i), (p.get(i).isZero() ? spread : spread.minus(Expr.of(2).times(p.get(i)))).plus(k.get(i)));
        }
        return rule.work(Kind.COPY, from).keeps(keep -> keep.input(1));
    }
}

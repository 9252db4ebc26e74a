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
import layerbook.shape.DType;
import layerbook.shape.Refusal;

/** Pools whose output size is asked for: every input number goes into some part. Source: the documentation of torch.nn.AdaptiveAvgPool2d. */
final class Adaptive {
    private Adaptive() {}

    static Signature signature(String className, String factory, String doc, boolean max, Function<Arguments, Layer> maker) {
        Signature s = Signature.of(className, factory, doc, maker).required("outputSize", Type.SIZE, "the sizes wanted; KEEP leaves an axis as it is");
        return max ? s.option("returnIndices", false, "whether the places of the largest numbers are a second output") : s;
    }

    static Rule rule(Arguments a, int axes, Inputs in, boolean max) {
        Windows.notNegative(a, "outputSize");
        if (axes == 1 && a.sizes("outputSize").contains(null)) {
            throw Refusal.option(a.signature().factory() + " cannot KEEP its only axis").at("outputSize", "a whole number").why("PyTorch takes no None for one axis").fix(a.with("outputSize", 1).code());
        }
        boolean batched = in == null || in.rank() != axes + 1;
        Expr[] from = Spatial.shape(batched, Letters.C, Spatial.in(axes));
        Expr[] to = Spatial.shape(batched, Letters.C, Spatial.out(axes));
        Rule rule = Rule.of(a).takes(from).floats().gives(to);
        rule.when(max && a.flag("returnIndices"), r -> r.gives(DType.INT64, to));
        List<Expr> sizes = a.get("outputSize") == null ? java.util.Collections.nCopies(axes, null) : a.size("outputSize", axes);
        for (int i = 0; i < axes; i++) {
            Sym kept = Spatial.in(axes).get(i);
            rule.where(Spatial.out(axes).get(i), sizes.get(i) == null ? kept : sizes.get(i));
        }
        boolean onlyMeans = !max && axes < 3 && sizes.stream().allMatch(s -> s != null && s.isOne()); // there PyTorch takes a plain mean, of nothing too
        rule.when(!onlyMeans, r -> Windows.notEmpty(r, a, max || axes == 3 ? Spatial.inside(Letters.C, axes) : Spatial.in(axes)));
        return max ? Pooling.places(rule.work(Kind.COMPARE, from), a.flag("returnIndices"), true, to) : rule.work("sums", Kind.ADD, from).work("means", Kind.DIVIDE, to);
    }
}

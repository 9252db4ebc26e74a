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

/** Pools to a given size or a fraction of it. Source: the documentation of torch.nn.FractionalMaxPool2d. */
final class Fractional {
    private Fractional() {}

    static Signature signature(String className, String factory, String doc, Function<Arguments, Layer> maker) {
        return Signature.of(className, factory, doc, maker)
            .required("kernelSize", Type.SIZE, "size of the window")
            .option("outputSize", Type.SIZE, null, "the sizes wanted")
            .option("outputRatio", Type.REAL, null, "the sizes wanted as a part of the input's, between 0 and 1")
            .option("returnIndices", false, "whether the places of the largest numbers are a second output");
    }

    static Rule rule(Arguments a, int axes, Inputs in) {
        Windows.positive(a, "kernelSize", "outputSize");
        if (a.has("outputSize") == a.has("outputRatio")) {
            throw Refusal.option(a.signature().factory() + " needs outputSize or outputRatio, and not both").at(a.has("outputSize") ? "outputRatio" : "kernelSize", "one of the two")
                .fix(a.with("outputSize", null).with("outputRatio", 0.5).code());
        }
        boolean batched = in == null || in.rank() != axes + 1;
        Expr[] from = Spatial.shape(batched, Letters.C, Spatial.in(axes));
        Expr[] to = Spatial.shape(batched, Letters.C, Spatial.out(axes));
        Rule rule = Rule.of(a).takes(from).floats().gives(to);
        rule.when(a.flag("returnIndices"), r -> r.gives(DType.INT64, to));
        List<Expr> k = Spatial.letters(rule, "k", "kernel size", a.size("kernelSize", axes));
        for (int i = 0; i < axes; i++) {
            Sym size = Spatial.in(axes).get(i);
            rule.where(Spatial.out(axes).get(i), a.has("outputSize") ? a.size("outputSize", axes).get(i) : Scaled.size(size, Scaled.known(in, i - axes), ratio(a, i)));
            int axis = i;
            rule.check(letters -> {
                Expr room = letters.get(size).minus(k.get(axis).at(letters)).minus(letters.get(Spatial.out(axes).get(axis))).plus(axes == 3 ? 0 : 1).normal(); // in three axes PyTorch wants one place more
                if (room instanceof Expr.Num n && n.value().signum() < 0) {
                    throw Refusal.shape(a.code() + " does not fit its input").at("kernelSize", "too large")
                        .why(size.text() + " = " + letters.get(size).text() + " has no room for " + letters.get(Spatial.out(axes).get(axis)).text() + " windows").fix(fitting(a, k.get(axis).at(letters)));
                }
            });
        }
        return Pooling.places(rule.work(Kind.COMPARE, Spatial.all(List.of(to), k.toArray(Expr[]::new))), a.flag("returnIndices"), true, to);
    }

    /** A smaller window, or fewer of them; nothing where it is the smallest already. */
    private static String fitting(Arguments a, Expr window) {
        boolean fewest = a.has("outputSize") && a.sizes("outputSize").stream().allMatch(Expr::isOne);
        return !window.isOne() ? a.with("kernelSize", 1).code() : fewest ? null : a.with("outputRatio", null).with("outputSize", 1).code();
    }

    private static double ratio(Arguments a, int axis) {
        Object given = a.get("outputRatio");
        double ratio = given instanceof List<?> list ? ((Number) list.get(Math.min(axis, list.size() - 1))).doubleValue() : a.real("outputRatio");
        if (!(ratio > 0 && ratio < 1)) {
            throw Refusal.option(a.signature().factory() + " wants an outputRatio between 0 and 1, not " + ratio).at("outputRatio", "between 0 and 1").fix(a.with("outputRatio", 0.5).code());
        }
        return ratio;
    }
}

package layerbook.layers;

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

/** Softmax and its kin: each number's share along an axis. */
final class Softmaxes {
    private Softmaxes() {}

    static Signature signature(String className, String factory, String doc, Function<Arguments, Layer> maker) {
        return Signature.of(className, factory, doc, maker).option("dim", Type.INT, null, "the axis along which the parts add up to 1");
    }

    static Rule rule(Arguments a, Inputs in, Kind... kinds) {
        if (in != null && in.count() == 1 && a.has("dim")) {
            Axis.of(a, "dim", in.rank());
        }
        Rule rule = Rule.of(a).takes(Letters.ANY).floats().gives(Letters.ANY);
        for (Kind k : kinds) {
            rule.work(k, Letters.ANY);
        }
        return rule.keeps(k -> k.output(0));
    }

    static Rule image(Arguments a, Inputs in) {
        boolean batched = in == null || in.rank() != 3;
        Expr[] shape = Spatial.shape(batched, Letters.C, Spatial.in(2));
        return Rule.of(a).takes(shape).floats().gives(shape).work(Kind.EXPONENTIAL, shape).work(Kind.ADD, shape).work(Kind.DIVIDE, shape).keeps(k -> k.output(0));
    }
}

package layerbook.layers;

import java.util.function.Function;
import layerbook.layer.Arguments;
import layerbook.layer.Layer;
import layerbook.layer.Letters;
import layerbook.layer.Rule;
import layerbook.layer.Signature;
import layerbook.shape.Refusal;

/** Dropouts. Counted as after training, when they do nothing. */
final class Dropping {
    private Dropping() {}

    static Signature signature(String className, String factory, String doc, Function<Arguments, Layer> maker) {
        return Signature.of(className, factory, doc, a -> {
                checkProbability(a);
                return maker.apply(a);
            })
            .option("p", 0.5, "how likely a number is dropped")
            .option("inplace", false, "whether the input is overwritten; says nothing of size or work")
            .brief(a -> Arguments.briefValue(a.get("p")));
    }

    static void checkProbability(Arguments a) {
        double p = a.real("p");
        if (!(p >= 0 && p <= 1)) {
            throw Refusal.option(a.signature().factory() + " wants a probability between 0 and 1, not " + p).at("p", "between 0 and 1").fix(a.with("p", 0.5).code());
        }
    }

    static Rule rule(Arguments a, int axes) {
        return Rule.of(a).takes(Letters.ANY).anything().gives(Letters.ANY);
    }
}

package layerbook.layers;

import java.util.function.Consumer;
import java.util.function.Function;
import layerbook.formula.Expr;
import layerbook.layer.Arguments;
import layerbook.layer.Inputs;
import layerbook.layer.Keeps;
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

    /** Drops number by number; a mark of one byte for each is kept, as PyTorch does on a GPU (on a CPU it keeps a number). */
    static Rule each(Arguments a) {
        return rule(a, k -> k.mask(Letters.ANY));
    }

    /** Drops number by number and makes up for mean and variance: a number for each is kept. */
    static Rule alpha(Arguments a) {
        return rule(a, k -> k.numbers(Letters.ANY));
    }

    /** Drops whole channels: a number for each is kept. Where the input has this rank it has no batch. */
    static Rule channels(Arguments a, Inputs in, int unbatched) {
        if (in == null || in.count() == 0) {
            return rule(a, k -> k.numbers(Letters.ANY));
        }
        int rank = in.rank();
        Expr channels = Expr.product(in.shape(0).slice(0, Math.min(rank, rank == unbatched ? 1 : 2)));
        return rule(a, k -> k.numbers(channels));
    }

    private static Rule rule(Arguments a, Consumer<Keeps> kept) {
        Rule rule = Rule.of(a).takes(Letters.ANY).floats().gives(Letters.ANY);
        if (a.real("p") == 0) {
            return rule.keepsNothing().viewOf(0);
        } else if (a.flag("inplace")) {
            return rule.keeps(kept).viewOf(0);
        }
        return rule.keeps(a.real("p") == 1 ? k -> k.numbers(Expr.ONE) : kept).handsOnInUse(0);
    }
}

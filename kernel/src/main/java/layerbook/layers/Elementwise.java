package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.Kind;
import layerbook.layer.Letters;
import layerbook.layer.Rule;

/** Layers that do the same to every number. The work is what a straightforward evaluation takes for each number, one operation after the other. */
final class Elementwise {
    private Elementwise() {}

    /** Of numbers with a fraction. */
    static Rule rule(Arguments a, Kind... kinds) {
        return working(a, Rule.of(a).takes(Letters.ANY).floats().gives(Letters.ANY), kinds);
    }

    /** Of any real numbers; whole ones stay whole. */
    static Rule reals(Arguments a, Kind... kinds) {
        return working(a, Rule.of(a).takes(Letters.ANY).reals().gives(Letters.ANY), kinds);
    }

    /** Of any numbers; what comes out has a fraction. */
    static Rule fractions(Arguments a, Kind... kinds) {
        return working(a, Rule.of(a).takes(Letters.ANY).anything().givesFraction(Letters.ANY), kinds);
    }

    /** Of real numbers; what comes out has a fraction. */
    static Rule realFractions(Arguments a, Kind... kinds) {
        return working(a, Rule.of(a).takes(Letters.ANY).reals().givesFraction(Letters.ANY), kinds);
    }

    /** Of any numbers, which stay what they are. */
    static Rule anything(Arguments a, Kind... kinds) {
        return working(a, Rule.of(a).takes(Letters.ANY).anything().gives(Letters.ANY), kinds);
    }

    private static Rule working(Arguments a, Rule rule, Kind... kinds) {
        for (Kind k : kinds) {
            rule.work(k, Letters.ANY);
        }
        return rule.when(a.signature().parameter("inplace").isPresent() && a.flag("inplace"), r -> r.viewOf(0));
    }
}

package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.Kind;
import layerbook.layer.Letters;
import layerbook.layer.Rule;

/** Layers that do the same to every number. The work is what a straightforward evaluation takes for each number, one operation after the other. */
final class Elementwise {
    private Elementwise() {}

    static Rule rule(Arguments a, Kind... kinds) {
        Rule rule = Rule.of(a).takes(Letters.ANY).anything().gives(Letters.ANY);
        for (Kind k : kinds) {
            rule.work(k, Letters.ANY);
        }
        return rule.when(a.signature().parameter("inplace").isPresent() && a.flag("inplace"), r -> r.viewOf(0));
    }
}

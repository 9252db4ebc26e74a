package layerbook.count;

import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import layerbook.layer.Applied;
import layerbook.layer.Kind;

/**
 * Every arithmetic operation that a layer's rule lists, one each: a multiply-add is two (a product and a sum); biases, comparisons, exponentials, roots
 * and divisions are one; what only moves or looks up a number is none. Mean and variance are in it where the layer computes them from its input, not
 * where they are kept from training; what is done once for a whole group of numbers (a root, a quotient) is left out.
 */
final class EveryOp implements Convention {
    private final Convention prices = Convention.pricing("EVERY_OP", "", kind -> (long) kind.operations());

    @Override public Cost own(Site site) {
        return prices.own(site);
    }

    @Override public String name() {
        return "EVERY_OP";
    }

    @Override public String sentence() {
        return "every arithmetic operation, one each; a multiply-add is two";
    }

    @Override public Convention baseline() {
        return Conventions.FLOPS;
    }

    /** The kinds of work that are no multiply-adds. */
    @Override public String because(Site site) {
        var kinds = new TreeSet<Kind>();
        collect(site.applied(), kinds);
        return kinds.stream().map(k -> k.name().toLowerCase(Locale.ROOT).replace('_', ' ')).collect(Collectors.joining(", "));
    }

    private static void collect(Applied a, TreeSet<Kind> kinds) {
        a.rule().work().stream().map(w -> w.kind()).filter(k -> k != Kind.MULTIPLY_ADD && k.operations() > 0).forEach(kinds::add);
        a.parts().forEach(p -> collect(p.applied(), kinds));
    }

    @Override public String toString() {
        return name();
    }
}

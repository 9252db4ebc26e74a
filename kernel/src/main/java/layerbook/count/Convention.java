package layerbook.count;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import layerbook.formula.Expr;
import layerbook.layer.Kind;
import layerbook.layer.Part;
import layerbook.layer.Work;

/**
 * A way to count work, by name. A user writes one in a few lines; it then stands beside the others in {@code conventions()} and {@code /flops MINE}:
 * <pre>{@code
 * var ADDS = Convention.of("ADDS", "additions only", Map.of(ADD, 1, BIAS_ADD, 1));
 * var WIDE = Convention.byLayer("WIDE", "numbers that come out", site -> site.output().numel());
 * }</pre>
 */
public interface Convention {
    /** The name in tables, e.g. {@code FLOPS}. */
    String name();

    /** What it counts, in a sentence for the table's foot, e.g. {@code 2 per multiply-add}. */
    String sentence();

    /** The version of the tool that it follows, e.g. {@code thop 0.1.1}; empty if it follows none. */
    default String version() {
        return "";
    }

    /** What one use of a layer costs; null means: ask its parts (for composites). */
    Cost own(Site site);

    /** What one use of a layer costs, parts included. */
    default Cost cost(Site site) {
        Cost mine = own(site);
        if (mine != null) {
            return mine;
        }
        Cost sum = Cost.UNCOUNTED;
        for (Part p : site.applied().parts()) {
            sum = sum.plus(cost(site.part(p)));
        }
        return sum;
    }

    /** The unit of its numbers as a column head, e.g. {@code FLOPs}. */
    default String unit() {
        return name();
    }

    /** Why it says what it says of this use, in a few words, where that is not what {@link #baseline()} says; null if there is nothing to say. */
    default String because(Site site) {
        return null;
    }

    /** The convention that it is held against, with the same price of a multiply-add; null for none. */
    default Convention baseline() {
        return null;
    }

    /** What is said of its quirks where they show in this network; nothing by default. */
    default List<String> remarks(NetworkView network) {
        return List.of();
    }

    /** The parameters as the tool totals them; null if it does not. */
    default Expr params(NetworkView network) {
        return network.params();
    }

    /** What a kind of operation costs; null means that it is not counted. */
    interface Price {
        Number of(Kind kind);
    }

    /** A convention of one's own that prices kinds of work, e.g. {@code Map.of(MULTIPLY_ADD, 2, BIAS_ADD, 1)}; other kinds are not counted. */
    static Convention of(String name, String sentence, Map<Kind, ? extends Number> prices) {
        return Conventions.named(pricing(name, sentence, Map.copyOf(prices)::get));
    }

    /** The same with a rule for the price: {@code kind -> kind == ADD ? 1 : null}. */
    static Convention of(String name, String sentence, Price price) {
        return Conventions.named(pricing(name, sentence, price));
    }

    /** A convention of one's own that says what a use of a layer costs: a number, a formula, or null where it does not count it. */
    static Convention byLayer(String name, String sentence, Function<Site, ?> cost) {
        return Conventions.named(new ByLayer(name, sentence, cost));
    }

    /** A convention that prices kinds of work, whatever the layer. */
    static Convention pricing(String name, String sentence, Price price) {
        return new Pricing(name, name, sentence, price);
    }

    /** Says what each use costs. */
    record ByLayer(String name, String sentence, Function<Site, ?> each) implements Convention {
        @Override public Cost own(Site site) {
            Object said = each.apply(site);
            return said == null ? Cost.UNCOUNTED : said instanceof Cost c ? c : Cost.of(layerbook.net.Numbers.expr(said));
        }

        @Override public String toString() {
            return name;
        }
    }

    /** Prices kinds of work. */
    record Pricing(String name, String unit, String sentence, Price price) implements Convention {
        @Override public Cost own(Site site) {
            if (!site.applied().parts().isEmpty()) {
                return site.applied().rule().work().isEmpty() ? null : kinds(site);
            }
            return kinds(site);
        }

        private Cost kinds(Site site) {
            if (site.applied().rule().unknownWork() != null) {
                return new Cost.Unknown(site.applied().rule().unknownWork());
            }
            Cost sum = site.applied().works() ? Cost.UNCOUNTED : Cost.ZERO;
            for (Work w : site.applied().rule().work()) {
                Number each = price.of(w.kind());
                if (each != null) {
                    sum = sum.plus(Cost.of(site.applied().amount(w).times(each.longValue())));
                }
            }
            for (Part p : site.applied().parts()) {
                sum = sum.plus(cost(site.part(p)));
            }
            return sum;
        }

        @Override public String toString() {
            return name;
        }
    }
}

package layerbook.count;

import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Kind;
import layerbook.layer.Part;
import layerbook.layer.Work;

/**
 * A way to count work, by name. A user writes one in a few lines:
 * <pre>{@code
 * var ADDS = Convention.pricing("ADDS", "additions only", kind -> kind == Kind.ADD || kind == Kind.BIAS_ADD ? 1L : null);
 * }</pre>
 */
public interface Convention {
    /** The name in tables, e.g. {@code FLOPS}. */
    String name();

    /** What it counts, in a sentence for the table's foot, e.g. {@code 2 per multiply-add}. */
    String sentence();

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
        Long of(Kind kind);
    }

    /** A convention that prices kinds of work, whatever the layer. */
    static Convention pricing(String name, String sentence, Price price) {
        return pricing(name, name, sentence, price);
    }

    /** The same with another column head. */
    static Convention pricing(String name, String unit, String sentence, Price price) {
        return new Pricing(name, unit, sentence, price);
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
            Cost sum = site.applied().works() ? Cost.UNCOUNTED : Cost.ZERO;
            for (Work w : site.applied().rule().work()) {
                Long each = price.of(w.kind());
                if (each != null) {
                    sum = sum.plus(Cost.of(site.applied().amount(w).times(each)));
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

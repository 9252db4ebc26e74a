package layerbook.layer;

import java.util.List;
import java.util.Set;
import layerbook.formula.Expr;

/**
 * So many elementary operations of one kind.
 *
 * @param kind the kind
 * @param factors their number is the product of these, in the letters of the rule
 * @param label says what for, or is empty
 * @param product what is multiplied, for multiply-adds; null if the rule does not say
 */
public record Work(Kind kind, List<Expr> factors, String label, Product product) {
    /**
     * What a product multiplies. On the way back it is one product of the same size for each factor that needs a gradient.
     *
     * @param inputs inputs of the layer, by number
     * @param weights weights of the layer, by name
     * @param inner how many factors are computed inside the layer
     */
    public record Product(Set<Integer> inputs, Set<String> weights, int inner) {
        /** A product of weights with an input. */
        public static Product of(String weight, int input) {
            return new Product(Set.of(input), Set.of(weight), 0);
        }

        /** A product of weights with what was computed inside. */
        public static Product inside(String weight) {
            return new Product(Set.of(), Set.of(weight), 1);
        }
    }

    public Expr amount() {
        return Expr.product(factors);
    }
}

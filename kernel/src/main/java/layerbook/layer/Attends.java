package layerbook.layer;

import java.util.List;
import layerbook.formula.Expr;

/**
 * States that a layer is attention: inputs 0, 1 and 2 are queries, keys and values, and further inputs are masks. What may be kept of earlier
 * positions follows from it. Stated with {@link Rule#attends}.
 *
 * @param queries how many positions ask, in letters of the rule
 * @param keys how many positions are asked
 * @param kept how many numbers its keys and values are, as a product; empty for those that come in
 * @param causal whether each position attends to itself and earlier ones only, by an argument and not by a mask
 */
public record Attends(Expr queries, Expr keys, List<Expr> kept, boolean causal) {
    public Attends {
        kept = List.copyOf(kept);
    }
}

package layerbook.hardware;

import java.util.List;
import layerbook.formula.Expr;
import layerbook.net.Call;
import layerbook.net.Tensor;

/**
 * One attention in a network, as a single call or as two products with a softmax between them.
 *
 * @param call the call that gives the result
 * @param queries how many positions ask
 * @param keys how many positions are asked
 * @param keyValues the keys and values as they come in; empty if {@code kept} says how many numbers they are
 * @param kept how many numbers the keys and values are, or null
 * @param masked whether each query sees only some of the keys
 * @param between the calls between the two products, softmax included; empty for a single call
 */
record AttentionUse(Call call, Expr queries, Expr keys, List<Tensor> keyValues, Expr kept, boolean masked, List<Call> between) {
    /** Whether keys and values come from another sequence than the queries. */
    boolean isCross() {
        return !queries.equals(keys);
    }
}

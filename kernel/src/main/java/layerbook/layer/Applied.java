package layerbook.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import layerbook.formula.Expr;
import layerbook.formula.Expr.Sym;
import layerbook.shape.TensorType;

/**
 * A layer with an input put in: the letters have values, and the outputs, weights and work follow.
 *
 * @param layer the layer, with what was inferred filled in
 * @param rule its rule for these inputs
 * @param inputs what came in
 * @param letters the value of every letter of the rule
 * @param outputs what goes out
 * @param weights learned tensors, those of the parts included
 * @param buffers kept tensors, those of the parts included
 */
public record Applied(Layer layer, Rule rule, Inputs inputs, Map<Sym, Expr> letters, List<TensorType> outputs, List<Param> weights, List<Param> buffers) {
    /**
     * Puts the inputs into the layer's rule.
     *
     * @throws layerbook.shape.Refusal if they do not fit
     */
    public static Applied of(Layer layer, Inputs inputs) {
        return new Matching(layer, layer.ruleFor(inputs), inputs).applied();
    }

    /** The amount of a piece of work, the letters put in. */
    public Expr amount(Work work) {
        Expr total = Expr.product(work.factors()).at(letters);
        return total;
    }

    /** How much work of a kind is done here, parts included. */
    public Expr amount(Kind kind) {
        var terms = new ArrayList<Expr>();
        for (Work w : rule.work()) {
            if (w.kind() == kind) {
                terms.add(amount(w));
            }
        }
        for (Part p : rule.parts()) {
            terms.add(p.applied().amount(kind));
        }
        return Expr.sum(terms).normal();
    }

    /** Whether it does any arithmetic at all, parts included. */
    public boolean works() {
        return rule.work().stream().anyMatch(w -> w.kind().operations() > 0) || rule.parts().stream().anyMatch(p -> p.applied().works());
    }

    public TensorType output() {
        return outputs.get(0);
    }

    public List<Part> parts() {
        return rule.parts();
    }
}

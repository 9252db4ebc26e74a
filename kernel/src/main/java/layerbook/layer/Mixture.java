package layerbook.layer;

import layerbook.formula.Expr;

/** A layer of experts of which each token passes through some: its weights are those of all, its work that of the chosen ones. */
public interface Mixture {
    /** How many experts there are. */
    long experts();

    /** How many of them a token passes through. */
    long chosen();

    /** How many parameters the experts have that a token does not pass through. */
    Expr idle();
}

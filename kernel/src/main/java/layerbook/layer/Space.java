package layerbook.layer;

import java.util.List;
import layerbook.formula.Expr;

/**
 * Numbers that a layer makes for itself while it runs.
 *
 * @param factors how many: their product, in the letters of the rule
 * @param bytes bytes of each; 0 for the network's element type
 */
public record Space(List<Expr> factors, int bytes) {}

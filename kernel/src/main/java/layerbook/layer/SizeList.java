package layerbook.layer;

import java.util.List;
import layerbook.formula.Expr;

/** A list of sizes as one argument: {@code size(3, 5)}; {@code KEEP} in it is null, PyTorch's None. */
public record SizeList(List<Expr> values) {
    public SizeList {
        values = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(values));
    }
}

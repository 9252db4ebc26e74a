package layerbook.count;

import static layerbook.layer.Letters.ANY;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Inputs;
import layerbook.layer.Layer;
import layerbook.layer.Rule;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/** Modules that torchvision defines and torch.nn does not, written as a user would. */
final class VisionLayers {
    private VisionLayers() {}

    /** Leaves whole examples out in training; nothing happens in eval mode. */
    record StochasticDepth() implements Layer {
        @Override public Rule rule() {
            return Rule.of("StochasticDepth").takes(ANY).gives(ANY);
        }
    }

    /** The axes in another order, as a module. */
    record Permute(List<Integer> order) implements Layer {
        @Override public Rule rule() {
            return Rule.of("Permute").takes(ANY).gives(ANY);
        }

        @Override public Rule ruleFor(Inputs in) {
            var sizes = new ArrayList<Expr>();
            var steps = new ArrayList<Expr>();
            order.forEach(axis -> sizes.add(in.shape(0).dim(axis)));
            order.forEach(axis -> steps.add(in.type(0).steps().get(axis)));
            return Rule.of("Permute").takes(in.shape(0).dims().toArray(Expr[]::new)).gives(new TensorType(new Shape(sizes), in.type(0).dtype(), steps));
        }
    }

    /** Which row of a table stands for each pair of places in a window: kept, not learned. */
    record WindowPairs(int places) implements Layer {
        @Override public Rule rule() {
            Expr heads = Expr.symbol("h");
            return Rule.of("WindowPairs").takes(Expr.symbol("rows"), heads).gives(Expr.of(places), heads).buffer("relative_position_index", Expr.of(places));
        }
    }
}

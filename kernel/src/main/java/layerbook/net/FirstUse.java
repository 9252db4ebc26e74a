package layerbook.net;

import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Layer;
import layerbook.layer.Param;
import layerbook.shape.Refusal;

/** What a unit's first use tells of its layer and weights, such as input channels that were left out; before it, what the arguments alone say. */
final class FirstUse {
    private FirstUse() {}

    /** The layer of a unit with what its first use inferred. */
    static Layer layer(Graph graph, Unit unit) {
        int first = graph.firstUse(unit);
        Layer layer = first < 0 ? unit.layer() : graph.call(first).layer();
        return layer instanceof Weights o ? o.layer() : layer;
    }

    /** The weights of a unit as far as they are known. */
    static List<Param> weights(Graph graph, Unit unit) {
        int first = graph.firstUse(unit);
        return first >= 0 ? graph.call(first).applied().weights() : Unused.weights(unit.layer());
    }

    /** The sizes of a weight. */
    static List<Expr> dims(Graph graph, WeightRef ref) {
        if (ref.unit().layer() instanceof FreeTensor bare) {
            return bare.dims();
        }
        return weights(graph, ref.unit()).stream().filter(p -> p.name().equals(ref.tensor())).findFirst().orElseThrow().dims();
    }

    /** The row of a unit's weights as tensors; their sizes must be known. */
    static Layer row(Graph graph, Unit unit) {
        if (unit.layer() instanceof FreeTensor) {
            return unit.layer();
        }
        return row(graph, unit, layer(graph, unit));
    }

    /** The same where the unit's layer is this one. */
    static Layer row(Graph graph, Unit unit, Layer layer) {
        if (!Unused.open(layer).isEmpty()) {
            throw Refusal.shape("the sizes of the weights of " + layer.codeText() + " are not known yet").why("what goes in was left out, and nothing has gone through it");
        }
        int first = graph.firstUse(unit);
        return new Weights(layer, first >= 0 ? weights(graph, unit) : Unused.weights(layer), first >= 0 ? graph.call(first).applied().buffers() : Unused.buffers(layer));
    }
}

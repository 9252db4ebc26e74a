package layerbook.net;

import java.util.List;
import layerbook.layer.Inputs;
import layerbook.layer.Layer;
import layerbook.layers.Mending;
import layerbook.shape.Refusal;

/** What is said of a layer that does not fit: what it gets, where that comes from, and what would fit. */
final class Misfit {
    private Misfit() {}

    /** The refusal of a layer, with all that its inputs tell. */
    static Refusal told(Refusal refusal, Layer layer, List<Tensor> inputs) {
        return explained(mended(refusal, layer, inputs), inputs);
    }

    /** Where the rule knows of nothing better, a layer or step that was tried on this input is offered. */
    private static Refusal mended(Refusal refusal, Layer layer, List<Tensor> inputs) {
        if (refusal.suggestion() != null || !refusal.kind().equals("shape")) {
            return refusal;
        }
        Refusal batch = TypedBatch.mended(refusal, layer, inputs);
        if (batch.suggestion() != null) {
            return batch;
        }
        String fits = Mending.of(layer, new Inputs(inputs.stream().map(Tensor::type).toList()));
        return fits == null ? refusal : refusal.fix(fits);
    }

    private static Refusal explained(Refusal refusal, List<Tensor> inputs) {
        if (inputs.isEmpty() || inputs.get(0).isLoose() || !refusal.kind().equals("shape")) {
            return refusal;
        }
        Call from = inputs.get(0).call();
        String came = from.inputs().isEmpty() ? "" : "  " + from.inputs().get(0).shape().text() + " → " + from.outputs().get(0).text();
        return refusal.detailFirst("it gets " + inputs.get(0).type().text() + "  from  " + from.index() + " " + from.layer().factoryName() + came);
    }
}

package layerbook.net;

import java.util.ArrayList;
import java.util.List;
import layerbook.layer.Layer;

/**
 * Layers, units and models one after the other; their names are their numbers, as in PyTorch. A class of one's own may extend it:
 * {@code class ConvNormRelu extends Sequential { ConvNormRelu(int c) { super(conv2d(c, 3), batchNorm2d(), relu()); } }}
 */
public class Sequential extends Model {
    private final List<Object> members = new ArrayList<>();

    public Sequential(Object... layers) {
        for (Object l : layers) {
            take(l);
        }
    }

    private void take(Object l) {
        if (l instanceof List<?> several) {
            several.forEach(this::take);
        } else if (l instanceof Layer layer) {
            NetworkBuilder.current().consume(layer);
            members.add(Unit.of(layer));
        } else {
            members.add(l);
        }
    }

    /** The units and models in it, in order. */
    public List<Object> members() {
        return List.copyOf(members);
    }

    @Override Object forwarded(List<Tensor> inputs) {
        if (hasForward()) {
            return super.forwarded(inputs);
        }
        Tensor x = inputs.get(0);
        for (Object m : members) {
            x = x.then(m);
        }
        return x;
    }
}

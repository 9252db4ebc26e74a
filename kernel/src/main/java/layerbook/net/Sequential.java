package layerbook.net;

import java.util.ArrayList;
import java.util.List;
import layerbook.layer.Layer;

/** Layers, units and models one after the other; their names are their numbers, as in PyTorch. */
public final class Sequential extends Model {
    private final List<Object> members = new ArrayList<>();

    public Sequential(Object... layers) {
        for (Object l : layers) {
            members.add(l instanceof Layer layer ? Unit.of(layer) : l);
        }
    }

    /** The units and models in it, in order. */
    public List<Object> members() {
        return List.copyOf(members);
    }

    @Override Object forwarded(List<Tensor> inputs) {
        Tensor x = inputs.get(0);
        for (Object m : members) {
            x = x.then(m);
        }
        return x;
    }
}

package layerbook.export;

import java.util.List;
import layerbook.net.Call;
import layerbook.net.Tensor;

/** A step of a forward: one call, or a run through an inner module. */
sealed interface Step permits Step.One, Run {
    /** One call. */
    record One(Call call) implements Step {
        @Override public List<Call> calls() {
            return List.of(call);
        }
    }

    /** All calls in it. */
    List<Call> calls();

    /** What tells a tensor from others. */
    static List<Integer> key(Tensor t) {
        return List.of(t.call().index(), t.outputIndex());
    }
}

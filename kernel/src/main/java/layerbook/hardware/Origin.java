package layerbook.hardware;

import layerbook.net.Call;
import layerbook.net.Tensor;

/** Where the numbers of a tensor come from, past calls that only put them in another place or repeat them. */
final class Origin {
    private Origin() {}

    /** Of this tensor and those before it with the same numbers, the one with fewest: keys before they are repeated for each head. */
    static Tensor of(Tensor tensor) {
        Tensor fewest = tensor;
        for (Tensor t = tensor; moves(t.call()); ) {
            t = t.call().inputs().get(0);
            fewest = Sample.isLess(t.shape().numel(), fewest.shape().numel()) ? t : fewest;
        }
        return fewest;
    }

    /** Whether a call computes nothing and has one input: it moves, cuts or repeats numbers. */
    static boolean moves(Call c) {
        return c.what() == Call.What.FUNCTION && c.inputs().size() == 1 && !c.applied().works();
    }
}

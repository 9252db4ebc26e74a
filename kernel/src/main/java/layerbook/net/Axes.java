package layerbook.net;

import layerbook.shape.Refusal;

/** Reads axis numbers as PyTorch does: negative ones count from the end. */
final class Axes {
    private Axes() {}

    static int index(int axis, int rank, String operation) {
        int limit = Math.max(rank, 1);
        if (axis < -limit || axis >= limit) {
            throw Refusal.shape(operation + ": there is no axis " + axis).why("a tensor with " + rank + " axes has axes " + -limit + " to " + (limit - 1))
                .at("dim", "between " + -limit + " and " + (limit - 1));
        }
        return axis < 0 ? axis + limit : axis;
    }
}

package layerbook.net;

import layerbook.layer.Layer;

/** Tensor operations on their own, for a network that is written one bare step a line: {@code view(-1, 2048)} as {@code x.view(-1, 2048)}. */
public final class Steps {
    private Steps() {}

    public static Layer view(Object... sizes) {
        return Reshaping.view(sizes);
    }

    public static Layer reshape(Object... sizes) {
        return Reshaping.reshape(sizes);
    }

    public static Layer permute(Object... dims) {
        return Moving.permute(Axes.ints(dims));
    }

    public static Layer transpose(int dim0, int dim1) {
        return Moving.transpose("transpose", dim0, dim1);
    }

    public static Layer squeeze(int... dims) {
        return Moving.squeeze(dims);
    }

    public static Layer unsqueeze(int dim) {
        return Moving.unsqueeze(dim);
    }
}

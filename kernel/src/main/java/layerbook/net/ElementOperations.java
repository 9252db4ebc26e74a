package layerbook.net;

/** Operations on numbers one by one, and products of matrices. */
interface ElementOperations extends Applying {
    /** {@code this + other}, broadcast. The other is a tensor or a number. */
    default Tensor add(Object other) {
        return Elementwise.binary(self(), "add", other);
    }

    /** {@code this * other}, broadcast. */
    default Tensor mul(Object other) {
        return Elementwise.binary(self(), "mul", other);
    }

    /** The matrix product, batched and broadcast as PyTorch's {@code matmul}. */
    default Tensor matmul(Tensor other) {
        return apply(Products.matmul(), other);
    }
}

package layerbook.net;

/** Products of matrices and vectors. */
interface ProductOperations extends Applying {
    /** The matrix product, batched and broadcast as PyTorch's {@code matmul}. */
    default Tensor matmul(Tensor other) {
        return apply(Products.matmul("matmul"), other);
    }

    /** The product of two matrices. */
    default Tensor mm(Tensor other) {
        return apply(Products.ranked("mm", 2, 2), other);
    }

    /** The products of as many matrices in both. */
    default Tensor bmm(Tensor other) {
        return apply(Products.ranked("bmm", 3, 3), other);
    }

    /** The product of a matrix and a vector. */
    default Tensor mv(Tensor vector) {
        return apply(Products.ranked("mv", 2, 1), vector);
    }

    /** The inner product of two vectors. */
    default Tensor dot(Tensor other) {
        return apply(Products.ranked("dot", 1, 1), other);
    }

    /** Every number of one vector times every number of another. */
    default Tensor outer(Tensor other) {
        return apply(Products.outer(), other);
    }

    /** this + a·b, as {@code torch.addmm(bias, a, b)}. */
    default Tensor addmm(Tensor a, Tensor b) {
        return apply(Products.plus("addmm", 2), a, b);
    }

    /** this + a·b for each matrix of a batch. */
    default Tensor baddbmm(Tensor a, Tensor b) {
        return apply(Products.plus("baddbmm", 3), a, b);
    }

    /** {@code F.scaled_dot_product_attention} of this query. */
    default Tensor scaledDotProductAttention(Tensor key, Tensor value, Tensor... mask) {
        return apply(Products.attention(), key, value);
    }
}

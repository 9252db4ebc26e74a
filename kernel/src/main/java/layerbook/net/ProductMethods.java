package layerbook.net;

/** Methods of a tensor. Written from the catalogue of operations by TensorMethodsTest. */
interface ProductMethods extends Callable {
    /** The matrix product, batched and broadcast. */
    default Tensor matmul(Tensor other) {
        return (Tensor) call("matmul", other);
    }

    /** The product of two matrices. */
    default Tensor mm(Tensor mat2) {
        return (Tensor) call("mm", mat2);
    }

    /** The products of as many matrices in both. */
    default Tensor bmm(Tensor mat2) {
        return (Tensor) call("bmm", mat2);
    }

    /** The product of a matrix and a vector. */
    default Tensor mv(Tensor vec) {
        return (Tensor) call("mv", vec);
    }

    /** The inner product of two vectors. */
    default Tensor dot(Tensor tensor) {
        return (Tensor) call("dot", tensor);
    }

    /** Every number of one vector times every number of another. */
    default Tensor outer(Tensor vec2) {
        return (Tensor) call("outer", vec2);
    }

    /** Every number of one vector times every number of another. */
    default Tensor ger(Tensor vec2) {
        return (Tensor) call("ger", vec2);
    }

    /** this + a * b, as torch.addmm(bias, a, b). */
    default Tensor addmm(Tensor mat1, Tensor mat2, Object... options) {
        return (Tensor) call("addmm", with(options, mat1, mat2));
    }

    /** this + a * b for each matrix of a batch. */
    default Tensor baddbmm(Tensor batch1, Tensor batch2, Object... options) {
        return (Tensor) call("baddbmm", with(options, batch1, batch2));
    }

    /** Times the transposed weight, plus the bias if one is given. */
    default Tensor linear(Tensor weight, Object... options) {
        return (Tensor) call("linear", with(options, weight));
    }

    /** softmax(q * k^T / sqrt(d)) * v of this query, a key and a value. */
    default Tensor scaledDotProductAttention(Tensor key, Tensor value, Object... options) {
        return (Tensor) call("scaledDotProductAttention", with(options, key, value));
    }
}

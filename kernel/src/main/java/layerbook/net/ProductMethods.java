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

    /** this + a matrix times a vector. */
    default Tensor addmv(Tensor mat, Tensor vec, Object... options) {
        return (Tensor) call("addmv", with(options, mat, vec));
    }

    /** this + the sum of the products of all matrices of a batch. */
    default Tensor addbmm(Tensor batch1, Tensor batch2, Object... options) {
        return (Tensor) call("addbmm", with(options, batch1, batch2));
    }

    /** this + every number of one vector times every number of another. */
    default Tensor addr(Tensor vec1, Tensor vec2, Object... options) {
        return (Tensor) call("addr", with(options, vec1, vec2));
    }

    /** The sums of products along the last axes of both. */
    default Tensor inner(Tensor other) {
        return (Tensor) call("inner", other);
    }

    /** The inner product of two vectors, the first conjugated. */
    default Tensor vdot(Tensor other) {
        return (Tensor) call("vdot", other);
    }

    /**
     * Sums of products along axes of both: dims(2) takes the last two and the first two, dims(size(..), size(..))
     * names them.
     */
    default Tensor tensordot(Tensor b, Object... options) {
        return (Tensor) call("tensordot", with(options, b));
    }

    /** Every number of one tensor times the whole other. */
    default Tensor kron(Tensor other) {
        return (Tensor) call("kron", other);
    }

    /** The cross product along an axis of size 3. */
    default Tensor cross(Tensor other, Object... options) {
        return (Tensor) call("cross", with(options, other));
    }

    /**
     * softmax(q * k^T / sqrt(d) + mask) * v of this query, a key and a value; enableGqa(true) shares keys among
     * groups of heads.
     */
    default Tensor scaledDotProductAttention(Tensor key, Tensor value, Object... options) {
        return (Tensor) call("scaledDotProductAttention", with(options, key, value));
    }

    /** The inverse of each matrix. */
    default Tensor inverse() {
        return (Tensor) call("inverse");
    }

    /** The determinant of each matrix. */
    default Tensor det() {
        return (Tensor) call("det");
    }

    /** The logarithm of the determinant of each matrix. */
    default Tensor logdet() {
        return (Tensor) call("logdet");
    }

    /** The sign and the logarithm of the determinant of each matrix. */
    default Tensor slogdet() {
        return (Tensor) call("slogdet");
    }

    /** The exponential of each matrix. */
    default Tensor matrixExp() {
        return (Tensor) call("matrixExp");
    }

    /** Each matrix n times itself. */
    default Tensor matrixPower(Object n) {
        return (Tensor) call("matrixPower", n);
    }

    /** The lower triangle whose product with its transpose each matrix is. */
    default Tensor cholesky(Object... options) {
        return (Tensor) call("cholesky", options);
    }

    /** The eigenvalues of each matrix. */
    default Tensor linalgEigvals() {
        return (Tensor) call("linalgEigvals");
    }

    /** The eigenvalues of each symmetric matrix. */
    default Tensor linalgEigvalsh(Object... options) {
        return (Tensor) call("linalgEigvalsh", options);
    }

    /** The eigenvalues and eigenvectors of each matrix. */
    default Tensor linalgEig() {
        return (Tensor) call("linalgEig");
    }

    /** The eigenvalues and eigenvectors of each symmetric matrix. */
    default Tensor linalgEigh(Object... options) {
        return (Tensor) call("linalgEigh", options);
    }

    /** The singular value decomposition of each matrix. */
    default Tensor linalgSvd(Object... options) {
        return (Tensor) call("linalgSvd", options);
    }

    /** The singular value decomposition of each matrix: U, S and V. */
    default Tensor svd(Object... options) {
        return (Tensor) call("svd", options);
    }

    /** The singular values of each matrix. */
    default Tensor linalgSvdvals(Object... options) {
        return (Tensor) call("linalgSvdvals", options);
    }

    /** Each matrix as an orthogonal and a triangular one. */
    default Tensor linalgQr(Object... options) {
        return (Tensor) call("linalgQr", options);
    }

    /** Each matrix as an orthogonal and a triangular one. */
    default Tensor qr(Object... options) {
        return (Tensor) call("qr", options);
    }

    /** The pseudo-inverse of each matrix. */
    default Tensor pinverse(Object... options) {
        return (Tensor) call("pinverse", options);
    }

    /** The rank of each matrix. */
    default Tensor linalgMatrixRank(Object... options) {
        return (Tensor) call("linalgMatrixRank", options);
    }

    /** The condition number of each matrix. */
    default Tensor linalgCond(Object... options) {
        return (Tensor) call("linalgCond", options);
    }

    /** X with A·X = B. */
    default Tensor linalgSolve(Tensor B, Object... options) {
        return (Tensor) call("linalgSolve", with(options, B));
    }

    /** X with A·X = B, A being triangular. */
    default Tensor linalgSolveTriangular(Tensor B, Object... options) {
        return (Tensor) call("linalgSolveTriangular", with(options, B));
    }

    /** X with A·X = b, A being triangular. */
    default Tensor triangularSolve(Tensor A, Object... options) {
        return (Tensor) call("triangularSolve", with(options, A));
    }

    /** X with A·X = B, A being given by its Cholesky factor. */
    default Tensor choleskySolve(Tensor L, Object... options) {
        return (Tensor) call("choleskySolve", with(options, L));
    }

    /** X with the least squares of A·X - B. */
    default Tensor linalgLstsq(Tensor B, Object... options) {
        return (Tensor) call("linalgLstsq", with(options, B));
    }

    /** A norm of vectors or matrices. */
    default Tensor linalgNorm(Object... options) {
        return (Tensor) call("linalgNorm", options);
    }

    /** A norm of vectors. */
    default Tensor linalgVectorNorm(Object... options) {
        return (Tensor) call("linalgVectorNorm", options);
    }

    /** A norm of matrices. */
    default Tensor linalgMatrixNorm(Object... options) {
        return (Tensor) call("linalgMatrixNorm", options);
    }

    /** The distances of every vector of one to every vector of the other. */
    default Tensor cdist(Tensor x2, Object... options) {
        return (Tensor) call("cdist", with(options, x2));
    }
}

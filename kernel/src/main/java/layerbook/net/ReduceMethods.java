package layerbook.net;

/** Methods of a tensor. Written from the catalogue of operations by TensorMethodsTest. */
interface ReduceMethods extends Callable {
    /** The mean along the dims that are named, or of all numbers. */
    default Tensor mean(Object... options) {
        return (Tensor) call("mean", options);
    }

    /** The sum along the dims that are named, or of all numbers. */
    default Tensor sum(Object... options) {
        return (Tensor) call("sum", options);
    }

    /**
     * The largest number; along a dim, its place is a second output (x.max(1).output(1)). With a tensor, the larger
     * of both.
     */
    default Tensor max(Object... arguments) {
        return (Tensor) call("max", arguments);
    }

    /** The smallest number; along a dim, its place is a second output. With a tensor, the smaller of both. */
    default Tensor min(Object... arguments) {
        return (Tensor) call("min", arguments);
    }

    /** The middle number; along a dim, its place is a second output. */
    default Tensor median(Object... options) {
        return (Tensor) call("median", options);
    }

    /** The largest number along the dims that are named. */
    default Tensor amax(Object... options) {
        return (Tensor) call("amax", options);
    }

    /** The smallest number along the dims that are named. */
    default Tensor amin(Object... options) {
        return (Tensor) call("amin", options);
    }

    /** The product along a dim, or of all numbers. */
    default Tensor prod(Object... options) {
        return (Tensor) call("prod", options);
    }

    /** The variance; unbiased(false) divides by n, correction(c) by n - c. */
    default Tensor var(Object... arguments) {
        return (Tensor) call("var", arguments);
    }

    /** The standard deviation; unbiased(false) divides by n, correction(c) by n - c. */
    default Tensor std(Object... arguments) {
        return (Tensor) call("std", arguments);
    }

    /** The norm: first the power p, then the dims: x.norm(2, 1), x.norm(dim(1)). */
    default Tensor norm(Object... options) {
        return (Tensor) call("norm", options);
    }

    /** The logarithm of the sum of e to each number. */
    default Tensor logsumexp(Object... options) {
        return (Tensor) call("logsumexp", options);
    }

    /** Whether all hold. */
    default Tensor all(Object... options) {
        return (Tensor) call("all", options);
    }

    /** Whether any holds. */
    default Tensor any(Object... options) {
        return (Tensor) call("any", options);
    }

    /** The place of the largest number along a dim, or in the whole. */
    default Tensor argmax(Object... options) {
        return (Tensor) call("argmax", options);
    }

    /** The place of the smallest number along a dim, or in the whole. */
    default Tensor argmin(Object... options) {
        return (Tensor) call("argmin", options);
    }

    /** The k largest numbers along a dim (the last one if none is named), and their places as a second output. */
    default Tensor topk(Object k, Object... options) {
        return (Tensor) call("topk", with(options, k));
    }

    /**
     * The numbers in order along a dim (the last one if none is named), and their old places as a second output.
     */
    default Tensor sort(Object... options) {
        return (Tensor) call("sort", options);
    }

    /** The places of the numbers in order along a dim (the last one if none is named). */
    default Tensor argsort(Object... options) {
        return (Tensor) call("argsort", options);
    }

    /** The sums of all numbers up to each place of an axis. */
    default Tensor cumsum(Object dim, Object... options) {
        return (Tensor) call("cumsum", with(options, dim));
    }

    /** The products of all numbers up to each place of an axis. */
    default Tensor cumprod(Object dim, Object... options) {
        return (Tensor) call("cumprod", with(options, dim));
    }
}

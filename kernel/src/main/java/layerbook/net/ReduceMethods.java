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

    /** The mean of what is a number. */
    default Tensor nanmean(Object... options) {
        return (Tensor) call("nanmean", options);
    }

    /** The sum of what is a number. */
    default Tensor nansum(Object... options) {
        return (Tensor) call("nansum", options);
    }

    /** The largest number along the dims that are named. */
    default Tensor amax(Object... options) {
        return (Tensor) call("amax", options);
    }

    /** The smallest number along the dims that are named. */
    default Tensor amin(Object... options) {
        return (Tensor) call("amin", options);
    }

    /** The logarithm of the sum of e to each number. */
    default Tensor logsumexp(Object... options) {
        return (Tensor) call("logsumexp", options);
    }

    /** The norm: first the power p, then the dims: x.norm(2, 1), x.norm(dim(1)). */
    default Tensor norm(Object... options) {
        return (Tensor) call("norm", options);
    }

    /** The variance; unbiased(false) divides by n, correction(c) by n - c. */
    default Tensor var(Object... arguments) {
        return (Tensor) call("var", arguments);
    }

    /** The standard deviation; unbiased(false) divides by n, correction(c) by n - c. */
    default Tensor std(Object... arguments) {
        return (Tensor) call("std", arguments);
    }

    /** Whether all hold. */
    default Tensor all(Object... options) {
        return (Tensor) call("all", options);
    }

    /** Whether any holds. */
    default Tensor any(Object... options) {
        return (Tensor) call("any", options);
    }

    /** How many numbers are not zero. */
    default Tensor countNonzero(Object... options) {
        return (Tensor) call("countNonzero", options);
    }

    /** The product along a dim, or of all numbers. */
    default Tensor prod(Object... options) {
        return (Tensor) call("prod", options);
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

    /** The middle of what is a number; along a dim, its place is a second output. */
    default Tensor nanmedian(Object... options) {
        return (Tensor) call("nanmedian", options);
    }

    /** The most frequent number along a dim, and its place as a second output. */
    default Tensor mode(Object... options) {
        return (Tensor) call("mode", options);
    }

    /** The k-th smallest number along a dim, and its place as a second output. */
    default Tensor kthvalue(Object k, Object... options) {
        return (Tensor) call("kthvalue", with(options, k));
    }

    /** The place of the largest number along a dim, or in the whole. */
    default Tensor argmax(Object... options) {
        return (Tensor) call("argmax", options);
    }

    /** The place of the smallest number along a dim, or in the whole. */
    default Tensor argmin(Object... options) {
        return (Tensor) call("argmin", options);
    }

    /** The smallest and the largest number along a dim, or of all. */
    default Tensor aminmax(Object... options) {
        return (Tensor) call("aminmax", options);
    }

    /** The standard deviation, and the mean as a second output. */
    default Tensor stdMean(Object... arguments) {
        return (Tensor) call("stdMean", arguments);
    }

    /** The variance, and the mean as a second output. */
    default Tensor varMean(Object... arguments) {
        return (Tensor) call("varMean", arguments);
    }

    /** The number below which a part q of the numbers lies, along a dim or of all. */
    default Tensor quantile(Object q, Object... options) {
        return (Tensor) call("quantile", with(options, q));
    }

    /** The quantile of what is a number. */
    default Tensor nanquantile(Object q, Object... options) {
        return (Tensor) call("nanquantile", with(options, q));
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

    /** The numbers in order along the first axis. */
    default Tensor msort() {
        return (Tensor) call("msort");
    }

    /** The largest number up to each place of an axis, and its place as a second output. */
    default Tensor cummax(Object dim) {
        return (Tensor) call("cummax", dim);
    }

    /** The smallest number up to each place of an axis, and its place as a second output. */
    default Tensor cummin(Object dim) {
        return (Tensor) call("cummin", dim);
    }

    /** The logarithm of the sum of e to each number up to each place of an axis. */
    default Tensor logcumsumexp(Object dim) {
        return (Tensor) call("logcumsumexp", dim);
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

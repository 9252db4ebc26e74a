package layerbook.net;

import java.util.Arrays;
import layerbook.layer.Kind;
import layerbook.layer.Option;

/** Operations that make one number of many along axes. Dims are listed; {@code keepdim(true)} keeps the axes with size 1. */
interface ReduceOperations extends Applying {
    default Tensor mean(Object... dims) {
        return apply(Reducing.of("mean", Kind.ADD, dims));
    }

    default Tensor sum(Object... dims) {
        return apply(Reducing.of("sum", Kind.ADD, dims));
    }

    /** The largest number; along a dim, its place is a second output ({@code x.max(1).output(1)}). With a tensor, the larger of both. */
    default Tensor max(Object... dims) {
        return dims.length == 1 && dims[0] instanceof Tensor t ? Elementwise.binary(self(), "maximum", t) : apply(Reducing.pair("max", Kind.COMPARE, dims));
    }

    /** The smallest number; along a dim, its place is a second output. With a tensor, the smaller of both. */
    default Tensor min(Object... dims) {
        return dims.length == 1 && dims[0] instanceof Tensor t ? Elementwise.binary(self(), "minimum", t) : apply(Reducing.pair("min", Kind.COMPARE, dims));
    }

    /** The middle number; along a dim, its place is a second output. */
    default Tensor median(Object... dims) {
        return apply(Reducing.pair("median", Kind.COMPARE, dims));
    }

    default Tensor amax(Object... dims) {
        return apply(Reducing.of("amax", Kind.COMPARE, dims));
    }

    default Tensor amin(Object... dims) {
        return apply(Reducing.of("amin", Kind.COMPARE, dims));
    }

    default Tensor prod(Object... dims) {
        return apply(Reducing.one("prod", Kind.MULTIPLY, dims));
    }

    /** The variance; {@code unbiased(false)} divides by n. */
    default Tensor var(Object... dims) {
        return apply(Reducing.of("var", Kind.ADD, dims));
    }

    /** The standard deviation; {@code unbiased(false)} divides by n. */
    default Tensor std(Object... dims) {
        return apply(Reducing.of("std", Kind.ADD, dims));
    }

    /** The norm; as in PyTorch the first number is the power p, then come the dims: {@code x.norm(2, 1)}, {@code x.norm(dim(1))}. */
    default Tensor norm(Object... powerAndDims) {
        boolean power = powerAndDims.length > 0 && powerAndDims[0] instanceof Number;
        return apply(Reducing.of("norm", Kind.ADD, power ? Arrays.copyOfRange(powerAndDims, 1, powerAndDims.length) : powerAndDims));
    }

    default Tensor logsumexp(Object... dims) {
        return apply(Reducing.of("logsumexp", Kind.EXPONENTIAL, dims));
    }

    /** Whether all hold. */
    default Tensor all(Object... dims) {
        return apply(Reducing.of("all", Kind.COMPARE, dims));
    }

    /** Whether any holds. */
    default Tensor any(Object... dims) {
        return apply(Reducing.of("any", Kind.COMPARE, dims));
    }

    default Tensor argmax(Object... dims) {
        return apply(Reducing.place("argmax", dims));
    }

    default Tensor argmin(Object... dims) {
        return apply(Reducing.place("argmin", dims));
    }

    /** The k largest numbers along a dim (the last one if none is named), and their places as a second output. */
    default Tensor topk(int k, Object... dim) {
        return apply(Ordering.topk(k, dim));
    }

    /** The numbers in order along a dim (the last one if none is named), and their old places as a second output. */
    default Tensor sort(Object... dim) {
        return apply(Ordering.sort(dim));
    }

    default Tensor argsort(Object... dim) {
        return apply(Ordering.argsort(dim));
    }

    default Tensor cumsum(int dim) {
        return apply(Ordering.along("cumsum", Kind.ADD, dim));
    }

    default Tensor cumsum(Option dim) {
        return cumsum(Numbers.axis(dim));
    }

    default Tensor cumprod(int dim) {
        return apply(Ordering.along("cumprod", Kind.MULTIPLY, dim));
    }
}

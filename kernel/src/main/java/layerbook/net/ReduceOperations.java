package layerbook.net;

import layerbook.layer.Kind;

/** Operations that make one number of many along axes. Dims are listed; {@code keepdim(true)} keeps the axes with size 1. */
interface ReduceOperations extends Applying {
    default Tensor mean(Object... dims) {
        return apply(Reducing.of("mean", Kind.ADD, dims));
    }

    default Tensor sum(Object... dims) {
        return apply(Reducing.of("sum", Kind.ADD, dims));
    }

    default Tensor max(Object... dims) {
        return apply(Reducing.of("max", Kind.COMPARE, dims));
    }

    default Tensor min(Object... dims) {
        return apply(Reducing.of("min", Kind.COMPARE, dims));
    }

    default Tensor amax(Object... dims) {
        return apply(Reducing.of("amax", Kind.COMPARE, dims));
    }

    default Tensor prod(Object... dims) {
        return apply(Reducing.of("prod", Kind.MULTIPLY, dims));
    }

    default Tensor var(Object... dims) {
        return apply(Reducing.of("var", Kind.ADD, dims));
    }

    default Tensor std(Object... dims) {
        return apply(Reducing.of("std", Kind.ADD, dims));
    }

    default Tensor norm(Object... dims) {
        return apply(Reducing.of("norm", Kind.ADD, dims));
    }

    default Tensor argmax(Object... dims) {
        return apply(Reducing.of("argmax", Kind.COMPARE, dims));
    }

    default Tensor cumsum(int dim) {
        return apply(Elementwise.unary("cumsum", Kind.ADD));
    }
}

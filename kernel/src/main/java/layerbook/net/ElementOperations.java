package layerbook.net;

import layerbook.layer.Kind;
import layerbook.shape.DType;

/** Operations on the numbers of one tensor, one by one. */
interface ElementOperations extends Applying {
    default Tensor neg() {
        return apply(Elementwise.unary("neg", Kind.NEGATE));
    }

    default Tensor abs() {
        return apply(Elementwise.unary("abs", Kind.ABSOLUTE));
    }

    default Tensor sign() {
        return apply(Elementwise.unary("sign", Kind.COMPARE));
    }

    default Tensor square() {
        return apply(Elementwise.unary("square", Kind.MULTIPLY));
    }

    default Tensor sqrt() {
        return apply(Elementwise.unary("sqrt", Kind.SQUARE_ROOT));
    }

    default Tensor rsqrt() {
        return apply(Elementwise.unary("rsqrt", Kind.SQUARE_ROOT));
    }

    default Tensor reciprocal() {
        return apply(Elementwise.unary("reciprocal", Kind.DIVIDE));
    }

    default Tensor exp() {
        return apply(Elementwise.unary("exp", Kind.EXPONENTIAL));
    }

    default Tensor exp2() {
        return apply(Elementwise.unary("exp2", Kind.EXPONENTIAL));
    }

    default Tensor expm1() {
        return apply(Elementwise.unary("expm1", Kind.EXPONENTIAL));
    }

    default Tensor log() {
        return apply(Elementwise.unary("log", Kind.LOGARITHM));
    }

    default Tensor log2() {
        return apply(Elementwise.unary("log2", Kind.LOGARITHM));
    }

    default Tensor log10() {
        return apply(Elementwise.unary("log10", Kind.LOGARITHM));
    }

    default Tensor log1p() {
        return apply(Elementwise.unary("log1p", Kind.LOGARITHM));
    }

    default Tensor logit() {
        return apply(Elementwise.unary("logit", Kind.LOGARITHM));
    }

    default Tensor sin() {
        return apply(Elementwise.unary("sin", Kind.TRIGONOMETRIC));
    }

    default Tensor cos() {
        return apply(Elementwise.unary("cos", Kind.TRIGONOMETRIC));
    }

    default Tensor tan() {
        return apply(Elementwise.unary("tan", Kind.TRIGONOMETRIC));
    }

    default Tensor asin() {
        return apply(Elementwise.unary("asin", Kind.TRIGONOMETRIC));
    }

    default Tensor acos() {
        return apply(Elementwise.unary("acos", Kind.TRIGONOMETRIC));
    }

    default Tensor atan() {
        return apply(Elementwise.unary("atan", Kind.TRIGONOMETRIC));
    }

    default Tensor sinh() {
        return apply(Elementwise.unary("sinh", Kind.EXPONENTIAL));
    }

    default Tensor cosh() {
        return apply(Elementwise.unary("cosh", Kind.EXPONENTIAL));
    }

    default Tensor erf() {
        return apply(Elementwise.unary("erf", Kind.ERROR_FUNCTION));
    }

    default Tensor floor() {
        return apply(Elementwise.unary("floor", Kind.ROUND));
    }

    default Tensor ceil() {
        return apply(Elementwise.unary("ceil", Kind.ROUND));
    }

    default Tensor round() {
        return apply(Elementwise.unary("round", Kind.ROUND));
    }

    default Tensor trunc() {
        return apply(Elementwise.unary("trunc", Kind.ROUND));
    }

    default Tensor logicalNot() {
        return apply(Elementwise.unary("logicalNot", Kind.NEGATE));
    }

    /** Cuts off what lies below the one or above the other; null is no bound. */
    default Tensor clamp(Object... bounds) {
        return apply(Elementwise.unary("clamp", Kind.COMPARE, bounds));
    }

    /** Cuts off what lies below. */
    default Tensor clampMin(Object bound) {
        return apply(Elementwise.unary("clampMin", Kind.COMPARE, bound));
    }

    /** Cuts off what lies above. */
    default Tensor clampMax(Object bound) {
        return apply(Elementwise.unary("clampMax", Kind.COMPARE, bound));
    }

    /** {@code F.normalize}: divided by its norm along an axis, 1 if none is named. */
    default Tensor normalize(Object... options) {
        return apply(Elementwise.unary("normalize", Kind.MULTIPLY));
    }

    default Tensor triu(int... diagonal) {
        return apply(Moving.triangle("triu", diagonal));
    }

    default Tensor tril(int... diagonal) {
        return apply(Moving.triangle("tril", diagonal));
    }

    default Tensor contiguous() {
        return apply(Elementwise.moved("contiguous"));
    }

    default Tensor detach() {
        return apply(Elementwise.unary("detach", Kind.COPY));
    }

    /** The same numbers in another type. */
    default Tensor to(DType dtype) {
        return apply(Elementwise.cast(dtype));
    }
}

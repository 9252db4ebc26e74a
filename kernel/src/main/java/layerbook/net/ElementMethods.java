package layerbook.net;

/** Methods of a tensor. Written from the catalogue of operations by TensorMethodsTest. */
interface ElementMethods extends Callable {
    /** Minus each number. */
    default Tensor neg() {
        return (Tensor) call("neg");
    }

    /** The size of each number, without its sign. */
    default Tensor abs() {
        return (Tensor) call("abs");
    }

    /** -1, 0 or 1 for each number. */
    default Tensor sign() {
        return (Tensor) call("sign");
    }

    /** Each number times itself. */
    default Tensor square() {
        return (Tensor) call("square");
    }

    /** The square root of each number. */
    default Tensor sqrt() {
        return (Tensor) call("sqrt");
    }

    /** 1 / the square root of each number. */
    default Tensor rsqrt() {
        return (Tensor) call("rsqrt");
    }

    /** 1 / each number. */
    default Tensor reciprocal() {
        return (Tensor) call("reciprocal");
    }

    /** e to the power of each number. */
    default Tensor exp() {
        return (Tensor) call("exp");
    }

    /** 2 to the power of each number. */
    default Tensor exp2() {
        return (Tensor) call("exp2");
    }

    /** e to the power of each number, minus 1. */
    default Tensor expm1() {
        return (Tensor) call("expm1");
    }

    /** The natural logarithm of each number. */
    default Tensor log() {
        return (Tensor) call("log");
    }

    /** The logarithm to base 2 of each number. */
    default Tensor log2() {
        return (Tensor) call("log2");
    }

    /** The logarithm to base 10 of each number. */
    default Tensor log10() {
        return (Tensor) call("log10");
    }

    /** The natural logarithm of 1 + each number. */
    default Tensor log1p() {
        return (Tensor) call("log1p");
    }

    /** The sine of each number. */
    default Tensor sin() {
        return (Tensor) call("sin");
    }

    /** The cosine of each number. */
    default Tensor cos() {
        return (Tensor) call("cos");
    }

    /** The tangent of each number. */
    default Tensor tan() {
        return (Tensor) call("tan");
    }

    /** The angle whose sine each number is. */
    default Tensor asin() {
        return (Tensor) call("asin");
    }

    /** The angle whose cosine each number is. */
    default Tensor acos() {
        return (Tensor) call("acos");
    }

    /** The angle whose tangent each number is. */
    default Tensor atan() {
        return (Tensor) call("atan");
    }

    /** The hyperbolic sine of each number. */
    default Tensor sinh() {
        return (Tensor) call("sinh");
    }

    /** The hyperbolic cosine of each number. */
    default Tensor cosh() {
        return (Tensor) call("cosh");
    }

    /** The error function of each number. */
    default Tensor erf() {
        return (Tensor) call("erf");
    }

    /** The next whole number below. */
    default Tensor floor() {
        return (Tensor) call("floor");
    }

    /** The next whole number above. */
    default Tensor ceil() {
        return (Tensor) call("ceil");
    }

    /** Each number without its fraction. */
    default Tensor trunc() {
        return (Tensor) call("trunc");
    }

    /** Whether each number is zero. */
    default Tensor logicalNot() {
        return (Tensor) call("logicalNot");
    }

    /** The nearest whole number. */
    default Tensor round(Object... options) {
        return (Tensor) call("round", options);
    }

    /** The logarithm of x / (1 - x). */
    default Tensor logit(Object... options) {
        return (Tensor) call("logit", options);
    }

    /** Cuts off what lies below the one or above the other; null is no bound. */
    default Tensor clamp(Object... options) {
        return (Tensor) call("clamp", options);
    }

    /** Cuts off what lies below the one or above the other; null is no bound. */
    default Tensor clip(Object... options) {
        return (Tensor) call("clip", options);
    }

    /** Cuts off what lies below. */
    default Tensor clampMin(Object min) {
        return (Tensor) call("clampMin", min);
    }

    /** Cuts off what lies above. */
    default Tensor clampMax(Object max) {
        return (Tensor) call("clampMax", max);
    }

    /** Divided by its norm along an axis, 1 if none is named. */
    default Tensor normalize(Object... options) {
        return (Tensor) call("normalize", options);
    }

    /** The same numbers, no longer followed backwards. */
    default Tensor detach() {
        return (Tensor) call("detach");
    }

    /** A copy in row-major order, where it is not so already. */
    default Tensor contiguous(Object... options) {
        return (Tensor) call("contiguous", options);
    }

    /** The same numbers in another type. */
    default Tensor to(Object dtype, Object... options) {
        return (Tensor) call("to", with(options, dtype));
    }

    /** this - other, broadcast; the other is a tensor or a number. */
    default Tensor sub(Object other, Object... options) {
        return (Tensor) call("sub", with(options, other));
    }

    /** this - other, broadcast; the other is a tensor or a number. */
    default Tensor subtract(Object other, Object... options) {
        return (Tensor) call("subtract", with(options, other));
    }

    /** this + other, broadcast; the other is a tensor or a number. */
    default Tensor add(Object other, Object... options) {
        return (Tensor) call("add", with(options, other));
    }

    /** this * other, broadcast; the other is a tensor or a number. */
    default Tensor mul(Object other) {
        return (Tensor) call("mul", other);
    }

    /** this * other, broadcast; the other is a tensor or a number. */
    default Tensor multiply(Object other) {
        return (Tensor) call("multiply", other);
    }

    /** this / other, broadcast; the other is a tensor or a number. */
    default Tensor div(Object other, Object... options) {
        return (Tensor) call("div", with(options, other));
    }

    /** this / other, broadcast; the other is a tensor or a number. */
    default Tensor divide(Object other, Object... options) {
        return (Tensor) call("divide", with(options, other));
    }

    /** this / other, broadcast; the other is a tensor or a number. */
    default Tensor trueDivide(Object other, Object... options) {
        return (Tensor) call("trueDivide", with(options, other));
    }

    /** What a division leaves, broadcast; the other is a tensor or a number. */
    default Tensor remainder(Object other) {
        return (Tensor) call("remainder", other);
    }

    /** this / other rounded down, broadcast; the other is a tensor or a number. */
    default Tensor floorDivide(Object other) {
        return (Tensor) call("floorDivide", other);
    }

    /** The angle of the point (other, this), broadcast. */
    default Tensor atan2(Object other) {
        return (Tensor) call("atan2", other);
    }

    /** The angle of the point (other, this), broadcast. */
    default Tensor arctan2(Object other) {
        return (Tensor) call("arctan2", other);
    }

    /** The larger of both, broadcast. */
    default Tensor maximum(Object other) {
        return (Tensor) call("maximum", other);
    }

    /** The smaller of both, broadcast. */
    default Tensor minimum(Object other) {
        return (Tensor) call("minimum", other);
    }

    /** Whether both are equal, broadcast. */
    default Tensor eq(Object other) {
        return (Tensor) call("eq", other);
    }

    /** Whether both differ, broadcast. */
    default Tensor ne(Object other) {
        return (Tensor) call("ne", other);
    }

    /** Whether both differ, broadcast. */
    default Tensor notEqual(Object other) {
        return (Tensor) call("notEqual", other);
    }

    /** Whether this is larger, broadcast. */
    default Tensor gt(Object other) {
        return (Tensor) call("gt", other);
    }

    /** Whether this is larger, broadcast. */
    default Tensor greater(Object other) {
        return (Tensor) call("greater", other);
    }

    /** Whether this is larger or equal, broadcast. */
    default Tensor ge(Object other) {
        return (Tensor) call("ge", other);
    }

    /** Whether this is larger or equal, broadcast. */
    default Tensor greaterEqual(Object other) {
        return (Tensor) call("greaterEqual", other);
    }

    /** Whether this is smaller, broadcast. */
    default Tensor lt(Object other) {
        return (Tensor) call("lt", other);
    }

    /** Whether this is smaller, broadcast. */
    default Tensor less(Object other) {
        return (Tensor) call("less", other);
    }

    /** Whether this is smaller or equal, broadcast. */
    default Tensor le(Object other) {
        return (Tensor) call("le", other);
    }

    /** Whether this is smaller or equal, broadcast. */
    default Tensor lessEqual(Object other) {
        return (Tensor) call("lessEqual", other);
    }

    /** Whether both hold, broadcast. */
    default Tensor logicalAnd(Object other) {
        return (Tensor) call("logicalAnd", other);
    }

    /** Whether one of them holds, broadcast. */
    default Tensor logicalOr(Object other) {
        return (Tensor) call("logicalOr", other);
    }

    /** this to the power of other, broadcast; the other is a tensor or a number. */
    default Tensor pow(Object exponent) {
        return (Tensor) call("pow", exponent);
    }

    /** this + weight * (end - this), broadcast. */
    default Tensor lerp(Tensor end, Object weight) {
        return (Tensor) call("lerp", end, weight);
    }

    /** this + value * a * b, broadcast. */
    default Tensor addcmul(Tensor tensor1, Tensor tensor2, Object... options) {
        return (Tensor) call("addcmul", with(options, tensor1, tensor2));
    }

    /** this + value * a / b, broadcast. */
    default Tensor addcdiv(Tensor tensor1, Tensor tensor2, Object... options) {
        return (Tensor) call("addcdiv", with(options, tensor1, tensor2));
    }

    /** Where the condition holds this, elsewhere the other. */
    default Tensor where(Tensor condition, Object other) {
        return (Tensor) call("where", condition, other);
    }

    /** A value where the mask, broadcast, holds. */
    default Tensor maskedFill(Tensor mask, Object value) {
        return (Tensor) call("maskedFill", mask, value);
    }
}

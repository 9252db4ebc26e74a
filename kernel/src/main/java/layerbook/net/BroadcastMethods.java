package layerbook.net;

/** Methods of a tensor. Written from the catalogue of operations by TensorMethodsTest. */
interface BroadcastMethods extends Callable {
    /** this + other, broadcast; the other is a tensor or a number. */
    default Tensor add(Object other, Object... options) {
        return (Tensor) call("add", with(options, other));
    }

    /** this - other, broadcast; the other is a tensor or a number. */
    default Tensor sub(Object other, Object... options) {
        return (Tensor) call("sub", with(options, other));
    }

    /** this - other, broadcast; the other is a tensor or a number. */
    default Tensor subtract(Object other, Object... options) {
        return (Tensor) call("subtract", with(options, other));
    }

    /** other - this, broadcast; the other is a tensor or a number. */
    default Tensor rsub(Object other, Object... options) {
        return (Tensor) call("rsub", with(options, other));
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

    /** What a division rounded towards zero leaves, broadcast. */
    default Tensor fmod(Object other) {
        return (Tensor) call("fmod", other);
    }

    /** this / other rounded down, broadcast; the other is a tensor or a number. */
    default Tensor floorDivide(Object other) {
        return (Tensor) call("floorDivide", other);
    }

    /** The angle of the point (other, this), broadcast. */
    default Tensor atan2(Tensor other) {
        return (Tensor) call("atan2", other);
    }

    /** The angle of the point (other, this), broadcast. */
    default Tensor arctan2(Tensor other) {
        return (Tensor) call("arctan2", other);
    }

    /** The larger of both, broadcast. */
    default Tensor maximum(Tensor other) {
        return (Tensor) call("maximum", other);
    }

    /** The smaller of both, broadcast. */
    default Tensor minimum(Tensor other) {
        return (Tensor) call("minimum", other);
    }

    /** The larger of both, a number before what is none, broadcast. */
    default Tensor fmax(Tensor other) {
        return (Tensor) call("fmax", other);
    }

    /** The smaller of both, a number before what is none, broadcast. */
    default Tensor fmin(Tensor other) {
        return (Tensor) call("fmin", other);
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
    default Tensor logicalAnd(Tensor other) {
        return (Tensor) call("logicalAnd", other);
    }

    /** Whether one of them holds, broadcast. */
    default Tensor logicalOr(Tensor other) {
        return (Tensor) call("logicalOr", other);
    }

    /** Whether just one of them holds, broadcast. */
    default Tensor logicalXor(Tensor other) {
        return (Tensor) call("logicalXor", other);
    }

    /** The bits that both have, broadcast. */
    default Tensor bitwiseAnd(Object other) {
        return (Tensor) call("bitwiseAnd", other);
    }

    /** The bits that one of them has, broadcast. */
    default Tensor bitwiseOr(Object other) {
        return (Tensor) call("bitwiseOr", other);
    }

    /** The bits that just one of them has, broadcast. */
    default Tensor bitwiseXor(Object other) {
        return (Tensor) call("bitwiseXor", other);
    }

    /** The bits moved to the left, broadcast. */
    default Tensor bitwiseLeftShift(Object other) {
        return (Tensor) call("bitwiseLeftShift", other);
    }

    /** The bits moved to the right, broadcast. */
    default Tensor bitwiseRightShift(Object other) {
        return (Tensor) call("bitwiseRightShift", other);
    }

    /** this to the power of other, broadcast; either may be a number. */
    default Tensor pow(Object exponent) {
        return (Tensor) call("pow", exponent);
    }

    /** this to the power of other in double precision, broadcast. */
    default Tensor floatPower(Object exponent) {
        return (Tensor) call("floatPower", exponent);
    }

    /** The root of the sum of both squares, broadcast. */
    default Tensor hypot(Tensor other) {
        return (Tensor) call("hypot", other);
    }

    /** The next number towards the other, broadcast. */
    default Tensor nextafter(Tensor other) {
        return (Tensor) call("nextafter", other);
    }

    /** The logarithm of the sum of both powers of e, broadcast. */
    default Tensor logaddexp(Tensor other) {
        return (Tensor) call("logaddexp", other);
    }

    /** The logarithm to base 2 of the sum of both powers of 2, broadcast. */
    default Tensor logaddexp2(Tensor other) {
        return (Tensor) call("logaddexp2", other);
    }

    /** This with the sign of the other, broadcast. */
    default Tensor copysign(Object other) {
        return (Tensor) call("copysign", other);
    }

    /** this * log(other), broadcast. */
    default Tensor xlogy(Object other) {
        return (Tensor) call("xlogy", other);
    }

    /** this * 2 to the power of other, broadcast. */
    default Tensor ldexp(Tensor other) {
        return (Tensor) call("ldexp", other);
    }

    /** The greatest common divisor, broadcast. */
    default Tensor gcd(Tensor other) {
        return (Tensor) call("gcd", other);
    }

    /** The least common multiple, broadcast. */
    default Tensor lcm(Tensor other) {
        return (Tensor) call("lcm", other);
    }

    /** 0, 1 or the other, by the sign of this, broadcast. */
    default Tensor heaviside(Tensor values) {
        return (Tensor) call("heaviside", values);
    }

    /** Whether both are nearly equal, broadcast. */
    default Tensor isclose(Tensor other, Object... options) {
        return (Tensor) call("isclose", with(options, other));
    }

    /** The norm of the difference of both. */
    default Tensor dist(Tensor other, Object... options) {
        return (Tensor) call("dist", with(options, other));
    }

    /** Complex numbers of these sizes and angles. */
    default Tensor polar(Tensor angle) {
        return (Tensor) call("polar", angle);
    }

    /** Complex numbers of these real and imaginary parts. */
    default Tensor complex(Tensor imag) {
        return (Tensor) call("complex", imag);
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

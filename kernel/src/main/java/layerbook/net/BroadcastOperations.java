package layerbook.net;

import layerbook.layer.Kind;

/** Operations on the numbers of two tensors or more (or of a tensor and a number), one by one, sizes broadcast. */
interface BroadcastOperations extends Applying {
    /** this + other, broadcast; the other is a tensor or a number. */
    default Tensor add(Object other) {
        return Elementwise.binary(self(), "add", other);
    }

    /** this - other, broadcast; the other is a tensor or a number. */
    default Tensor sub(Object other) {
        return Elementwise.binary(self(), "sub", other);
    }

    /** this * other, broadcast; the other is a tensor or a number. */
    default Tensor mul(Object other) {
        return Elementwise.binary(self(), "mul", other);
    }

    /** this / other, broadcast; the other is a tensor or a number. */
    default Tensor div(Object other) {
        return Elementwise.binary(self(), "div", other);
    }

    /** this to the power of other, broadcast; the other is a tensor or a number. */
    default Tensor pow(Object other) {
        return Elementwise.binary(self(), "pow", other);
    }

    /** what a division leaves, broadcast; the other is a tensor or a number. */
    default Tensor remainder(Object other) {
        return Elementwise.binary(self(), "remainder", other);
    }

    /** this / other rounded down, broadcast; the other is a tensor or a number. */
    default Tensor floorDivide(Object other) {
        return Elementwise.binary(self(), "floorDivide", other);
    }

    /** the angle, broadcast; the other is a tensor or a number. */
    default Tensor atan2(Object other) {
        return Elementwise.binary(self(), "atan2", other);
    }

    /** the larger, broadcast; the other is a tensor or a number. */
    default Tensor maximum(Object other) {
        return Elementwise.binary(self(), "maximum", other);
    }

    /** the smaller, broadcast; the other is a tensor or a number. */
    default Tensor minimum(Object other) {
        return Elementwise.binary(self(), "minimum", other);
    }

    /** whether equal, broadcast; the other is a tensor or a number. */
    default Tensor eq(Object other) {
        return Elementwise.binary(self(), "eq", other);
    }

    /** whether different, broadcast; the other is a tensor or a number. */
    default Tensor ne(Object other) {
        return Elementwise.binary(self(), "ne", other);
    }

    /** whether larger, broadcast; the other is a tensor or a number. */
    default Tensor gt(Object other) {
        return Elementwise.binary(self(), "gt", other);
    }

    /** whether larger or equal, broadcast; the other is a tensor or a number. */
    default Tensor ge(Object other) {
        return Elementwise.binary(self(), "ge", other);
    }

    /** whether smaller, broadcast; the other is a tensor or a number. */
    default Tensor lt(Object other) {
        return Elementwise.binary(self(), "lt", other);
    }

    /** whether smaller or equal, broadcast; the other is a tensor or a number. */
    default Tensor le(Object other) {
        return Elementwise.binary(self(), "le", other);
    }

    /** whether both hold, broadcast; the other is a tensor or a number. */
    default Tensor logicalAnd(Object other) {
        return Elementwise.binary(self(), "logicalAnd", other);
    }

    /** whether one of them holds, broadcast; the other is a tensor or a number. */
    default Tensor logicalOr(Object other) {
        return Elementwise.binary(self(), "logicalOr", other);
    }

    /** this + weight·(end − this), broadcast. */
    default Tensor lerp(Tensor end, Object weight) {
        return Elementwise.several(self(), "lerp", Kind.MULTIPLY_ADD, end, weight);
    }

    /** this + a·b, broadcast. */
    default Tensor addcmul(Tensor a, Tensor b, Object... value) {
        return Elementwise.several(self(), "addcmul", Kind.MULTIPLY, a, b);
    }

    /** this + a/b, broadcast. */
    default Tensor addcdiv(Tensor a, Tensor b, Object... value) {
        return Elementwise.several(self(), "addcdiv", Kind.DIVIDE, a, b);
    }

    /** Where the condition holds this, elsewhere the other. */
    default Tensor where(Tensor condition, Object other) {
        return Elementwise.several(self(), "where", Kind.COPY, condition, other);
    }

    /** A value where the mask holds. */
    default Tensor maskedFill(Tensor mask, Object value) {
        return Elementwise.filled(self(), mask, value);
    }
}

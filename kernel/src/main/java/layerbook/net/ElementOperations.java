package layerbook.net;

/** Operations on numbers one by one, and products of matrices. */
interface ElementOperations extends Applying {
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

    /** whether larger, broadcast; the other is a tensor or a number. */
    default Tensor gt(Object other) {
        return Elementwise.binary(self(), "gt", other);
    }

    /** whether smaller, broadcast; the other is a tensor or a number. */
    default Tensor lt(Object other) {
        return Elementwise.binary(self(), "lt", other);
    }

    /** whether different, broadcast; the other is a tensor or a number. */
    default Tensor ne(Object other) {
        return Elementwise.binary(self(), "ne", other);
    }

    /** whether larger or equal, broadcast; the other is a tensor or a number. */
    default Tensor ge(Object other) {
        return Elementwise.binary(self(), "ge", other);
    }

    /** whether smaller or equal, broadcast; the other is a tensor or a number. */
    default Tensor le(Object other) {
        return Elementwise.binary(self(), "le", other);
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

    /** whether both hold, broadcast; the other is a tensor or a number. */
    default Tensor logicalAnd(Object other) {
        return Elementwise.binary(self(), "logicalAnd", other);
    }

    /** whether one of them holds, broadcast; the other is a tensor or a number. */
    default Tensor logicalOr(Object other) {
        return Elementwise.binary(self(), "logicalOr", other);
    }

    default Tensor tan() {
        return apply(Elementwise.unary("tan", layerbook.layer.Kind.TRIGONOMETRIC));
    }

    default Tensor asin() {
        return apply(Elementwise.unary("asin", layerbook.layer.Kind.TRIGONOMETRIC));
    }

    default Tensor acos() {
        return apply(Elementwise.unary("acos", layerbook.layer.Kind.TRIGONOMETRIC));
    }

    default Tensor atan() {
        return apply(Elementwise.unary("atan", layerbook.layer.Kind.TRIGONOMETRIC));
    }

    default Tensor sinh() {
        return apply(Elementwise.unary("sinh", layerbook.layer.Kind.EXPONENTIAL));
    }

    default Tensor cosh() {
        return apply(Elementwise.unary("cosh", layerbook.layer.Kind.EXPONENTIAL));
    }

    default Tensor exp2() {
        return apply(Elementwise.unary("exp2", layerbook.layer.Kind.EXPONENTIAL));
    }

    default Tensor trunc() {
        return apply(Elementwise.unary("trunc", layerbook.layer.Kind.ROUND));
    }

    default Tensor logicalNot() {
        return apply(Elementwise.unary("logicalNot", layerbook.layer.Kind.NEGATE));
    }

    default Tensor logit() {
        return apply(Elementwise.unary("logit", layerbook.layer.Kind.LOGARITHM));
    }

    /** Cuts off what lies below. */
    default Tensor clampMin(Object bound) {
        return apply(Elementwise.unary("clampMin", layerbook.layer.Kind.COMPARE, bound));
    }

    /** Cuts off what lies above. */
    default Tensor clampMax(Object bound) {
        return apply(Elementwise.unary("clampMax", layerbook.layer.Kind.COMPARE, bound));
    }

    /** this + weight·(end − this), broadcast. */
    default Tensor lerp(Tensor end, Object weight) {
        return Elementwise.several(self(), "lerp", layerbook.layer.Kind.MULTIPLY_ADD, end, weight);
    }

    /** this + a·b, broadcast. */
    default Tensor addcmul(Tensor a, Tensor b, Object... value) {
        return Elementwise.several(self(), "addcmul", layerbook.layer.Kind.MULTIPLY, a, b);
    }

    /** this + a/b, broadcast. */
    default Tensor addcdiv(Tensor a, Tensor b, Object... value) {
        return Elementwise.several(self(), "addcdiv", layerbook.layer.Kind.DIVIDE, a, b);
    }

    default Tensor neg() {
        return apply(Elementwise.unary("neg", layerbook.layer.Kind.NEGATE));
    }

    default Tensor abs() {
        return apply(Elementwise.unary("abs", layerbook.layer.Kind.ABSOLUTE));
    }

    default Tensor exp() {
        return apply(Elementwise.unary("exp", layerbook.layer.Kind.EXPONENTIAL));
    }

    default Tensor log() {
        return apply(Elementwise.unary("log", layerbook.layer.Kind.LOGARITHM));
    }

    default Tensor sqrt() {
        return apply(Elementwise.unary("sqrt", layerbook.layer.Kind.SQUARE_ROOT));
    }

    default Tensor rsqrt() {
        return apply(Elementwise.unary("rsqrt", layerbook.layer.Kind.SQUARE_ROOT));
    }

    default Tensor square() {
        return apply(Elementwise.unary("square", layerbook.layer.Kind.MULTIPLY));
    }

    default Tensor reciprocal() {
        return apply(Elementwise.unary("reciprocal", layerbook.layer.Kind.DIVIDE));
    }

    default Tensor sin() {
        return apply(Elementwise.unary("sin", layerbook.layer.Kind.TRIGONOMETRIC));
    }

    default Tensor cos() {
        return apply(Elementwise.unary("cos", layerbook.layer.Kind.TRIGONOMETRIC));
    }

    default Tensor erf() {
        return apply(Elementwise.unary("erf", layerbook.layer.Kind.ERROR_FUNCTION));
    }

    default Tensor floor() {
        return apply(Elementwise.unary("floor", layerbook.layer.Kind.ROUND));
    }

    default Tensor ceil() {
        return apply(Elementwise.unary("ceil", layerbook.layer.Kind.ROUND));
    }

    default Tensor round() {
        return apply(Elementwise.unary("round", layerbook.layer.Kind.ROUND));
    }

    default Tensor sign() {
        return apply(Elementwise.unary("sign", layerbook.layer.Kind.COMPARE));
    }

    default Tensor log2() {
        return apply(Elementwise.unary("log2", layerbook.layer.Kind.LOGARITHM));
    }

    default Tensor log10() {
        return apply(Elementwise.unary("log10", layerbook.layer.Kind.LOGARITHM));
    }

    default Tensor log1p() {
        return apply(Elementwise.unary("log1p", layerbook.layer.Kind.LOGARITHM));
    }

    default Tensor expm1() {
        return apply(Elementwise.unary("expm1", layerbook.layer.Kind.EXPONENTIAL));
    }

    /** Cuts off what lies below the one or above the other; null is no bound. */
    default Tensor clamp(Object... bounds) {
        return apply(Elementwise.unary("clamp", layerbook.layer.Kind.COMPARE, bounds));
    }

    /** Where the condition holds this, elsewhere the other. */
    default Tensor where(Tensor condition, Object other) {
        return Elementwise.several(self(), "where", layerbook.layer.Kind.COPY, condition, other);
    }

    /** A value where the mask holds. */
    default Tensor maskedFill(Tensor mask, Object value) {
        return Elementwise.filled(self(), mask, value);
    }

    /** {@code F.normalize}: divided by its norm along an axis, 1 if none is named. */
    default Tensor normalize(Object... options) {
        return apply(Elementwise.unary("normalize", layerbook.layer.Kind.MULTIPLY));
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

    @Override Tensor self();

    default Tensor detach() {
        return apply(Elementwise.unary("detach", layerbook.layer.Kind.COPY));
    }

    /** The same numbers in another type. */
    default Tensor to(layerbook.shape.DType dtype) {
        return apply(Elementwise.cast(dtype));
    }

    /** The matrix product, batched and broadcast as PyTorch's {@code matmul}. */
    default Tensor matmul(Tensor other) {
        return apply(Products.matmul("matmul"), other);
    }

    /** The product of two matrices. */
    default Tensor mm(Tensor other) {
        return apply(Products.ranked("mm", 2, 2), other);
    }

    /** The products of as many matrices in both. */
    default Tensor bmm(Tensor other) {
        return apply(Products.ranked("bmm", 3, 3), other);
    }

    /** The product of a matrix and a vector. */
    default Tensor mv(Tensor vector) {
        return apply(Products.ranked("mv", 2, 1), vector);
    }

    /** The inner product of two vectors. */
    default Tensor dot(Tensor other) {
        return apply(Products.ranked("dot", 1, 1), other);
    }

    /** Every number of one vector times every number of another. */
    default Tensor outer(Tensor other) {
        return apply(Products.outer(), other);
    }

    /** this + a·b, as {@code torch.addmm(bias, a, b)}. */
    default Tensor addmm(Tensor a, Tensor b) {
        return apply(Products.plus("addmm", 2), a, b);
    }

    /** this + a·b for each matrix of a batch. */
    default Tensor baddbmm(Tensor a, Tensor b) {
        return apply(Products.plus("baddbmm", 3), a, b);
    }

    /** {@code F.linear}: times the transposed weight, plus the bias if one is given. */
    default Tensor linear(Tensor weight, Tensor... bias) {
        return apply(Products.linear(bias.length), Products.join(weight, bias));
    }

    /** {@code F.scaled_dot_product_attention} of this query. */
    default Tensor scaledDotProductAttention(Tensor key, Tensor value, Tensor... mask) {
        return apply(Products.attention(), key, value);
    }

    /** {@code F.layer_norm} over the last sizes, with scale and shift if they are given. */
    default Tensor layerNorm(Object normalizedShape, Tensor... scaleAndShift) {
        return apply(Functional.layerNorm(Numbers.exprs(normalizedShape), scaleAndShift.length), scaleAndShift);
    }

    /** {@code F.embedding}: rows of the table, looked up by these numbers. */
    default Tensor embedding(Tensor table) {
        return apply(Functional.embedding(), table);
    }

    /** {@code F.conv1d} with a weight and a bias of one's own; options by name. */
    default Tensor conv1d(Tensor weight, Object... biasAndOptions) {
        return Functional.convolution("conv1d", self(), weight, biasAndOptions);
    }

    /** {@code F.conv2d} with a weight and a bias of one's own; options by name. */
    default Tensor conv2d(Tensor weight, Object... biasAndOptions) {
        return Functional.convolution("conv2d", self(), weight, biasAndOptions);
    }

    /** {@code F.conv3d} with a weight and a bias of one's own; options by name. */
    default Tensor conv3d(Tensor weight, Object... biasAndOptions) {
        return Functional.convolution("conv3d", self(), weight, biasAndOptions);
    }

    /** {@code F.conv_transpose1d} with a weight and a bias of one's own; options by name. */
    default Tensor convTranspose1d(Tensor weight, Object... biasAndOptions) {
        return Functional.convolution("convTranspose1d", self(), weight, biasAndOptions);
    }

    /** {@code F.conv_transpose2d} with a weight and a bias of one's own; options by name. */
    default Tensor convTranspose2d(Tensor weight, Object... biasAndOptions) {
        return Functional.convolution("convTranspose2d", self(), weight, biasAndOptions);
    }

    /** {@code F.conv_transpose3d} with a weight and a bias of one's own; options by name. */
    default Tensor convTranspose3d(Tensor weight, Object... biasAndOptions) {
        return Functional.convolution("convTranspose3d", self(), weight, biasAndOptions);
    }

    /** {@code F.group_norm}, with scale and shift if they are given. */
    default Tensor groupNorm(int numGroups, Tensor... scaleAndShift) {
        return apply(Functional.normalised("groupNorm", "GroupNorm", numGroups, scaleAndShift.length), scaleAndShift);
    }

    /** {@code F.batch_norm} with the mean and variance of each channel, then scale and shift if they are given. */
    default Tensor batchNorm(Tensor... perChannel) {
        return apply(Functional.normalised("batchNorm", "BatchNorm", 0, perChannel.length), perChannel);
    }

    /** {@code F.prelu} with the slope of each channel. */
    default Tensor prelu(Tensor weight) {
        return apply(Functional.prelu(), weight);
    }
}

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
        return apply(Elementwise.unary("clamp", layerbook.layer.Kind.COMPARE));
    }

    /** Where the condition holds this, elsewhere the other. */
    default Tensor where(Tensor condition, Object other) {
        return Elementwise.binary(self(), "where", other);
    }

    /** A value where the mask holds. */
    default Tensor maskedFill(Tensor mask, Object value) {
        return Elementwise.binary(self(), "maskedFill", mask);
    }

    default Tensor triu(int... diagonal) {
        return apply(Elementwise.unary("triu", layerbook.layer.Kind.COPY));
    }

    default Tensor tril(int... diagonal) {
        return apply(Elementwise.unary("tril", layerbook.layer.Kind.COPY));
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

    default Tensor mm(Tensor other) {
        return apply(Products.matmul("mm"), other);
    }

    default Tensor bmm(Tensor other) {
        return apply(Products.matmul("bmm"), other);
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

    /** {@code F.conv2d} with a weight and a bias of one's own. */
    default Tensor conv2d(Tensor weight, Object... biasAndOptions) {
        return Functional.conv2d(self(), weight, biasAndOptions);
    }
}

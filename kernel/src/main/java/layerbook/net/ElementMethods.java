package layerbook.net;

/** Methods of a tensor. Written from the catalogue of operations by TensorMethodsTest. */
interface ElementMethods extends Callable {
    /** Minus each number. */
    default Tensor neg() {
        return (Tensor) call("neg");
    }

    /** Minus each number. */
    default Tensor negative() {
        return (Tensor) call("negative");
    }

    /** Each number as it is. */
    default Tensor positive() {
        return (Tensor) call("positive");
    }

    /** The size of each number, without its sign. */
    default Tensor abs() {
        return (Tensor) call("abs");
    }

    /** The size of each number, without its sign. */
    default Tensor absolute() {
        return (Tensor) call("absolute");
    }

    /** -1, 0 or 1 for each number. */
    default Tensor sign() {
        return (Tensor) call("sign");
    }

    /** Each number divided by its size. */
    default Tensor sgn() {
        return (Tensor) call("sgn");
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

    /** The angle whose sine each number is. */
    default Tensor arcsin() {
        return (Tensor) call("arcsin");
    }

    /** The angle whose cosine each number is. */
    default Tensor acos() {
        return (Tensor) call("acos");
    }

    /** The angle whose cosine each number is. */
    default Tensor arccos() {
        return (Tensor) call("arccos");
    }

    /** The angle whose tangent each number is. */
    default Tensor atan() {
        return (Tensor) call("atan");
    }

    /** The angle whose tangent each number is. */
    default Tensor arctan() {
        return (Tensor) call("arctan");
    }

    /** The hyperbolic sine of each number. */
    default Tensor sinh() {
        return (Tensor) call("sinh");
    }

    /** The hyperbolic cosine of each number. */
    default Tensor cosh() {
        return (Tensor) call("cosh");
    }

    /** The inverse hyperbolic sine of each number. */
    default Tensor asinh() {
        return (Tensor) call("asinh");
    }

    /** The inverse hyperbolic sine of each number. */
    default Tensor arcsinh() {
        return (Tensor) call("arcsinh");
    }

    /** The inverse hyperbolic cosine of each number. */
    default Tensor acosh() {
        return (Tensor) call("acosh");
    }

    /** The inverse hyperbolic cosine of each number. */
    default Tensor arccosh() {
        return (Tensor) call("arccosh");
    }

    /** The inverse hyperbolic tangent of each number. */
    default Tensor atanh() {
        return (Tensor) call("atanh");
    }

    /** The inverse hyperbolic tangent of each number. */
    default Tensor arctanh() {
        return (Tensor) call("arctanh");
    }

    /** The error function of each number. */
    default Tensor erf() {
        return (Tensor) call("erf");
    }

    /** 1 - the error function of each number. */
    default Tensor erfc() {
        return (Tensor) call("erfc");
    }

    /** The inverse of the error function. */
    default Tensor erfinv() {
        return (Tensor) call("erfinv");
    }

    /** The derivative of the logarithm of the gamma function. */
    default Tensor digamma() {
        return (Tensor) call("digamma");
    }

    /** The logarithm of the gamma function. */
    default Tensor lgamma() {
        return (Tensor) call("lgamma");
    }

    /** The modified Bessel function of order 0. */
    default Tensor i0() {
        return (Tensor) call("i0");
    }

    /** sin(pi x) / (pi x) of each number. */
    default Tensor sinc() {
        return (Tensor) call("sinc");
    }

    /** Degrees as radians. */
    default Tensor deg2rad() {
        return (Tensor) call("deg2rad");
    }

    /** Radians as degrees. */
    default Tensor rad2deg() {
        return (Tensor) call("rad2deg");
    }

    /** The angle of each complex number. */
    default Tensor angle() {
        return (Tensor) call("angle");
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

    /** Each number without its fraction. */
    default Tensor fix() {
        return (Tensor) call("fix");
    }

    /** The fraction of each number. */
    default Tensor frac() {
        return (Tensor) call("frac");
    }

    /** Whether each number is zero. */
    default Tensor logicalNot() {
        return (Tensor) call("logicalNot");
    }

    /** Each bit turned over. */
    default Tensor bitwiseNot() {
        return (Tensor) call("bitwiseNot");
    }

    /** Whether each number is not a number. */
    default Tensor isnan() {
        return (Tensor) call("isnan");
    }

    /** Whether each number is infinite. */
    default Tensor isinf() {
        return (Tensor) call("isinf");
    }

    /** Whether each number is finite. */
    default Tensor isfinite() {
        return (Tensor) call("isfinite");
    }

    /** Whether each number has no imaginary part. */
    default Tensor isreal() {
        return (Tensor) call("isreal");
    }

    /** Whether each number is plus infinity. */
    default Tensor isposinf() {
        return (Tensor) call("isposinf");
    }

    /** Whether each number is minus infinity. */
    default Tensor isneginf() {
        return (Tensor) call("isneginf");
    }

    /** Whether each number is negative. */
    default Tensor signbit() {
        return (Tensor) call("signbit");
    }

    /** The complex conjugate of each number. */
    default Tensor conjPhysical() {
        return (Tensor) call("conjPhysical");
    }

    /** The nearest whole number. */
    default Tensor round(Object... options) {
        return (Tensor) call("round", options);
    }

    /** The logarithm of x / (1 - x). */
    default Tensor logit(Object... options) {
        return (Tensor) call("logit", options);
    }

    /** Zeros in place of what is not a number, the largest numbers in place of infinities. */
    default Tensor nanToNum(Object... options) {
        return (Tensor) call("nanToNum", options);
    }

    /** The n-th derivative of the digamma function. */
    default Tensor polygamma(Object n) {
        return (Tensor) call("polygamma", n);
    }

    /** The logarithm of the multivariate gamma function. */
    default Tensor mvlgamma(Object p) {
        return (Tensor) call("mvlgamma", p);
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

    /** The complex conjugate of each number. */
    default Tensor conj() {
        return (Tensor) call("conj");
    }

    /** The real part of each number. */
    default Tensor real() {
        return (Tensor) call("real");
    }

    /** The imaginary part of each number. */
    default Tensor imag() {
        return (Tensor) call("imag");
    }

    /** The same numbers in another type: to(FLOAT16). */
    default Tensor to(Object... arguments) {
        return (Tensor) call("to", arguments);
    }

    /** The same numbers in the type of another tensor. */
    default Tensor typeAs(Tensor other) {
        return (Tensor) call("typeAs", other);
    }

    /** The same numbers as bfloat16. */
    default Tensor bfloat16(Object... options) {
        return (Tensor) call("bfloat16", options);
    }

    /** The same numbers as bool. */
    default Tensor bool(Object... options) {
        return (Tensor) call("bool", options);
    }

    /** The same numbers as complex128. */
    default Tensor cdouble(Object... options) {
        return (Tensor) call("cdouble", options);
    }

    /** The same numbers as complex64. */
    default Tensor cfloat(Object... options) {
        return (Tensor) call("cfloat", options);
    }

    /** The same numbers as complex32. */
    default Tensor chalf(Object... options) {
        return (Tensor) call("chalf", options);
    }

    /** The same numbers as float16. */
    default Tensor half(Object... options) {
        return (Tensor) call("half", options);
    }
}

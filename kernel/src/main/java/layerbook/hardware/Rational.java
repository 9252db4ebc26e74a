package layerbook.hardware;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import layerbook.formula.Expr;

/** Exact quotients of whole numbers, for rates that are no whole numbers: tokens a second, days. */
record Rational(BigInteger numerator, BigInteger denominator) {
    static Rational of(BigInteger value) {
        return new Rational(value, BigInteger.ONE);
    }

    static Rational of(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        return exact.scale() <= 0 ? of(exact.toBigIntegerExact()) : new Rational(exact.unscaledValue(), BigInteger.TEN.pow(exact.scale()));
    }

    Rational times(Rational other) {
        return new Rational(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    Rational over(Rational other) {
        return new Rational(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    double value() {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), MathContext.DECIMAL64).doubleValue();
    }

    /** Rounded down to a whole number. */
    BigInteger floor() {
        return numerator.divide(denominator);
    }

    /** As a formula: the number, or the quotient of two. */
    Expr expr() {
        BigInteger shared = numerator.gcd(denominator);
        Expr top = Expr.of(numerator.divide(shared));
        Expr bottom = Expr.of(denominator.divide(shared));
        return bottom.isOne() ? top : top.over(bottom);
    }

    /** With so many digits behind the point, and no zeros at the end. */
    String text(int digits) {
        BigDecimal rounded = new BigDecimal(numerator).divide(new BigDecimal(denominator), digits, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}

package layerbook.layers;

import java.math.BigDecimal;
import java.math.BigInteger;
import layerbook.formula.Expr;
import layerbook.layer.Inputs;

/** Sizes times a factor with a fraction, rounded down, as PyTorch does it: in double precision where the size is a number. */
final class Scaled {
    private Scaled() {}

    /** The size of an axis (counted from the end) of the first input if it is a number, else null. */
    static Expr known(Inputs in, int axis) {
        if (in == null || in.count() == 0 || in.rank() + axis < 0) {
            return null;
        }
        Expr size = in.shape(0).dim(axis);
        return size.isNumber() ? size : null;
    }

    /** ⌊size · factor⌋; a whole factor stays a plain product. */
    static Expr size(Expr letter, Expr known, double factor) {
        if (factor == Math.rint(factor)) {
            return letter.times(Expr.of(new BigDecimal(factor).toBigInteger()));
        }
        if (known != null && known.exact().bitLength() < 53) {
            return Expr.of(new BigDecimal(Math.floor(known.exact().longValue() * factor)).toBigInteger());
        }
        BigDecimal decimal = new BigDecimal(Double.toString(factor));
        int scale = Math.max(0, decimal.scale());
        return letter.times(Expr.of(decimal.movePointRight(scale).toBigIntegerExact())).floorOver(Expr.of(BigInteger.TEN.pow(scale)));
    }
}

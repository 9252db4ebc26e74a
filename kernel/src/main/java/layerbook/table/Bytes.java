package layerbook.table;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import layerbook.count.Memory;
import layerbook.count.NetworkView;
import layerbook.count.Optimizer;
import layerbook.formula.Expr;
import layerbook.shape.DType;

/** Sizes of memory as text: decimal units (1 kB = 1,000 B), rounded to three digits or so. */
final class Bytes {
    private Bytes() {}

    /** For example {@code 547.88 kB}; a formula stays one. */
    static String text(Expr bytes) {
        Expr one = Figures.perExample(bytes);
        return one.isNumber() ? text(one.exact()) : one.text() + " B";
    }

    static String text(BigInteger bytes) {
        var units = List.of("B", "kB", "MB", "GB", "TB", "PB");
        int unit = 0;
        BigDecimal n = new BigDecimal(bytes);
        while (n.compareTo(BigDecimal.valueOf(1000)) >= 0 && unit < units.size() - 1) {
            n = n.movePointLeft(3);
            unit++;
        }
        return (unit == 0 ? n.toPlainString() : n.setScale(2, RoundingMode.HALF_UP).toPlainString()) + " " + units.get(unit);
    }

    /** The sizes in the foot of a tree. */
    static String line(NetworkView network) {
        Memory training = Memory.training(network, DType.FLOAT32, Optimizer.SGD);
        Memory use = Memory.inference(network, DType.FLOAT32);
        return "float32: parameters " + text(training.parameters()) + "   kept in training " + text(training.activations()) + "   most at once in use " + text(use.activations());
    }
}

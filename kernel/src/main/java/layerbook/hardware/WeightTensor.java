package layerbook.hardware;

import java.math.BigInteger;
import java.util.List;
import layerbook.formula.Expr;

/**
 * A weight of a network as a file would store it.
 *
 * @param name dotted, as in a {@code state_dict}: {@code layers.0.self_attn.q_proj.weight}
 * @param dims its sizes, e.g. {@code [4096, 4096]}
 * @param use what the layer that owns it does with it
 * @param trainable whether training changes it
 */
public record WeightTensor(String name, List<BigInteger> dims, Use use, boolean trainable) {
    /** What a weight is used for, told by the rule of the layer that owns it and by its sizes. */
    public enum Use {
        /** A matrix or kernel whose layer multiplies with it. */
        MATRIX("matrices"),
        /** A table that rows are looked up in. */
        TABLE("input tables"),
        /** A matrix with the sizes of an input table: it gives a score to each row of the table. */
        OUTPUT_TABLE("output tables"),
        /** A vector, such as a bias or the scale of a norm, or a bare parameter. */
        OTHER("vectors and others");

        private final String label;

        Use(String label) {
            this.label = label;
        }

        /** The plural that tables show. */
        public String label() {
            return label;
        }
    }

    public WeightTensor {
        dims = List.copyOf(dims);
    }

    /** How many numbers it holds. */
    public BigInteger size() {
        return dims.stream().reduce(BigInteger.ONE, BigInteger::multiply);
    }

    /** The size of a row: the input features of a matrix, which formats divide into blocks. */
    public BigInteger row() {
        return dims.isEmpty() ? BigInteger.ONE : dims.get(dims.size() - 1);
    }

    /** Whether it has two axes or more. */
    public boolean isMatrix() {
        return dims.size() > 1;
    }

    /** The sizes as text, e.g. {@code 4096×4096}. */
    public String shape() {
        return String.join("×", dims.stream().map(BigInteger::toString).toList());
    }

    /** The size as a formula. */
    Expr sizeExpr() {
        return Expr.of(size());
    }
}

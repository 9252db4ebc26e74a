package layerbook.net;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Inputs;
import layerbook.layer.Kind;
import layerbook.layer.Letters;
import layerbook.layer.Rule;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.Sizes;
import layerbook.shape.TensorType;

/** Products of matrices. */
final class Products {
    private static final Expr.Sym B = Letters.letter("B", "matrices in the batch");
    private static final Expr.Sym ROWS = Letters.letter("m", "rows");
    private static final Expr.Sym INNER = Letters.letter("k", "inner size");
    private static final Expr.Sym COLUMNS = Letters.letter("n", "columns");

    private Products() {}

    static Operation matmul() {
        return new Operation("matmul", List.of(), Products::rule);
    }

    private static Rule rule(Inputs in) {
        Shape a = in.shape(0);
        Shape b = in.shape(1);
        if (a.rank() == 0 || b.rank() == 0) {
            throw Refusal.shape("matmul takes tensors of one axis or more, not a scalar");
        }
        Expr rows = a.rank() > 1 ? a.dim(-2) : Expr.ONE;
        Expr columns = b.rank() > 1 ? b.dim(-1) : Expr.ONE;
        Expr inner = a.dim(-1);
        Expr other = b.rank() > 1 ? b.dim(-2) : b.dim(-1);
        Shape batch = Sizes.broadcast(lead(a), lead(b));
        if (!inner.equals(other) || batch == null) {
            throw Refusal.shape("matmul cannot multiply " + a.text() + " by " + b.text())
                .why(!inner.equals(other) ? "the last size of the first, " + inner.text() + ", must be the second last of the other, " + other.text()
                    : "the leading sizes " + lead(a).text() + " and " + lead(b).text() + " do not broadcast");
        }
        var out = new ArrayList<>(batch.dims());
        if (a.rank() > 1) {
            out.add(rows);
        }
        if (b.rank() > 1) {
            out.add(columns);
        }
        return Rule.of("matmul").takes(a.dims().toArray(Expr[]::new)).anything().takes(b.dims().toArray(Expr[]::new)).anything()
            .let(B, batch.numel()).let(ROWS, rows).let(INNER, inner).let(COLUMNS, columns)
            .gives(new TensorType(new Shape(out), in.type(0).dtype())).work(Kind.MULTIPLY_ADD, B, ROWS, COLUMNS, INNER);
    }

    private static Shape lead(Shape s) {
        return new Shape(s.slice(0, Math.max(0, s.rank() - 2)));
    }
}

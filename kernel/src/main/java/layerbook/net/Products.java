package layerbook.net;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Applied;
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
    private static final Expr.Sym INNER = Letters.letter("j", "inner size");
    private static final Expr.Sym COLUMNS = Letters.letter("n", "columns");

    private Products() {}

    static Operation matmul(String name) {
        return new Operation(name, List.of(), in -> rule(name, in));
    }

    /** A product of tensors with so many axes each, nothing broadcast. */
    static Operation ranked(String name, int first, int second) {
        return new Operation(name, List.of(), in -> {
            if (in.shape(0).rank() != first || in.shape(1).rank() != second) {
                throw Refusal.shape(name + " takes tensors of " + first + " and " + second + " axes, not " + in.shape(0).text() + " and " + in.shape(1).text())
                    .at("other", "has " + in.shape(1).rank()).why("matmul takes any number of axes");
            }
            if (first == 3 && !in.shape(0).dim(0).equals(in.shape(1).dim(0))) {
                throw Refusal.shape(name + " wants as many matrices in both").at("other", "has " + in.shape(1).dim(0).text() + ", not " + in.shape(0).dim(0).text())
                    .why("bmm stretches nothing; matmul stretches an axis of size 1");
            }
            return rule(name, in);
        });
    }

    static Operation outer() {
        return new Operation("outer", List.of(), in -> {
            if (in.shape(0).rank() != 1 || in.shape(1).rank() != 1) {
                throw Refusal.shape("outer takes two vectors, not " + in.shape(0).text() + " and " + in.shape(1).text()).at("other", "has " + in.shape(1).rank() + " axes").why("each number of one meets each number of the other");
            }
            return Rule.of("outer").takes(ROWS).takes(COLUMNS).gives(ROWS, COLUMNS).work(Kind.MULTIPLY, ROWS, COLUMNS);
        });
    }

    /** The first tensor, stretched, plus the product of the two others. */
    static Operation plus(String name, int rank) {
        return new Operation(name, List.of(), in -> {
            Operation product = ranked(name, rank, rank);
            Rule inner = product.ruleFor(Inputs.of(in.type(1), in.type(2)));
            Applied a = Applied.of(product, Inputs.of(in.type(1), in.type(2)));
            Shape out = a.output().shape();
            if (!out.equals(Sizes.broadcast(in.shape(0), out))) {
                throw Refusal.shape(name + " cannot add " + in.shape(0).text() + " to the product " + out.text()).at("self", in.shape(0).text()).why("the first tensor must stretch to the product of the others");
            }
            Rule rule = Rule.of(name);
            inner.lets().forEach(rule::let);
            for (int i = 0; i < 3; i++) {
                rule.takes(in.shape(i).dims().toArray(Expr[]::new)).anything();
            }
            return rule.gives(new TensorType(out, in.type(1).dtype())).work(Kind.MULTIPLY_ADD, B, ROWS, COLUMNS, INNER).work(Kind.BIAS_ADD, B, ROWS, COLUMNS);
        });
    }

    static Tensor[] join(Tensor first, Tensor... more) {
        var all = new ArrayList<Tensor>(List.of(first));
        all.addAll(List.of(more));
        return all.toArray(Tensor[]::new);
    }

    /** x·Wᵀ + b. */
    static Operation linear(int biases) {
        return new Operation("linear", List.of(), in -> {
            Shape x = in.shape(0);
            Shape w = in.shape(1);
            if (w.rank() != 2 || x.rank() == 0 || !x.dim(-1).equals(w.dim(1))) {
                throw Refusal.shape("linear cannot multiply " + x.text() + " by the transposed " + w.text()).why("the last sizes of both must be equal");
            }
            Rule rule = Rule.of("linear").takes(Letters.ANY, Letters.F_IN).takes(Letters.F_OUT, Letters.F_IN).gives(Letters.ANY, Letters.F_OUT)
                .work(Kind.MULTIPLY_ADD, Letters.ANY, Letters.F_OUT, Letters.F_IN);
            return rule.when(biases > 0, r -> r.takes(Letters.F_OUT).work(Kind.BIAS_ADD, Letters.ANY, Letters.F_OUT));
        });
    }

    /** softmax(q·kᵀ/√d)·v. */
    static Operation attention() {
        return new Operation("scaledDotProductAttention", List.of(), in -> {
            Shape q = in.shape(0);
            Shape k = in.shape(1);
            Shape v = in.shape(2);
            if (q.rank() < 2 || !q.dim(-1).equals(k.dim(-1)) || !k.dim(-2).equals(v.dim(-2))) {
                throw Refusal.shape("scaledDotProductAttention cannot take " + q.text() + ", " + k.text() + " and " + v.text()).why("queries and keys have the same last size, keys and values the same length");
            }
            Expr t = q.dim(-2);
            Expr s = k.dim(-2);
            Expr lead = lead(q).numel();
            var out = new ArrayList<>(q.dims());
            out.set(out.size() - 1, v.dim(-1));
            return Rule.of("scaledDotProductAttention").takes(q.dims().toArray(Expr[]::new)).anything().takes(k.dims().toArray(Expr[]::new)).anything().takes(v.dims().toArray(Expr[]::new)).anything()
                .let(B, lead).let(Letters.T, t).let(Letters.letter("S", "length of keys and values"), s).let(Letters.E, q.dim(-1)).let(COLUMNS, v.dim(-1))
                .gives(new TensorType(new Shape(out), in.type(0).dtype()))
                .work("QKᵀ", Kind.MULTIPLY_ADD, B, Letters.T, Expr.symbol("S"), Letters.E).work("AV", Kind.MULTIPLY_ADD, B, Letters.T, Expr.symbol("S"), COLUMNS)
                .work("scale", Kind.MULTIPLY, B, Letters.T, Letters.E).work("softmax", Kind.EXPONENTIAL, B, Letters.T, Expr.symbol("S")).work("softmax", Kind.ADD, B, Letters.T, Expr.symbol("S")).work("softmax", Kind.DIVIDE, B, Letters.T, Expr.symbol("S"));
        });
    }

    private static Rule rule(String name, Inputs in) {
        Shape a = in.shape(0);
        Shape b = in.shape(1);
        if (a.rank() == 0 || b.rank() == 0) {
            throw Refusal.shape(name + " takes tensors of one axis or more, not a scalar");
        }
        Expr rows = a.rank() > 1 ? a.dim(-2) : Expr.ONE;
        Expr columns = b.rank() > 1 ? b.dim(-1) : Expr.ONE;
        Expr inner = a.dim(-1);
        Expr other = b.rank() > 1 ? b.dim(-2) : b.dim(-1);
        Shape batch = Sizes.broadcast(lead(a), lead(b));
        if (!inner.equals(other) || batch == null) {
            throw Refusal.shape(name + " cannot multiply " + a.text() + " by " + b.text()).at("other", b.text())
                .why(!inner.equals(other) ? "the last size of the first, " + inner.text() + ", must be the second last of the other, " + other.text() + Sizes.doubt(inner, other)
                        + (b.rank() > 1 && b.dim(-1).equals(inner) ? "; the other's transpose(-2, -1) would fit" : "")
                    : "the leading sizes " + lead(a).text() + " and " + lead(b).text() + " do not broadcast");
        }
        var out = new ArrayList<>(batch.dims());
        if (a.rank() > 1) {
            out.add(rows);
        }
        if (b.rank() > 1) {
            out.add(columns);
        }
        return Rule.of(name).takes(a.dims().toArray(Expr[]::new)).anything().takes(b.dims().toArray(Expr[]::new)).anything()
            .let(B, batch.numel()).let(ROWS, rows).let(INNER, inner).let(COLUMNS, columns)
            .gives(new TensorType(new Shape(out), in.type(0).dtype())).work(Kind.MULTIPLY_ADD, B, ROWS, COLUMNS, INNER);
    }

    private static Shape lead(Shape s) {
        return new Shape(s.slice(0, Math.max(0, s.rank() - 2)));
    }
}

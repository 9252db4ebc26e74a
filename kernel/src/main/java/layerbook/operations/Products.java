package layerbook.operations;

import static layerbook.operations.Operator.Place.FUNCTIONAL;
import static layerbook.operations.Operator.Place.IN_PLACE;
import static layerbook.operations.Operator.Place.METHOD;
import static layerbook.operations.Operator.Place.TORCH;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import layerbook.formula.Expr;
import layerbook.layer.Applied;
import layerbook.layer.Attends;
import layerbook.layer.Inputs;
import layerbook.layer.Kind;
import layerbook.layer.Letters;
import layerbook.layer.Rule;
import layerbook.layer.Work.Product;
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

    static final List<Operator> OPERATORS = List.of(
        Operator.of("matmul", "The matrix product, batched and broadcast.").takes("(Tensor input, Tensor other)").in(METHOD, TORCH).rule((a, in) -> rule("matmul", in)),
        Operator.of("mm", "The product of two matrices.").takes("(Tensor input, Tensor mat2)").in(METHOD, TORCH).rule((a, in) -> ranked("mm", 2, 2, in)),
        Operator.of("bmm", "The products of as many matrices in both.").takes("(Tensor input, Tensor mat2)").in(METHOD, TORCH).rule((a, in) -> ranked("bmm", 3, 3, in)),
        Operator.of("mv", "The product of a matrix and a vector.").takes("(Tensor input, Tensor vec)").in(METHOD, TORCH).rule((a, in) -> ranked("mv", 2, 1, in)),
        Operator.of("dot", "The inner product of two vectors.").takes("(Tensor input, Tensor tensor)").in(METHOD, TORCH).rule((a, in) -> ranked("dot", 1, 1, in)),
        Operator.of("outer", "Every number of one vector times every number of another.").takes("(Tensor input, Tensor vec2)").in(METHOD, TORCH).alias("ger")
            .rule((a, in) -> outer(in)),
        Operator.of("addmm", "this + a * b, as torch.addmm(bias, a, b).").takes("(Tensor input, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1)")
            .in(METHOD, TORCH, IN_PLACE).rule((a, in) -> plus("addmm", 2, in)),
        Operator.of("baddbmm", "this + a * b for each matrix of a batch.").takes("(Tensor input, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar alpha=1)")
            .in(METHOD, TORCH, IN_PLACE).rule((a, in) -> plus("baddbmm", 3, in)),
        Operator.of("linear", "Times the transposed weight, plus the bias if one is given.").takes("(Tensor input, Tensor weight, Tensor? bias=None)").in(FUNCTIONAL)
            .rule((a, in) -> linear(in)),
        Operator.of("scaled_dot_product_attention", "softmax(q * k^T / sqrt(d)) * v of this query, a key and a value.")
            .takes("(Tensor query, Tensor key, Tensor value, Tensor? attn_mask=None, float dropout_p=0.0, bool is_causal=False, *, float? scale=None, bool enable_gqa=False)")
            .in(FUNCTIONAL)
            .rule((a, in) -> attention(in).attends(new Attends(Letters.T, Expr.symbol("S"), List.of(), a.flag("is_causal")))));

    private Products() {}

    /** A product of tensors with so many axes each, nothing broadcast. */
    private static Rule ranked(String name, int first, int second, Inputs in) {
        if (in.shape(0).rank() != first || in.shape(1).rank() != second) {
            throw Refusal.shape(name + " takes tensors of " + first + " and " + second + " axes, not " + in.shape(0).text() + " and " + in.shape(1).text())
                .at("other", "has " + in.shape(1).rank()).why("matmul takes any number of axes");
        }
        if (first == 3 && !in.shape(0).dim(0).equals(in.shape(1).dim(0))) {
            throw Refusal.shape(name + " wants as many matrices in both").at("other", "has " + in.shape(1).dim(0).text() + ", not " + in.shape(0).dim(0).text())
                .why("bmm stretches nothing; matmul stretches an axis of size 1");
        }
        return rule(name, in);
    }

    private static Rule outer(Inputs in) {
        if (in.shape(0).rank() != 1 || in.shape(1).rank() != 1) {
            throw Refusal.shape("outer takes two vectors, not " + in.shape(0).text() + " and " + in.shape(1).text()).at("other", "has " + in.shape(1).rank() + " axes").why("each number of one meets each number of the other");
        }
        return Rule.of("outer").takes(ROWS).takes(COLUMNS).gives(ROWS, COLUMNS).work(Kind.MULTIPLY, ROWS, COLUMNS);
    }

    /** The first tensor, stretched, plus the product of the two others. */
    private static Rule plus(String name, int rank, Inputs in) {
        Inputs factors = Inputs.of(in.type(1), in.type(2));
        Rule inner = ranked(name, rank, rank, factors);
        Applied a = Applied.of(new Known(inner), factors);
        Shape out = a.output().shape();
        if (!out.equals(Sizes.broadcast(in.shape(0), out))) {
            throw Refusal.shape(name + " cannot add " + in.shape(0).text() + " to the product " + out.text()).at("self", in.shape(0).text()).why("the first tensor must stretch to the product of the others");
        }
        Rule rule = Rule.of(name);
        inner.lets().forEach(rule::let);
        for (int i = 0; i < 3; i++) {
            rule.takes(in.shape(i).dims().toArray(Expr[]::new)).anything();
        }
        return rule.gives(new TensorType(out, in.type(1).dtype())).keeps(k -> k.input(1).ifGradient(2).input(2).ifGradient(1))
            .work(Kind.MULTIPLY_ADD, B, ROWS, COLUMNS, INNER).multiplies(new Product(Set.of(1, 2), Set.of(), 0)).work(Kind.BIAS_ADD, B, ROWS, COLUMNS);
    }

    /** x·Wᵀ + b. */
    private static Rule linear(Inputs in) {
        Shape x = in.shape(0);
        Shape w = in.shape(1);
        if (w.rank() != 2 || x.rank() == 0 || !x.dim(-1).equals(w.dim(1))) {
            throw Refusal.shape("linear cannot multiply " + x.text() + " by the transposed " + w.text()).why("the last sizes of both must be equal");
        }
        Rule rule = Rule.of("linear").takes(Letters.ANY, Letters.F_IN).takes(Letters.F_OUT, Letters.F_IN).gives(Letters.ANY, Letters.F_OUT)
            .work(Kind.MULTIPLY_ADD, Letters.ANY, Letters.F_OUT, Letters.F_IN).keeps(k -> k.input(0).asRows().ifGradient(1).input(1).ifGradient(0));
        return rule.when(in.count() > 2, r -> r.takes(Letters.F_OUT).work(Kind.BIAS_ADD, Letters.ANY, Letters.F_OUT));
    }

    /** softmax(q·kᵀ/√d)·v. */
    private static Rule attention(Inputs in) {
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
            .work("QKᵀ", Kind.MULTIPLY_ADD, B, Letters.T, Expr.symbol("S"), Letters.E).multiplies(new Product(Set.of(0, 1), Set.of(), 0))
            .work("AV", Kind.MULTIPLY_ADD, B, Letters.T, Expr.symbol("S"), COLUMNS).multiplies(new Product(Set.of(2), Set.of(), 1))
            .keeps(keep -> keep.input(0).input(1).input(2).numbers(B, Letters.T, Expr.symbol("S"))).workspace(B, Letters.T, Expr.symbol("S"))
            .work("scale", Kind.MULTIPLY, B, Letters.T, Letters.E).work("softmax", Kind.EXPONENTIAL, B, Letters.T, Expr.symbol("S")).work("softmax", Kind.ADD, B, Letters.T, Expr.symbol("S")).work("softmax", Kind.DIVIDE, B, Letters.T, Expr.symbol("S"));
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
        Rule rule = Rule.of(name).takes(a.dims().toArray(Expr[]::new)).anything().takes(b.dims().toArray(Expr[]::new)).anything()
            .let(B, batch.numel()).let(ROWS, rows).let(INNER, inner).let(COLUMNS, columns)
            .gives(new TensorType(new Shape(out), in.type(0).dtype())).work(Kind.MULTIPLY_ADD, B, ROWS, COLUMNS, INNER);
        for (int i = 0; i < 2; i++) {
            factor(rule, i, isCopied(in, i, batch), B, i == 0 ? ROWS : INNER, i == 0 ? INNER : COLUMNS);
        }
        return rule;
    }

    /** Each factor is kept for the gradient of the other; where PyTorch had to copy it, the copy, which is there in use, too. */
    private static void factor(Rule rule, int i, boolean copied, Expr... numbers) {
        if (copied) {
            rule.keeps(k -> k.numbers(numbers).ifGradient(1 - i)).workspace(numbers);
        } else {
            rule.keeps(k -> k.input(i).ifGradient(1 - i));
        }
    }

    /** Batches of matrices are multiplied as a list of matrices, so a factor is copied whose leading axes do not merge into one. */
    private static boolean isCopied(Inputs in, int i, Shape batch) {
        TensorType type = in.type(i);
        if (type.rank() < 3) {
            return false;
        } else if (in.type(1 - i).rank() < 3) {
            return i == 0 && !type.merges(0, type.rank() - 1);
        }
        boolean stretched = !lead(type.shape()).equals(batch) && batch.dims().stream().filter(d -> !d.isOne()).count() > 1;
        return stretched || !type.merges(0, type.rank() - 2);
    }

    private static Shape lead(Shape s) {
        return new Shape(s.slice(0, Math.max(0, s.rank() - 2)));
    }
}

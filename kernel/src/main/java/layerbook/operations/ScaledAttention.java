package layerbook.operations;

import static layerbook.operations.Operator.Place.FUNCTIONAL;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import layerbook.formula.Expr;
import layerbook.layer.Attends;
import layerbook.layer.Inputs;
import layerbook.layer.Kind;
import layerbook.layer.Letters;
import layerbook.layer.Rule;
import layerbook.layer.Work.Product;
import layerbook.shape.DType;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.Sizes;
import layerbook.shape.TensorType;

/** softmax(q·kᵀ/√d + mask)·v. Leading sizes broadcast as in matmul. Source: torch.nn.functional.scaled_dot_product_attention of PyTorch 2. */
final class ScaledAttention {
    private static final String WORD = "scaledDotProductAttention";
    private static final Expr.Sym B = Letters.letter("B", "matrices in the batch");
    private static final Expr.Sym S = Letters.letter("S", "length of keys and values");
    private static final Expr.Sym COLUMNS = Letters.letter("n", "columns");

    static final List<Operator> OPERATORS = List.of(
        Operator.of("scaled_dot_product_attention", "softmax(q * k^T / sqrt(d) + mask) * v of this query, a key and a value; enableGqa(true) shares keys among groups of heads.")
            .takes("(Tensor query, Tensor key, Tensor value, Tensor? attn_mask=None, float dropout_p=0.0, bool is_causal=False, *, float? scale=None, bool enable_gqa=False)")
            .in(FUNCTIONAL).rule((a, in) -> rule(a, in).attends(new Attends(Letters.T, S, List.of(), a.flag("is_causal")))));

    private ScaledAttention() {}

    private static Rule rule(Bindings a, Inputs in) {
        Shape q = in.shape(0);
        Shape k = in.shape(1);
        Shape v = in.shape(2);
        DType dtype = Numeric.checked(WORD, Numeric.equal(WORD, new Inputs(in.types().subList(0, 3))), Numeric.FRACTIONS);
        if (q.rank() < 2 || k.rank() < 2 || v.rank() < 2 || !q.dim(-1).equals(k.dim(-1)) || !k.dim(-2).equals(v.dim(-2))) {
            throw Refusal.shape(WORD + " cannot take " + q.text() + ", " + k.text() + " and " + v.text())
                .why("queries and keys have the same last size, keys and values the same length");
        }
        Shape keys = lead(k);
        Shape values = lead(v);
        if (a.flag("enable_gqa")) {
            keys = grouped("key", q, k);
            values = grouped("value", q, v);
        }
        Shape scores = broadcast("key", lead(q), keys, q, k);
        Shape lead = broadcast("value", scores, values, q, v);
        mask(a, in, dtype, scores, q.dim(-2), k.dim(-2));
        var out = new ArrayList<>(lead.dims());
        out.add(q.dim(-2));
        out.add(v.dim(-1));
        Rule rule = Operation.taking(WORD, in, null).let(B, lead.numel()).let(Letters.T, q.dim(-2)).let(S, k.dim(-2)).let(Letters.E, q.dim(-1)).let(COLUMNS, v.dim(-1))
            .gives(new TensorType(new Shape(out), dtype))
            .work("QKᵀ", Kind.MULTIPLY_ADD, B, Letters.T, S, Letters.E).multiplies(new Product(Set.of(0, 1), Set.of(), 0))
            .work("AV", Kind.MULTIPLY_ADD, B, Letters.T, S, COLUMNS).multiplies(new Product(Set.of(2), Set.of(), 1))
            .keeps(keep -> keep.input(0).input(1).input(2).numbers(B, Letters.T, S)).workspace(B, Letters.T, S)
            .work("scale", Kind.MULTIPLY, B, Letters.T, Letters.E);
        return rule.when(a.isTensor("attn_mask"), r -> r.work("mask", Kind.ADD, B, Letters.T, S))
            .work("softmax", Kind.EXPONENTIAL, B, Letters.T, S).work("softmax", Kind.ADD, B, Letters.T, S).work("softmax", Kind.DIVIDE, B, Letters.T, S);
    }

    private static Shape lead(Shape s) {
        return new Shape(s.slice(0, s.rank() - 2));
    }

    /** The leading sizes of keys or values, each head of theirs taken for as many heads of queries as it needs. */
    private static Shape grouped(String what, Shape q, Shape of) {
        if (q.rank() < 3 || of.rank() < 3) {
            throw Refusal.shape(WORD + " has no heads to group in " + q.text() + " and " + of.text()).at("enableGqa", "axis -3 holds the heads");
        }
        Expr heads = q.dim(-3);
        Expr have = of.dim(-3);
        boolean divides = heads.equals(have) || heads instanceof Expr.Num n && have instanceof Expr.Num h && h.value().signum() > 0
            && n.value().mod(h.value()).equals(BigInteger.ZERO);
        if (!divides) {
            throw Refusal.shape(WORD + " cannot share " + have.text() + " heads of the " + what + " among " + heads.text() + " heads of queries").at(what, have.text() + " heads")
                .why("the heads of keys and values must divide those of the queries");
        }
        return lead(of).with(-1, heads);
    }

    private static Shape broadcast(String what, Shape a, Shape b, Shape q, Shape other) {
        Shape both = Sizes.broadcast(a, b);
        if (both == null) {
            Refusal refusal = Refusal.shape(WORD + " cannot match the leading sizes of " + q.text() + " and " + other.text()).at(what, other.text())
                .why("leading sizes must be equal, or one of them 1");
            boolean groups = q.rank() > 2 && other.rank() > 2 && q.dim(-3) instanceof Expr.Num n && other.dim(-3) instanceof Expr.Num h && h.value().signum() > 0
                && n.value().mod(h.value()).signum() == 0;
            throw groups ? refusal.detail("mean", "enableGqa(true), which shares " + other.dim(-3).text() + " heads among " + q.dim(-3).text() + "?") : refusal;
        }
        return both;
    }

    /** The mask is added to the scores, or hides some of them; it never makes them more. */
    private static void mask(Bindings a, Inputs in, DType dtype, Shape scores, Expr queries, Expr keys) {
        if (!a.isTensor("attn_mask")) {
            return;
        }
        TensorType mask = a.type("attn_mask", in);
        if (a.flag("is_causal")) {
            throw Refusal.option(WORD + " takes a mask or isCausal(true), not both").at("isCausal", "with a mask");
        }
        if (mask.dtype() != DType.BOOL && mask.dtype() != dtype) {
            throw Refusal.shape(WORD + " takes a mask of bool or " + dtype.torchName() + ", not " + mask.dtype().torchName()).at("attnMask", mask.dtype().torchName());
        }
        var wanted = new ArrayList<>(scores.dims());
        wanted.add(queries);
        wanted.add(keys);
        Shape full = new Shape(wanted);
        if (!full.equals(Sizes.broadcast(full, mask.shape()))) {
            throw Refusal.shape(WORD + " cannot lay a mask of " + mask.shape().text() + " over scores of " + full.text()).at("attnMask", mask.shape().text())
                .why("each size of the mask, from the last, is 1 or that of the scores");
        }
    }
}

package layerbook.load.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import layerbook.formula.Expr;
import layerbook.formula.Expr.Sym;
import layerbook.layer.Attends;
import layerbook.layer.Inputs;
import layerbook.layer.Kind;
import layerbook.layer.Layer;
import layerbook.layer.Letters;
import layerbook.layer.Rule;
import layerbook.layer.Work.Product;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/**
 * softmax(Q·Kᵀ/√E + bias)·V, as {@code F.scaled_dot_product_attention} with grouped keys: takes N×h×T×E, N×k×S×E and N×k×S×V, gives N×h×T×V.
 * All T·S scores are computed, masked or not, as PyTorch does.
 *
 * @param biased whether a tensor that is added to the scores follows the values
 * @param sinks whether a score that stands for "nothing" for each head comes last: it takes part in the softmax alone
 * @param scaled whether the queries are divided by √E
 * @param softcap whether the scores pass through a scaled tanh
 * @param causal whether each position sees only those before it
 */
record Attention(boolean biased, boolean sinks, boolean scaled, boolean softcap, boolean causal) implements Layer {
    private static final String NAME = "scaledDotProductAttention";
    private static final Sym ROWS = Letters.letter("B", "examples times heads");
    private static final Sym KEYS = Letters.letter("S", "length of keys and values");
    private static final Sym VALUE = Letters.letter("V", "size of a value");

    @Override public Rule rule() {
        return Rule.of(NAME);
    }

    @Override public Rule ruleFor(Inputs in) {
        Shape q = in.shape(0);
        Shape key = in.shape(1);
        Shape v = in.shape(2);
        check(q, key, v);
        var out = new ArrayList<>(q.dims());
        out.set(3, v.dim(3));
        Rule rule = Rule.of(NAME);
        for (int i = 0; i < in.count(); i++) {
            rule.takes(in.shape(i).dims().toArray(Expr[]::new)).anything();
        }
        Expr[] scores = {ROWS, Letters.T, KEYS};
        Expr columns = sinks ? KEYS.plus(1) : KEYS;
        return rule.let(ROWS, q.dim(0).times(q.dim(1))).let(Letters.T, q.dim(2)).let(KEYS, key.dim(2)).let(Letters.E, q.dim(3)).let(VALUE, v.dim(3))
            .gives(new TensorType(new Shape(out), in.type(0).dtype()))
            .attends(new Attends(Letters.T, KEYS, List.of(), causal))
            .work("QKᵀ", Kind.MULTIPLY_ADD, ROWS, Letters.T, KEYS, Letters.E).multiplies(new Product(Set.of(0, 1), Set.of(), 0))
            .work("AV", Kind.MULTIPLY_ADD, ROWS, Letters.T, KEYS, VALUE).multiplies(new Product(Set.of(2), Set.of(), 1))
            .keeps(k -> k.input(0).input(1).input(2).numbers(ROWS, Letters.T, columns)).workspace(ROWS, Letters.T, columns)
            .when(scaled, r -> r.work("scale", Kind.MULTIPLY, ROWS, Letters.T, Letters.E))
            .when(softcap, r -> r.work("soft cap", Kind.DIVIDE, scores).work("soft cap", Kind.TANGENT_H, scores).work("soft cap", Kind.MULTIPLY, scores))
            .when(biased, r -> r.work("bias", Kind.ADD, scores))
            .work("softmax", Kind.EXPONENTIAL, ROWS, Letters.T, columns).work("softmax", Kind.ADD, ROWS, Letters.T, columns)
            .work("softmax", Kind.DIVIDE, ROWS, Letters.T, columns);
    }

    private static void check(Shape q, Shape k, Shape v) {
        if (q.rank() != 4 || k.rank() != 4 || v.rank() != 4 || !q.dim(3).equals(k.dim(3)) || !k.dim(2).equals(v.dim(2)) || !k.dim(1).equals(v.dim(1))) {
            throw Refusal.shape(NAME + " cannot take " + q.text() + ", " + k.text() + " and " + v.text())
                .why("queries and keys have the same last size, keys and values the same heads and length");
        }
    }

    @Override public String factoryName() {
        return NAME;
    }

    @Override public String briefArguments() {
        return causal ? "causal" : "";
    }

    @Override public String codeText() {
        return NAME + "()";
    }
}

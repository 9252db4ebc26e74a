package layerbook.load.config;

import java.util.ArrayList;
import layerbook.formula.Expr;
import layerbook.formula.Expr.Sym;
import layerbook.layer.Cached;
import layerbook.layer.Inputs;
import layerbook.layer.Kind;
import layerbook.layer.Layer;
import layerbook.layer.Letters;
import layerbook.layer.Rule;
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
 * @param cache what a cache keeps of keys and values
 */
record Attention(boolean biased, boolean sinks, boolean scaled, boolean softcap, Cache cache) implements Layer, Cached {
    private static final String NAME = "scaledDotProductAttention";
    private static final Sym ROWS = Letters.letter("B", "examples times heads");
    private static final Sym KEYS = Letters.letter("S", "length of keys and values");
    private static final Sym VALUE = Letters.letter("V", "size of a value");

    @Override public Rule rule() {
        return Rule.of(NAME);
    }

    @Override public Rule ruleFor(Inputs in) {
        Shape q = in.shape(0);
        Shape k = in.shape(1);
        Shape v = in.shape(2);
        check(q, k, v);
        var out = new ArrayList<>(q.dims());
        out.set(3, v.dim(3));
        Rule rule = Rule.of(NAME);
        for (int i = 0; i < in.count(); i++) {
            rule.takes(in.shape(i).dims().toArray(Expr[]::new)).anything();
        }
        Expr[] scores = {ROWS, Letters.T, KEYS};
        Expr columns = sinks ? KEYS.plus(1) : KEYS;
        return rule.let(ROWS, q.dim(0).times(q.dim(1))).let(Letters.T, q.dim(2)).let(KEYS, k.dim(2)).let(Letters.E, q.dim(3)).let(VALUE, v.dim(3))
            .gives(new TensorType(new Shape(out), in.type(0).dtype()))
            .work("QKᵀ", Kind.MULTIPLY_ADD, ROWS, Letters.T, KEYS, Letters.E).work("AV", Kind.MULTIPLY_ADD, ROWS, Letters.T, KEYS, VALUE)
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
        return cache.window() != null ? "window " + cache.window().text() : cache.latent() != null ? "latent " + cache.latent().text() : "";
    }

    @Override public String codeText() {
        return NAME + "()";
    }
}

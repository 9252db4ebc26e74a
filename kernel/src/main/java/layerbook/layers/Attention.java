package layerbook.layers;

import java.util.List;
import layerbook.formula.Expr;
import layerbook.formula.Expr.Sym;
import layerbook.layer.Arguments;
import layerbook.layer.Attends;
import layerbook.layer.Inputs;
import layerbook.layer.Keeps;
import layerbook.layer.Kind;
import layerbook.layer.Letters;
import layerbook.layer.Rule;
import layerbook.layer.Work.Product;
import layerbook.shape.Refusal;

/** The rule of multi-head attention: three maps in, the products QKᵀ and AV, a map out. Source: torch.nn.MultiheadAttention. */
final class Attention {
    private static final Sym HEADS = Letters.letter("a_h", "heads");
    private static final Sym KEYS = Letters.letter("S", "length of keys and values");
    private static final Sym ALL_KEYS = Letters.letter("S'", "keys with those that are added");
    private static final Sym E_K = Letters.letter("E_k", "size of keys");
    private static final Sym E_V = Letters.letter("E_v", "size of values");

    private Attention() {}

    static Rule rule(Arguments a, Inputs in) {
        Windows.positive(a, "embedDim", "numHeads");
        Expr e = a.number("embedDim");
        Expr heads = a.number("numHeads");
        if (e.isNumber() && heads.isNumber() && e.exact().mod(heads.exact()).signum() != 0) {
            throw Refusal.option(a.code() + " cannot share its embedding among the heads").at("numHeads", e.text() + " is not a multiple of " + heads.text())
                .why("embedDim must be a multiple of numHeads").fix(a.with("numHeads", Expr.of(e.exact().gcd(heads.exact()))).code());
        }
        if (in != null && in.count() < 3 && in.count() > 0) {
            throw Refusal.shape(a.code() + " takes a query, a key and a value").why("self-attention gives the same tensor three times").fix("x.then(" + a.code() + ", x, x)");
        }
        boolean batched = in == null || in.rank() != 2;
        boolean own = a.has("kdim") || a.has("vdim");
        boolean separate = own && !(size(a, "kdim").equals(e) && size(a, "vdim").equals(e));
        Rule rule = Rule.of(a).let(Letters.E, "embedDim").let(HEADS, "numHeads");
        rule.when(separate, r -> r.let(E_K, size(a, "kdim")).let(E_V, size(a, "vdim")));
        Expr key = separate ? E_K : Letters.E;
        Expr value = separate ? E_V : Letters.E;
        rule.takes(sequence(a, batched, Letters.T, Letters.E)).floats().takes(sequence(a, batched, KEYS, key)).floats().takes(sequence(a, batched, KEYS, value)).floats();
        for (int i = 3; in != null && i < in.count(); i++) {
            rule.takes(in.shape(i).dims().toArray(Expr[]::new)).anything();
        }
        int added = (a.flag("addBiasKv") ? 1 : 0) + (a.flag("addZeroAttn") ? 1 : 0);
        Expr keys = added == 0 ? KEYS : ALL_KEYS;
        rule.when(added > 0, r -> r.where(ALL_KEYS, KEYS.plus(added)));
        rule.gives(sequence(a, batched, Letters.T, Letters.E)).gives(batched ? new Expr[] {Letters.N, Letters.T, keys} : new Expr[] {Letters.T, keys});
        weights(rule, a, separate, key, value);
        work(rule, a, batched, separate, key, value, keys);
        kept(rule, a, batched, separate, keys);
        rule.attends(new Attends(Letters.T, keys, List.of(Spatial.all(batched ? List.of(Letters.N) : List.of(), Expr.of(2), keys, Letters.E)), false));
        return rule;
    }

    private static Expr size(Arguments a, String name) {
        return a.has(name) ? a.number(name) : a.number("embedDim");
    }

    private static Expr[] sequence(Arguments a, boolean batched, Expr length, Expr size) {
        if (!batched) {
            return new Expr[] {length, size};
        }
        return a.flag("batchFirst") ? new Expr[] {Letters.N, length, size} : new Expr[] {length, Letters.N, size};
    }

    private static void weights(Rule rule, Arguments a, boolean separate, Expr key, Expr value) {
        Expr three = Expr.of(3).times(Letters.E);
        if (separate) {
            rule.weight("q_proj_weight", Letters.E, Letters.E).weight("k_proj_weight", Letters.E, key).weight("v_proj_weight", Letters.E, value);
        } else {
            rule.weight("in_proj_weight", three, Letters.E);
        }
        rule.when(a.flag("bias"), r -> r.weight("in_proj_bias", three));
        rule.when(a.flag("addBiasKv"), r -> r.weight("bias_k", Expr.ONE, Expr.ONE, Letters.E).weight("bias_v", Expr.ONE, Expr.ONE, Letters.E));
        rule.weight("out_proj.weight", Letters.E, Letters.E).when(a.flag("bias"), r -> r.weight("out_proj.bias", Letters.E));
    }

    /**
     * What comes in (copies if the batch comes first), queries, keys and values, each head's weights behind softmax, and the heads side by side. In use all that is
     * made inside is there at once.
     */
    private static void kept(Rule rule, Arguments a, boolean batched, boolean separate, Expr keys) {
        List<Expr> batch = batched ? List.of(Letters.N) : List.of();
        Expr[] queries = Spatial.all(batch, Expr.of(2), Letters.T, Letters.E);
        Expr[] keysAndValues = Spatial.all(batch, Expr.of(2), keys, Letters.E);
        Expr[] scores = Spatial.all(batch, HEADS, Letters.T, keys);
        boolean copied = batched && a.flag("batchFirst");
        rule.keeps(k -> {
            String[] weights = separate ? new String[] {"q_proj_weight", "k_proj_weight", "v_proj_weight"} : new String[] {"in_proj_weight", "in_proj_weight", "in_proj_weight"};
            for (int i = 0; i < 3; i++) {
                k.input(i).ifTrained(weights[i]).when(copied, Keeps::copied);
            }
            k.numbers(queries).numbers(keysAndValues).numbers(scores).when(a.real("dropout") > 0, d -> d.mask(scores).numbers(scores));
        });
        rule.workspace(queries).workspace(keysAndValues).workspace(scores);
    }

    private static void work(Rule rule, Arguments a, boolean batched, boolean separate, Expr key, Expr value, Expr keys) {
        List<Expr> batch = batched ? List.of(Letters.N) : List.of();
        var inside = new Product(java.util.Set.of(), java.util.Set.of(), 2);
        rule.work("queries", Kind.MULTIPLY_ADD, Spatial.all(batch, Letters.T, Letters.E, Letters.E)).multiplies(Product.of(separate ? "q_proj_weight" : "in_proj_weight", 0))
            .work("keys", Kind.MULTIPLY_ADD, Spatial.all(batch, KEYS, key, Letters.E)).multiplies(Product.of(separate ? "k_proj_weight" : "in_proj_weight", 1))
            .work("values", Kind.MULTIPLY_ADD, Spatial.all(batch, KEYS, value, Letters.E)).multiplies(Product.of(separate ? "v_proj_weight" : "in_proj_weight", 2))
            .work("QKᵀ", Kind.MULTIPLY_ADD, Spatial.all(batch, Letters.T, keys, Letters.E)).multiplies(inside)
            .work("AV", Kind.MULTIPLY_ADD, Spatial.all(batch, Letters.T, keys, Letters.E)).multiplies(inside)
            .work("out", Kind.MULTIPLY_ADD, Spatial.all(batch, Letters.T, Letters.E, Letters.E)).multiplies(Product.inside("out_proj.weight"));
        rule.when(a.flag("bias"), r -> r.work("biases of queries and out", Kind.BIAS_ADD, Spatial.all(batch, Expr.of(2), Letters.T, Letters.E))
            .work("biases of keys and values", Kind.BIAS_ADD, Spatial.all(batch, Expr.of(2), KEYS, Letters.E)));
        Expr[] scores = Spatial.all(batch, HEADS, Letters.T, keys);
        rule.work("scale", Kind.MULTIPLY, Spatial.all(batch, Letters.T, Letters.E)).work("softmax", Kind.EXPONENTIAL, scores).work("softmax", Kind.ADD, scores).work("softmax", Kind.DIVIDE, scores);
    }
}

package layerbook.hardware;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.count.Memory;
import layerbook.count.NetworkView;
import layerbook.formula.Expr;
import layerbook.formula.Expr.Sym;
import layerbook.layer.Letters;
import layerbook.layer.Saved;
import layerbook.layers.Softmax;
import layerbook.net.Call;
import layerbook.net.Scope;
import layerbook.net.Tensor;
import layerbook.shape.DType;

/** The attention of a network: which keys and values are kept from token to token, and what its scores take. */
final class Attention {
    /**
     * What one attention keeps.
     *
     * @param label what kind it is
     * @param numbers how many numbers it keeps; N and the length may be open
     */
    record Use(String label, Expr numbers) {}

    private final List<AttentionUse> all;
    private final List<String> notes = new ArrayList<>();

    private Attention(List<AttentionUse> all) {
        this.all = all;
    }

    static Attention of(NetworkView network) {
        return new Attention(AttentionFinder.in(network));
    }

    /** What was assumed. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    /** What is kept, in the order of the calls. */
    List<Use> cached() {
        notes.clear();
        boolean anyMasked = all.stream().anyMatch(u -> u.masked() || says(u) != null);
        List<AttentionUse> kept = all.stream().filter(u -> says(u) != null ? says(u).isKept() : !anyMasked || u.masked() || u.isCross()).toList();
        if (!all.isEmpty() && !anyMasked) {
            notes.add("no attention here hides later positions from earlier ones: the figure is that of a network that does");
        }
        return kept.stream().map(Attention::use).toList();
    }

    private static AttentionCache says(AttentionUse u) {
        for (Scope s = u.call().scope(); s != null; s = s.parent()) {
            if (s.model() instanceof AttentionCache cache) {
                return cache;
            }
        }
        return null;
    }

    private static Use use(AttentionUse u) {
        AttentionCache says = says(u);
        if (says != null && says.numbersPerPosition() != null) {
            Expr numbers = Expr.product(Letters.N, positions(u.keys(), says.window()), says.numbersPerPosition());
            return new Use(label("latent", says.numbersPerPosition().text() + " numbers a position", says.window()), numbers);
        }
        Expr window = says == null ? null : says.window();
        if (u.kept() != null) {
            return new Use(label(u.isCross() ? "cross attention" : "keys and values", "", window), limited(u.kept(), u.keys(), window));
        }
        Expr latent = Latent.numbers(u.keyValues().get(0), u.keyValues().get(1));
        if (latent != null) {
            return new Use(label("latent", latent.over(Expr.product(Letters.N, u.keys())).normal().text() + " numbers a position", window), limited(latent, u.keys(), window));
        }
        Map<List<Integer>, Tensor> distinct = new LinkedHashMap<>();
        u.keyValues().stream().map(Origin::of).forEach(t -> distinct.put(List.of(t.call().index(), t.outputIndex()), t));
        Expr numbers = Expr.sum(distinct.values().stream().map(t -> t.shape().numel()).toList()).normal();
        Expr whole = Expr.sum(u.keyValues().stream().map(t -> t.shape().numel()).toList()).normal();
        String kind = u.isCross() ? "cross attention" : numbers.equals(whole) ? "keys and values" : "keys and values before they are expanded";
        return new Use(label(kind, "", window), limited(numbers, u.keys(), window));
    }

    private static String label(String kind, String more, Expr window) {
        return kind + (more.isEmpty() ? "" : ", " + more) + (window == null ? "" : ", the last " + window.text());
    }

    private static Expr positions(Expr keys, Expr window) {
        return window == null ? keys : Expr.min(keys, window);
    }

    /** The numbers with at most a window of positions. */
    private static Expr limited(Expr numbers, Expr keys, Expr window) {
        if (window == null) {
            return numbers;
        }
        return keys instanceof Sym length ? numbers.at(Map.of(length, Expr.min(length, window))) : numbers.over(keys).times(Expr.min(keys, window)).normal();
    }

    // ---- scores

    /** Of what is kept for the backward pass, the bytes of scores: what selective recomputation works out again. */
    Expr scores(List<Memory.Row> rows, DType dtype) {
        Map<Call, Expr> kept = new LinkedHashMap<>();
        rows.stream().filter(r -> r.call() != null).forEach(r -> kept.put(r.call(), r.activations()));
        var terms = new ArrayList<Expr>();
        for (AttentionUse u : all) {
            terms.add(u.between().isEmpty() ? insideCall(u, dtype) : writtenOut(u, kept, dtype));
        }
        return Expr.sum(terms).normal();
    }

    private static Expr writtenOut(AttentionUse u, Map<Call, Expr> kept, DType dtype) {
        var terms = new ArrayList<Expr>();
        u.between().forEach(c -> terms.add(kept.getOrDefault(c, Expr.ZERO)));
        Tensor weights = Origin.of(u.call().inputs().get(0));
        if (!(weights.call().layer() instanceof Softmax)) {
            terms.add(weights.shape().numel().times(dtype.bytes())); // kept by the product: what dropout gave
        }
        return Expr.sum(terms).normal();
    }

    /** What a single call keeps for each pair of a query and a key. */
    private static Expr insideCall(AttentionUse u, DType dtype) {
        var terms = new ArrayList<Expr>();
        Inside.of(u.call().applied()).forEach(a -> {
            for (Saved s : a.rule().saved()) {
                boolean pairs = s.of() == Saved.Of.NUMBERS && s.factors().contains(a.rule().attends().queries()) && s.factors().contains(a.rule().attends().keys());
                if (pairs) {
                    terms.add(Expr.product(s.factors()).at(a.letters()).times(s.bytes() == 0 ? dtype.bytes() : s.bytes()));
                }
            }
        });
        return Expr.sum(terms).normal();
    }
}

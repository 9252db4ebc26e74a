package layerbook.hardware;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.count.NetworkView;
import layerbook.formula.Expr;
import layerbook.shape.DType;
import layerbook.shape.Refusal;

/**
 * What a network keeps of earlier positions so that they need not be worked out again for the next token: the keys and values of each attention, as they
 * are before grouped ones are expanded. It follows from the network's attention calls, not from a table of models.
 *
 * @param kinds attention calls that keep the same, with how many there are
 * @param dtype the type that they are kept in
 * @param values the letters that have a number already
 * @param notes what was assumed
 */
public record KvCache(List<KindOfCall> kinds, DType dtype, Map<Expr.Sym, Expr> values, List<String> notes) implements Worked {
    /**
     * Attention calls that keep the same.
     *
     * @param label e.g. {@code grouped keys, 8 of 32 heads}
     * @param calls how many there are
     * @param numbers how many numbers one of them keeps; N and T may be open
     */
    public record KindOfCall(String label, int calls, Expr numbers) {}

    public KvCache {
        kinds = List.copyOf(kinds);
        values = Map.copyOf(values);
        notes = List.copyOf(notes);
    }

    /**
     * The cache of a network in a type.
     *
     * @throws Refusal if the network has no attention
     */
    public static KvCache of(NetworkView network, DType dtype) {
        Attention attention = Attention.of(network);
        if (attention.cached().isEmpty()) {
            throw Refusal.of("runtime", "this network keeps no keys and values: it has no attention").fix("memory(INFERENCE)");
        }
        Map<List<Object>, KindOfCall> kinds = new LinkedHashMap<>();
        for (Attention.Use u : attention.cached()) {
            Expr numbers = u.numbers().normal();
            kinds.merge(List.of(u.label(), numbers), new KindOfCall(u.label(), 1, numbers), (a, b) -> new KindOfCall(a.label(), a.calls() + 1, numbers));
        }
        return new KvCache(List.copyOf(kinds.values()), dtype, Map.of(), attention.notes());
    }

    /** Bytes as a formula in N and T, with the letters put in that have a number. */
    public Expr formula() {
        return Expr.sum(kinds.stream().map(k -> Expr.product(Expr.of(k.calls()), k.numbers(), Expr.of(dtype.bytes()))).toList()).at(values);
    }

    /** Bytes of one kind of call. */
    public Expr formula(KindOfCall kind) {
        return Expr.product(Expr.of(kind.calls()), kind.numbers(), Expr.of(dtype.bytes())).at(values);
    }

    /** With a number in the place of a letter. */
    public KvCache at(Object letter, long value) {
        var more = new LinkedHashMap<>(values);
        more.put(OpenLetters.of(letter), Expr.of(value));
        return new KvCache(kinds, dtype, more, notes);
    }

    @Override public String title() {
        return "keys and values in " + dtype.torchName();
    }

    @Override public List<Figure> figures() {
        var figures = new ArrayList<Figure>();
        var terms = new ArrayList<Expr>();
        for (int i = 0; i < kinds.size(); i++) {
            KindOfCall k = kinds.get(i);
            Expr each = Expr.product(Expr.of(k.calls()), Expr.of(dtype.bytes()), k.numbers());
            figures.add(new Figure("B_" + (i + 1), "bytes: " + k.calls() + " × " + k.label() + ", " + dtype.bytes() + " bytes a number", each, values, ""));
            terms.add(each);
        }
        if (kinds.size() > 1) {
            figures.add(new Figure("B", "bytes in all", Expr.sum(terms), values, ""));
        }
        return figures;
    }

}

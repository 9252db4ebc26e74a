package layerbook.layers;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.formula.Expr.Sym;
import layerbook.layer.Letters;
import layerbook.layer.Rule;

/** The axes along which windows slide: length; height and width; depth, height and width. */
final class Spatial {
    private static final List<Sym> IN = List.of(Letters.D, Letters.H, Letters.W);
    private static final List<Sym> OUT = List.of(Letters.D_OUT, Letters.H_OUT, Letters.W_OUT);

    private Spatial() {}

    /** The letters of the axes that come in. */
    static List<Sym> in(int axes) {
        return axes == 1 ? List.of(Letters.L) : IN.subList(3 - axes, 3);
    }

    /** The letters of the axes that go out. */
    static List<Sym> out(int axes) {
        return axes == 1 ? List.of(Letters.L_OUT) : OUT.subList(3 - axes, 3);
    }

    /**
     * Letters for an argument that has a value for each axis: one letter for all where the values are equal ({@code k}), else one each ({@code k_h, k_w}).
     * They are bound in the rule.
     */
    static List<Expr> letters(Rule rule, String letter, String meaning, List<Expr> values) {
        var out = new ArrayList<Expr>();
        boolean equal = values.stream().distinct().count() == 1;
        for (int i = 0; i < values.size(); i++) {
            String name = equal ? letter : letter + "_" + "dhw".charAt(3 - values.size() + i);
            Sym s = Letters.letter(name, meaning);
            rule.let(s, values.get(i));
            out.add(s);
        }
        return out;
    }

    /** The same, but a value that says nothing (padding 0, dilation 1) stands as a number, so that formulas stay short. */
    static List<Expr> lettersUnless(long silent, Rule rule, String letter, String meaning, List<Expr> values) {
        return values.stream().allMatch(Expr.of(silent)::equals) ? values : letters(rule, letter, meaning, values);
    }

    /** Puts batch and channels before the axes; without a batch, channels only. */
    static Expr[] shape(boolean batched, Expr channels, List<? extends Expr> axes) {
        var out = new ArrayList<Expr>();
        if (batched) {
            out.add(Letters.N);
        }
        out.add(channels);
        out.addAll(axes);
        return out.toArray(Expr[]::new);
    }

    /** Channels and the axes that come in: what must hold something where windows slide. */
    static List<Expr> inside(Expr channels, int axes) {
        var out = new ArrayList<Expr>(List.of(channels));
        out.addAll(in(axes));
        return out;
    }

    /** All factors in one array. */
    static Expr[] all(List<? extends Expr> first, Expr... more) {
        var out = new ArrayList<Expr>(first);
        out.addAll(List.of(more));
        return out.toArray(Expr[]::new);
    }
}

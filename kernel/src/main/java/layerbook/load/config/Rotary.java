package layerbook.load.config;

import layerbook.formula.Expr;
import layerbook.formula.Expr.Sym;
import layerbook.layer.Kind;
import layerbook.layer.Layer;
import layerbook.layer.Letters;
import layerbook.layer.Rule;

/**
 * Turns pairs of numbers of a query or key by an angle that grows with the position: x·cos + swapped(x)·sin on the first {@code dims} numbers of each head.
 * Takes N×h×T×E and the cosines and sines, T×dims/2 each; gives N×h×T×E. Source: Su et al., "RoFormer", 2021.
 *
 * @param dims how many numbers of a head are turned; the others pass
 */
record Rotary(long dims) implements Layer {
    private static final Sym HEADS = Letters.letter("h", "heads");
    private static final Sym TURNED = Letters.letter("r", "numbers of a head that are turned");

    @Override public Rule rule() {
        Expr[] all = {Letters.N, HEADS, Letters.T, TURNED};
        Expr half = TURNED.over(Expr.of(2));
        return Rule.of("rotary").let(TURNED, dims).takes(Letters.N, HEADS, Letters.T, Letters.E).takes(Letters.T, half).takes(Letters.T, half)
            .gives(Letters.N, HEADS, Letters.T, Letters.E)
            .work("times cosines", Kind.MULTIPLY, all).work("swapped halves", Kind.NEGATE, Letters.N, HEADS, Letters.T, half)
            .work("times sines", Kind.MULTIPLY, all).work("sum", Kind.ADD, all);
    }

    @Override public String factoryName() {
        return "rotary";
    }

    @Override public String briefArguments() {
        return String.valueOf(dims);
    }
}

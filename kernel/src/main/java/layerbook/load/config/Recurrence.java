package layerbook.load.config;

import layerbook.formula.Expr;
import layerbook.formula.Expr.Sym;
import layerbook.layer.Kind;
import layerbook.layer.Layer;
import layerbook.layer.Letters;
import layerbook.layer.Rule;

/** State after state, hₜ = aₜ·hₜ₋₁ + bₜ, number by number: takes a and b of N×I×T×S, gives all states, N×I×T×S. */
record Recurrence() implements Layer {
    private static final Sym CHANNELS = Letters.letter("I", "channels with a state each");
    private static final Sym STATE = Letters.letter("S_h", "numbers of a state");

    @Override public Rule rule() {
        Expr[] all = {Letters.N, CHANNELS, Letters.T, STATE};
        return Rule.of("recurrence").takes(all).takes(all).gives(all).work("what is kept", Kind.MULTIPLY, all).work("what is added", Kind.ADD, all)
            .keeps(k -> k.input(0).ifGradient(1).output(0));
    }

    @Override public String factoryName() {
        return "recurrence";
    }
}

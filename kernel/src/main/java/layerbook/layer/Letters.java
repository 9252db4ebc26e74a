package layerbook.layer;

import layerbook.formula.Expr;
import layerbook.formula.Expr.Sym;

/** The letters of the rules, with what they mean. Inherited by the words that a user types, so that a user's layer can use them. */
public interface Letters {
    /** Batch: how many examples at once. */
    Sym N = Letters.letter("N", "batch size");
    Sym C = Letters.letter("C", "channels");
    Sym C_IN = Letters.letter("C_in", "input channels");
    Sym C_OUT = Letters.letter("C_out", "output channels");
    Sym D = Letters.letter("D", "depth");
    Sym H = Letters.letter("H", "height");
    Sym W = Letters.letter("W", "width");
    Sym L = Letters.letter("L", "length");
    Sym D_OUT = Letters.letter("D'", "output depth");
    Sym H_OUT = Letters.letter("H'", "output height");
    Sym W_OUT = Letters.letter("W'", "output width");
    Sym L_OUT = Letters.letter("L'", "output length");
    Sym K = Letters.letter("k", "kernel size");
    Sym K_D = Letters.letter("k_d", "kernel depth");
    Sym K_H = Letters.letter("k_h", "kernel height");
    Sym K_W = Letters.letter("k_w", "kernel width");
    Sym S = Letters.letter("s", "stride");
    Sym P = Letters.letter("p", "padding");
    Sym G = Letters.letter("g", "groups");
    Sym F_IN = Letters.letter("F_in", "input features");
    Sym F_OUT = Letters.letter("F_out", "output features");
    Sym T = Letters.letter("T", "sequence length");
    Sym E = Letters.letter("E", "embedding size");
    /** Any number of axes, none included; as a factor, the product of their sizes. */
    Sym ANY = Letters.letter("∗", "all other axes");

    /** A letter with its meaning, shown beside formulas of the rule that uses it. */
    static Sym letter(String name, String meaning) {
        return Expr.symbol(name, meaning);
    }
}

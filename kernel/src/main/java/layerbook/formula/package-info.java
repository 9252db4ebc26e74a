/**
 * Formulas as data: one tree that can be computed, shown and worked step by step. Imports nothing of ours.
 * <pre>{@code
 * Expr k = Expr.symbol("k"), in = Expr.symbol("C_in"), out = Expr.symbol("C_out");
 * Expr params = out.times(in.times(k.power(2)).plus(1));
 * params.text();                                          // Cₒᵤₜ·(Cᵢₙ·k² + 1)
 * Map<Sym, Expr> values = Map.of(k, Expr.of(3), in, Expr.of(3), out, Expr.of(16));
 * params.at(values).exact();                              // 448
 * Working.of(params, values).lines(Style.UNICODE);        // 16·(3·3² + 1), 16·(3·9 + 1), 16·(27 + 1), 16·28, 448
 * }</pre>
 */
package layerbook.formula;

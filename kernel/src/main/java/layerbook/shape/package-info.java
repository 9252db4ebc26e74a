/**
 * Sizes, and what fits: {@link layerbook.shape.Shape}, {@link layerbook.shape.TensorType}, the arithmetic of windows and broadcasting,
 * and {@link layerbook.shape.Refusal}, which says why something does not fit. May import {@code formula}.
 * <pre>{@code
 * Shape.of(Expr.symbol("N"), Expr.of(3), Expr.of(32), Expr.of(32)).text();    // N×3×32×32
 * }</pre>
 */
package layerbook.shape;

/**
 * The layers of {@code torch.nn}, one file each, and the families that they share. To add a layer: write its record with a
 * {@link layerbook.layer.Signature} and a rule, and name it in {@link layerbook.layers.Catalogue}. May import {@code layer} and what lies behind it.
 * <pre>{@code
 * Layer conv = Conv2d.SIGNATURE.read(3, 16, 3, Option.of("padding", 1));
 * Applied.of(conv, Inputs.of(TensorType.of(Shape.of(1, 3, 32, 32)))).output().text();     // 1×16×32×32
 * }</pre>
 */
package layerbook.layers;

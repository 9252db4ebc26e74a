/**
 * The layers of {@code torch.nn}, one file each, and the families that they share.
 *
 * <p>To add a layer: write its record with a {@link layerbook.layer.Signature} and a rule in a file of its own, and name it in
 * {@link layerbook.layers.Catalogue}; then {@code mvn test -pl kernel -Dtest=WordsTest -Dlayerbook.renew=true} writes the words that users type.
 * Help, completion, hints, PyTorch source and every convention follow from the two. {@code LayerRecipeTest} follows this recipe.
 *
 * <p>May import {@code layer} and what it imports. Layers are immutable values, which any thread may use.
 * <pre>{@code
 * Layer conv = Conv2d.SIGNATURE.read(3, 16, 3, Option.of("padding", 1));
 * Applied.of(conv, Inputs.of(TensorType.of(Shape.of(1, 3, 32, 32)))).output().text();     // 1×16×32×32
 * }</pre>
 */
package layerbook.layers;

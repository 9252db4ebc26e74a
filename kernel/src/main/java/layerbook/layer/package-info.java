/**
 * What a layer says about itself: its arguments ({@link layerbook.layer.Signature}) and its {@link layerbook.layer.Rule}: what it takes, what it gives,
 * its weights, its work by kind of elementary operation. May import {@code shape} and {@code formula}.
 *
 * <p>Nobody writes a parameter formula: it is the sum of the products of the weight shapes. Nobody writes a FLOPs formula: a convention prices the work.
 * <pre>{@code
 * record Scale(int channels) implements Layer {
 *     public Rule rule() {
 *         return Rule.of("Scale").let(C, channels).takes(N, C, ANY).gives(N, C, ANY).weight("scale", C).work(MULTIPLY, N, C, ANY);
 *     }
 * }
 * }</pre>
 */
package layerbook.layer;

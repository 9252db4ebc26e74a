/**
 * Networks: who owns weights, and who uses whom. A {@link layerbook.layer.Layer} is a value; a {@link layerbook.net.Unit}
 * owns weights, by identity; a {@link layerbook.net.Call} is one use; a {@link layerbook.net.Tensor} is an output of a call; a
 * {@link layerbook.net.Graph} is immutable, each call gives a new one that shares the old. The {@link layerbook.net.NetworkBuilder} holds the graph of a session.
 * A {@link layerbook.net.Model} holds units and runs them; all calls of a run are one network. {@link layerbook.net.Rebuilt} works a network out again with
 * other sizes.
 *
 * <p>May import {@code layers} and what it imports. A graph may be read on any thread; a builder is used by one statement at a time.
 * <pre>{@code
 * NetworkBuilder book = new NetworkBuilder();
 * Tensor x = book.input(Shape.of(N, 3, 32, 32));
 * Tensor y = x.then(Convolutions.conv2d(16, 3, padding(1)));
 * book.graph().last().applied().outputs();        // N×16×32×32
 * }</pre>
 */
package layerbook.net;

package layerbook.session.words;

import layerbook.layer.Layer;
import layerbook.layer.Option;
import layerbook.layers.Catalogue;
import layerbook.net.NetworkBuilder;
import layerbook.shape.Refusal;

/** Makes a layer by its word, as the words for layers do; its {@link layerbook.layer.Signature} reads the arguments. */
final class LayerMaker {
    private LayerMaker() {}

    static Layer made(String word, Object... arguments) {
        Layer layer = Catalogue.find(word).orElseThrow(() -> Refusal.of("runtime", "there is no layer " + word)).read(arguments);
        for (Object a : arguments == null ? new Object[0] : arguments) {
            if (a instanceof Layer inner) {
                NetworkBuilder.current().consume(inner);
            } else if (a instanceof Option named) {
                named.values().stream().filter(v -> v instanceof Layer).forEach(v -> NetworkBuilder.current().consume((Layer) v));
            }
        }
        return NetworkBuilder.current().made(layer);
    }
}

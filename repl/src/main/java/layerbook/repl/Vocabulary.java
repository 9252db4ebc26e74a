package layerbook.repl;

import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;
import layerbook.layer.Option;
import layerbook.layers.Catalogue;
import layerbook.session.words.Nn;

/** The words of Layerbook that have a colour of their own. */
record Vocabulary(Set<String> layers, Set<String> options) {
    static final Vocabulary NONE = new Vocabulary(Set.of(), Set.of());

    /** Layers from the catalogue, options from the facade: a word that names an argument gives an {@link Option}. */
    static Vocabulary ofFacade() {
        var layers = new HashSet<String>();
        Catalogue.all().forEach(signature -> layers.add(signature.factory()));
        var options = new HashSet<String>();
        Catalogue.all().forEach(signature -> signature.parameters().forEach(p -> options.add(p.name())));
        for (Method method : Nn.class.getMethods()) {
            if (method.getReturnType() == Option.class) {
                options.add(method.getName());
            }
        }
        return new Vocabulary(layers, options);
    }

    boolean isLayer(String word) {
        return layers.contains(word);
    }

    boolean isOption(String word) {
        return options.contains(word);
    }
}

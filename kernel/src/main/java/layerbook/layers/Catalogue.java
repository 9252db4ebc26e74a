package layerbook.layers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import layerbook.layer.Signature;

/** Every layer there is, by the word that makes it. */
public final class Catalogue {
    private static final Map<String, Signature> BY_WORD = new LinkedHashMap<>();

    static {
        List.of(
            Conv2d.SIGNATURE, Linear.SIGNATURE, BatchNorm2d.SIGNATURE, MaxPool2d.SIGNATURE, ReLU.SIGNATURE
        ).forEach(s -> BY_WORD.put(s.factory(), s));
    }

    private Catalogue() {}

    /** All signatures, family by family. */
    public static List<Signature> all() {
        return List.copyOf(BY_WORD.values());
    }

    /** The layer of a word such as {@code conv2d}. */
    public static Optional<Signature> find(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }
}

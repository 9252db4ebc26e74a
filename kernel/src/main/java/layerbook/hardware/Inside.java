package layerbook.hardware;

import java.util.stream.Stream;
import layerbook.layer.Applied;

/** The attention in a layer: itself, or its parts that state it. */
final class Inside {
    private Inside() {}

    static Stream<Applied> of(Applied a) {
        return a.rule().attends() != null ? Stream.of(a) : a.parts().stream().flatMap(p -> of(p.applied()));
    }
}

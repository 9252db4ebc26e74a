package layerbook.count;

import java.util.List;
import java.util.Optional;
import layerbook.layer.Kind;

/** The conventions that everybody knows, by name. Sources: the counters' own code; the rules are in each convention's file. */
public final class Conventions {
    /** Multiply-adds of convolutions, matrix products, linear and bilinear maps, recurrent matrices and attention products; no bias. */
    public static final Convention MACS = Convention.pricing("MACS", "MACs", "multiply-adds of convolutions and matrix products; no bias", kind -> kind == Kind.MULTIPLY_ADD ? 1L : null);
    /** Two for each multiply-add. */
    public static final Convention FLOPS = Convention.pricing("FLOPS", "FLOPs", "2 per multiply-add", kind -> kind == Kind.MULTIPLY_ADD ? 2L : null);

    private Conventions() {}

    public static List<Convention> all() {
        return List.of(MACS, FLOPS);
    }

    public static Optional<Convention> find(String name) {
        return all().stream().filter(c -> c.name().equalsIgnoreCase(name)).findFirst();
    }
}

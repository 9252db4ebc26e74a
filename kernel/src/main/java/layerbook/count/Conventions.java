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

    public static final Convention THOP = new Thop();
    public static final Convention TORCHINFO = new Torchinfo();
    public static final Convention FVCORE = new Fvcore();
    public static final Convention PTFLOPS = new Ptflops();
    public static final Convention DEEPSPEED = new Deepspeed();
    /** PyTorch's own counter: 2 for each multiply-add of what its dispatcher sees as a matrix product or convolution; bilinear layers are none. */
    public static final Convention FLOP_COUNTER = new FlopCounter();
    /** Every arithmetic operation, one each; a multiply-add is two. */
    public static final Convention EVERY_OP = Convention.pricing("EVERY_OP", "every arithmetic operation, one each", kind -> (long) kind.operations());

    private Conventions() {}

    public static List<Convention> all() {
        return List.of(MACS, FLOPS, THOP, TORCHINFO, FVCORE, PTFLOPS, DEEPSPEED, FLOP_COUNTER, EVERY_OP);
    }

    public static Optional<Convention> find(String name) {
        return all().stream().filter(c -> c.name().equalsIgnoreCase(name)).findFirst();
    }
}

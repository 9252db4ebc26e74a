package layerbook.count;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.stream.Stream;
import layerbook.io.NearestWord;
import layerbook.layer.Kind;
import layerbook.net.NetworkBuilder;
import layerbook.shape.Refusal;

/** The conventions that everybody knows, by name. Sources: the counters' own code; the rules are in each convention's file. */
public final class Conventions {
    /** Multiply-adds of convolutions, matrix products, linear and bilinear maps, recurrent matrices and attention products; no bias. */
    public static final Convention MACS = new Convention.Pricing("MACS", "MACs", "multiply-adds of convolutions and matrix products; no bias", kind -> kind == Kind.MULTIPLY_ADD ? 1L : null);
    /** Two for each multiply-add. */
    public static final Convention FLOPS = new Convention.Pricing("FLOPS", "FLOPs", "2 per multiply-add", kind -> kind == Kind.MULTIPLY_ADD ? 2L : null);

    public static final Convention THOP = new Thop();
    public static final Convention TORCHINFO = new Torchinfo();
    public static final Convention FVCORE = new Fvcore();
    public static final Convention PTFLOPS = new Ptflops();
    public static final Convention DEEPSPEED = new Deepspeed();
    /** DeepSpeed before it changed how it counts transposed convolutions. */
    public static final Convention DEEPSPEED_0_9 = new Deepspeed(true);
    /** PyTorch's own counter: 2 for each multiply-add of what its dispatcher sees as a matrix product or convolution; bilinear layers are none. */
    public static final Convention FLOP_COUNTER = new FlopCounter();
    /** Every arithmetic operation, one each; a multiply-add is two. */
    public static final Convention EVERY_OP = new EveryOp();

    private static final Map<NetworkBuilder, Map<String, Convention>> OWN = Collections.synchronizedMap(new WeakHashMap<>());

    private Conventions() {}

    /** Those that everybody knows. */
    public static List<Convention> all() {
        return List.of(MACS, FLOPS, THOP, TORCHINFO, FVCORE, PTFLOPS, DEEPSPEED, FLOP_COUNTER, EVERY_OP);
    }

    /** Older versions of a tool that counted otherwise. */
    public static List<Convention> older() {
        return List.of(DEEPSPEED_0_9);
    }

    /** Those, and the conventions that were written in this book. */
    public static List<Convention> all(NetworkBuilder book) {
        var out = new ArrayList<>(all());
        out.addAll(List.copyOf(OWN.getOrDefault(book, Map.of()).values()));
        return out;
    }

    public static Optional<Convention> find(String name) {
        return find(name, NetworkBuilder.current());
    }

    /** The convention of that name, whatever its case. */
    public static Optional<Convention> find(String name, NetworkBuilder book) {
        return Stream.concat(all(book).stream(), older().stream()).filter(c -> c.name().equalsIgnoreCase(name)).findFirst();
    }

    /** Like {@link #find}, with an error that says what there is. */
    public static Convention get(String name, NetworkBuilder book) {
        List<String> names = all(book).stream().map(Convention::name).toList();
        String near = NearestWord.nearest(name.toUpperCase(Locale.ROOT), names);
        return find(name, book).orElseThrow(() -> Refusal.of("runtime", "there is no convention " + name).why("there are " + String.join(", ", names)).fix("flops(" + (near == null ? "FLOPS" : near) + ")"));
    }

    /** Makes a convention known by its name in the current book; the same name again takes the place of the one before. */
    static Convention named(Convention own) {
        return named(own, NetworkBuilder.current());
    }

    /** The same in a book. */
    public static Convention named(Convention own, NetworkBuilder book) {
        if (all().stream().anyMatch(c -> c != own && c.name().equalsIgnoreCase(own.name()) || own.name().equalsIgnoreCase("all"))) {
            throw Refusal.of("runtime", "the name " + own.name() + " is taken").why("tables name their convention by it").fix("Convention.of(\"MY_" + own.name() + "\", ...)");
        }
        if (!all().contains(own) && !older().contains(own)) {
            OWN.computeIfAbsent(book, b -> Collections.synchronizedMap(new LinkedHashMap<>())).put(own.name().toUpperCase(Locale.ROOT), own);
        }
        return own;
    }
}

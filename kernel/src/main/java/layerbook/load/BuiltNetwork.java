package layerbook.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import layerbook.count.Conventions;
import layerbook.count.Network;
import layerbook.count.NetworkView;
import layerbook.load.config.Pretrained;
import layerbook.net.NetworkBuilder;
import layerbook.table.Figures;
import layerbook.table.Grid;
import layerbook.table.Tree;

/** A network that a description of a family gives: built when it is first asked for, once for each builder. */
final class BuiltNetwork {
    private static final int DEPTH = 3;

    private final Function<NetworkBuilder, Pretrained> family;
    private Pretrained built;
    private Network network;

    /** The network that this gives in a builder. */
    BuiltNetwork(Function<NetworkBuilder, Pretrained> family) {
        this.family = family;
    }

    synchronized Network in(NetworkBuilder builder) {
        if (network == null || network.book() != builder) {
            built = family.apply(builder);
            network = built.trace(builder);
        }
        return network;
    }

    /** As it was built; to be shown alone, in a builder of its own: showing a file adds nothing to a session. */
    private synchronized Network shown() {
        return network != null ? network : in(new NetworkBuilder());
    }

    /** The modules, down to those in a block, with the totals and these notes. */
    synchronized Grid grid(String file, List<String> notes) {
        Network net = shown();
        Grid tree = Folded.of(Tree.of(NetworkView.of(net), DEPTH, Tree.USUAL, Conventions.FLOPS));
        var all = new ArrayList<>(tree.notes());
        all.add(String.format(Locale.ROOT, "%s: %s (%s), %s params, %s multiply-adds per example", file, built.architecture(), built.modelType(),
            Figures.text(net.paramsFormula()), Figures.text(net.flopsFormula(Conventions.MACS))));
        all.addAll(built.notes());
        all.addAll(notes);
        return new Grid(tree.name(), tree.columns(), tree.marks(), all);
    }

    /** What the family says of the network; empty until it is built. */
    synchronized List<String> notes() {
        return built == null ? List.of() : built.notes();
    }
}

package layerbook.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import layerbook.count.Block;
import layerbook.count.Convention;
import layerbook.count.Ledger;
import layerbook.count.NetworkView;
import layerbook.count.Sum;
import layerbook.count.Totals;
import layerbook.net.Call;

/** A network with its blocks folded to one row each, as deep as is wanted; each row is the sum of the rows in it. */
public final class BlockTable {
    private BlockTable() {}

    /** The network with names of at most so many words. */
    public static Grid of(NetworkView network, int depth, Convention convention) {
        Ledger ledger = Ledger.of(network.graph());
        List<Block> blocks = Block.of(network.calls(), depth);
        Map<Call, Totals> params = ledger.upTo(network.calls());
        Map<Call, Sum> work = ledger.upTo(network.calls(), convention);
        var columns = new ArrayList<Grid.Column>();
        columns.add(column("#", true, 0, blocks, b -> String.valueOf(b.calls().get(0).index())));
        columns.add(column("block", false, 0, blocks, Block::name));
        columns.add(column("layer", false, 5, blocks, b -> b.isFolded() ? rows(b.calls().size()) : EchoTable.layer(b.last())));
        columns.add(column("output", false, 0, blocks, b -> b.last().outputs().get(0).text()));
        columns.add(column("params", true, 1, blocks, b -> isInput(b) ? "" : b.added(ledger).params().text()));
        columns.add(column("Σ params", true, 3, blocks, b -> isInput(b) ? "" : params.get(b.last()).params().text()));
        columns.add(column(convention.unit(), true, 2, blocks, b -> isInput(b) ? "" : Figures.text(b.cost(ledger, convention))));
        columns.add(column("Σ " + convention.unit(), true, 4, blocks, b -> isInput(b) ? "" : Figures.text(work.get(b.last()))));
        return new Grid("blocks", columns, Collections.nCopies(blocks.size(), ""), List.of(convention.unit() + ": " + convention.sentence() + ", per example"));
    }

    private static Grid.Column column(String head, boolean right, int priority, List<Block> blocks, Function<Block, String> text) {
        return new Grid.Column(head, right, priority, blocks.stream().map(text).toList());
    }

    private static String rows(int n) {
        return n == 1 ? "1 row" : n + " rows";
    }

    private static boolean isInput(Block b) {
        return b.last().what() == Call.What.INPUT;
    }
}

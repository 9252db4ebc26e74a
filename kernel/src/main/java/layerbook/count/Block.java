package layerbook.count;

import java.util.ArrayList;
import java.util.List;
import layerbook.net.Call;

/**
 * Rows that stand together under a dotted name, e.g. all of {@code layer1.0}: what they add is the sum of what each adds.
 *
 * @param name the name that they share, or that of the one row
 * @param calls the rows, in order
 */
public record Block(String name, List<Call> calls) {
    public Block {
        calls = List.copyOf(calls);
    }

    /** The rows of a network, those whose names go deeper than this folded together. At depth 1, {@code layer1.0.conv1} goes to {@code layer1}. */
    public static List<Block> of(List<Call> calls, int depth) {
        var out = new ArrayList<Block>();
        var open = new ArrayList<Call>();
        String name = null;
        for (Call c : calls) {
            String block = cut(c.name(), depth);
            boolean inside = !block.equals(c.name());
            if (!open.isEmpty() && !(inside && block.equals(name))) {
                out.add(new Block(name, open));
                open.clear();
            }
            name = block;
            open.add(c);
            if (!inside) {
                out.add(new Block(name, open));
                open.clear();
            }
        }
        if (!open.isEmpty()) {
            out.add(new Block(name, open));
        }
        return out;
    }

    private static String cut(String name, int depth) {
        int at = -1;
        for (int i = 0; i < depth; i++) {
            at = name.indexOf('.', at + 1);
            if (at < 0) {
                return name;
            }
        }
        return name.substring(0, at);
    }

    /** Whether it stands for more than a row of its own name. */
    public boolean isFolded() {
        return !calls.get(0).name().equals(name);
    }

    public Call last() {
        return calls.get(calls.size() - 1);
    }

    /** The parameters that its rows add to their network. */
    public Totals added(Ledger ledger) {
        return calls.stream().map(ledger::added).reduce(Totals.NONE, Totals::plus);
    }

    /** The work of its rows: not counted only if none of them is, unknown if one is. */
    public Cost cost(Ledger ledger, Convention convention) {
        return calls.stream().map(c -> ledger.cost(c, convention)).reduce(Cost::plus).orElse(Cost.ZERO);
    }
}

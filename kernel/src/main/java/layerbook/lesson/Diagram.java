package layerbook.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import layerbook.count.Ledger;
import layerbook.count.NetworkView;
import layerbook.formula.Expr;
import layerbook.net.Call;
import layerbook.net.Scope;
import layerbook.net.Tensor;
import layerbook.table.Grid;
import layerbook.table.Laid;

/**
 * The network as a picture: a box for each call, an arrow for each tensor, with its shape. As text it has rails beside it, as a history of versions has;
 * as HTML it is SVG; {@link #mermaid} gives text that other programs draw. A long network is folded to its blocks.
 * <pre>{@code
 * diagram()              // the network of the last call
 * diagram(net, 1)        // one box for each block
 * mermaid()
 * }</pre>
 */
public record Diagram(List<Node> nodes) implements Laid {
    private static final int WHOLE = 60;

    /**
     * One box: a call, or a block of calls.
     *
     * @param name its dotted name, empty if it has none of its own
     * @param what the layer with its arguments, or the class of the block
     * @param shape of what it gives
     * @param params how many numbers it learns, or an empty text
     * @param inputs the boxes it reads, by their places in the list
     */
    public record Node(String name, String what, String shape, String params, List<Integer> inputs) {
        String title() {
            return name.isEmpty() ? what : name + "  " + what;
        }
    }

    /** The whole network if it is short, else folded as deep as fits a page. */
    public static Diagram of(NetworkView network) {
        if (network.calls().size() <= WHOLE) {
            return folded(network, Integer.MAX_VALUE);
        }
        Diagram best = folded(network, 1);
        for (int depth = 2; depth <= 8; depth++) {
            Diagram deeper = folded(network, depth);
            if (deeper.nodes.size() > WHOLE) {
                break;
            }
            best = deeper;
        }
        return best;
    }

    /** The network with blocks deeper than this as one box each. */
    public static Diagram of(NetworkView network, int depth) {
        return folded(network, depth);
    }

    private static Diagram folded(NetworkView network, int depth) {
        var groups = new ArrayList<List<Call>>();
        Object open = null;
        for (Call call : network.calls()) {
            Object block = use(call, depth);
            if (block == null || !block.equals(open)) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(call);
            open = block;
        }
        Map<Integer, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            for (Call call : groups.get(i)) {
                places.put(call.index(), i);
            }
        }
        var nodes = new ArrayList<Node>();
        Ledger ledger = Ledger.of(network.graph());
        for (int i = 0; i < groups.size(); i++) {
            nodes.add(node(groups.get(i), i, places, depth, ledger));
        }
        return new Diagram(nodes);
    }

    /** The block of this depth that the call is made in, or null if it stands by itself. */
    private static String block(Call call, int depth) {
        String path = call.scope() == null ? "" : call.scope().path();
        String[] parts = path.split("\\.");
        return path.isEmpty() || parts.length < depth ? null : String.join(".", List.of(parts).subList(0, depth));
    }

    /** Which use of its block the call belongs to: a block that is used twice in a row is two boxes. Blocks that only share a name in front, as in a list, are one. */
    private static Object use(Call call, int depth) {
        String block = block(call, depth);
        Object use = block;
        for (Scope s = call.scope(); s != null && block != null; s = s.parent()) {
            use = s.path().equals(block) ? s : use;
        }
        return use;
    }

    private static Node node(List<Call> group, int place, Map<Integer, Integer> places, int depth, Ledger ledger) {
        Call last = group.get(group.size() - 1);
        Set<Integer> inputs = new LinkedHashSet<>();
        for (Call call : group) {
            for (Tensor t : call.inputs()) {
                Integer from = places.get(t.call().index());
                if (from != null && from != place) {
                    inputs.add(from);
                }
            }
        }
        String shape = last.outputs().get(0).shape().text();
        String block = block(last, depth);
        if (block != null) {
            return new Node(block, className(last.scope(), block), shape, params(group, ledger), List.copyOf(inputs));
        }
        boolean named = last.unit() != null && last.name() != null && !last.name().matches(".*_\\d+");
        String what = last.layer().factoryName() + (last.layer().briefArguments().isEmpty() ? "" : " " + last.layer().briefArguments());
        return new Node(named ? last.name() : "", what, shape, params(group, ledger), List.copyOf(inputs));
    }

    private static String className(Scope scope, String path) {
        for (Scope s = scope; s != null; s = s.parent()) {
            if (s.path().equals(path) && s.className() != null) {
                return s.className();
            }
        }
        return "block";
    }

    private static String params(List<Call> group, Ledger ledger) {
        Expr total = Expr.sum(group.stream().map(call -> ledger.added(call).params()).toList()).normal();
        return total.equals(Expr.ZERO) ? "" : total.text();
    }

    @Override public String text(int width, boolean unicode, boolean colour) {
        return rails(unicode).text(width, unicode, colour);
    }

    private Grid rails(boolean unicode) {
        var rails = new ArrayList<String>();
        var lines = new ArrayList<Node>();
        var drawn = new Rails(nodes.stream().map(Node::inputs).toList());
        for (int i = 0; i < nodes.size(); i++) {
            lines.add(nodes.get(i));
            rails.add(unicode ? drawn.node(i) : Rails.ascii(drawn.node(i)));
            String between = drawn.after(i);
            if (!between.isEmpty()) {
                lines.add(new Node("", "", "", "", List.of()));
                rails.add(unicode ? between : Rails.ascii(between));
            }
        }
        var columns = List.of(new Grid.Column("", false, 0, rails),
            new Grid.Column("layer", false, 0, 8, lines.stream().map(Node::title).toList()),
            new Grid.Column("output", false, 1, lines.stream().map(Node::shape).toList()),
            new Grid.Column("params", true, 2, lines.stream().map(Node::params).toList()));
        return new Grid("diagram", columns, java.util.Collections.nCopies(rails.size(), ""), List.of());
    }

    /** The picture alone, to be saved as a file of its own. */
    public String svg() {
        return new DiagramSvg(nodes).toString();
    }

    @Override public String html() {
        return svg();
    }

    /** The same for Mermaid, which many editors and web pages draw. */
    public Mermaid mermaid() {
        var out = new StringBuilder("flowchart TD\n");
        for (int i = 0; i < nodes.size(); i++) {
            Node n = nodes.get(i);
            String text = (n.name().isEmpty() ? "" : n.name() + "<br/>") + n.what() + (n.params().isEmpty() ? "" : "<br/>" + n.params() + " params");
            out.append("    n").append(i).append("[\"").append(text.replace("\"", "#quot;")).append("\"]\n");
        }
        for (int i = 0; i < nodes.size(); i++) {
            for (int from : nodes.get(i).inputs()) {
                out.append("    n").append(from).append(" -->|\"").append(nodes.get(from).shape()).append("\"| n").append(i).append('\n');
            }
        }
        return new Mermaid(out.toString().stripTrailing());
    }

    @Override public String toString() {
        return text(80, true, false);
    }
}

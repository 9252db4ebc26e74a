package layerbook.table;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import layerbook.count.Convention;
import layerbook.count.Conventions;
import layerbook.count.Ledger;
import layerbook.count.Sum;
import layerbook.count.Totals;
import layerbook.formula.Expr;
import layerbook.layer.Layer;
import layerbook.layer.Param;
import layerbook.net.Call;
import layerbook.net.Graph;
import layerbook.shape.Shape;

/** The table that is shown after a statement: the network's rows with what each adds and what has come together, the new ones marked. */
public final class EchoTable {
    /** More rows than this are folded to the last ones. */
    public static final int LONG = 24;
    private static final int KEPT = 12;
    /** So many units that nobody uses are named; how many more there are is said. */
    private static final int NAMED = 8;
    static final int NARROW = 12;

    private final Graph graph;
    private final int before;
    private final Convention convention;
    private final BigInteger batch;
    private final Ledger ledger;

    private EchoTable(Graph graph, int before, Convention convention, BigInteger batch) {
        this.graph = graph;
        this.before = before;
        this.convention = convention;
        this.batch = batch;
        this.ledger = Ledger.of(graph);
    }

    /**
     * The network of the last call.
     *
     * @param before how many calls there were before the statement: later ones are new
     * @param whole whether to show every row, however many
     */
    public static Grid of(Graph graph, int before, Convention convention, boolean whole) {
        return of(graph, graph.networkOf(graph.last()), before, convention, whole);
    }

    /** One network of the graph, per example. */
    public static Grid of(Graph graph, int network, int before, Convention convention, boolean whole) {
        return of(graph, network, before, convention, whole, BigInteger.ONE);
    }

    /**
     * One network of the graph.
     *
     * @param batch how many examples the work is that of; from two on the outputs say it in the place of N
     */
    public static Grid of(Graph graph, int network, int before, Convention convention, boolean whole, BigInteger batch) {
        return new EchoTable(graph, before, convention, batch).grid(network, whole);
    }

    private Grid grid(int network, boolean whole) {
        List<Call> all = whole || graph.size() <= LONG ? graph.network(network) : lastOf(network);
        int fresh = (int) all.stream().filter(c -> c.index() >= before).count();
        int keep = whole ? all.size() : Math.min(all.size(), all.size() <= LONG ? LONG : Math.min(LONG, Math.max(KEPT, fresh)));
        List<Call> shown = all.subList(all.size() - keep, all.size());
        boolean folded = !shown.isEmpty() && shown.get(0).previous() >= 0;
        UnusedRows unused = UnusedRows.of(ledger, network, ledger.upTo(graph.tip(network)), whole ? Integer.MAX_VALUE : NAMED);
        var marks = new ArrayList<String>();
        shown.forEach(c -> marks.add(c.index() >= before ? "◂ new" : ""));
        unused.rows().forEach(u -> marks.add(""));
        Map<Call, Totals> params = ledger.upTo(shown);
        Map<Call, Sum> work = ledger.upTo(shown, convention);
        var columns = new ArrayList<Grid.Column>();
        columns.add(column("#", true, 0, shown, c -> String.valueOf(c.index()), unused.cells(u -> "")));
        if (shown.stream().anyMatch(EchoTable::named) || unused.rows().stream().anyMatch(u -> !u.name().isEmpty())) {
            columns.add(words("name", 5, shown, c -> named(c) ? c.name() : "", unused.cells(UnusedRows.Row::name)));
        }
        columns.add(words("layer", 0, shown, EchoTable::layer, unused.cells(UnusedRows.Row::layer)));
        columns.add(column("output", false, 0, shown, c -> output(c, batch), unused.cells(u -> "not used")));
        columns.add(column("params", true, 1, shown, c -> isInput(c) ? "" : params(c), unused.cells(UnusedRows.Row::params)));
        columns.add(column("Σ params", true, 3, shown, c -> isInput(c) ? "" : sum(params.get(c)), unused.cells(u -> sum(u.sum()))));
        columns.add(column("how", false, 8, shown, EchoTable::how, unused.cells(u -> "")));
        if (convention != Conventions.MACS) {
            columns.add(column("MACs", true, 7, shown, c -> isInput(c) ? "" : Figures.text(ledger.cost(c, Conventions.MACS), batch), unused.cells(u -> "")));
        }
        columns.add(column(convention.unit(), true, 2, shown, c -> isInput(c) ? "" : Figures.text(ledger.cost(c, convention), batch), unused.cells(u -> "")));
        columns.add(column("Σ " + convention.unit(), true, 4, shown, c -> isInput(c) ? "" : Figures.text(work.get(c), batch), unused.cells(u -> "")));
        return new Grid("layers", drop(columns), marks, notes(shown, folded));
    }

    private static String sum(Totals totals) {
        return (totals.unknown() ? "≥ " : "") + totals.params().text();
    }

    /** The last rows of a long network, found from its end. */
    private List<Call> lastOf(int network) {
        var out = new ArrayList<Call>();
        int wanted = graph.networkOf(graph.call(network));
        for (int i = graph.size() - 1; i >= 0 && out.size() <= LONG; i--) {
            if (graph.networkOf(graph.call(i)) == wanted) {
                out.add(0, graph.call(i));
            }
        }
        return out;
    }

    /** A column without a single entry says nothing. */
    private static List<Grid.Column> drop(List<Grid.Column> columns) {
        return columns.stream().filter(c -> c.priority() == 0 || c.cells().stream().anyMatch(t -> !t.isEmpty())).toList();
    }

    private static Grid.Column column(String head, boolean right, int priority, List<Call> calls, Function<Call, String> text, List<String> unused) {
        return new Grid.Column(head, right, priority, Stream.concat(calls.stream().map(text), unused.stream()).toList());
    }

    private static Grid.Column words(String head, int priority, List<Call> calls, Function<Call, String> text, List<String> unused) {
        return new Grid.Column(head, false, priority, NARROW, Stream.concat(calls.stream().map(text), unused.stream()).toList());
    }

    /** What a call gives, the number of examples in the place of N from two on. */
    public static String output(Call c, BigInteger batch) {
        var type = c.outputs().get(0);
        return batch.equals(BigInteger.ONE) ? type.text() : type.withShape(new Shape(type.shape().dims().stream().map(d -> Figures.atBatch(d, batch)).toList())).text();
    }

    private static boolean isInput(Call c) {
        return c.what() == Call.What.INPUT;
    }

    /** Whether the name says more than the layer's word and a number. */
    private static boolean named(Call c) {
        return c.what() != Call.What.INPUT && !c.name().matches(java.util.regex.Pattern.quote(c.layer().factoryName()) + "_\\d+");
    }

    /** The layer in brief, e.g. {@code conv2d 3→16 k3 p1}. */
    public static String layer(Call c) {
        return layer(c.layer());
    }

    static String layer(Layer layer) {
        String brief = layer.briefArguments();
        return brief.isEmpty() ? layer.factoryName() : layer.factoryName() + " " + brief;
    }

    private String params(Call c) {
        boolean again = c.unit() != null && !c.applied().weights().isEmpty() && graph.firstUse(c.unit(), c.network()) < c.index();
        return again ? "again" : (ledger.added(c).unknown() ? "?" : ledger.added(c).params().text());
    }

    /** How the parameters come about: {@code 16·3·3·3 + 16}. */
    private static String how(Call c) {
        return c.applied().weights().stream().map(EchoTable::product).collect(Collectors.joining(" + "));
    }

    private static String product(Param p) {
        return p.dims().stream().map(Expr::text).collect(Collectors.joining("·"));
    }

    private List<String> notes(List<Call> shown, boolean folded) {
        var notes = new ArrayList<String>();
        if (folded) {
            notes.add("⋮ " + shown.get(0).index() + " rows above; /net shows all");
        }
        notes.add(convention.unit() + ": " + convention.sentence() + (batch.equals(BigInteger.ONE) ? ", per example" : ", for a batch of " + Expr.of(batch).text()));
        return notes;
    }
}

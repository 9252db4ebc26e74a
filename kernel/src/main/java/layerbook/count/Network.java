package layerbook.count;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import layerbook.formula.Expr;
import layerbook.net.Call;
import layerbook.net.Graph;
import layerbook.net.Members;
import layerbook.net.Model;
import layerbook.net.NetworkBuilder;
import layerbook.net.Tensor;
import layerbook.net.Unit;
import layerbook.shape.Refusal;

/** One network of a book: its calls, its outputs, its units by name. What {@code trace(..)} gives. */
public final class Network {
    private final NetworkBuilder book;
    private final Graph graph;
    private final int number;
    private final Model model;
    private final List<Tensor> outputs;

    public Network(NetworkBuilder book, Graph graph, int number, Model model, Tensor output) {
        this(book, graph, number, model, output == null ? null : List.of(output));
    }

    private Network(NetworkBuilder book, Graph graph, int number, Model model, List<Tensor> outputs) {
        this.book = book;
        this.graph = graph;
        this.number = number;
        this.model = model;
        this.outputs = outputs;
    }

    /**
     * Runs a model in the current network.
     *
     * @param arguments what its forward takes: tensors and whatever else
     */
    public static Network trace(NetworkBuilder book, Model model, List<?> arguments) {
        Graph before = book.graph();
        book.run(model, arguments, Map.of());
        Graph graph = book.graph();
        if (graph.isEmpty()) {
            throw Refusal.of("runtime", "nothing was computed: the model returned no tensor");
        }
        int number = graph.ranSince(before) >= 0 ? graph.ranSince(before) : graph.networkOf(graph.last());
        return new Network(book, graph, number, model, graph.outputs(book, number));
    }

    /** The network of the last call of a book, made by this model or by none. */
    public static Network last(NetworkBuilder book, Model model) {
        Graph graph = book.graph();
        int number = graph.networkOf(graph.last());
        return new Network(book, graph, number, model, graph.outputs(book, number));
    }

    public NetworkBuilder book() {
        return book;
    }

    public Graph graph() {
        return graph;
    }

    /** Its number in the graph. */
    public int number() {
        return number;
    }

    /** The model that was traced, or null. */
    public Model model() {
        return model;
    }

    public List<Call> calls() {
        return graph.network(number);
    }

    /** What it gives in the end: the first tensor that its model returned. */
    public Tensor output() {
        return outputs().stream().filter(Objects::nonNull).findFirst().orElseThrow(() -> Refusal.of("runtime", "its model returned no tensor"));
    }

    /** What it gives: what its model returned, in order, null where it returned none. */
    public List<Tensor> outputs() {
        return outputs != null ? outputs : graph.outputs(book, number);
    }

    private NetworkView now() {
        Graph g = book.graph();
        return g.size() >= graph.size() && g.has(graph.call(number)) ? new NetworkView(g, g.networkOf(g.call(number))) : new NetworkView(graph, number);
    }

    /** Its parameters, each set of weights once. */
    public long params() {
        return PerExample.fitting(paramsFormula(), "params", "paramsFormula()");
    }

    public BigInteger paramsExact() {
        return PerExample.exact(paramsFormula(), "paramsExact()", "paramsFormula()");
    }

    public Expr paramsFormula() {
        return PerExample.params(now());
    }

    /** Floating point operations for one example: two for each multiply-add. */
    public long flops() {
        return flops(Conventions.FLOPS);
    }

    /** The same in another convention. */
    public long flops(Convention convention) {
        return PerExample.fitting(flopsFormula(convention), "flops", "flopsFormula()");
    }

    public long macs() {
        return PerExample.fitting(flopsFormula(Conventions.MACS), "macs", "flopsFormula(MACS)");
    }

    public BigInteger flopsExact() {
        return flopsExact(Conventions.FLOPS);
    }

    public BigInteger flopsExact(Convention convention) {
        return PerExample.exact(flopsFormula(convention), "flopsExact()", "flopsFormula()");
    }

    public Expr flopsFormula() {
        return flopsFormula(Conventions.FLOPS);
    }

    public Expr flopsFormula(Convention convention) {
        return PerExample.count(now(), convention);
    }

    /** The unit of that dotted name. */
    public Unit unit(String name) {
        for (Call c : calls()) {
            if (c.unit() != null && c.name().equals(name)) {
                return c.unit();
            }
        }
        if (model != null) {
            for (Members.Member m : Members.of(model)) {
                if (m.path().equals(name) && m.unitOrModel() instanceof Unit unit) {
                    return unit;
                }
            }
        }
        List<String> names = calls().stream().filter(c -> c.unit() != null).map(Call::name).distinct().toList();
        String near = layerbook.io.NearestWord.nearest(name, names);
        Refusal refusal = Refusal.of("runtime", "the network has no unit " + name).why("it has " + String.join(", ", names.subList(0, Math.min(20, names.size()))));
        throw near == null ? refusal : refusal.fix("unit(\"" + near + "\")");
    }

    @Override public String toString() {
        return (model == null ? "Network" : model.getClass().getSimpleName()) + " → " + output().shape().text();
    }
}

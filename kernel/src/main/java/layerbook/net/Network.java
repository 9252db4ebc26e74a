package layerbook.net;

import java.util.List;
import layerbook.shape.Refusal;

/** One network of a book: its calls, its outputs, its units by name. What {@code trace(..)} gives. */
public final class Network {
    private final Book book;
    private final Graph graph;
    private final int number;
    private final Model model;
    private final Tensor output;

    public Network(Book book, Graph graph, int number, Model model, Tensor output) {
        this.book = book;
        this.graph = graph;
        this.number = number;
        this.model = model;
        this.output = output;
    }

    /** Runs a model on tensors of these types, in the current book. */
    public static Network trace(Book book, Model model, List<Tensor> inputs) {
        Tensor out = model.run(book, inputs);
        Graph graph = book.graph();
        return new Network(book, graph, graph.networkOf(out.call()), model, out);
    }

    public Book book() {
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

    /** What it gives in the end. */
    public Tensor output() {
        return output != null ? output : Tensor.of(book, graph.tip(number), 0);
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
        String near = layerbook.layer.Words.nearest(name, names);
        Refusal refusal = Refusal.of("runtime", "the network has no unit " + name).why("it has " + String.join(", ", names.subList(0, Math.min(20, names.size()))));
        throw near == null ? refusal : refusal.fix("unit(\"" + near + "\")");
    }

    @Override public String toString() {
        return (model == null ? "Network" : model.className()) + " → " + output().shape().text();
    }
}

package layerbook.count;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.formula.Expr;
import layerbook.layer.Letters;
import layerbook.layer.Option;
import layerbook.layer.SizeList;
import layerbook.net.Book;
import layerbook.net.Joining;
import layerbook.net.Tensor;
import layerbook.net.Unit;
import layerbook.session.Nn;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/**
 * Builds the graph of a measured model through the API that users have: a unit for each module, a tensor operation for each function.
 * <pre>{@code
 * TruthGraph g = TruthGraph.of(TruthModel.find("resnet18"));
 * g.network().params();
 * }</pre>
 */
public final class TruthGraph {
    private final Book book = new Book();
    private final TruthModel model;
    private final Map<String, TruthModel.Row> rows = new HashMap<>();
    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Map<String, Tensor> bare = new LinkedHashMap<>();
    private final Map<String, Tensor> values = new LinkedHashMap<>();
    private final boolean symbolic;
    private Tensor output;

    private TruthGraph(TruthModel model, boolean symbolic) {
        this.model = model;
        this.symbolic = symbolic;
        model.rows().forEach(r -> rows.putIfAbsent(r.path(), r));
        book.within(() -> {
            model.graph().forEach(this::node);
            return null;
        });
    }

    /** The model on a batch of N images. */
    public static TruthGraph of(TruthModel model) {
        return new TruthGraph(model, true);
    }

    /** The model on the batch that was measured: one image. */
    public static TruthGraph measured(TruthModel model) {
        return new TruthGraph(model, false);
    }

    public TruthModel model() {
        return model;
    }

    /** The tensor of each node, by the node's name. */
    public Map<String, Tensor> values() {
        return values;
    }

    public Network network() {
        return new Network(book, book.graph(), book.graph().networkOf(output.call()), null, output);
    }

    /** The unit of a module of the model, made at its first use. */
    Unit unit(String path) {
        return units.computeIfAbsent(path, p -> {
            TruthModel.Row row = rows.get(p);
            return Unit.of(p, row != null ? row.layer() : uncalled(p));
        });
    }

    /** A module that did not run as a module, though its weights were used: the linear maps of windowed attention. */
    private static layerbook.layer.Layer uncalled(String path) {
        throw new IllegalStateException("no module " + path);
    }

    private void node(JsonNode n) {
        Tensor made = switch (n.get("op").asText()) {
            case "placeholder" -> Nn.tensor(batched(TruthModel.shape(n.get("shape"))));
            case "call_module" -> argument(n.get("args").get(0)).then(unit(n.get("target").asText()));
            case "get_attr" -> attribute(n.get("target").asText(), TruthModel.shape(n.get("shape")));
            case "output" -> output = argument(n.get("args").get(0));
            default -> operation(n);
        };
        if (made != null) {
            values.put(n.get("name").asText(), made);
        }
    }

    private Shape batched(Shape measured) {
        return symbolic ? measured.with(0, Letters.N) : measured;
    }

    private Tensor attribute(String path, Shape shape) {
        return bare.computeIfAbsent(path, p -> {
            Tensor made = book.parameter(shape.dims());
            book.hold(p, made);
            return made;
        });
    }

    private Tensor argument(JsonNode a) {
        Tensor value = values.get(a.get("node").asText());
        if (value == null) {
            throw new IllegalStateException("no value " + a);
        }
        return value;
    }

    private Tensor operation(JsonNode n) {
        JsonNode args = n.get("args");
        JsonNode named = n.get("kwargs");
        return switch (n.get("target").asText()) {
            case "add" -> argument(args.get(0)).add(argument(args.get(1)));
            case "mul" -> argument(args.get(0)).mul(argument(args.get(1)));
            case "cat" -> Joining.join("cat", args.get(1).asInt(), tensors(args.get(0)));
            case "relu" -> argument(args.get(0)).relu(Option.of("inplace", named.get("inplace").asBoolean()));
            case "stochastic_depth" -> argument(args.get(0)).apply(new VisionLayers.StochasticDepth());
            case "permute" -> argument(args.get(0)).permute((Object[]) dims(args, 1));
            case "flatten" -> argument(args.get(0)).flatten(args.has(1) ? args.get(1).asInt() : named.get("start_dim").asInt());
            case "mean" -> argument(args.get(0)).mean((Object[]) dims(args, 1));
            case "adaptive_avg_pool2d" -> argument(args.get(0)).adaptiveAvgPool2d(sizes(args.get(1)));
            case "layer_norm" -> argument(args.get(0)).layerNorm(sizes(args.get(1)), argument(named.get("weight")), argument(named.get("bias")));
            default -> throw new IllegalArgumentException("no operation for " + n);
        };
    }

    private List<Tensor> tensors(JsonNode list) {
        var out = new ArrayList<Tensor>();
        list.forEach(a -> out.add(argument(a)));
        return out;
    }

    private static Integer[] dims(JsonNode args, int from) {
        if (args.get(from).isArray()) {
            return TruthModel.ints(args.get(from)).toArray(Integer[]::new);
        }
        return TruthModel.ints(args).subList(0, 0).isEmpty() ? rest(args, from) : null;
    }

    private static Integer[] rest(JsonNode args, int from) {
        var out = new ArrayList<Integer>();
        for (int i = from; i < args.size(); i++) {
            out.add(args.get(i).asInt());
        }
        return out.toArray(Integer[]::new);
    }

    private static SizeList sizes(JsonNode list) {
        return new SizeList(TruthModel.ints(list).stream().map(i -> (Expr) Expr.of(i)).toList());
    }
}

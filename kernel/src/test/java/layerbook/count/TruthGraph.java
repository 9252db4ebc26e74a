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
import layerbook.net.NetworkBuilder;
import layerbook.net.Tensor;
import layerbook.net.Unit;
import layerbook.operations.Operations;
import layerbook.session.words.Nn;
import layerbook.shape.Shape;

/**
 * Builds the graph of a measured model through the API that users have: a unit for each module, a tensor operation for each function.
 * <pre>{@code
 * TruthGraph g = TruthGraph.of(TruthModel.find("resnet18"));
 * g.network().params();
 * }</pre>
 */
public final class TruthGraph {
    private final NetworkBuilder book = new NetworkBuilder();
    private final TruthModel model;
    private final Map<String, TruthModel.Row> rows = new HashMap<>();
    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Map<String, Tensor> values = new LinkedHashMap<>();
    private final boolean symbolic;
    private Tensor output;

    private TruthGraph(TruthModel model, boolean symbolic) {
        this.model = model;
        this.symbolic = symbolic;
        model.rows().forEach(r -> rows.putIfAbsent(r.path(), r));
        book.within(() -> {
            model.graph().forEach(this::node);
            model.uncalled().forEach(this::unused);
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
            return Unit.of(p, row.layer());
        });
    }

    /** Modules that no node shows: the heads that GoogLeNet has for training only. */
    private void unused(String path, long params) {
        if (path.startsWith("aux")) {
            book.declare(Unit.of(path, switch (path.substring(path.lastIndexOf('.') + 1)) {
                case "conv" -> Nn.conv2d(params / 128, 128, 1, Nn.bias(false));
                case "bn" -> Nn.batchNorm2d(128);
                case "fc1" -> Nn.linear(2048, 1024);
                default -> Nn.linear(1024, 1000);
            }), book.graph().networkOf(output.call()));
        }
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

    /** A weight of a module, or a bare one of a container; null for a buffer, which is none. */
    private Tensor attribute(String path, Shape shape) {
        int dot = path.lastIndexOf('.');
        String owner = path.substring(0, dot);
        String tensor = path.substring(dot + 1);
        TruthModel.Row row = rows.get(owner);
        if (row == null) {
            return units.computeIfAbsent(owner, p -> Unit.of(p, Nn.linear(shape.dim(1), shape.dim(0)))).weight(tensor);
        } else if (row.buffers().containsKey(tensor)) {
            units.put(path, Unit.of(path, new VisionLayers.WindowPairs(shape.dim(0).exact().intValue())));
            return null;
        }
        return row.isContainer() ? parameter(path, shape) : unit(owner).weight(tensor);
    }

    private Tensor parameter(String path, Shape shape) {
        Tensor made = book.parameter(shape.dims());
        book.hold(path, made);
        return made;
    }

    /** The unit whose weight a node is. */
    private Unit owner(JsonNode a) {
        return argument(a).ref().unit();
    }

    /** The unit that keeps the buffer of a node. */
    private Unit keeper(JsonNode a) {
        for (JsonNode n : model.graph()) {
            if (n.get("name").equals(a.get("node"))) {
                return units.get(n.get("target").asText());
            }
        }
        throw new IllegalStateException("no node " + a);
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
            case "cat" -> Operations.find("cat").apply(java.util.List.of(tensors(args.get(0)), args.get(1).asInt()), java.util.Map.of()).tensor();
            case "relu" -> argument(args.get(0)).relu(Option.of("inplace", named.get("inplace").asBoolean()));
            case "stochastic_depth" -> argument(args.get(0)).apply(new VisionLayers.StochasticDepth());
            case "permute" -> argument(args.get(0)).permute((Object[]) dims(args, 1));
            case "flatten" -> argument(args.get(0)).flatten(args.has(1) ? args.get(1).asInt() : named.get("start_dim").asInt());
            case "mean" -> argument(args.get(0)).mean((Object[]) dims(args, 1));
            case "adaptive_avg_pool2d" -> argument(args.get(0)).adaptiveAvgPool2d(sizes(args.get(1)));
            case "layer_norm" -> argument(args.get(0)).layerNorm(sizes(args.get(1)), argument(named.get("weight")), argument(named.get("bias")));
            case "_get_relative_position_bias" -> Swin.positionBias(argument(args.get(0)), keeper(args.get(1)), args.get(2).get(0).asInt());
            case "shifted_window_attention" -> Swin.attention(argument(args.get(0)), owner(args.get(1)), owner(args.get(2)), argument(args.get(3)),
                args.get(4).get(0).asInt(), args.get(5).asInt(), named.get("shift_size").get(0).asInt());
            case "_patch_merging_pad" -> Swin.merged(argument(args.get(0)));
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

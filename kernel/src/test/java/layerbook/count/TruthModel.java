package layerbook.count;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.formula.Expr;
import layerbook.layer.Layer;
import layerbook.layers.Catalogue;
import layerbook.layers.TruthCase;
import layerbook.shape.Shape;

/** A torchvision model as it was measured: totals of every counter, and a row for each leaf module that ran. */
public record TruthModel(JsonNode json) {
    private static final Map<String, JsonNode> GRAPHS = graphs();

    /** A module as a row: where it stands, what it is, what it owns. */
    public record Row(JsonNode json) {
        public String path() {
            return json.get("path").asText();
        }

        public String className() {
            return json.get("class").asText();
        }

        public boolean isContainer() {
            return json.has("container");
        }

        /** Its own weights by name, none of modules inside it. */
        public Map<String, Shape> weights() {
            return shapes("own_shapes");
        }

        public Map<String, Shape> buffers() {
            return shapes("own_buffers");
        }

        private Map<String, Shape> shapes(String key) {
            var out = new LinkedHashMap<String, Shape>();
            if (json.has(key)) {
                json.get(key).fields().forEachRemaining(e -> out.put(e.getKey(), shape(e.getValue())));
            }
            return out;
        }

        /** The layer, made from PyTorch's arguments; layers of torchvision's own are written as a user would write them. */
        public Layer layer() {
            ObjectNode args = json.get("args").deepCopy();
            switch (className()) {
                case "StochasticDepth": return new VisionLayers.StochasticDepth();
                case "Permute": return new VisionLayers.Permute(ints(args.get("dims")));
                case "LayerNorm2d": return make("LayerNorm", args);
                case "Conv3DSimple":
                    Shape weight = weights().get("weight");
                    args.put("out_channels", weight.dim(0).exact().intValue()).put("in_channels", weight.dim(1).exact().intValue());
                    return make("Conv3d", args.put("kernel_size", 3).put("bias", false));
                default: return make(className(), args);
            }
        }
    }

    private static Layer make(String className, JsonNode args) {
        return TruthCase.make(Catalogue.all().stream().filter(s -> s.className().equals(className)).findFirst().orElseThrow(), args);
    }

    static List<Integer> ints(JsonNode list) {
        var out = new ArrayList<Integer>();
        list.forEach(n -> out.add(n.asInt()));
        return out;
    }

    static Shape shape(JsonNode dims) {
        return new Shape(ints(dims).stream().map(d -> (Expr) Expr.of(d)).toList());
    }

    /** All models that were measured. */
    public static List<TruthModel> all() {
        var out = new ArrayList<TruthModel>();
        TruthCase.file("models.json").forEach(m -> out.add(new TruthModel(m)));
        return out;
    }

    public static TruthModel find(String name) {
        return all().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }

    private static Map<String, JsonNode> graphs() {
        var out = new LinkedHashMap<String, JsonNode>();
        TruthCase.file("graphs.json").fields().forEachRemaining(e -> out.put(e.getKey().substring(0, e.getKey().indexOf('@')), e.getValue()));
        return out;
    }

    public String name() {
        return json.get("name").asText();
    }

    /** Its graph, node by node; null if the file has none. */
    public JsonNode graph() {
        return GRAPHS.get(name());
    }

    /** The names of models that have a graph. */
    public static java.util.Set<String> withGraph() {
        return GRAPHS.keySet();
    }

    public Shape input() {
        return shape(json.get("input"));
    }

    public List<Row> rows() {
        var out = new ArrayList<Row>();
        json.get("rows").forEach(r -> out.add(new Row(r)));
        return out;
    }

    /** The module of that path: its first row. */
    public Row row(String path) {
        return rows().stream().filter(r -> r.path().equals(path)).findFirst().orElse(null);
    }

    /** Modules that own weights and never ran, with how many. */
    public Map<String, Long> uncalled() {
        var out = new LinkedHashMap<String, Long>();
        json.get("uncalled_params").fields().forEachRemaining(e -> out.put(e.getKey(), e.getValue().asLong()));
        return out;
    }

    /** A figure by its path, e.g. {@code thop/macs}. */
    public java.math.BigInteger figure(String path) {
        return json.at("/" + path).bigIntegerValue();
    }

    @Override public String toString() {
        return name();
    }
}

package layerbook.layers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import layerbook.formula.Expr;
import layerbook.layer.Applied;
import layerbook.layer.Inputs;
import layerbook.layer.Layer;
import layerbook.layer.Option;
import layerbook.layer.Signature;
import layerbook.layer.SizeList;
import layerbook.shape.DType;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/** A single layer as PyTorch measured it. */
public record TruthCase(JsonNode json) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** A file of measured figures. */
    public static JsonNode file(String name) {
        try (InputStream in = TruthCase.class.getResourceAsStream("/truth/" + name)) {
            return MAPPER.readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Stream<TruthCase> all() {
        var out = new ArrayList<TruthCase>();
        file("layers.json").get("cases").forEach(c -> out.add(new TruthCase(c)));
        return out.stream();
    }

    public String className() {
        return json.get("layer").asText();
    }

    public Signature signature() {
        return Catalogue.all().stream().filter(s -> s.className().equals(className())).findFirst().orElse(null);
    }

    /** The layer, made from PyTorch's keyword arguments. */
    public Layer layer() {
        return make(signature(), json.get("kwargs"));
    }

    /** Makes a layer from keyword arguments in snake_case. */
    public static Layer make(Signature signature, JsonNode kwargs) {
        var options = new ArrayList<Object>();
        kwargs.fields().forEachRemaining(e -> options.add(Option.of(camel(e.getKey()), value(e.getValue()))));
        return signature.read(options.toArray());
    }

    public static String camel(String snake) {
        var out = new StringBuilder();
        boolean up = false;
        for (char c : snake.toCharArray()) {
            if (c == '_') {
                up = true;
            } else {
                out.append(up ? Character.toUpperCase(c) : c);
                up = false;
            }
        }
        return out.toString();
    }

    private static Object value(JsonNode n) {
        if (n.isArray()) {
            var list = new ArrayList<Expr>();
            n.forEach(e -> list.add(e.isNull() ? null : Expr.of(e.asLong())));
            return new SizeList(list);
        }
        return n.isIntegralNumber() ? (Object) n.asLong() : n.isNumber() ? (Object) n.asDouble() : n.isBoolean() ? (Object) n.asBoolean() : n.isNull() ? null : n.asText();
    }

    public Inputs inputs() {
        var types = new ArrayList<TensorType>();
        json.get("inputs").forEach(i -> types.add(new TensorType(shape(i.get("shape")), i.get("dtype").asText().equals("int64") ? DType.INT64 : DType.FLOAT32)));
        return new Inputs(types);
    }

    static Shape shape(JsonNode dims) {
        var out = new ArrayList<Expr>();
        dims.forEach(d -> out.add(Expr.of(d.asLong())));
        return new Shape(out);
    }

    public Applied applied() {
        return Applied.of(layer(), inputs());
    }

    /** The measured output shapes, nested ones flat. */
    public List<Shape> outputs() {
        var out = new ArrayList<Shape>();
        flatten(json.get("output"), out);
        return out;
    }

    private static void flatten(JsonNode n, List<Shape> out) {
        boolean nested = n.size() > 0 && (n.get(0).isArray() || n.get(0).isObject());
        if (nested) {
            n.forEach(e -> flatten(e, out));
        } else if (!n.isNull()) {
            out.add(shape(n));
        }
    }

    @Override public String toString() {
        return className() + json.get("kwargs") + " on " + json.get("inputs");
    }
}

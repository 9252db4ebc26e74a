package layerbook.layers;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Inputs;
import layerbook.layer.Layer;
import layerbook.layer.Option;
import layerbook.layer.Signature;
import layerbook.layer.SizeList;
import layerbook.shape.DType;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/** Reads a layer as written in Python, {@code nn.Conv2d(3,16,3,padding=1)(torch.zeros(1,3,8,8))}, or here, {@code conv2d(3, 16, 3, padding(1))}. */
public final class LayerText {
    private final String text;
    private int at;

    private LayerText(String text) {
        this.text = text;
    }

    /** What was read; inputs is null where none were written. */
    public record Written(Layer layer, Inputs inputs) {}

    public static Written read(String text) {
        var reader = new LayerText(text.replace(" ", ""));
        if (reader.text.startsWith("nn.")) {
            reader.at = 3;
        }
        String word = reader.word();
        Signature signature = Catalogue.all().stream().filter(s -> s.className().equals(word) || s.factory().equals(word)).findFirst().orElseThrow();
        Layer layer = signature.read(reader.list().toArray());
        return new Written(layer, reader.at < reader.text.length() ? reader.inputs() : null);
    }

    private Inputs inputs() {
        var types = new ArrayList<TensorType>();
        for (Object o : list()) {
            types.add((TensorType) o);
        }
        return new Inputs(types);
    }

    private List<Object> list() {
        var out = new ArrayList<Object>();
        at++;
        while (text.charAt(at) != ')') {
            out.add(value());
            if (text.charAt(at) == ',') {
                at++;
            }
        }
        at++;
        return out;
    }

    private Object value() {
        char c = text.charAt(at);
        if (c == '(') {
            return sizes(list());
        } else if (c == '"') {
            int end = text.indexOf('"', at + 1);
            String said = text.substring(at + 1, end);
            at = end + 1;
            return said;
        } else if (Character.isDigit(c) || c == '-') {
            return number();
        }
        return named(word());
    }

    private Object named(String word) {
        char next = text.charAt(at);
        if (word.equals("newjava.math.BigInteger")) {
            return Expr.of(new java.math.BigInteger((String) list().get(0)));
        }
        if (word.equals("true") || word.equals("false")) {
            return Boolean.valueOf(word);
        } else if (word.equals("torch.long")) {
            return DType.INT64;
        } else if (word.equals("torch.zeros")) {
            return tensor(list());
        } else if (word.equals("size")) {
            return sizes(list());
        } else if (next == '=') {
            at++;
            return Option.of(TruthCase.camel(word), value());
        } else if (next == '(') {
            return Option.of(word, list().toArray());
        }
        throw new IllegalArgumentException(text + " at " + at);
    }

    private static TensorType tensor(List<Object> given) {
        boolean whole = given.stream().anyMatch(o -> o instanceof Option);
        List<Expr> dims = given.stream().filter(o -> o instanceof Long).map(o -> (Expr) Expr.of((Long) o)).toList();
        return new TensorType(new Shape(dims), whole ? DType.INT64 : DType.FLOAT32);
    }

    private static SizeList sizes(List<Object> numbers) {
        return new SizeList(numbers.stream().map(o -> o instanceof Expr e ? e : (Expr) Expr.of((Long) o)).toList());
    }

    private Object number() {
        int from = at++;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || ".E".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        String said = text.substring(from, at);
        if (at < text.length() && text.charAt(at) == 'L') {
            at++;
        }
        return said.contains(".") ? (Object) Double.valueOf(said) : said.length() > 18 ? (Object) Expr.of(new java.math.BigInteger(said)) : (Object) Long.valueOf(said);
    }

    private String word() {
        int from = at;
        while (Character.isJavaIdentifierPart(text.charAt(at)) || text.charAt(at) == '.') {
            at++;
        }
        return text.substring(from, at);
    }
}

package layerbook.export;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Layer;
import layerbook.layer.Parameter;
import layerbook.shape.Refusal;
import layerbook.shape.Shaped;

/** A layer as the call of its PyTorch class: {@code nn.Conv2d(3, 16, 3, padding=1)}. What is not the default is written, and nothing else. */
final class LayerText {
    private LayerText() {}

    /**
     * The pieces of the constructor call.
     *
     * @throws Refusal for a layer that PyTorch does not have
     */
    static List<Piece> of(Layer layer) {
        if (!(layer instanceof BuiltIn built)) {
            throw Refusal.of("runtime", layer.className() + " cannot be written as PyTorch").why("it is a layer of your own, and its arithmetic is not known")
                .fix("code(net, LAYERBOOK)");
        }
        var out = new ArrayList<Piece>();
        Arguments a = built.args();
        out.add(Piece.fixed("nn." + a.signature().className() + "("));
        boolean first = true;
        boolean named = false;
        for (Parameter p : a.signature().parameters()) {
            boolean required = p.need() != Parameter.Need.OPTIONAL;
            if (!required && a.isStandard(p.name())) {
                continue;
            }
            Object value = a.get(p.name());
            if (required && value == null) {
                named = true;
                continue;
            }
            String name = PythonText.snake(p.name());
            out.add(Piece.fixed((first ? "" : ", ") + (required && !named ? "" : name + "=")));
            value(out, name, value);
            first = false;
        }
        out.add(Piece.fixed(")"));
        return out;
    }

    private static void value(List<Piece> out, String name, Object value) {
        if (value instanceof Layer inner) {
            out.addAll(of(inner));
        } else if (value instanceof Shaped tensor) {
            out.add(Piece.fixed("torch.ones(" + PythonText.tuple(tensor.shape().dims().stream().map(PythonText::plain).toList()) + ")"));
        } else if (value instanceof Expr e && !e.isNumber()) {
            throw Refusal.of("runtime", name + " is still a letter: " + e.text()).why("PyTorch's constructors take numbers").fix("code(net, LAYERBOOK)");
        } else {
            out.add(new Piece(PythonText.plain(value), name));
        }
    }
}

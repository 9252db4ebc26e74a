package layerbook.layers;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Kind;
import layerbook.layer.Layer;
import layerbook.layer.LibraryLayer;
import layerbook.layer.Letters;
import layerbook.layer.Option;
import layerbook.layer.Rule;
import layerbook.layer.Signature;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/** The blocks of transformers, made of their parts, which have PyTorch's names. Source: torch.nn.TransformerEncoderLayer and its kin. */
final class Transforming {
    /** A residual addition. */
    private record Plus() implements LibraryLayer {
        @Override public Rule rule() {
            return Rule.of("add").takes(Letters.ANY).takes(Letters.ANY).gives(Letters.ANY).work(Kind.ADD, Letters.ANY);
        }

        @Override public String factoryName() {
            return "add";
        }
    }

    private Transforming() {}

    /** The usual input, for a rule without one: letters for batch and lengths. */
    static Inputs usual(Arguments a, int count) {
        Expr size = a.has("dModel") ? a.number("dModel") : Letters.E;
        var types = new ArrayList<TensorType>();
        for (int i = 0; i < count; i++) {
            Expr length = i == 0 ? Letters.T : Letters.letter("S", "length of keys and values");
            types.add(TensorType.of(a.flag("batchFirst") ? Shape.of(Letters.N, length, size) : Shape.of(length, Letters.N, size)));
        }
        return new Inputs(types);
    }

    /** The arguments of the block inside a stack. */
    static Arguments inner(Arguments a, String argument) {
        return block(a, argument).args();
    }

    private static BuiltIn block(Arguments a, String argument) {
        if (!(a.get(argument) instanceof BuiltIn block) || block.args().signature().parameter("dModel").isEmpty()) {
            throw Refusal.option(a.signature().factory() + " wants a transformer block as " + argument).fix(a.signature().factory() + "(" + a.signature().factory() + "Layer(512, 8), 6)");
        }
        return block;
    }

    private static Rule begin(Arguments a, Inputs in, int needed) {
        if (in.count() < needed) {
            throw Refusal.shape(a.code() + " takes " + needed + " inputs, not " + in.count()).fix("x.then(" + a.code() + ", memory)");
        }
        Rule rule = Rule.of(a);
        for (int i = 0; i < in.count(); i++) {
            if (i < needed && a.has("dModel")) {
                List<Expr> dims = new ArrayList<>(in.shape(i).dims());
                if (dims.size() != 2 && dims.size() != 3) {
                    throw Refusal.shape(a.code() + " does not fit its input").why("it takes T×N×E or T×E, not " + in.shape(i).text());
                }
                dims.set(dims.size() - 1, Letters.E);
                rule.takes(dims.toArray(Expr[]::new)).floats();
            } else {
                rule.takes(in.shape(i).dims().toArray(Expr[]::new)).anything();
            }
        }
        if (a.has("dModel")) {
            rule.let(Letters.E, "dModel");
            for (int i = 0; i < needed; i++) {
                Expr last = in.shape(i).dim(-1);
                if (!last.equals(a.number("dModel"))) {
                    throw Refusal.shape(a.code() + " does not fit its input").at("dModel", "declared: " + a.number("dModel").text() + " embedding size")
                        .why("the last size of " + in.shape(i).text() + " is " + last.text()).fix(a.with("dModel", last).code());
                }
            }
        }
        return rule;
    }

    private static Layer attention(Arguments a) {
        return MultiheadAttention.SIGNATURE.read(a.number("dModel"), a.number("nhead"), Option.of("dropout", a.real("dropout")), Option.of("batchFirst", a.flag("batchFirst")), Option.of("bias", bias(a)));
    }

    private static boolean bias(Arguments a) {
        return a.flag("bias");
    }

    private static Layer norm(Arguments a) {
        return LayerNorm.SIGNATURE.read(a.number("dModel"), Option.of("eps", a.real("layerNormEps")), Option.of("bias", bias(a)));
    }

    private static Layer linear(Arguments a, Expr in, Expr out) {
        return Linear.SIGNATURE.read(in, out, Option.of("bias", bias(a)));
    }

    private static Layer dropout(Arguments a) {
        return Dropout.SIGNATURE.read(a.real("dropout"));
    }

    private static Layer activation(Arguments a) {
        Object wanted = a.get("activation");
        if (wanted instanceof Layer l) {
            return l;
        }
        if ("gelu".equals(wanted)) {
            return GELU.SIGNATURE.read();
        }
        if (!"relu".equals(wanted)) {
            throw Refusal.option(a.signature().factory() + " has no activation " + wanted).at("activation", "\"relu\" or \"gelu\"").fix(a.with("activation", "relu").code());
        }
        return ReLU.SIGNATURE.read();
    }

    /** Attention or feed-forward with its norm and residual, the norm before or after. */
    private interface Inner {
        TensorType of(TensorType x);
    }

    private static TensorType residual(Rule r, Arguments a, String norm, TensorType x, Inner inner) {
        if (a.flag("normFirst")) {
            return r.step("add", new Plus(), x, inner.of(r.part(norm, norm(a), x).output())).output();
        }
        return r.part(norm, norm(a), r.step("add", new Plus(), x, inner.of(x)).output()).output();
    }

    private static TensorType attend(Rule r, Arguments a, String name, String dropout, TensorType x, TensorType memory) {
        return r.part(dropout, dropout(a), r.part(name, attention(a), x, memory, memory).output()).output();
    }

    private static TensorType feedForward(Rule r, Arguments a, String dropout, TensorType x) {
        Expr wide = a.number("dimFeedforward");
        TensorType y = r.part("linear1", linear(a, a.number("dModel"), wide), x).output();
        y = r.part("dropout", dropout(a), r.step("activation", activation(a), y).output()).output();
        return r.part(dropout, dropout(a), r.part("linear2", linear(a, wide, a.number("dModel")), y).output()).output();
    }

    static Rule encoderLayer(Arguments a, Inputs in) {
        Rule r = begin(a, in, 1);
        TensorType x = residual(r, a, "norm1", plain(in, 0), y -> attend(r, a, "self_attn", "dropout1", y, y));
        return r.gives(residual(r, a, "norm2", x, y -> feedForward(r, a, "dropout2", y)));
    }

    static Rule decoderLayer(Arguments a, Inputs in) {
        Rule r = begin(a, in, 2);
        TensorType memory = plain(in, 1);
        TensorType x = residual(r, a, "norm1", plain(in, 0), y -> attend(r, a, "self_attn", "dropout1", y, y));
        x = residual(r, a, "norm2", x, y -> attend(r, a, "multihead_attn", "dropout2", y, memory));
        return r.gives(residual(r, a, "norm3", x, y -> feedForward(r, a, "dropout3", y)));
    }

    private static TensorType plain(Inputs in, int i) {
        return new TensorType(in.shape(i), in.type(i).dtype());
    }

    static Rule stack(Arguments a, String argument, Inputs in) {
        BuiltIn block = block(a, argument);
        boolean decoder = argument.startsWith("decoder");
        Rule r = begin(a, in, decoder ? 2 : 1);
        TensorType x = plain(in, 0);
        for (int i = 0; i < a.count("numLayers"); i++) {
            x = (decoder ? r.part("layers." + i, block, x, plain(in, 1)) : r.part("layers." + i, block, x)).output();
        }
        if (a.get("norm") instanceof Layer norm) {
            x = r.part("norm", norm, x).output();
        }
        return r.gives(x);
    }

    static Rule whole(Arguments a, Inputs in) {
        Rule r = begin(a, in, 2);
        TensorType memory = r.part("encoder", stacked(a, TransformerEncoder.SIGNATURE, TransformerEncoderLayer.SIGNATURE, "numEncoderLayers"), plain(in, 0)).output();
        return r.gives(r.part("decoder", stacked(a, TransformerDecoder.SIGNATURE, TransformerDecoderLayer.SIGNATURE, "numDecoderLayers"), plain(in, 1), memory).output());
    }

    private static Layer stacked(Arguments a, Signature stack, Signature block, String count) {
        var options = new ArrayList<Object>();
        for (String name : List.of("dModel", "nhead", "dimFeedforward", "dropout", "activation", "layerNormEps", "batchFirst", "normFirst", "bias")) {
            options.add(Option.of(name, a.get(name)));
        }
        return stack.read(block.read(options.toArray()), a.number(count), Option.of("norm", norm(a)));
    }
}

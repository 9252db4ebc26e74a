package layerbook.layers;

import java.util.List;
import java.util.function.Function;
import layerbook.formula.Expr;
import layerbook.formula.Expr.Sym;
import layerbook.layer.Arguments;
import layerbook.layer.Inputs;
import layerbook.layer.Keeps;
import layerbook.layer.Kind;
import layerbook.layer.Layer;
import layerbook.layer.Letters;
import layerbook.layer.Parameter.Type;
import layerbook.layer.Rule;
import layerbook.layer.Signature;
import layerbook.layer.Work.Product;
import layerbook.shape.Refusal;

/** What recurrent layers share: at each step one matrix for the input and one for the state, for each gate. Source: the documentation of torch.nn.LSTM. */
final class Recurrent {
    private static final Sym I = Letters.letter("I", "input size");
    private static final Sym HIDDEN = Letters.letter("h", "hidden size");
    private static final Sym PROJECTED = Letters.letter("q", "projected size");
    private static final Sym STATES = Letters.letter("J", "layers times directions");

    private Recurrent() {}

    static Signature signature(String className, String factory, String doc, Function<Arguments, Layer> maker) {
        Signature s = Signature.of(className, factory, doc, a -> {
                checkArguments(a);
                return maker.apply(a);
            })
            .inferred("inputSize", "input size")
            .required("hiddenSize", Type.INT, "hidden size")
            .option("numLayers", 1, "layers on top of each other");
        if (className.equals("RNN")) {
            s.option("nonlinearity", "tanh", "tanh or relu");
        }
        s.option("bias", true, "whether biases are added")
            .option("batchFirst", false, "whether the batch is the first axis")
            .option("dropout", 0.0, "how likely a number between layers is dropped in training")
            .option("bidirectional", false, "whether the sequence is read from its end too");
        return className.equals("LSTM") ? s.option("projSize", 0, "size of the state after a projection, 0 for none") : s;
    }

    private static void checkArguments(Arguments a) {
        Windows.positive(a, "hiddenSize", "numLayers");
        if (a.signature().parameter("projSize").isPresent()) {
            Windows.notNegative(a, "projSize");
        }
        double p = a.real("dropout");
        if (!(p >= 0 && p <= 1)) {
            throw Refusal.option(a.signature().factory() + " wants a dropout between 0 and 1, not " + p).at("dropout", "between 0 and 1").fix(a.with("dropout", 0.5).code());
        }
        if (a.signature().parameter("projSize").isPresent() && a.number("projSize").isNumber() && a.number("hiddenSize").isNumber()
                && a.number("projSize").exact().compareTo(a.number("hiddenSize").exact()) >= 0) {
            throw Refusal.option(a.code() + " has too large a projSize").at("projSize", a.number("projSize").text() + " is not smaller than hiddenSize " + a.number("hiddenSize").text())
                .why("a projection makes the state smaller than hiddenSize").fix(a.with("projSize", Expr.of(a.number("hiddenSize").exact().subtract(java.math.BigInteger.ONE))).code());
        }
        if (a.signature().parameter("nonlinearity").isPresent() && !List.of("tanh", "relu").contains(a.text("nonlinearity"))) {
            throw Refusal.option("rnn has no nonlinearity \"" + a.text("nonlinearity") + "\"").at("nonlinearity", "tanh or relu").fix(a.with("nonlinearity", "tanh").code());
        }
    }

    static Rule rule(Arguments a, int gates, Inputs in) {
        boolean batched = in == null || in.rank() != 2;
        boolean lstm = gates == 4;
        boolean projected = lstm && !a.number("projSize").isZero();
        int layers = a.count("numLayers");
        int directions = a.flag("bidirectional") ? 2 : 1;
        Rule rule = Rule.of(a).let(I, "inputSize").let(HIDDEN, "hiddenSize").let(STATES, (long) layers * directions);
        rule.when(projected, r -> r.let(PROJECTED, "projSize"));
        Expr state = projected ? PROJECTED : HIDDEN;
        Expr out = directions == 1 ? state : Expr.of(2).times(state);
        rule.takes(sequence(a, batched, I)).floats();
        int given = in == null ? 1 : in.count();
        if (given > 1) {
            rule.takes(states(batched, state)).floats();
        }
        if (given > 2 && lstm) {
            rule.takes(states(batched, HIDDEN)).floats();
        }
        rule.gives(sequence(a, batched, out)).gives(states(batched, state));
        rule.when(lstm, r -> r.gives(states(batched, HIDDEN)));
        Windows.notEmpty(rule, a, List.of(Letters.T));
        Expr[] steps = batched ? new Expr[] {Letters.T, Letters.N} : new Expr[] {Letters.T};
        for (int l = 0; l < layers; l++) {
            for (int d = 0; d < directions; d++) {
                weights(rule, "_l" + l + (d == 1 ? "_reverse" : ""), l == 0 ? I : out, state, gates, a.flag("bias"), projected, steps);
            }
        }
        keepsSteps(rule, a, gates, in, steps, state, out);
        return rule;
    }

    /**
     * What PyTorch's loop over the steps keeps: the input (a copy if the batch comes first), the states that it began with, of each step, layer and
     * direction the gates and the states, and between layers the outputs side by side.
     */
    private static void keepsSteps(Rule rule, Arguments a, int gates, Inputs in, Expr[] steps, Expr state, Expr out) {
        int layers = a.count("numLayers");
        boolean given = in != null && in.count() > 1;
        boolean dropped = a.real("dropout") > 0;
        Expr[] states = Spatial.all(List.of(steps).subList(1, steps.length), STATES);
        rule.keeps(k -> {
            k.input(0).when(a.flag("batchFirst") && steps.length > 1, Keeps::copied);
            // the state before each step; the one before the first is that given
            Expr before = given ? steps[0].minus(1) : steps[0];
            k.when(given, g -> g.input(1)).numbers(Spatial.all(List.of(before), Spatial.all(List.of(states), state)));
            k.when(gates == 1, g -> g.numbers(Spatial.all(List.of(states), state))); // an RNN keeps what it gives last, too
            k.when(gates == 3, g -> g.numbers(Spatial.all(List.of(steps[0]), Spatial.all(List.of(states), Expr.of(6), HIDDEN))));
            k.when(gates == 4, g -> lstmSteps(g, given && in.count() > 2, steps, states, state));
            k.when(layers > 1, g -> g.numbers(Spatial.all(List.of(steps), Expr.of(layers - 1L), out)).when(dropped, d -> d.mask(Spatial.all(List.of(steps), Expr.of(layers - 1L), out))));
        });
    }

    /** Four gates, the long memory before each step, its tanh; with a projection what is projected. */
    private static void lstmSteps(Keeps k, boolean given, Expr[] steps, Expr[] states, Expr state) {
        Expr before = given ? steps[0].minus(1) : steps[0];
        k.when(given, g -> g.input(2)).numbers(Spatial.all(List.of(before), Spatial.all(List.of(states), HIDDEN)));
        k.numbers(Spatial.all(List.of(steps[0]), Spatial.all(List.of(states), Expr.of(state == HIDDEN ? 5 : 6), HIDDEN)));
    }

    /** What a cell keeps: the input, the state before, the gates, and tanh of the new long memory; an RNN what it gives. */
    private static void keepsStep(Rule rule, int gates, Inputs in, Expr[] state) {
        boolean given = in != null && in.count() > 1;
        rule.keeps(k -> {
            k.input(0).when(given, g -> g.input(1)).when(!given, g -> g.numbers(state));
            k.when(gates == 1, g -> g.output(0)).when(gates == 3, g -> g.numbers(Spatial.all(List.of(state), Expr.of(6))));
            k.when(gates == 4, g -> g.when(given, m -> m.input(2)).numbers(Spatial.all(List.of(state), Expr.of(5))));
        });
    }

    private static Expr[] sequence(Arguments a, boolean batched, Expr features) {
        if (!batched) {
            return new Expr[] {Letters.T, features};
        }
        return a.flag("batchFirst") ? new Expr[] {Letters.N, Letters.T, features} : new Expr[] {Letters.T, Letters.N, features};
    }

    private static Expr[] states(boolean batched, Expr size) {
        return batched ? new Expr[] {STATES, Letters.N, size} : new Expr[] {STATES, size};
    }

    private static void weights(Rule rule, String suffix, Expr in, Expr state, int gates, boolean bias, boolean projected, Expr[] steps) {
        Expr rows = gates == 1 ? HIDDEN : Expr.of(gates).times(HIDDEN);
        boolean first = in == I;
        rule.weight("weight_ih" + suffix, rows, in).work("input" + suffix, Kind.MULTIPLY_ADD, Spatial.all(List.of(steps), rows, in))
            .multiplies(first ? Product.of("weight_ih" + suffix, 0) : Product.inside("weight_ih" + suffix));
        rule.weight("weight_hh" + suffix, rows, state).work("state" + suffix, Kind.MULTIPLY_ADD, Spatial.all(List.of(steps), rows, state))
            .multiplies(Product.inside("weight_hh" + suffix));
        rule.when(bias, r -> r.weight("bias_ih" + suffix, rows).weight("bias_hh" + suffix, rows).work("biases" + suffix, Kind.BIAS_ADD, Spatial.all(List.of(steps), Expr.of(2), rows)));
        rule.when(projected, r -> r.weight("weight_hr" + suffix, PROJECTED, HIDDEN).work("projection" + suffix, Kind.MULTIPLY_ADD, Spatial.all(List.of(steps), PROJECTED, HIDDEN))
            .multiplies(Product.inside("weight_hr" + suffix)));
        gates(rule, gates, Spatial.all(List.of(steps), HIDDEN));
    }

    /** What the gates do with each number of the state: squeeze, weigh, add. */
    private static void gates(Rule rule, int gates, Expr[] each) {
        rule.work("sum of input and state", Kind.ADD, Spatial.all(List.of(each), Expr.of(gates)));
        rule.work("squeeze", Kind.TANGENT_H, Spatial.all(List.of(each), Expr.of(gates == 4 ? 5 : gates)));
        rule.when(gates > 1, r -> r.work("weigh", Kind.MULTIPLY, Spatial.all(List.of(each), Expr.of(3))).work("combine", Kind.ADD, each));
    }

    static Signature cellSignature(String className, String factory, String doc, Function<Arguments, Layer> maker) {
        Signature s = Signature.of(className, factory, doc, maker).inferred("inputSize", "input size").required("hiddenSize", Type.INT, "hidden size").option("bias", true, "whether biases are added");
        return className.equals("RNNCell") ? s.option("nonlinearity", "tanh", "tanh or relu") : s;
    }

    static Rule cell(Arguments a, int gates, Inputs in) {
        Windows.notNegative(a, "hiddenSize");
        boolean batched = in == null || in.rank() != 1;
        Expr rows = gates == 1 ? HIDDEN : Expr.of(gates).times(HIDDEN);
        Expr[] batch = batched ? new Expr[] {Letters.N} : new Expr[0];
        Expr[] state = Spatial.all(List.of(batch), HIDDEN);
        Rule rule = Rule.of(a).let(I, "inputSize").let(HIDDEN, "hiddenSize").takes(Spatial.all(List.of(batch), I)).floats();
        for (int i = 1; in != null && i < in.count() && i <= (gates == 4 ? 2 : 1); i++) {
            rule.takes(state).floats();
        }
        rule.gives(state).when(gates == 4, r -> r.gives(state));
        rule.weight("weight_ih", rows, I).weight("weight_hh", rows, HIDDEN);
        rule.work("input", Kind.MULTIPLY_ADD, Spatial.all(List.of(batch), rows, I)).multiplies(Product.of("weight_ih", 0))
            .work("state", Kind.MULTIPLY_ADD, Spatial.all(List.of(batch), rows, HIDDEN)).multiplies(Product.inside("weight_hh"));
        keepsStep(rule, gates, in, state);
        rule.when(a.flag("bias"), r -> r.weight("bias_ih", rows).weight("bias_hh", rows).work("biases", Kind.BIAS_ADD, Spatial.all(List.of(batch), Expr.of(2), rows)));
        gates(rule, gates, state);
        return rule;
    }
}

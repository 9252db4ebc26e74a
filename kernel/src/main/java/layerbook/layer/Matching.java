package layerbook.layer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import layerbook.formula.Expr;
import layerbook.formula.Expr.Sym;
import layerbook.shape.DType;
import layerbook.shape.Promotion;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/** Puts inputs into a rule: letters bind or check, sizes follow, weights get their numbers. */
final class Matching {
    private final Layer layer;
    private final Rule rule;
    private final Inputs inputs;
    private final Map<Sym, Expr> letters;
    private final Map<Sym, List<Expr>> rests = new HashMap<>();

    Matching(Layer layer, Rule rule, Inputs inputs) {
        this.layer = layer;
        this.rule = rule;
        this.inputs = inputs;
        this.letters = new LinkedHashMap<>(rule.lets());
    }

    Applied applied() {
        if (inputs.count() != rule.takes().size()) {
            throw Refusal.shape(code() + " takes " + plural(rule.takes().size(), "input") + ", not " + inputs.count());
        }
        for (int i = 0; i < inputs.count(); i++) {
            match(i, rule.takes().get(i));
        }
        rule.where().forEach((letter, formula) -> letters.put(letter, formula.at(letters)));
        rule.checks().forEach(check -> check.accept(letters));
        var outputs = new ArrayList<TensorType>();
        for (Rule.Give give : rule.gives()) {
            outputs.add(give.type() != null ? give.type() : new TensorType(new Shape(sizes(give.pattern())), dtype(give)));
        }
        List<Param> weights = params(true);
        outputs.forEach(out -> notBelowNothing(out.shape().dims(), "it would give "));
        weights.forEach(weight -> notBelowNothing(weight.dims(), "its " + weight.name() + " would be "));
        return new Applied(resolved(), rule, inputs, letters, outputs, weights, params(false));
    }

    /** No tensor has fewer numbers than none, whatever the formula says. */
    private void notBelowNothing(List<Expr> dims, String what) {
        if (dims.stream().anyMatch(d -> d instanceof Expr.Num n && n.value().signum() < 0)) {
            throw Refusal.option(code() + " has a size below 0").why(what + new Shape(dims).text());
        }
    }

    private DType dtype(Rule.Give give) {
        if (give.dtype() != null) {
            return give.dtype();
        } else if (give.fraction() && inputs.count() > 0) {
            return Promotion.fraction(inputs.type(0).dtype());
        }
        return inputs.count() > 0 && inputs.type(0).dtype().isFloating() || rule.weights().isEmpty() && inputs.count() > 0
            ? inputs.type(0).dtype() : DType.FLOAT32;
    }

    // ---- one input against its pattern

    private void match(int index, Rule.Take take) {
        TensorType type = inputs.type(index);
        List<Expr> pattern = take.pattern();
        int any = pattern.indexOf(Letters.ANY);
        int fixed = pattern.size() - (any >= 0 ? 1 : 0);
        if (any < 0 && type.rank() != fixed || type.rank() < fixed) {
            throw wrongRank(index, pattern, any >= 0);
        }
        checkType(index, take, type);
        int extra = type.rank() - fixed;
        int axis = 0;
        for (Expr p : pattern) {
            if (p.equals(Letters.ANY)) {
                rest(index, type.shape().slice(axis, axis + extra));
                axis += extra;
            } else {
                bind(index, axis, p, type.shape().dim(axis));
                axis++;
            }
        }
    }

    private void checkType(int index, Rule.Take take, TensorType type) {
        if (rule.acceptsOnlyFloats(take) && !type.dtype().isFloating()) {
            throw Refusal.shape(code() + " wants numbers with a fraction, not " + type.dtype().torchName()).at("input", type.dtype().torchName() + ", not float32")
                .fix("tensor(shape(" + type.shape().dims().stream().map(Matching::java).collect(Collectors.joining(", ")) + "))")
                .why(rule.weights().isEmpty() ? "PyTorch has it for numbers with a fraction only" : "its weights are float32, and PyTorch does not mix the two in one operation");
        }
        if (take.accepts() == Rule.Accepts.REAL && (type.dtype() == DType.BOOL || type.dtype().isComplex())) {
            throw Refusal.shape(code() + " takes no " + type.dtype().torchName()).at("input", type.dtype().torchName()).why("PyTorch has it for real numbers only");
        }
        if (take.accepts() == Rule.Accepts.INTEGER && type.dtype() != DType.INT64 && type.dtype() != DType.INT32) {
            throw Refusal.shape(code() + " wants whole numbers (token ids), not " + type.dtype().torchName()).at("input", type.dtype().torchName() + ", not int64")
                .why("it looks rows up by their number").fix("tensor(shape(" + type.shape().dims().stream().map(Matching::java).collect(Collectors.joining(", ")) + "), INT64)");
        }
    }

    private static String java(Expr e) {
        return e instanceof Expr.Num n ? Arguments.literal(n.value()) : e.text(layerbook.formula.Style.ASCII);
    }

    private void rest(int index, List<Expr> axes) {
        List<Expr> known = rests.putIfAbsent(Letters.ANY, axes);
        if (known != null && !known.equals(axes)) {
            throw Refusal.shape(code() + " wants the same leading sizes in each input").why("input " + (index + 1) + " has " + new Shape(axes).text() + " where the first has " + new Shape(known).text());
        }
        letters.put(Letters.ANY, Expr.product(axes).normal());
    }

    private void bind(int index, int axis, Expr expected, Expr actual) {
        if (expected instanceof Sym letter && !letters.containsKey(letter)) {
            letters.put(letter, actual);
            return;
        }
        Expr value = expected.at(letters);
        if (!value.equals(actual)) {
            throw mismatch(index, axis, expected, value, actual);
        }
    }

    private Refusal mismatch(int index, int axis, Expr expected, Expr value, Expr actual) {
        String argument = expected instanceof Sym s ? rule.argumentOf(s) : null;
        String letter = expected.text();
        Refusal refusal = Refusal.shape(code() + " does not fit its input");
        if (argument != null) {
            String meaning = rule.arguments().signature().parameter(argument).map(Parameter::meaning).orElse(argument);
            refusal = refusal.at(argument, "declared: " + value.text() + " " + meaning + " (" + letter + ")");
            refusal = refusal.fix(flattens(index, axis, value) ? "sequential(flatten(1), " + code() + ")" : rule.arguments().with(argument, actual).code());
        }
        String which = inputs.count() > 1 ? " of input " + (index + 1) : "";
        String open = value.isNumber() && actual.isNumber() ? "" : "; the two cannot be shown to be equal";
        return refusal.why("axis " + axis + which + " " + inputs.shape(index).text() + " is " + actual.text() + ", but " + letter + " is " + value.text() + open);
    }

    /** Whether a layer of features gets an image whose sizes multiply to what it declares: then a flatten was left out. */
    private boolean flattens(int index, int axis, Expr declared) {
        Shape in = inputs.shape(index);
        return rule.inputPatterns().get(index).get(0).equals(Letters.ANY) && in.rank() > 2 && axis == in.rank() - 1
            && Expr.product(in.dims().subList(1, in.rank())).normal().equals(declared);
    }

    private Refusal wrongRank(int index, List<Expr> pattern, boolean more) {
        String wanted = new Shape(List.of()).equals(new Shape(pattern)) ? "scalar" : pattern.stream().map(Expr::text).collect(Collectors.joining("×"));
        return Refusal.shape(code() + " does not fit its input").at("input", plural(inputs.type(index).rank(), "axis") + ", not " + plural(pattern.size() - (more ? 1 : 0), "axis") + (more ? " or more" : ""))
            .why("it takes " + wanted + " (" + plural(pattern.size() - (more ? 1 : 0), "axis") + (more ? " or more" : "") + "), not " + inputs.shape(index).text()
                + " (" + plural(inputs.type(index).rank(), "axis") + ")");
    }

    private static String plural(int n, String what) {
        return n + " " + (n == 1 ? what : what.equals("axis") ? "axes" : what + "s");
    }

    private String code() {
        return layer.codeText();
    }

    // ---- what follows

    private List<Expr> sizes(List<Expr> pattern) {
        var out = new ArrayList<Expr>();
        for (Expr p : pattern) {
            if (p.equals(Letters.ANY)) {
                out.addAll(rests.getOrDefault(Letters.ANY, List.of()));
            } else {
                out.add(p.at(letters));
            }
        }
        return out;
    }

    private List<Param> params(boolean learned) {
        var out = new ArrayList<Param>();
        for (Weight w : learned ? rule.weights() : rule.buffers()) {
            out.add(new Param(w.name(), sizes(w.dims())));
        }
        for (Part p : rule.parts()) {
            for (Param inner : learned ? p.applied().weights() : p.applied().buffers()) {
                out.add(new Param(p.name() + "." + inner.name(), inner.dims()));
            }
        }
        return out;
    }

    /** The layer with the arguments that were taken from the input. */
    private Layer resolved() {
        if (!(layer instanceof BuiltIn builtIn) || rule.arguments() == null) {
            return layer;
        }
        Arguments full = rule.arguments();
        for (Parameter p : full.signature().parameters()) {
            if (p.need() == Parameter.Need.INFERRED && !full.has(p.name())) {
                for (Sym letter : letters.keySet()) {
                    if (p.name().equals(rule.argumentOf(letter))) {
                        full = full.with(p.name(), letters.get(letter));
                    }
                }
            }
        }
        return full == rule.arguments() ? layer : builtIn.remade(full);
    }
}

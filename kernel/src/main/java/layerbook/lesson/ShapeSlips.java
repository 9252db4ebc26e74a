package layerbook.lesson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import layerbook.formula.Expr;
import layerbook.formula.Expr.Sym;
import layerbook.layer.Applied;
import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Letters;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;

/** The shapes that slips lead to: the layer's own rule with other arguments, other letters, or the other way of rounding. */
final class ShapeSlips {
    private static final Map<Sym, Sym> INPUT_OF = Map.of(Letters.D_OUT, Letters.D, Letters.H_OUT, Letters.H, Letters.W_OUT, Letters.W, Letters.L_OUT, Letters.L);

    private final Applied applied;
    private final Map<List<String>, List<String>> found = new LinkedHashMap<>();

    private ShapeSlips(Applied applied) {
        this.applied = applied;
    }

    /** The wrong shapes of a call, each with what leads there. */
    static Map<List<String>, List<String>> of(Applied applied) {
        var slips = new ShapeSlips(applied);
        slips.argument("padding", 0, "the padding was forgotten");
        slips.argument("stride", 1, "the stride was forgotten: the window moves further than 1");
        slips.argument("dilation", 1, "the dilation was forgotten: it spreads the window");
        slips.argument("outputPadding", 0, "the output padding was forgotten");
        slips.argument("ceilMode", true, "that is rounded up, and without ceil mode it is rounded down");
        slips.argument("ceilMode", false, "that is rounded down, and with ceil mode it is rounded up");
        slips.formula(ShapeSlips::up, "that is rounded up, and what does not fill a window is left out");
        slips.formula(f -> f.minus(1), "1 is missing: the window stands once before it moves");
        slips.formula(f -> f.plus(1), "that is 1 too many");
        slips.padding();
        slips.letters(Map.of(Letters.C_OUT, Letters.C_IN, Letters.F_OUT, Letters.F_IN), "those are the input's channels: a layer gives as many as it has filters");
        slips.letters(INPUT_OF, "the size of the input was taken for that of the output");
        applied.inputs().types().forEach(type -> slips.note(type.shape(), "that is what goes in"));
        slips.found.remove(ShapeKey.sizes(applied.outputs().get(0).shape()));
        return slips.found;
    }

    private void note(Shape shape, String why) {
        found.computeIfAbsent(ShapeKey.sizes(shape), s -> new ArrayList<>()).add(why);
    }

    private void argument(String name, Object value, String why) {
        if (applied.layer() instanceof BuiltIn layer && layer.args().signature().parameter(name).isPresent()) {
            Arguments changed = layer.args().with(name, value);
            try {
                note(Applied.of(changed.signature().make(changed), applied.inputs()).outputs().get(0).shape(), why);
            } catch (Refusal refusal) {
                return; // nobody gets a shape from what does not fit
            }
        }
    }

    /** A quotient rounded the other way. */
    private static Expr up(Expr formula) {
        if (formula instanceof Expr.Floor f) {
            return f.numerator().ceilOver(f.denominator());
        }
        return formula instanceof Expr.Sum s ? Expr.sum(s.terms().stream().map(ShapeSlips::up).toList()) : formula;
    }

    private void formula(UnaryOperator<Expr> change, String why) {
        if (applied.rule().where().values().stream().anyMatch(f -> !up(f).equals(f))) {
            var letters = new HashMap<>(applied.letters());
            applied.rule().where().forEach((letter, formula) -> letters.put(letter, change.apply(formula).at(applied.letters())));
            pattern(letters, why);
        }
    }

    /** The padding added at one side only. */
    private void padding() {
        Expr p = applied.letters().get(Letters.P);
        if (p != null && !p.isZero()) {
            var inputs = new HashMap<>(applied.letters());
            INPUT_OF.values().forEach(in -> inputs.computeIfPresent(in, (letter, size) -> size.minus(p).normal()));
            var letters = new HashMap<>(applied.letters());
            applied.rule().where().forEach((letter, formula) -> letters.put(letter, formula.at(inputs)));
            pattern(letters, "the padding was added at one side only");
        }
    }

    private void letters(Map<Sym, Sym> instead, String why) {
        var letters = new HashMap<>(applied.letters());
        instead.forEach((letter, other) -> {
            if (applied.letters().containsKey(letter) && applied.letters().containsKey(other)) {
                letters.put(letter, applied.letters().get(other));
            }
        });
        pattern(letters, why);
    }

    private void pattern(Map<Sym, Expr> letters, String why) {
        List<List<Expr>> patterns = applied.rule().outputPatterns();
        if (patterns.size() == 1 && !patterns.get(0).contains(Letters.ANY)) {
            note(new Shape(patterns.get(0).stream().map(e -> e.at(letters)).toList()), why);
        }
    }
}

package layerbook.layers;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.formula.Expr.Sym;
import layerbook.layer.Arguments;
import layerbook.layer.Inputs;
import layerbook.layer.Kind;
import layerbook.layer.Letters;
import layerbook.layer.Rule;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;

/** Layers that move numbers without computing. Sources: the documentation of torch.nn.PixelShuffle, Fold, Unfold, Flatten. */
final class Rearranging {
    private static final Sym R = Letters.letter("r", "factor");
    private static final Sym CHANNELS = Letters.letter("C'", "output channels");
    private static final Sym COLUMNS = Letters.letter("w", "windows");
    private static final Sym ROWS = Letters.letter("R", "numbers in a column");

    private Rearranging() {}

    static Rule shuffle(Arguments a, Inputs in) {
        Windows.positive(a, "upscaleFactor");
        divisible(a, "upscaleFactor", Letters.C, axis(in, -3), a.number("upscaleFactor").power(2).normal(), 1);
        return Rule.of(a).let(R, "upscaleFactor").takes(Letters.ANY, Letters.C, Letters.H, Letters.W).anything()
            .where(CHANNELS, Letters.C.over(R.power(2))).where(Letters.H_OUT, Letters.H.times(R)).where(Letters.W_OUT, Letters.W.times(R))
            .gives(Letters.ANY, CHANNELS, Letters.H_OUT, Letters.W_OUT).work(Kind.COPY, Letters.ANY, Letters.C, Letters.H, Letters.W);
    }

    static Rule unshuffle(Arguments a, Inputs in) {
        Windows.positive(a, "downscaleFactor");
        divisible(a, "downscaleFactor", Letters.H, axis(in, -2), a.number("downscaleFactor"), 1);
        divisible(a, "downscaleFactor", Letters.W, axis(in, -1), a.number("downscaleFactor"), 1);
        return Rule.of(a).let(R, "downscaleFactor").takes(Letters.ANY, Letters.C, Letters.H, Letters.W).anything()
            .where(CHANNELS, Letters.C.times(R.power(2))).where(Letters.H_OUT, Letters.H.over(R)).where(Letters.W_OUT, Letters.W.over(R))
            .gives(Letters.ANY, CHANNELS, Letters.H_OUT, Letters.W_OUT).work(Kind.COPY, Letters.ANY, Letters.C, Letters.H, Letters.W);
    }

    static Rule channels(Arguments a, Inputs in) {
        Windows.positive(a, "groups");
        Expr[] shape = {Letters.N, Letters.C, Letters.L, Letters.ANY};
        return Rule.of(a).takes(shape).anything().gives(shape).work(Kind.COPY, shape)
            .check(letters -> divisible(a, "groups", Letters.C, letters.get(Letters.C), a.number("groups"), 1));
    }

    /**
     * A size of the first input, counted from the end, or null. What must divide it is looked at before the rule is used,
     * since a quotient that does not come out even has no value to be checked.
     */
    private static Expr axis(Inputs in, int axis) {
        return in == null || in.rank() + axis < 0 ? null : in.shape(0).dim(axis);
    }

    private static void divisible(Arguments a, String argument, Sym letter, Expr size, Expr by, int otherwise) {
        if (size instanceof Expr.Num n && by instanceof Expr.Num d && n.value().mod(d.value()).signum() != 0) {
            throw Refusal.shape(a.code() + " does not fit its input").at(argument, size.text() + " is not a multiple of " + by.text())
                .why(letter.meaning() + " " + letter.text() + " = " + size.text() + " must be a multiple of " + by.text()).fix(a.with(argument, otherwise).code());
        }
    }

    private static List<Expr> windows(Rule rule, Arguments a, List<? extends Expr> sizes) {
        Windows.positive(a, "kernelSize", "dilation", "stride");
        Windows.notNegative(a, "padding");
        var out = new ArrayList<Expr>();
        for (int i = 0; i < 2; i++) {
            out.add(layerbook.shape.Sizes.windows(sizes.get(i), a.size("padding", 2).get(i), a.size("dilation", 2).get(i), a.size("kernelSize", 2).get(i), a.size("stride", 2).get(i)));
        }
        return out;
    }

    static Rule unfold(Arguments a, Inputs in) {
        boolean batched = in == null || in.rank() != 3;
        Rule rule = Rule.of(a).takes(Spatial.shape(batched, Letters.C, Spatial.in(2))).floats();
        List<Expr> w = windows(rule, a, Spatial.in(2));
        List<Expr> k = a.size("kernelSize", 2);
        Windows.notEmpty(rule, a, Spatial.inside(Letters.C, 2));
        rule.where(Letters.H_OUT, w.get(0)).where(Letters.W_OUT, w.get(1)).where(ROWS, Letters.C.times(k.get(0)).times(k.get(1))).where(COLUMNS, Letters.H_OUT.times(Letters.W_OUT));
        rule.check(letters -> {
            for (Sym s : Spatial.out(2)) {
                if (letters.get(s) instanceof Expr.Num n && n.value().signum() < 1) {
                    throw Refusal.shape(a.code() + " does not fit its input").at("kernelSize", "the window is larger than the input").why(s.text() + " would be " + n.text()).fix(a.with("kernelSize", 1).with("dilation", 1).code());
                }
            }
        });
        rule.keeps(keep -> keep.input(0));
        return batched ? rule.gives(Letters.N, ROWS, COLUMNS).work(Kind.COPY, Letters.N, ROWS, COLUMNS) : rule.gives(ROWS, COLUMNS).work(Kind.COPY, ROWS, COLUMNS);
    }

    static Rule fold(Arguments a, Inputs in) {
        boolean batched = in == null || in.rank() != 2;
        List<Expr> size = a.size("outputSize", 2);
        List<Expr> k = a.size("kernelSize", 2);
        Expr window = k.get(0).times(k.get(1)).normal();
        divisible(a, "kernelSize", ROWS, axis(in, -2), window, 1);
        Rule rule = batched ? Rule.of(a).takes(Letters.N, ROWS, COLUMNS) : Rule.of(a).takes(ROWS, COLUMNS);
        rule.floats();
        Windows.notEmpty(rule, a, List.of(ROWS, COLUMNS));
        List<Expr> w = windows(rule, a, size);
        Expr columns = Expr.product(w).normal();
        rule.check(letters -> {
            Expr actual = letters.get(COLUMNS);
            if (!actual.equals(columns)) {
                throw Refusal.shape(a.code() + " does not fit its input").at("outputSize", "has " + columns.text() + " windows").why("the input has " + actual.text() + " columns, one for each window; an image of "
                    + new Shape(size).text() + " has " + columns.text());
            }
        });
        rule.where(CHANNELS, ROWS.over(window));
        var to = new ArrayList<Expr>(batched ? List.of(Letters.N, CHANNELS) : List.of(CHANNELS));
        to.addAll(size);
        return rule.gives(to.toArray(Expr[]::new)).work(Kind.ADD, batched ? new Expr[] {Letters.N, ROWS, COLUMNS} : new Expr[] {ROWS, COLUMNS});
    }

    static Rule flatten(Arguments a, Inputs in) {
        if (in == null || in.count() == 0) {
            return Rule.of(a).takes(Letters.N, Letters.C, Letters.H, Letters.W).anything().where(Letters.F_OUT, Expr.product(Letters.C, Letters.H, Letters.W)).gives(Letters.N, Letters.F_OUT);
        }
        Shape from = in.shape(0);
        int first = Axis.of(a, "startDim", from.rank());
        int last = Axis.of(a, "endDim", from.rank());
        if (first > last) {
            throw Refusal.shape(a.code() + " cannot begin behind its end").at("startDim", "axis " + first + " comes after axis " + last).why("startDim must not come after endDim")
                .fix(a.with("startDim", last).with("endDim", first).code());
        }
        var to = new ArrayList<>(from.slice(0, first));
        to.add(Expr.product(from.slice(first, Math.min(from.rank(), last + 1))).normal());
        to.addAll(from.slice(Math.min(from.rank(), last + 1), from.rank()));
        Rule rule = Rule.of(a).takes(from.dims().toArray(Expr[]::new)).anything().gives(to.toArray(Expr[]::new));
        return rule.when(in.type(0).merges(first, Math.min(from.rank(), last + 1)), r -> r.viewOf(0));
    }

    static Rule unflatten(Arguments a, Inputs in) {
        List<Expr> sizes = a.sizes("unflattenedSize");
        if (in == null || in.count() == 0) {
            return Rule.of(a).takes(Letters.N, Letters.C).anything().gives(Spatial.all(List.of(Letters.N), sizes.toArray(Expr[]::new)));
        }
        Shape from = in.shape(0);
        int axis = Axis.of(a, "dim", from.rank());
        Expr whole = from.dim(axis);
        Expr known = Expr.product(sizes.stream().filter(s -> !s.equals(Expr.of(-1))).toList()).normal();
        var parts = new ArrayList<Expr>();
        for (Expr s : sizes) {
            boolean fits = whole instanceof Expr.Num n && known instanceof Expr.Num k && k.value().signum() != 0 && n.value().mod(k.value()).signum() == 0;
            parts.add(s.equals(Expr.of(-1)) && (fits || !whole.isNumber()) ? whole.over(known).normal() : s);
        }
        if (!Expr.product(parts).normal().equals(whole) || parts.contains(Expr.of(-1))) {
            throw Refusal.shape(a.code() + " does not fit its input").at("unflattenedSize", "makes " + known.text()).why("axis " + axis + " of " + from.text() + " is " + whole.text() + ", but the sizes multiply to " + known.text())
                .fix(a.with("unflattenedSize", List.of(whole)).code());
        }
        var to = new ArrayList<>(from.slice(0, axis));
        to.addAll(parts);
        to.addAll(from.slice(axis + 1, from.rank()));
        return Rule.of(a).takes(from.dims().toArray(Expr[]::new)).anything().gives(to.toArray(Expr[]::new)).viewOf(0);
    }
}

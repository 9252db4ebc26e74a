package layerbook.layers;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.formula.Expr.Sym;
import layerbook.layer.Arguments;
import layerbook.layer.Inputs;
import layerbook.layer.Keeps;
import layerbook.layer.Kind;
import layerbook.layer.Letters;
import layerbook.layer.Rule;
import layerbook.shape.DType;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.Shaped;
import layerbook.shape.Sizes;
import layerbook.shape.TensorType;

/** What losses share: what goes together, and what is left after the reduction. Source: the documentation of torch.nn's loss functions. */
final class Losses {
    static final Sym EACH = Letters.letter("|x|", "numbers compared");


    private Losses() {}

    /** How many rows are compared: all places but those along an axis. */
    static Expr rows(Inputs in, int axis) {
        Shape both = Sizes.broadcast(in.shape(0), in.shape(1));
        var dims = new ArrayList<>(both.dims());
        if (!dims.isEmpty()) {
            dims.remove(axis < 0 ? axis + dims.size() : axis);
        }
        return Expr.product(dims).normal();
    }

    /** What cross entropy keeps: the logarithms of the parts, the target, and the weight of all classes met; more where labels are smoothed. */
    static void entropy(Keeps keeps, Arguments a, Inputs in) {
        keeps.numbers(in.shape(0).numel()).input(1);
        if (in.type(1).dtype().isFloating()) {
            return;
        }
        Expr places = in.shape(1).numel();
        keeps.numbers(Expr.ONE).when(a.real("labelSmoothing") > 0, k -> k.mask(Expr.of(2), places).numbers(places));
    }

    /** What CTC keeps: how likely each state of the target is at each step, and two numbers for each example. */
    static void paths(Keeps keeps, Inputs in) {
        Shape x = in.shape(0);
        Expr examples = x.rank() == 3 ? x.dim(1) : Expr.ONE;
        Expr states = in.shape(1).rank() == 2 ? in.shape(1).dim(1).times(2).plus(1) : in.shape(1).numel().times(2).plus(1);
        keeps.numbers(examples, x.dim(0), states).numbers(Expr.of(2), examples);
    }

    /** Without an input: one number from two tensors. */
    static Rule usual(Arguments a) {
        return Rule.of(a).takes(Letters.ANY).takes(Letters.ANY).gives();
    }

    private static Rule finish(Arguments a, Inputs in, Shape none, Expr compared) {
        if (!List.of("none", "mean", "sum").contains(a.text("reduction"))) {
            throw Refusal.option(a.signature().factory() + " has no reduction \"" + a.text("reduction") + "\"").at("reduction", "none, mean or sum").fix(a.with("reduction", "mean").code());
        }
        Shape out = reduction(a).equals("none") ? none : new Shape(List.of());
        return weighted(a, in, taking(a, in, out, compared));
    }

    /** The reduction, said by its name or in the old way by two flags. */
    private static String reduction(Arguments a) {
        boolean old = a.signature().parameter("reduce").isPresent() && (a.has("reduce") || a.has("sizeAverage"));
        if (!old) {
            return a.text("reduction");
        }
        return a.has("reduce") && !a.flag("reduce") ? "none" : a.has("sizeAverage") && !a.flag("sizeAverage") ? "sum" : "mean";
    }

    /** Weights of the classes are kept beside the loss, but not learned. */
    private static Rule weighted(Arguments a, Inputs in, Rule rule) {
        for (String name : List.of("weight", "posWeight")) {
            if (a.signature().parameter(name).isPresent() && a.get(name) instanceof Shaped given) {
                Expr classes = in.rank() == 0 ? Expr.ONE : in.shape(0).dim(in.rank() == 1 ? 0 : 1);
                if (a.signature().className().startsWith("BCE") ? Sizes.broadcast(in.shape(0), given.shape()) == null : !given.shape().equals(Shape.of(classes))) {
                    throw Refusal.shape(a.signature().factory() + " wants a weight for each class").at(name, given.shape().text()).why("there are " + classes.text() + " classes in " + in.shape(0).text());
                }
                rule.buffer(name.equals("weight") ? "weight" : "pos_weight", given.shape().dims().toArray(Expr[]::new));
            }
        }
        return rule;
    }

    private static Rule taking(Arguments a, Inputs in, Shape out, Expr compared) {
        Rule rule = Rule.of(a).let(EACH, compared);
        for (int i = 0; i < in.count(); i++) {
            rule.takes(in.shape(i).dims().toArray(Expr[]::new)).anything();
        }
        return rule.gives(new TensorType(out, DType.FLOAT32)).work("differences", Kind.ADD, EACH).work("their sizes", Kind.MULTIPLY, EACH).work("sum", Kind.ADD, EACH);
    }

    private static void count(Arguments a, Inputs in, int least, int most) {
        if (in.count() < least || in.count() > most) {
            throw Refusal.shape(a.code() + " takes " + least + " inputs, not " + in.count()).fix("x.then(" + a.code() + ", target)");
        }
    }

    private static Refusal differ(Arguments a, Shape x, Shape y) {
        return Refusal.shape(a.code() + " cannot compare " + x.text() + " with " + y.text()).why("prediction and target must fit each other, size by size");
    }

    private static Shape together(Arguments a, Shape x, Shape y) {
        Shape both = Sizes.broadcast(x, y);
        if (both == null) {
            throw differ(a, x, y);
        }
        return both;
    }

    /** The argument must be more than 0. */
    static void positive(Arguments a, String name) {
        if (!(a.real(name) > 0)) {
            throw Refusal.option(a.signature().factory() + " cannot have " + name + " " + a.real(name)).at(name, "must be more than 0").fix(a.with(name, 1.0).code());
        }
    }

    /** The power of a margin is 1 or 2. */
    static void power(Arguments a) {
        if (!List.of(Expr.ONE, Expr.of(2)).contains(a.number("p"))) {
            throw Refusal.option(a.signature().factory() + " cannot have p " + a.number("p").text()).at("p", "1 or 2").fix(a.with("p", 1).code());
        }
    }

    /** Two tensors, broadcast. */
    static Rule pair(Arguments a, Inputs in) {
        count(a, in, 2, 2);
        Shape both = together(a, in.shape(0), in.shape(1));
        return finish(a, in, both, both.numel());
    }

    /** Two tensors of which the second stretches to the first. */
    static Rule onto(Arguments a, Inputs in) {
        count(a, in, 2, 2);
        if (!together(a, in.shape(0), in.shape(1)).equals(in.shape(0))) {
            throw differ(a, in.shape(0), in.shape(1));
        }
        return finish(a, in, in.shape(0), in.shape(0).numel());
    }

    /** Two tensors of equal sizes. */
    static Rule same(Arguments a, Inputs in) {
        count(a, in, 2, 2);
        if (!in.shape(0).equals(in.shape(1))) {
            throw differ(a, in.shape(0), in.shape(1));
        }
        return finish(a, in, in.shape(0), in.shape(0).numel());
    }

    /** Scores N×C×∗ with classes N×∗, or with probabilities of the same sizes. */
    static Rule classes(Arguments a, Inputs in) {
        count(a, in, 2, 2);
        Shape x = in.shape(0);
        Shape y = in.shape(1);
        if (x.rank() == 0) {
            throw differ(a, x, y);
        }
        int axis = x.rank() == 1 ? 0 : 1;
        var without = new ArrayList<>(x.dims());
        without.remove(axis);
        Shape places = new Shape(without);
        boolean probabilities = a.signature().className().equals("CrossEntropyLoss") && in.type(1).dtype().isFloating() && y.equals(x);
        if (!probabilities && in.type(1).dtype().isFloating()) {
            throw Refusal.shape(a.code() + " wants whole numbers (classes) as target, not " + in.type(1).dtype().torchName())
                .fix("tensor(shape(" + places.text().replace("×", ", ") + "), INT64)");
        }
        if (!probabilities && !y.equals(places)) {
            Refusal refusal = differ(a, x, y);
            throw x.rank() > 1 && y.rank() > 0 && !y.dim(0).equals(x.dim(0)) ? refusal.why("the input has " + x.dim(0).text() + " examples, the target " + y.dim(0).text())
                .fix("tensor(shape(" + places.text().replace("×", ", ") + "), INT64)") : refusal;
        }
        if (probabilities && a.number("ignoreIndex").isNumber() && a.number("ignoreIndex").exact().signum() >= 0) {
            throw Refusal.option(a.code() + " cannot ignore a class").at("ignoreIndex", "not with probabilities").why("the target holds probabilities, in which no place has one class to leave out")
                .fix(a.with("ignoreIndex", -100).code());
        }
        return finish(a, in, places, x.numel());
    }

    /** Rows of scores with one class each. */
    static Rule rows(Arguments a, Inputs in) {
        count(a, in, 2, 2);
        Shape x = in.shape(0);
        Shape places = new Shape(x.slice(0, Math.max(0, x.rank() - 1)));
        if (places.rank() == 0 && in.shape(1).equals(Shape.of(1))) {
            return finish(a, in, places, x.numel()); // one example, its class in a list of one
        }
        if (!in.shape(1).equals(places)) {
            throw differ(a, x, in.shape(1));
        }
        return finish(a, in, places, x.numel());
    }

    /** Rows of scores with rows of labels. */
    static Rule rowsSame(Arguments a, Inputs in) {
        count(a, in, 2, 2);
        if (!in.shape(0).equals(in.shape(1))) {
            throw differ(a, in.shape(0), in.shape(1));
        }
        return finish(a, in, new Shape(in.shape(0).slice(0, Math.max(0, in.rank() - 1))), in.shape(0).numel());
    }

    static Rule cosine(Arguments a, Inputs in) {
        count(a, in, 3, 3);
        Shape both = together(a, in.shape(0), in.shape(1));
        if (in.shape(2).rank() > 1 || in.rank() != in.shape(2).rank() + 1 || in.shape(1).rank() != in.rank()) {
            throw Refusal.shape(a.code() + " cannot compare " + in.shape(0).text() + " with " + in.shape(1).text() + " under " + in.shape(2).text())
                .why("it takes two rows of features and one label, or N rows in each and N labels");
        }
        return finish(a, in, together(a, new Shape(both.slice(0, both.rank() - 1)), in.shape(2)), both.numel());
    }

    static Rule triple(Arguments a, Inputs in) {
        count(a, in, 3, 3);
        sameRanks(a, in);
        Shape all = together(a, together(a, in.shape(0), in.shape(1)), in.shape(2));
        return finish(a, in, all, all.numel());
    }

    static Rule triplet(Arguments a, Inputs in) {
        count(a, in, 3, 3);
        sameRanks(a, in);
        Shape all = together(a, together(a, in.shape(0), in.shape(1)), in.shape(2));
        return finish(a, in, new Shape(all.slice(0, Math.max(0, all.rank() - 1))), all.numel().times(2).normal());
    }

    private static void sameRanks(Arguments a, Inputs in) {
        if (in.shape(1).rank() != in.rank() || in.shape(2).rank() != in.rank()) {
            throw Refusal.shape(a.code() + " wants three tensors with as many axes each").why("they are " + in.shape(0).text() + ", " + in.shape(1).text() + " and " + in.shape(2).text());
        }
    }

    static Rule gaussian(Arguments a, Inputs in) {
        count(a, in, 3, 3);
        Shape all = together(a, in.shape(0), in.shape(1));
        Shape x = in.shape(0);
        Shape v = in.shape(2);
        Shape shared = new Shape(x.slice(0, Math.max(0, x.rank() - 1)));
        boolean one = v.rank() == x.rank() && v.rank() > 0 && v.dim(-1).isOne() && new Shape(v.slice(0, v.rank() - 1)).equals(shared);
        if (!v.equals(x) && !v.equals(shared) && !one) {
            throw Refusal.shape(a.code() + " cannot use variances of " + v.text() + " for " + x.text()).why("there is one variance for each number, or one for each row");
        }
        return finish(a, in, all, all.numel());
    }

    static Rule ctc(Arguments a, Inputs in) {
        count(a, in, 4, 4);
        Shape x = in.shape(0);
        return finish(a, in, x.rank() == 3 ? Shape.of(x.dim(1)) : new Shape(List.of()), x.numel());
    }

    static Rule similarity(Arguments a, Inputs in) {
        count(a, in, 2, 2);
        Shape both = together(a, in.shape(0), in.shape(1));
        var dims = new ArrayList<>(both.dims());
        dims.remove(Axis.of(a, "dim", both.rank()));
        return taking(a, in, new Shape(dims), both.numel());
    }

    static Rule distance(Arguments a, Inputs in) {
        count(a, in, 2, 2);
        Shape both = together(a, in.shape(0), in.shape(1));
        var dims = new ArrayList<>(both.dims());
        if (!dims.isEmpty()) {
            dims.remove(dims.size() - 1);
            if (a.flag("keepdim")) {
                dims.add(Expr.ONE);
            }
        }
        return taking(a, in, new Shape(dims), both.numel());
    }
}

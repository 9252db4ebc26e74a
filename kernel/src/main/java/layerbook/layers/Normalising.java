package layerbook.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import layerbook.formula.Expr;
import layerbook.formula.Expr.Sym;
import layerbook.layer.Arguments;
import layerbook.layer.Inputs;
import layerbook.layer.Kind;
import layerbook.layer.Layer;
import layerbook.layer.Letters;
import layerbook.layer.Parameter.Type;
import layerbook.layer.Rule;
import layerbook.layer.Signature;
import layerbook.shape.Refusal;

/** What normalisations share. Sources: the documentation of torch.nn.BatchNorm2d, InstanceNorm2d, LayerNorm, GroupNorm, LocalResponseNorm, RMSNorm. */
final class Normalising {
    private static final Sym GROUPS = Letters.letter("g", "groups");
    private static final Expr TWO = Expr.of(2);
    private static final Sym SIZE = Letters.letter("z", "neighbours");

    private Normalising() {}

    static Signature signature(String className, String factory, String doc, double momentum, boolean affine, boolean tracking, Function<Arguments, Layer> maker) {
        return Signature.of(className, factory, doc, maker)
            .inferred("numFeatures", "channels")
            .option("eps", 1e-5, "added to the variance, so that nothing is divided by zero")
            .option("momentum", Type.REAL, momentum, "weight of the new batch in the running mean and variance")
            .option("affine", affine, "whether there are a learned scale and shift")
            .option("trackRunningStats", tracking, "whether mean and variance are kept for use after training");
    }

    /** Over the batch and all places; 0 axes stand for any number. */
    static Rule batch(Arguments a, int axes, Inputs in) {
        List<Expr> shape = new ArrayList<>(List.of(Letters.N, Letters.C));
        if (axes == 0) {
            shape.add(Letters.ANY);
        } else if (axes > 1 || in == null || in.rank() != 2) {
            shape.addAll(Spatial.in(axes));
        }
        Rule rule = over(a, shape.toArray(Expr[]::new));
        rule.keeps(k -> k.input(0).numbers(TWO, Letters.C));
        return rule.check(letters -> {
            Expr values = Expr.product(shape.stream().filter(s -> s != Letters.C).toList()).at(letters);
            if (values.isOne() && !Boolean.FALSE.equals(a.get("training"))) {
                throw Refusal.shape(a.code() + " needs more than one value for each channel").why("the mean of one number is the number, and its variance 0, so training would divide by zero")
                    .fix("identity()");
            }
        });
    }

    /** Over the places of each example. */
    static Rule instance(Arguments a, int axes, Inputs in) {
        boolean batched = in == null || in.rank() != axes + 1;
        Rule rule = over(a, Spatial.shape(batched, Letters.C, Spatial.in(axes)));
        rule.when(batched, r -> Windows.notEmpty(r, a, List.of(Letters.N)));
        int numbers = 2 + (a.flag("affine") ? 1 : 0) + (a.flag("trackRunningStats") ? 2 : 0); // scale and running numbers are repeated for each example
        rule.keeps(k -> k.input(0).contiguous().numbers(Spatial.all(List.of(Expr.of(numbers)), batched ? new Expr[] {Letters.N, Letters.C} : new Expr[] {Letters.C})));
        return rule.check(letters -> {
            if (Expr.product(Spatial.in(axes)).at(letters).isOne()) {
                throw Refusal.shape(a.code() + " needs more than one place for each channel").why("the mean of one number is the number, and its variance 0").fix("identity()");
            }
        });
    }

    private static Rule over(Arguments a, Expr[] shape) {
        Rule rule = Rule.of(a);
        boolean checked = a.flag("affine") || a.flag("trackRunningStats");
        rule.when(checked, r -> r.let(Letters.C, "numFeatures"));
        rule.takes(shape).floats().gives(shape);
        Windows.notEmpty(rule, a, List.of(Letters.C));
        rule.when(!a.flag("trackRunningStats"), r -> statistics(r, shape));
        centre(rule, shape, a.flag("affine"), a.flag("affine"));
        rule.when(a.flag("affine"), r -> r.weight("weight", Letters.C).weight("bias", Letters.C));
        return rule.when(a.flag("trackRunningStats"), r -> r.buffer("running_mean", Letters.C).buffer("running_var", Letters.C).buffer("num_batches_tracked"));
    }

    /** Mean and variance where they are not kept from training; what is done once for each group of numbers is left out. */
    private static Rule statistics(Rule rule, Expr[] shape) {
        return rule.work("sum for the mean", Kind.ADD, shape).work("squared distances", Kind.MULTIPLY, shape).work("their sum", Kind.ADD, shape);
    }

    private static void centre(Rule rule, Expr[] shape, boolean scale, boolean shift) {
        rule.work("subtract the mean", Kind.ADD, shape).work("divide by the deviation", Kind.MULTIPLY, shape);
        rule.when(scale, r -> r.work("scale", Kind.MULTIPLY, shape)).when(shift, r -> r.work("shift", Kind.ADD, shape));
    }

    private static Expr[] last(Rule rule, Arguments a) {
        List<Expr> sizes = a.sizes("normalizedShape");
        if (sizes.size() == 1) {
            rule.let(Letters.E, "normalizedShape");
            return new Expr[] {Letters.E};
        }
        var letters = new ArrayList<Expr>();
        for (int i = 0; i < sizes.size(); i++) {
            Sym letter = Letters.letter("E_" + (i + 1), "normalised size");
            rule.let(letter, sizes.get(i));
            letters.add(letter);
        }
        return letters.toArray(Expr[]::new);
    }

    private static Expr[] after(Expr first, Expr[] more) {
        return Spatial.all(List.of(first), more);
    }

    static Rule layer(Arguments a) {
        if (a.sizes("normalizedShape").isEmpty()) {
            throw Refusal.option(a.signature().factory() + " wants a size to normalise over").at("normalizedShape", "one size or more").why("it takes means over the last axes");
        }
        Rule rule = Rule.of(a);
        Expr[] sizes = last(rule, a);
        boolean shift = a.flag("elementwiseAffine") && a.flag("bias");
        rule.takes(after(Letters.ANY, sizes)).floats().gives(after(Letters.ANY, sizes));
        centre(statistics(rule, after(Letters.ANY, sizes)), after(Letters.ANY, sizes), a.flag("elementwiseAffine"), shift);
        rule.keeps(k -> k.input(0).numbers(TWO, Letters.ANY)).workspace(TWO, Letters.ANY);
        return rule.when(a.flag("elementwiseAffine"), r -> r.weight("weight", sizes)).when(shift, r -> r.weight("bias", sizes));
    }

    static Rule rms(Arguments a) {
        Rule rule = Rule.of(a);
        Expr[] sizes = last(rule, a);
        Expr[] all = after(Letters.ANY, sizes);
        rule.takes(all).floats().gives(all).work("squares", Kind.MULTIPLY, all).work("their sum", Kind.ADD, all).work("divide by the root", Kind.MULTIPLY, all);
        rule.keeps(k -> k.input(0).numbers(Letters.ANY)).workspace(Letters.ANY);
        return rule.when(a.flag("elementwiseAffine"), r -> r.weight("weight", sizes).work("scale", Kind.MULTIPLY, all));
    }

    static Rule group(Arguments a) {
        Windows.positive(a, "numGroups");
        Windows.notNegative(a, "numChannels");
        Expr c = a.number("numChannels");
        Expr g = a.number("numGroups");
        if (c.isNumber() && g.isNumber() && c.exact().mod(g.exact()).signum() != 0) {
            throw Refusal.option(a.code() + " cannot split " + c.text() + " channels into " + g.text() + " groups").at("numGroups", c.text() + " is not a multiple of " + g.text())
                .fix(a.with("numGroups", Expr.of(c.exact().gcd(g.exact()))).code());
        }
        Expr[] shape = {Letters.N, Letters.C, Letters.ANY};
        Rule rule = Rule.of(a).let(GROUPS, "numGroups").let(Letters.C, "numChannels").takes(shape).floats().gives(shape);
        centre(statistics(rule, shape), shape, a.flag("affine"), a.flag("affine"));
        rule.keeps(k -> k.input(0).contiguous().numbers(TWO, Letters.N, GROUPS)).workspace(TWO, Letters.N, GROUPS);
        rule.check(letters -> {
            if (Expr.product(Letters.N, Letters.C.over(GROUPS), Letters.ANY).at(letters).isOne()) {
                throw Refusal.shape(a.code() + " needs more than one value for each group").why("the mean of one number is the number, and its variance 0").fix("identity()");
            }
        });
        return rule.when(a.flag("affine"), r -> r.weight("weight", Letters.C).weight("bias", Letters.C));
    }

    static Rule local(Arguments a) {
        Expr padded = Letters.C.plus(SIZE).minus(1);
        return neighbours(a, Letters.N, Letters.C, Letters.L, Letters.ANY)
            .keeps(k -> k.input(0).numbers(Letters.N, padded, Letters.L, Letters.ANY).numbers(TWO, Letters.N, Letters.C, Letters.L, Letters.ANY));
    }

    static Rule crossMap(Arguments a) {
        return neighbours(a, Letters.N, Letters.C, Letters.H, Letters.W).keeps(k -> k.input(0).output(0));
    }

    private static Rule neighbours(Arguments a, Expr... shape) {
        Windows.positive(a, "size");
        return Rule.of(a).let(SIZE, "size").takes(shape).floats().gives(shape).work("squares", Kind.MULTIPLY, shape)
            .work("sums over neighbours", Kind.ADD, Spatial.all(List.of(shape), SIZE)).work("powers", Kind.POWER, shape).work("divide", Kind.DIVIDE, shape);
    }
}

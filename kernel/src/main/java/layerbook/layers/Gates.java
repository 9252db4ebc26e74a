package layerbook.layers;

import java.util.Set;
import layerbook.formula.Expr;
import layerbook.formula.Expr.Sym;
import layerbook.layer.Arguments;
import layerbook.layer.Inputs;
import layerbook.layer.Kind;
import layerbook.layer.Letters;
import layerbook.layer.Rule;
import layerbook.layer.Work;
import layerbook.shape.Refusal;

/** Layers with a weight for each channel or pair of features, and gates. */
final class Gates {
    private static final Sym SLOPES = Letters.letter("a", "slopes");
    private static final Sym HALF = Letters.letter("C_h", "half of the channels");
    private static final Sym F_1 = Letters.letter("F_1", "features of the first input");
    private static final Sym F_2 = Letters.letter("F_2", "features of the second input");

    private Gates() {}

    static Rule prelu(Arguments a, Inputs in) {
        Windows.notNegative(a, "numParameters");
        Rule rule = Rule.of(a).weight("weight", SLOPES);
        if (a.number("numParameters").isOne()) {
            return rule.let(SLOPES, "numParameters").takes(Letters.ANY).floats().gives(Letters.ANY).work(Kind.COMPARE, Letters.ANY).work(Kind.MULTIPLY, Letters.ANY);
        }
        Expr[] shape = {Letters.N, SLOPES, Letters.ANY};
        return rule.let(SLOPES, "numParameters").takes(shape).floats().gives(shape).work(Kind.COMPARE, shape).work(Kind.MULTIPLY, shape);
    }

    static Rule glu(Arguments a, Inputs in) {
        if (in == null || in.count() == 0) {
            return Rule.of(a).takes(Letters.ANY, Letters.C).floats().where(HALF, Letters.C.over(Expr.of(2))).gives(Letters.ANY, HALF);
        }
        int axis = Axis.of(a, "dim", in.rank());
        Expr size = in.shape(0).dim(axis);
        if (size instanceof Expr.Num n && n.value().testBit(0)) {
            throw Refusal.shape(a.code() + " cannot halve its input").at("dim", "axis " + axis + " has size " + n.text()).why("axis " + axis + " of " + in.shape(0).text() + " is odd").fix(evenAxis(a, in));
        }
        Expr[] to = Axis.with(in.shape(0), axis, HALF);
        return Rule.of(a).takes(Axis.with(in.shape(0), axis, Letters.C)).floats().where(HALF, Letters.C.over(Expr.of(2))).gives(to)
            .work(Kind.NEGATE, to).work(Kind.EXPONENTIAL, to).work(Kind.ADD, to).work(Kind.DIVIDE, to).work(Kind.MULTIPLY, to);
    }

    private static String evenAxis(Arguments a, Inputs in) {
        for (int i = in.rank() - 1; i >= 0; i--) {
            if (in.shape(0).dim(i) instanceof Expr.Num n && !n.value().testBit(0)) {
                return a.with("dim", i).code();
            }
        }
        return null;
    }

    static Rule threshold(Arguments a) {
        if (!a.has("value")) {
            throw Refusal.option("threshold needs value: what stands instead").fix(a.with("value", 0.0).code());
        }
        return Elementwise.reals(a, Kind.COMPARE);
    }

    static Rule bilinear(Arguments a) {
        Windows.positive(a, "in1Features", "in2Features");
        Windows.notNegative(a, "outFeatures");
        Rule rule = Rule.of(a).let(F_1, "in1Features").let(F_2, "in2Features").let(Letters.F_OUT, "outFeatures")
            .takes(Letters.ANY, F_1).takes(Letters.ANY, F_2).gives(Letters.ANY, Letters.F_OUT)
            .weight("weight", Letters.F_OUT, F_1, F_2).work(Kind.MULTIPLY_ADD, Letters.ANY, Letters.F_OUT, F_1, F_2)
            .multiplies(new Work.Product(Set.of(0, 1), Set.of("weight"), 0))
            .keeps(k -> k.input(0).ifTrained("weight").ifGradient(1).input(1).ifTrained("weight").ifGradient(0));
        return rule.when(a.flag("bias"), r -> r.weight("bias", Letters.F_OUT).work(Kind.BIAS_ADD, Letters.ANY, Letters.F_OUT));
    }
}

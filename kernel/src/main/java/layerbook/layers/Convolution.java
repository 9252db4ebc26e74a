package layerbook.layers;

import java.util.ArrayList;
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
import layerbook.shape.Refusal;
import layerbook.shape.Sizes;

/** What convolutions of one, two and three axes share. Source: the documentation of torch.nn.Conv1d, Conv2d, Conv3d. */
final class Convolution {
    private Convolution() {}

    static Signature signature(String className, String factory, String doc, Function<Arguments, Layer> maker) {
        return Signature.of(className, factory, doc, maker)
            .inferred("inChannels", "input channels")
            .required("outChannels", Type.INT, "output channels")
            .required("kernelSize", Type.SIZE, "size of the window")
            .option("stride", Type.SIZE, 1, "how far the window moves")
            .option("padding", Type.PADDING, 0, "zeros put around, or \"same\" or \"valid\"")
            .option("dilation", Type.SIZE, 1, "distance between the points of the window")
            .option("groups", 1, "parts into which the channels are split")
            .option("bias", true, "whether a bias is added")
            .option("paddingMode", "zeros", "what the padding is filled with: zeros, reflect, replicate, circular")
            .brief(Convolution::brief);
    }

    static String brief(Arguments a) {
        var out = new StringBuilder();
        out.append(a.has("inChannels") ? Arguments.briefValue(a.get("inChannels")) + "→" : "→").append(Arguments.briefValue(a.get("outChannels")));
        out.append(" k").append(Arguments.briefValue(a.get("kernelSize")));
        for (String[] option : new String[][] {{"stride", " s"}, {"padding", " p"}, {"dilation", " d"}, {"groups", " g"}}) {
            if (a.signature().parameter(option[0]).isPresent() && !a.isStandard(option[0])) {
                out.append(option[1]).append(a.isText(option[0]) ? " " : "").append(Arguments.briefValue(a.get(option[0])));
            }
        }
        return a.flag("bias") ? out.toString() : out + " no bias";
    }

    static Rule rule(Arguments a, int axes, Inputs in) {
        boolean batched = in == null || in.rank() != axes + 1;
        checkArguments(a, axes);
        Rule rule = Rule.of(a).let(Letters.C_IN, "inChannels").let(Letters.C_OUT, "outChannels");
        Expr group = a.number("groups").isOne() ? Letters.C_IN : Letters.C_IN.over(Letters.G);
        rule.when(!a.number("groups").isOne(), r -> r.let(Letters.G, "groups"));
        List<Expr> k = Spatial.letters(rule, "k", "kernel size", a.size("kernelSize", axes));
        rule.takes(Spatial.shape(batched, Letters.C_IN, Spatial.in(axes)));
        rule.gives(Spatial.shape(batched, Letters.C_OUT, Spatial.out(axes)));
        Windows.notEmpty(rule, a, Spatial.in(axes));
        sizes(rule, a, axes, k);
        checkGroups(a, rule.lets());
        rule.check(letters -> checkGroups(a, letters));
        rule.weight("weight", weight(group, k));
        List<Expr> positions = new ArrayList<>(batched ? List.of(Letters.N, Letters.C_OUT) : List.of(Letters.C_OUT));
        positions.addAll(Spatial.out(axes));
        var perPosition = new ArrayList<>(positions);
        perPosition.add(group);
        perPosition.addAll(k);
        rule.work(Kind.MULTIPLY_ADD, perPosition.toArray(Expr[]::new)).keeps(keep -> kept(keep, a, batched, axes));
        return rule.when(a.flag("bias"), r -> r.weight("bias", Letters.C_OUT).work(Kind.BIAS_ADD, positions.toArray(Expr[]::new)));
    }

    /** The input, even where the weights are frozen; where PyTorch pads before it convolves, the padded input, and the input for reflected or replicated edges. */
    private static void kept(Keeps keeps, Arguments a, boolean batched, int axes) {
        String mode = a.text("paddingMode");
        boolean same = a.isText("padding") && a.text("padding").equals("same");
        var padded = new ArrayList<Expr>();
        boolean uneven = false;
        for (int i = 0; i < axes; i++) {
            Expr size = Spatial.in(axes).get(i);
            Expr both = same ? a.size("dilation", axes).get(i).times(a.size("kernelSize", axes).get(i).minus(1)).normal()
                : a.isText("padding") ? Expr.ZERO : a.size("padding", axes).get(i).times(2).normal();
            boolean odd = same && both instanceof Expr.Num n && n.value().testBit(0);
            uneven |= odd;
            padded.add(size.plus(mode.equals("zeros") ? odd ? Expr.ONE : Expr.ZERO : both));
        }
        if (mode.equals("zeros") && !uneven) {
            keeps.input(0);
            return;
        }
        keeps.numbers(Spatial.shape(batched, Letters.C_IN, padded)).when(mode.startsWith("re"), k -> k.input(0).ifGradient(0));
    }

    private static Expr[] weight(Expr group, List<Expr> k) {
        var out = new ArrayList<Expr>(List.of(Letters.C_OUT, group));
        out.addAll(k);
        return out.toArray(Expr[]::new);
    }

    private static void sizes(Rule rule, Arguments a, int axes, List<Expr> k) {
        List<Sym> in = Spatial.in(axes);
        List<Sym> out = Spatial.out(axes);
        if (a.isText("padding") && a.text("padding").equals("same")) {
            for (int i = 0; i < axes; i++) {
                rule.where(out.get(i), in.get(i));
            }
            return;
        }
        List<Expr> padding = a.isText("padding") ? java.util.Collections.nCopies(axes, (Expr) Expr.ZERO) : a.size("padding", axes);
        List<Expr> p = Spatial.lettersUnless(0, rule, "p", "padding", padding);
        List<Expr> d = Spatial.lettersUnless(1, rule, "d", "dilation", a.size("dilation", axes));
        List<Expr> s = Spatial.letters(rule, "s", "stride", a.size("stride", axes));
        for (int i = 0; i < axes; i++) {
            rule.where(out.get(i), Sizes.windows(in.get(i), p.get(i), d.get(i), k.get(i), s.get(i)));
            Windows.checkFits(rule, a, in.get(i), out.get(i), p.get(i), d.get(i), k.get(i));
        }
    }

    private static void checkArguments(Arguments a, int axes) {
        Windows.positive(a, "outChannels", "kernelSize", "stride", "dilation", "groups");
        if (a.isText("padding")) {
            String word = a.text("padding");
            if (!List.of("same", "valid").contains(word)) {
                throw Refusal.option(a.signature().factory() + " has no padding \"" + word + "\"").at("padding", "a number, \"same\" or \"valid\"").fix(a.with("padding", "same").code());
            }
            if (word.equals("same") && !a.size("stride", axes).stream().allMatch(Expr::isOne)) {
                throw Refusal.option(a.code() + " cannot keep the size: padding(\"same\") works with stride 1 only").at("stride", "must be 1").fix(unstrided(a));
            }
        } else {
            Windows.notNegative(a, "padding");
        }
        if (!List.of("zeros", "reflect", "replicate", "circular").contains(a.text("paddingMode"))) {
            throw Refusal.option(a.signature().factory() + " has no paddingMode \"" + a.text("paddingMode") + "\"")
                .at("paddingMode", "zeros, reflect, replicate or circular").fix(a.with("paddingMode", "zeros").code());
        }
    }

    /** The same windows with a padding in numbers, where it is the same on both sides; else with stride 1. */
    private static String unstrided(Arguments a) {
        int axes = a.signature().factory().charAt(a.signature().factory().length() - 2) - '0';
        var padding = new java.util.ArrayList<Expr>();
        for (int i = 0; i < axes; i++) {
            Expr around = a.size("dilation", axes).get(i).times(a.size("kernelSize", axes).get(i).minus(1)).normal();
            if (!(around instanceof Expr.Num n) || n.value().testBit(0)) {
                return a.with("stride", 1).code();
            }
            padding.add(Expr.of(n.value().shiftRight(1)));
        }
        return a.with("padding", padding.stream().distinct().count() == 1 ? padding.subList(0, 1) : padding).code();
    }

    /** Both channel counts must be multiples of the groups. */
    static void checkGroups(Arguments a, java.util.Map<Sym, Expr> letters) {
        Expr g = a.number("groups");
        for (Sym c : List.of(Letters.C_IN, Letters.C_OUT)) {
            Expr channels = letters.get(c);
            if (g instanceof Expr.Num && channels instanceof Expr.Num && channels.exact().mod(g.exact()).signum() != 0) {
                throw Refusal.option(a.code() + " cannot split " + channels.text() + " " + c.meaning() + " into " + g.text() + " groups")
                    .at("groups", channels.text() + " is not a multiple of " + g.text()).fix(a.with("groups", Expr.of(channels.exact().gcd(g.exact()))).code());
            }
        }
    }
}

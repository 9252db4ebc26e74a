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
import layerbook.shape.DType;
import layerbook.shape.Refusal;
import layerbook.shape.Sizes;

/** What pooling layers share. Source: the documentation of torch.nn.MaxPool2d and its kin; ceil mode as in ATen's pooling_output_shape. */
final class Pooling {
    private Pooling() {}

    static Signature maxSignature(String className, String factory, String doc, Function<Arguments, Layer> maker) {
        return Signature.of(className, factory, doc, maker)
            .required("kernelSize", Type.SIZE, "size of the window")
            .option("stride", Type.SIZE, null, "how far the window moves; the window's own size if not given")
            .option("padding", Type.SIZE, 0, "put around, never the largest")
            .option("dilation", Type.SIZE, 1, "distance between the points of the window")
            .option("returnIndices", false, "whether the places of the largest numbers are a second output")
            .option("ceilMode", false, "whether a window that hangs over the edge counts")
            .brief(Pooling::brief);
    }

    static String brief(Arguments a) {
        var out = new StringBuilder("k" + Arguments.briefValue(a.get("kernelSize")));
        if (a.has("stride") && !a.get("stride").equals(a.get("kernelSize"))) {
            out.append(" s").append(Arguments.briefValue(a.get("stride")));
        }
        for (String[] option : new String[][] {{"padding", " p"}, {"dilation", " d"}}) {
            if (a.signature().parameter(option[0]).isPresent() && !a.isStandard(option[0])) {
                out.append(option[1]).append(Arguments.briefValue(a.get(option[0])));
            }
        }
        return a.flag("ceilMode") ? out + " ceil" : out.toString();
    }

    static Rule max(Arguments a, int axes, Inputs in) {
        boolean batched = in == null || in.rank() != axes + 1;
        Rule rule = Rule.of(a).takes(Spatial.shape(batched, Letters.C, Spatial.in(axes))).anything();
        rule.gives(Spatial.shape(batched, Letters.C, Spatial.out(axes)));
        rule.when(a.flag("returnIndices"), r -> r.gives(DType.INT64, Spatial.shape(batched, Letters.C, Spatial.out(axes))));
        List<Expr> k = windows(rule, a, axes, a.size("dilation", axes));
        var work = new ArrayList<Expr>(List.of(Spatial.shape(batched, Letters.C, Spatial.out(axes))));
        work.addAll(k);
        rule.work(Kind.COMPARE, work.toArray(Expr[]::new));
        return places(rule, a.flag("returnIndices"), axes > 1, Spatial.shape(batched, Letters.C, Spatial.out(axes)));
    }

    /** The input is kept, and where in it each largest number stood; these places are made in use too, except where PyTorch has a loop of its own for that. */
    static Rule places(Rule rule, boolean given, boolean inUse, Expr... out) {
        if (given) {
            return rule.keeps(k -> k.input(0).output(1));
        }
        return rule.keeps(k -> k.input(0).indices(out)).when(inUse, r -> r.workspaceIndices(out));
    }

    static Signature averageSignature(String className, String factory, String doc, int axes, Function<Arguments, Layer> maker) {
        Signature s = Signature.of(className, factory, doc, maker)
            .required("kernelSize", Type.SIZE, "size of the window")
            .option("stride", Type.SIZE, null, "how far the window moves; the window's own size if not given")
            .option("padding", Type.SIZE, 0, "zeros put around")
            .option("ceilMode", false, "whether a window that hangs over the edge counts")
            .option("countIncludePad", true, "whether padding is divided by too");
        return (axes > 1 ? s.option("divisorOverride", Type.INT, null, "what is divided by, if not the size of the window") : s).brief(Pooling::brief);
    }

    static Rule average(Arguments a, int axes, Inputs in) {
        boolean batched = in == null || in.rank() != axes + 1;
        Rule rule = Rule.of(a).takes(Spatial.shape(batched, Letters.C, Spatial.in(axes))).floats();
        Expr[] out = Spatial.shape(batched, Letters.C, Spatial.out(axes));
        rule.gives(out);
        if (a.signature().parameter("divisorOverride").isPresent() && a.has("divisorOverride") && a.number("divisorOverride").isZero()) {
            throw Refusal.option(a.code() + " would divide by zero").at("divisorOverride", "must not be 0").fix(a.with("divisorOverride", 1).code());
        }
        List<Expr> k = windows(rule, a, axes, java.util.Collections.nCopies(axes, Expr.ONE));
        rule.when(axes == 3, r -> checkWhole(r, a, k));
        return rule.work("sum of each window", Kind.ADD, Spatial.all(List.of(out), k.toArray(Expr[]::new))).work("mean", Kind.DIVIDE, out);
    }

    /** In three axes PyTorch's average wants the window inside the input, padding or not. */
    private static void checkWhole(Rule rule, Arguments a, List<Expr> k) {
        for (int i = 0; i < k.size(); i++) {
            Sym in = Spatial.in(k.size()).get(i);
            Expr window = k.get(i);
            rule.check(letters -> {
                if (letters.get(in).minus(window.at(letters)).normal() instanceof Expr.Num n && n.value().signum() < 0) {
                    throw Refusal.shape(a.code() + " does not fit its input").at("kernelSize", "the window spans " + window.at(letters).text())
                        .why("the input is " + letters.get(in).text() + " along " + in.text() + ", smaller than the window of " + window.at(letters).text() + "; padding is not counted here")
                        .fix(a.with("kernelSize", 1).with("padding", 0).code());
                }
            });
        }
    }

    static Signature powerSignature(String className, String factory, String doc, Function<Arguments, Layer> maker) {
        return Signature.of(className, factory, doc, maker)
            .required("normType", Type.REAL, "the power, 2 for the root of the sum of squares")
            .required("kernelSize", Type.SIZE, "size of the window")
            .option("stride", Type.SIZE, null, "how far the window moves; the window's own size if not given")
            .option("ceilMode", false, "whether a window that hangs over the edge counts")
            .brief(Pooling::brief);
    }

    /** The sum of powers is an average pool; sign, size and root of what it gives are four tensors more. */
    static Rule power(Arguments a, int axes, Inputs in) {
        boolean batched = in == null || in.rank() != axes + 1;
        Rule rule = Rule.of(a).takes(Spatial.shape(batched, Letters.C, Spatial.in(axes))).floats();
        Expr[] out = Spatial.shape(batched, Letters.C, Spatial.out(axes));
        rule.gives(out);
        List<Expr> k = windows(rule, a, axes, java.util.Collections.nCopies(axes, Expr.ONE));
        rule.keeps(keep -> keep.input(0).numbers(Spatial.shape(batched, Letters.C, Spatial.in(axes))).numbers(Spatial.all(List.of(out), Expr.of(4))));
        return rule.work("powers", Kind.POWER, Spatial.shape(batched, Letters.C, Spatial.in(axes)))
            .work("sum of each window", Kind.ADD, Spatial.all(List.of(out), k.toArray(Expr[]::new))).work("root", Kind.POWER, out);
    }

    /** Sizes of a pooling window on each axis; gives the letters of the kernel. */
    static List<Expr> windows(Rule rule, Arguments a, int axes, List<Expr> dilation) {
        Windows.positive(a, "kernelSize", "stride");
        Windows.positiveIfThere(a, "dilation");
        Windows.notNegative(a, "padding");
        List<Expr> kernel = a.size("kernelSize", axes);
        List<Expr> padding = a.signature().parameter("padding").isPresent() ? a.size("padding", axes) : java.util.Collections.nCopies(axes, (Expr) Expr.ZERO);
        List<Expr> k = Spatial.letters(rule, "k", "kernel size", kernel);
        List<Expr> s = Spatial.letters(rule, "s", "stride", a.has("stride") ? a.size("stride", axes) : kernel);
        List<Expr> p = Spatial.lettersUnless(0, rule, "p", "padding", padding);
        List<Expr> d = Spatial.lettersUnless(1, rule, "d", "dilation", dilation);
        Windows.notEmpty(rule, a, Spatial.inside(Letters.C, axes));
        for (int i = 0; i < axes; i++) {
            checkPadding(a, kernel.get(i), padding.get(i));
            Sym in = Spatial.in(axes).get(i);
            Sym out = Spatial.out(axes).get(i);
            rule.where(out, size(a.flag("ceilMode"), in, p.get(i), d.get(i), k.get(i), s.get(i)));
            rule.check(letters -> checkSize(a, in, letters.get(in), out, letters.get(out)));
        }
        return k;
    }

    /** Ceil mode drops a last window that would begin in the padding behind the input. */
    static Expr size(boolean ceil, Expr in, Expr p, Expr d, Expr k, Expr s) {
        if (!ceil) {
            return Sizes.windows(in, p, d, k, s);
        }
        Expr startsInside = (p.isZero() ? in : in.plus(p)).minus(1).floorOver(s).plus(1);
        return Expr.min(Sizes.windowsCeil(in, p, d, k, s), startsInside);
    }

    private static void checkPadding(Arguments a, Expr kernel, Expr padding) {
        if (kernel instanceof Expr.Num k && padding instanceof Expr.Num p && p.value().shiftLeft(1).compareTo(k.value()) > 0) {
            throw Refusal.option(a.code() + " has more padding than half its window").at("padding", "at most " + k.value().shiftRight(1))
                .why("a window could lie in the padding alone").fix(a.with("padding", Expr.of(k.value().shiftRight(1))).code());
        }
    }

    private static void checkSize(Arguments a, Sym letter, Expr in, Sym outLetter, Expr out) {
        if (out instanceof Expr.Num n && n.value().signum() < 1) {
            throw Refusal.shape(a.code() + " leaves nothing of its input").at("kernelSize", "the window is larger than the input")
                .why(letter.text() + " = " + in.text() + " would become " + outLetter.text() + " = " + out.text()).fix(a.with("kernelSize", 1).code());
        }
    }
}

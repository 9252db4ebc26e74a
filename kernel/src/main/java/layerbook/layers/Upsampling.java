package layerbook.layers;

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

/** What upsamplings share. Source: the documentation of torch.nn.Upsample; sizes are rounded down. */
final class Upsampling {
    private static final List<String> MODES = List.of("nearest", "nearest-exact", "linear", "bilinear", "bicubic", "trilinear", "area");

    private Upsampling() {}

    static Signature signature(String className, String factory, String doc, String mode, Function<Arguments, Layer> maker) {
        Signature s = Signature.of(className, factory, doc, maker)
            .option("size", Type.SIZE, null, "the sizes wanted")
            .option("scaleFactor", Type.REAL, null, "how many times as large");
        return mode == null ? s : s.option("mode", mode, "nearest, nearest-exact, linear, bilinear, bicubic, trilinear, area")
            .option("alignCorners", Type.BOOL, null, "whether the corners stay in place").option("recomputeScaleFactor", Type.BOOL, null, "says nothing of sizes");
    }

    static Rule rule(Arguments a, Inputs in, String fixed) {
        String mode = fixed != null ? fixed : a.text("mode");
        if (!MODES.contains(mode)) {
            throw Refusal.option(a.signature().factory() + " has no mode \"" + mode + "\"").at("mode", String.join(", ", MODES)).fix(a.with("mode", "nearest").code());
        }
        if (a.has("size") == a.has("scaleFactor")) {
            throw Refusal.option(a.signature().factory() + (a.has("size") ? " has size and scaleFactor" : " needs size or scaleFactor")).at(a.has("size") ? "scaleFactor" : "size", "one of the two")
                .fix(a.with("size", null).with("scaleFactor", 2.0).code());
        }
        checkMeaning(a, mode);
        int axes = fixed != null ? 2 : switch (mode) {
            case "linear" -> 1;
            case "bilinear", "bicubic" -> 2;
            case "trilinear" -> 3;
            default -> in == null || in.rank() < 3 ? 2 : Math.min(3, in.rank() - 2);
        };
        Expr[] from = Spatial.shape(true, Letters.C, Spatial.in(axes));
        Expr[] to = Spatial.shape(true, Letters.C, Spatial.out(axes));
        Rule rule = Rule.of(a).takes(from).floats().gives(to);
        for (int i = 0; i < axes; i++) {
            Sym size = Spatial.in(axes).get(i);
            rule.where(Spatial.out(axes).get(i), a.has("size") ? a.size("size", axes).get(i) : Scaled.size(size, Scaled.known(in, i - axes), factor(a, i)));
        }
        Windows.notEmpty(rule, a, Spatial.inside(Letters.C, axes));
        rule.check(letters -> checkSize(a, letters, axes));
        if (mode.equals("area")) {
            return rule.work("sums", Kind.ADD, from).work("means", Kind.DIVIDE, to);
        }
        rule.keepsNothing();
        int points = mode.startsWith("nearest") ? 0 : mode.equals("bicubic") ? 16 : 1 << axes;
        Expr[] work = Spatial.all(List.of(Expr.of(points)), to);
        return points == 0 ? rule.work(Kind.COPY, to) : rule.work("weighted points", Kind.MULTIPLY, work).work("their sum", Kind.ADD, Spatial.all(List.of(Expr.of(points - 1)), to));
    }

    /** Options that say something of some modes only. */
    private static void checkMeaning(Arguments a, String mode) {
        if (a.signature().parameter("alignCorners").isEmpty()) {
            return;
        }
        if (a.has("alignCorners") && (mode.startsWith("nearest") || mode.equals("area"))) {
            throw Refusal.option(a.signature().factory() + " has no corners to align in mode \"" + mode + "\"").at("alignCorners", "linear, bilinear, bicubic or trilinear only").fix(a.with("alignCorners", null).code());
        }
        if (a.has("size") && a.has("recomputeScaleFactor") && a.flag("recomputeScaleFactor")) {
            throw Refusal.option(a.signature().factory() + " has no scale factor to work out again").at("recomputeScaleFactor", "only with scaleFactor").fix(a.with("recomputeScaleFactor", null).code());
        }
    }

    private static void checkSize(Arguments a, java.util.Map<Sym, Expr> letters, int axes) {
        for (int i = 0; i < axes; i++) {
            Expr out = letters.get(Spatial.out(axes).get(i));
            if (out instanceof Expr.Num n && n.value().signum() < 1) {
                Sym in = Spatial.in(axes).get(i);
                throw Refusal.shape(a.code() + " leaves nothing of its input").at(a.has("size") ? "size" : "scaleFactor", "makes it " + n.text())
                    .why(in.text() + " = " + letters.get(in).text() + " would become " + n.text()).fix(a.with("scaleFactor", null).with("size", 1).code());
            }
        }
    }

    private static double factor(Arguments a, int axis) {
        Object given = a.get("scaleFactor");
        if (given instanceof List<?> list) {
            Object one = list.get(Math.min(axis, list.size() - 1));
            return ((Number) one).doubleValue();
        }
        return a.real("scaleFactor");
    }
}

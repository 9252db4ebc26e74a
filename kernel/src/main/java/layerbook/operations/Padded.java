package layerbook.operations;

import static layerbook.operations.Operator.Place.FUNCTIONAL;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Inputs;
import layerbook.layer.Kind;
import layerbook.layer.Letters;
import layerbook.layer.Rule;
import layerbook.net.Numbers;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/** Numbers put around a tensor, as {@code F.pad} does: before and after for each axis, the last axis first; negative ones cut off. */
final class Padded {
    private static final List<String> MODES = List.of("constant", "reflect", "replicate", "circular");

    private static final Expr.Sym Y = Letters.letter("|y|", "numbers in the output");

    static final List<Operator> OPERATORS = List.of(
        Operator.of("pad", "Numbers put around: before and after for each axis, the last axis first; mode(\"reflect\") and value(0) as in F.pad.")
            .takes("(Tensor input, int[] pad, str mode=\"constant\", Scalar? value=None)").in(FUNCTIONAL).rule(Padded::padded)
            .stating((r, a, in) -> r.keeps(k -> k.when(List.of("reflect", "replicate").contains(a.text("mode")), t -> t.input(0)))));

    private Padded() {}

    private static Rule padded(Bindings a, Inputs in) {
        String mode = a.text("mode");
        if (!MODES.contains(mode)) {
            throw Refusal.option("pad has no mode \"" + mode + "\"").at("mode", String.join(", ", MODES)).why("the modes are those of F.pad");
        }
        return rule(a.sizes("pad"), mode, in);
    }

    private static Rule rule(List<Expr> padding, String mode, Inputs in) {
        Shape from = in.shape(0);
        if (padding.size() % 2 != 0 || padding.size() / 2 > from.rank()) {
            throw Refusal.shape("pad is given " + padding.size() + " numbers for " + from.text()).at("padding", "two for each axis").why("it takes before and after for each axis, at most " + 2 * from.rank() + " numbers");
        }
        if (!mode.equals("constant") && from.rank() - padding.size() / 2 > 2 || !mode.equals("constant") && from.rank() == padding.size() / 2) {
            throw Refusal.shape("pad in mode \"" + mode + "\" wants all axes but batch and channels").at("padding", padding.size() + " numbers for " + from.text()).why("the input itself is put around, so each axis behind the channels has its two numbers");
        }
        var out = new ArrayList<>(from.dims());
        for (int i = 0; i + 1 < padding.size(); i += 2) {
            int axis = from.rank() - 1 - i / 2;
            out.set(axis, padded(from, axis, padding.get(i), padding.get(i + 1), mode));
        }
        Rule rule = Rule.of("pad").takes(from.dims().toArray(Expr[]::new)).anything();
        return rule.gives(new TensorType(new Shape(out), in.type(0).dtype())).let(Y, new Shape(out).numel()).work(Kind.COPY, Y);
    }

    private static Expr padded(Shape from, int axis, Expr before, Expr after, String mode) {
        Expr size = from.dim(axis);
        Expr out = size.plus(before).plus(after).normal();
        Expr most = mode.equals("reflect") ? size.minus(1).normal() : size;
        boolean cutsTooMuch = Numbers.isNegative(size.plus(cut(before)).plus(cut(after)).normal());
        boolean tooMuch = (mode.equals("reflect") || mode.equals("circular")) && (larger(before, most) || larger(after, most));
        if (tooMuch || cutsTooMuch || out instanceof Expr.Num n && n.value().signum() < (mode.equals("constant") ? 0 : 1)) {
            throw Refusal.shape("pad cannot put " + before.text() + " and " + after.text() + " around axis " + axis + " of " + from.text())
                .at("padding", tooMuch ? "at most " + most.text() : "takes off too much").why("axis " + axis + " is " + size.text());
        }
        return out;
    }

    /** What a number takes off: it goes before anything is put around. */
    private static Expr cut(Expr padding) {
        return Numbers.isNegative(padding) ? padding : Expr.ZERO;
    }

    private static boolean larger(Expr a, Expr b) {
        return a.minus(b).normal() instanceof Expr.Num n && n.value().signum() > 0;
    }
}

package layerbook.operations;

import java.util.ArrayList;
import layerbook.formula.Expr;
import layerbook.net.Numbers;
import layerbook.shape.Refusal;
import layerbook.shape.Sizes;
import layerbook.shape.TensorType;

/** What {@code x[i]} and {@code x[from:to:step]} leave of an axis, as Python reads them: negative places count from the end, and nothing lies beyond it. */
final class Slicing {
    private Slicing() {}

    /** One place of an axis; the axis goes. */
    static TensorType select(TensorType from, int dim, Expr at, String word) {
        if (from.rank() == 0) {
            throw Refusal.shape(word + " wants a tensor with axes, not a scalar").at("input", "no axes");
        }
        int axis = Sizes.axis(dim, from.rank(), word);
        Expr size = from.shape().dim(axis);
        if (size instanceof Expr.Num n && at instanceof Expr.Num i && (i.value().compareTo(n.value()) >= 0 || i.value().compareTo(n.value().negate()) < 0)) {
            Refusal refusal = Refusal.shape(word + ": axis " + axis + " of " + from.shape().text() + " has no place " + at.text()).at("index", "at most " + size.minus(1).normal().text());
            throw word.equals("select") && !size.isZero() ? refusal.fix("select(" + dim + ", 0)") : refusal;
        }
        var out = new ArrayList<>(from.shape().dims());
        var steps = new ArrayList<>(from.steps());
        out.remove(axis);
        steps.remove(axis);
        return Strides.stepped(from, out, steps);
    }

    /** Some places of an axis; null for a bound that was left out. */
    static TensorType slice(TensorType from, int dim, Expr start, Expr end, Expr by, String word) {
        if (from.rank() == 0) {
            throw Refusal.shape(word + " wants a tensor with axes, not a scalar").at("input", "no axes");
        }
        int axis = Sizes.axis(dim, from.rank(), word);
        Expr step = by == null ? Expr.ONE : by;
        if (Numbers.isNegative(step.minus(1).normal())) {
            throw Refusal.option(word + " steps forward, not by " + step.text()).at("step", "must be 1 or more").why("x.flip(dim) turns an axis round");
        }
        Expr size = from.shape().dim(axis);
        Expr begin = start == null ? Expr.ZERO : clamped(start, size);
        Expr length = (end == null ? size : clamped(end, size)).minus(begin).normal();
        if (Numbers.isNegative(length)) {
            length = Expr.ZERO;
        }
        var steps = new ArrayList<>(from.steps());
        steps.set(axis, steps.get(axis).times(step).normal());
        return Strides.stepped(from, from.shape().with(axis, step.isOne() ? length : length.ceilOver(step).normal()).dims(), steps);
    }

    private static Expr clamped(Expr at, Expr size) {
        Expr place = Numbers.isNegative(at) ? size.plus(at).normal() : at;
        Expr beyond = place.minus(size).normal();
        if (beyond instanceof Expr.Num n && n.value().signum() > 0) {
            return size;
        }
        return Numbers.isNegative(place) ? Expr.ZERO : place;
    }
}

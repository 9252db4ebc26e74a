package layerbook.load.onnx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import layerbook.formula.Expr;
import layerbook.shape.Sizes;

/**
 * Nodes that compute sizes, worked out on formulas. What it does not know, or what cannot be decided with symbols, is null: the node then is an
 * operation on tensors. Source: onnx.ai/onnx/operators.
 */
final class SizeMath {
    private SizeMath() {}

    /** What the node gives for known inputs; a null among them is an optional input left out. */
    static List<Known> of(OnnxNode node, List<Known> in, long opset) {
        Known a = in.isEmpty() ? null : in.get(0);
        Known b = in.size() > 1 ? in.get(1) : null;
        Known one = switch (node.op()) {
            case "Identity", "Dropout" -> a;
            case "Cast" -> cast(a, (int) node.number("to", a.type()));
            case "Unsqueeze" -> unsqueezed(a, axes(node, b));
            case "Squeeze" -> squeezed(a, axes(node, b));
            case "Reshape", "Flatten" -> reshaped(a, b);
            case "Gather" -> gathered(a, b, node.number("axis", 0));
            case "Slice" -> sliced(node, in);
            case "Transpose" -> transposed(node, a);
            case "Concat" -> concatenated(node, in);
            case "ConstantOfShape" -> filled(node, a);
            case "Expand" -> expanded(a, b);
            case "Tile" -> a.isSingle() && b.numbers() != null ? Known.filled(b.numbers(), a.items().get(0), a.type()) : null;
            case "Range" -> range(a, b, in.size() > 2 ? in.get(2) : null);
            case "Where" -> where(in);
            case "ReduceProd", "ReduceSum", "ReduceMax", "ReduceMin" -> reduced(node, a);
            case "Size" -> new Known(List.of(), List.of(Expr.of(a.items().size())), OnnxType.INT64);
            case "Shape" -> Known.list(a.dims().stream().map(Expr::of).toList());
            case "Not" -> mapped(a, x -> Known.size(x) instanceof Expr.Num n ? Expr.of(n.value().signum() == 0 ? 1 : 0) : null);
            case "Neg" -> mapped(a, x -> x instanceof Double d ? (Object) (-d) : ((Expr) x).negated().normal());
            case "Floor", "Ceil", "Sqrt", "Round", "Abs", "Exp", "Log" -> rounded(node.op(), a);
            case "Add", "Sub", "Mul", "Div", "Mod", "Pow", "Min", "Max", "Equal", "Less", "Greater", "LessOrEqual", "GreaterOrEqual", "And", "Or" ->
                in.size() == 2 ? paired(node.op(), a, b) : null;
            default -> null;
        };
        return one != null ? List.of(one) : node.op().equals("Split") ? split(node, in) : null;
    }

    /** Axes as an attribute, as they were up to opset 12, or as an input; null where they are not said. */
    static List<Long> axes(OnnxNode node, Known input) {
        return node.has("axes") ? node.numbers("axes") : input == null ? null : input.numbers();
    }

    // ---- shape of lists

    private static Known cast(Known a, int to) {
        boolean floating = OnnxType.dtype(to) != null && OnnxType.dtype(to).isFloating();
        var out = new ArrayList<Object>();
        for (Object item : a.items()) {
            boolean cut = !floating && item instanceof Double;
            out.add(cut ? Expr.of((long) (double) (Double) item) : item);
        }
        return new Known(a.dims(), out, to);
    }

    private static Known unsqueezed(Known a, List<Long> axes) {
        if (axes == null) {
            return null;
        }
        int rank = a.dims().size() + axes.size();
        var places = axes.stream().map(x -> x < 0 ? x + rank : x).toList();
        var dims = new ArrayList<Long>();
        int next = 0;
        for (int i = 0; i < rank; i++) {
            dims.add(places.contains((long) i) ? 1L : next < a.dims().size() ? a.dims().get(next++) : 1L);
        }
        return a.as(dims);
    }

    private static Known squeezed(Known a, List<Long> axes) {
        var dims = new ArrayList<Long>();
        for (int i = 0; i < a.dims().size(); i++) {
            long place = i;
            boolean goes = axes == null ? a.dims().get(i) == 1 : axes.contains(place) || axes.contains(place - a.dims().size());
            if (!goes) {
                dims.add(a.dims().get(i));
            }
        }
        return a.as(dims);
    }

    private static Known reshaped(Known a, Known shape) {
        List<Long> wanted = shape == null ? null : shape.numbers();
        if (wanted == null) {
            return null;
        }
        var dims = new ArrayList<Long>();
        long product = 1;
        for (int i = 0; i < wanted.size(); i++) {
            long d = wanted.get(i) == 0 && i < a.dims().size() ? a.dims().get(i) : wanted.get(i);
            dims.add(d);
            product *= d < 0 ? 1 : d;
        }
        long rest = product == 0 ? 0 : a.items().size() / product;
        return product * (dims.contains(-1L) ? rest : 1) == a.items().size() ? a.as(dims.stream().map(d -> d < 0 ? rest : d).toList()) : null;
    }

    private static Known gathered(Known a, Known places, long axis) {
        int along = (int) (axis < 0 ? axis + a.dims().size() : axis);
        List<Long> wanted = places.numbers();
        if (wanted == null || places.dims().size() > 1 || along >= a.dims().size()) {
            return null;
        }
        long size = a.dims().get(along);
        Known out = taken(a, along, wanted.stream().map(p -> p < 0 ? p + size : p).toList());
        if (out == null || !places.dims().isEmpty()) {
            return out;
        }
        var dims = new ArrayList<>(out.dims());
        dims.remove(along);
        return out.as(dims);
    }

    /** These places of an axis, in this order; null if one is outside. */
    private static Known taken(Known a, int axis, List<Long> places) {
        int size = a.dims().get(axis).intValue();
        int inner = 1;
        for (long d : a.dims().subList(axis + 1, a.dims().size())) {
            inner *= (int) d;
        }
        var out = new ArrayList<Object>();
        for (int outer = 0; outer < a.items().size() / Math.max(1, size * inner); outer++) {
            for (long p : places) {
                if (p < 0 || p >= size) {
                    return null;
                }
                int from = (outer * size + (int) p) * inner;
                out.addAll(a.items().subList(from, from + inner));
            }
        }
        var dims = new ArrayList<>(a.dims());
        dims.set(axis, (long) places.size());
        return new Known(dims, out, a.type());
    }

    private static Known sliced(OnnxNode node, List<Known> in) {
        Known a = in.get(0);
        List<Long> starts = node.has("starts") ? node.numbers("starts") : numbers(in, 1);
        List<Long> ends = node.has("ends") ? node.numbers("ends") : numbers(in, 2);
        List<Long> axes = node.has("axes") ? node.numbers("axes") : numbers(in, 3);
        if (starts == null || ends == null || starts.size() != ends.size() || in.size() > 4 && in.get(4) != null && numbers(in, 4) == null) {
            return null;
        }
        List<Long> steps = in.size() > 4 && in.get(4) != null ? numbers(in, 4) : Collections.nCopies(starts.size(), 1L);
        for (int i = 0; i < starts.size() && a != null; i++) {
            long axis = axes == null ? i : axes.get(i);
            int along = (int) (axis < 0 ? axis + a.dims().size() : axis);
            a = steps.get(i) == 0 || along >= a.dims().size() ? null : taken(a, along, places(starts.get(i), ends.get(i), steps.get(i), a.dims().get(along)));
        }
        return a;
    }

    private static List<Long> places(long start, long end, long step, long count) {
        long from = bound(start, count, step < 0 ? count - 1 : count);
        long to = step < 0 && end < -count ? -1 : bound(end, count, count);
        var out = new ArrayList<Long>();
        for (long i = from; step > 0 ? i < to : i > to; i += step) {
            out.add(i);
        }
        return out;
    }

    private static Known transposed(OnnxNode node, Known a) {
        if (a.dims().size() < 2) {
            return a;
        }
        List<Long> perm = node.numbers("perm");
        if (a.dims().size() > 2 || perm != null && perm.equals(List.of(0L, 1L))) {
            return a.dims().size() > 2 ? null : a;
        }
        int rows = a.dims().get(0).intValue();
        int columns = a.dims().get(1).intValue();
        var out = new ArrayList<Object>();
        for (int c = 0; c < columns; c++) {
            for (int r = 0; r < rows; r++) {
                out.add(a.items().get(r * columns + c));
            }
        }
        return new Known(List.of((long) columns, (long) rows), out, a.type());
    }

    private static List<Long> numbers(List<Known> in, int at) {
        return at < in.size() && in.get(at) != null ? in.get(at).numbers() : null;
    }

    private static long bound(long place, long count, long most) {
        return Math.max(0, Math.min(most, place < 0 ? place + count : place));
    }

    private static Known concatenated(OnnxNode node, List<Known> in) {
        if (in.stream().anyMatch(k -> k == null || k.dims().size() != 1) || node.number("axis", 0) > 0) {
            return null;
        }
        var out = new ArrayList<Object>();
        in.forEach(k -> out.addAll(k.items()));
        return out.size() > Known.MOST ? null : new Known(List.of((long) out.size()), out, in.get(0).type());
    }

    private static Known filled(OnnxNode node, Known shape) {
        OnnxNode.Attribute given = node.attributes().get("value");
        Known value = given == null || given.tensor() == null ? new Known(List.of(1L), List.of(0.0), OnnxType.FLOAT) : Known.of(given.tensor());
        List<Long> dims = shape.numbers();
        return dims == null || value == null || !value.isSingle() || dims.stream().anyMatch(d -> d < 0) ? null : Known.filled(dims, value.items().get(0), value.type());
    }

    private static Known expanded(Known a, Known shape) {
        List<Long> dims = shape.numbers();
        return dims == null || !a.isSingle() ? null : Known.filled(dims.isEmpty() ? a.dims() : dims, a.items().get(0), a.type());
    }

    private static Known range(Known from, Known to, Known step) {
        if (step == null || from.numbers() == null || to.numbers() == null || step.numbers() == null || step.numbers().get(0) == 0) {
            return null;
        }
        long by = step.numbers().get(0);
        long last = to.numbers().get(0);
        var out = new ArrayList<Object>();
        for (long i = from.numbers().get(0); (by > 0 ? i < last : i > last) && out.size() <= Known.MOST; i += by) {
            out.add(Expr.of(i));
        }
        return out.size() > Known.MOST ? null : new Known(List.of((long) out.size()), out, from.type());
    }

    private static List<Known> split(OnnxNode node, List<Known> in) {
        Known a = in.get(0);
        List<Long> parts = node.has("split") ? node.numbers("split") : numbers(in, 1);
        if (a.dims().size() != 1) {
            return null;
        } else if (parts == null) {
            parts = Collections.nCopies(node.outputs().size(), (long) a.items().size() / node.outputs().size());
        }
        var out = new ArrayList<Known>();
        int at = 0;
        for (long p : parts) {
            if (p < 0 || at + p > a.items().size()) {
                return null;
            }
            out.add(new Known(List.of(p), a.items().subList(at, at + (int) p), a.type()));
            at += (int) p;
        }
        return out;
    }

    // ---- arithmetic

    private interface Map1 {
        Object of(Object item);
    }

    private static Known mapped(Known a, Map1 how) {
        List<Object> out = a.items().stream().map(how::of).toList();
        return out.stream().anyMatch(Objects::isNull) ? null : new Known(a.dims(), out, a.type());
    }

    private static Known rounded(String op, Known a) {
        return mapped(a, x -> {
            if (x instanceof Expr e && !e.isNumber()) {
                return op.equals("Floor") || op.equals("Ceil") || op.equals("Round") ? x : null;
            }
            double d = Known.real(x);
            return switch (op) {
                case "Floor" -> Math.floor(d);
                case "Ceil" -> Math.ceil(d);
                case "Sqrt" -> Math.sqrt(d);
                case "Exp" -> Math.exp(d);
                case "Log" -> Math.log(d);
                case "Abs" -> Math.abs(d);
                default -> Math.rint(d);
            };
        });
    }

    private static Known paired(String op, Known a, Known b) {
        if (!a.dims().equals(b.dims()) && !a.isSingle() && !b.isSingle()) {
            return null;
        }
        Known shaped = a.isSingle() && (!b.isSingle() || b.dims().size() > a.dims().size()) ? b : a;
        boolean logical = List.of("Equal", "Less", "Greater", "LessOrEqual", "GreaterOrEqual", "And", "Or").contains(op);
        boolean whole = !OnnxType.dtype(a.type()).isFloating();
        var out = new ArrayList<Object>();
        for (int i = 0; i < shaped.items().size(); i++) {
            Object x = a.items().get(a.isSingle() ? 0 : i);
            Object y = b.items().get(b.isSingle() ? 0 : i);
            Object result = Known.size(x) != null && Known.size(y) != null ? sized(op, Known.size(x), Known.size(y), whole) : real(op, Known.real(x), Known.real(y));
            if (result == null) {
                return null;
            }
            out.add(result);
        }
        return new Known(shaped.dims(), out, logical ? OnnxType.BOOL : a.type());
    }

    private static Object sized(String op, Expr x, Expr y, boolean whole) {
        boolean numbers = x.isNumber() && y.isNumber();
        int sign = numbers ? x.exact().compareTo(y.exact()) : 0;
        return switch (op) {
            case "Add" -> x.plus(y).normal();
            case "Sub" -> x.minus(y).normal();
            case "Mul" -> x.times(y).normal();
            case "Div" -> y.isZero() ? null : whole ? quotient(x, y) : numbers ? (Object) (Known.real(x) / Known.real(y)) : divided(x, y);
            case "Mod" -> y.isZero() ? null : numbers ? Expr.of(x.exact().mod(y.exact().abs())) : x.minus(y.times(x.floorOver(y))).normal();
            case "Pow" -> numbers ? (Object) Math.pow(Known.real(x), Known.real(y)) : null;
            case "Min" -> numbers ? sign < 0 ? x : y : Expr.min(x, y).normal();
            case "Max" -> numbers ? sign > 0 ? x : y : Expr.max(x, y).normal();
            case "Equal" -> x.equals(y) ? Expr.ONE : Sizes.differ(x, y) || isSymbolAgainstNegative(x, y) ? Expr.ZERO : null;
            case "Less" -> numbers ? flag(sign < 0) : null;
            case "Greater" -> numbers ? flag(sign > 0) : null;
            case "LessOrEqual" -> numbers ? flag(sign <= 0) : null;
            case "GreaterOrEqual" -> numbers ? flag(sign >= 0) : null;
            case "And" -> numbers ? flag(!x.isZero() && !y.isZero()) : null;
            case "Or" -> numbers ? flag(!x.isZero() || !y.isZero()) : null;
            default -> null;
        };
    }

    /** ONNX rounds toward zero; a formula of sizes is not negative. */
    private static Expr quotient(Expr x, Expr y) {
        return x.isNumber() && y.isNumber() ? Expr.of(x.exact().divide(y.exact())) : x.floorOver(y).normal();
    }

    /** A quotient of formulas, only where nothing is left over. */
    private static Expr divided(Expr x, Expr y) {
        Expr floor = x.floorOver(y).normal();
        return floor.times(y).normal().equals(x.normal()) ? floor : null;
    }

    /** A size is never negative, so a symbol differs from -1, which stands for "as it is" in shapes. */
    private static boolean isSymbolAgainstNegative(Expr x, Expr y) {
        return x instanceof Expr.Num n && n.value().signum() < 0 && !y.isNumber() || y instanceof Expr.Num m && m.value().signum() < 0 && !x.isNumber();
    }

    private static Expr flag(boolean holds) {
        return holds ? Expr.ONE : Expr.ZERO;
    }

    private static Object real(String op, double x, double y) {
        double d = switch (op) {
            case "Add" -> x + y;
            case "Sub" -> x - y;
            case "Mul" -> x * y;
            case "Div" -> x / y;
            case "Pow" -> Math.pow(x, y);
            case "Min" -> Math.min(x, y);
            case "Max" -> Math.max(x, y);
            default -> Double.NaN;
        };
        return Double.isNaN(d) ? null : (Object) d;
    }

    private static Known where(List<Known> in) {
        Known condition = in.get(0);
        Known a = in.get(1);
        Known b = in.get(2);
        int count = Math.max(condition.items().size(), Math.max(a.items().size(), b.items().size()));
        Known shaped = a.items().size() == count ? a : b.items().size() == count ? b : condition;
        if (List.of(condition, a, b).stream().anyMatch(k -> !k.isSingle() && k.items().size() != count)) {
            return null;
        }
        var out = new ArrayList<Object>();
        for (int i = 0; i < count; i++) {
            Expr holds = Known.size(condition.items().get(condition.isSingle() ? 0 : i));
            if (holds == null || !holds.isNumber()) {
                return null;
            }
            Known from = holds.isZero() ? b : a;
            out.add(from.items().get(from.isSingle() ? 0 : i));
        }
        return new Known(shaped.dims(), out, a.type());
    }

    private static Known reduced(OnnxNode node, Known a) {
        List<Expr> sizes = a.sizes();
        if (sizes == null || a.dims().size() > 1 || sizes.isEmpty()) {
            return null;
        }
        Expr total = switch (node.op()) {
            case "ReduceProd" -> Expr.product(sizes).normal();
            case "ReduceSum" -> Expr.sum(sizes).normal();
            case "ReduceMax" -> Expr.max(sizes.toArray(Expr[]::new)).normal();
            default -> Expr.min(sizes.toArray(Expr[]::new)).normal();
        };
        return new Known(node.number("keepdims", 1) == 0 ? List.of() : a.dims().isEmpty() ? List.of() : List.of(1L), List.of(total), a.type());
    }
}

package layerbook.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import layerbook.formula.Expr;
import layerbook.net.NetworkBuilder;
import layerbook.net.Tensor;
import layerbook.operations.Operations;
import layerbook.python.Errors;
import layerbook.python.Iteration;
import layerbook.python.PyList;
import layerbook.python.PyRange;
import layerbook.python.PySlice;
import layerbook.python.PyTuple;
import layerbook.python.Special;
import layerbook.shape.DType;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/** {@code x[1:, None, ..., mask]}, read and written: one operation for each part that does something. */
final class Indexing {
    private final TensorObject from;
    private Tensor x;
    private Values values;
    private int axis;
    /** The tensors among the parts and the axes that they stand on. */
    private final List<TensorObject> picked = new ArrayList<>();
    private final List<Integer> pickedAxes = new ArrayList<>();

    private Indexing(TensorObject from) {
        this.from = from;
        x = from.tensor();
        values = from.knownValues();
    }

    static TensorObject get(TensorObject from, Object index) {
        var indexing = new Indexing(from);
        for (Object part : parts(from, index)) {
            indexing.part(part);
        }
        return indexing.result();
    }

    /** The parts, {@code ...} replaced by as many full slices as it stands for. */
    private static List<Object> parts(TensorObject from, Object index) {
        List<Object> given = index instanceof PyTuple t ? t.elements() : List.of(index);
        int taking = 0;
        int dots = -1;
        for (int i = 0; i < given.size(); i++) {
            Object part = given.get(i);
            dots = part == Special.ELLIPSIS ? i : dots;
            taking += part == Special.ELLIPSIS || part == Special.NONE || part instanceof Boolean ? 0 : isMask(part) ? ((TensorObject) part).shape().rank() : 1;
        }
        if (taking > from.shape().rank()) {
            throw Errors.index("too many indices for tensor of dimension " + from.shape().rank());
        }
        var parts = new ArrayList<>(given);
        if (dots >= 0) {
            parts.remove(dots);
            for (int i = taking; i < from.shape().rank(); i++) {
                parts.add(dots, new PySlice(Special.NONE, Special.NONE, Special.NONE));
            }
        }
        return parts;
    }

    private static boolean isMask(Object part) {
        return part instanceof TensorObject t && (t.dtype() == DType.BOOL || t.dtype() == DType.UINT8) && t.shape().rank() > 0;
    }

    private void part(Object part) {
        if (part == Special.NONE) {
            x = apply("unsqueeze", axis++);
        } else if (part instanceof PySlice slice) {
            slice(slice);
        } else if (isMask(part)) {
            mask((TensorObject) part);
        } else if (part instanceof TensorObject t && !isKnownNumber(t)) {
            picked.add(t);
            pickedAxes.add(axis++);
        } else if (part instanceof PyList || part instanceof PyTuple || part instanceof PyRange) {
            picked.add((TensorObject) Creation.tensor(part, DType.INT64));
            pickedAxes.add(axis++);
        } else {
            select(part instanceof TensorObject t ? t.item() : part);
        }
    }

    private static boolean isKnownNumber(TensorObject t) {
        return t.shape().rank() == 0 && t.knownValues() != null;
    }

    private Tensor apply(String operation, Object... arguments) {
        var all = new ArrayList<Object>(List.of(x));
        all.addAll(List.of(arguments));
        return Operations.find(operation).apply(all, Map.of()).tensor();
    }

    private void select(Object part) {
        Expr at = SymbolicSize.expr(part);
        if (at == null) {
            throw Errors.type("only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid indices (got "
                + layerbook.python.Types.of(part).name() + ")");
        }
        Expr size = x.shape().dim(axis);
        if (at instanceof Expr.Num i && size instanceof Expr.Num n && (i.value().compareTo(n.value()) >= 0 || i.value().negate().compareTo(n.value()) > 0)) {
            throw Errors.index("index " + i.text() + " is out of bounds for dimension " + axis + " with size " + n.text());
        }
        if (values != null && axis == 0 && picked.isEmpty() && at instanceof Expr.Num i && size instanceof Expr.Num n) {
            int of = n.value().intValueExact();
            int place = i.value().intValueExact() + (i.value().signum() < 0 ? of : 0);
            values = values.rows(place, place + 1, of);
        } else {
            values = null;
        }
        x = apply("select", axis, at);
    }

    private void slice(PySlice slice) {
        Expr size = x.shape().dim(axis);
        Expr start = bound(slice.start, Expr.ZERO, size);
        Expr stop = bound(slice.stop, size, size);
        Expr step = slice.step == Special.NONE ? Expr.ONE : Converted.size(slice.step);
        if (step instanceof Expr.Num n && n.value().signum() <= 0) {
            throw Errors.value("step must be greater than zero");
        }
        boolean all = start.isZero() && stop.equals(size) && step.isOne();
        if (!all) {
            boolean known = values != null && axis == 0 && step.isOne() && size instanceof Expr.Num && start instanceof Expr.Num && stop instanceof Expr.Num;
            values = known ? values.rows(number(start), Math.max(number(start), number(stop)), number(size)) : null;
            x = apply("slice", axis, start, stop, step);
        }
        axis++;
    }

    private static int number(Expr e) {
        return ((Expr.Num) e).value().intValueExact();
    }

    /** A bound of a slice from 0 to the size; a negative one counts from the end. */
    private static Expr bound(Object given, Expr otherwise, Expr size) {
        if (given == Special.NONE) {
            return otherwise;
        }
        Expr at = Converted.size(given);
        if (at instanceof Expr.Num n && n.value().signum() < 0) {
            at = size.plus(at).normal();
        }
        if (at instanceof Expr.Num n && size instanceof Expr.Num most) {
            return Expr.of(n.value().max(java.math.BigInteger.ZERO).min(most.value()));
        }
        return at;
    }

    /** How many numbers a mask picks is known only where the mask is. */
    private void mask(TensorObject mask) {
        Values known = mask.knownValues();
        if (known == null) {
            throw mask.unknown("how many are picked hangs on them");
        }
        int count = 0;
        for (int i = 0; i < known.size(); i++) {
            count += known.get(i) != 0 ? 1 : 0;
        }
        int rank = mask.shape().rank();
        if (rank > 1) {
            x = apply("flatten", axis, axis + rank - 1);
        }
        picked.add(TensorObject.fresh("index", new TensorType(Shape.of((long) count), DType.INT64), null));
        pickedAxes.add(axis++);
        values = null;
    }

    private TensorObject result() {
        if (!picked.isEmpty()) {
            pick();
            values = null;
        }
        var result = new TensorObject(x).with(values);
        return picked.isEmpty() ? result.sharing(from).with(values) : result;
    }

    /** Picks places by tensors of numbers: their common shape takes the place of their axes, or stands in front if these are apart. */
    private void pick() {
        Shape common = picked.get(0).shape();
        for (TensorObject t : picked) {
            common = Broadcast.of(common, t.shape());
        }
        boolean together = true;
        for (int i = 1; i < pickedAxes.size(); i++) {
            together &= pickedAxes.get(i) == pickedAxes.get(i - 1) + 1;
        }
        int first = pickedAxes.get(0);
        if (!together) {
            var order = new ArrayList<Object>(pickedAxes.stream().map(Integer::longValue).toList());
            for (int i = 0; i < x.rank(); i++) {
                if (!pickedAxes.contains(i)) {
                    order.add((long) i);
                }
            }
            x = apply("permute", order);
            first = 0;
        }
        if (picked.size() > 1) {
            x = (Tensor) Operations.find("flatten").java(x, first, first + picked.size() - 1);
        }
        Shape shape = common;
        Tensor index = picked.stream().filter(t -> t.shape().equals(shape)).findFirst()
            .orElseGet(() -> TensorObject.fresh("index", new TensorType(shape, DType.INT64), null)).tensorInside();
        Tensor row = index.rank() == 1 ? index : Operations.find("reshape").apply(List.of(index, List.of(shape.numel())), Map.of()).tensor();
        x = apply("index_select", first, row);
        if (common.rank() != 1) {
            reshape(common, first);
        }
    }

    private void reshape(Shape common, int first) {
        var dims = new ArrayList<Object>(x.shape().dims().subList(0, first));
        dims.addAll(common.dims());
        dims.addAll(x.shape().dims().subList(first + 1, x.rank()));
        x = apply("reshape", dims);
    }

    /** Writes; the tensor keeps its sizes, and what is written must fit its place. */
    static void set(TensorObject into, Object index, Object value) {
        if (value instanceof TensorObject written) {
            TensorObject place = NetworkBuilder.current().aside(() -> get(into.alias(), index));
            Broadcast.fits(written.shape(), place.shape());
        } else if (!(value instanceof Boolean) && !layerbook.python.Numbers.isNumber(value) && !(value instanceof SymbolicSize)) {
            throw Errors.type("can't assign a " + layerbook.python.Types.of(value).name() + " to a torch tensor");
        }
        into.written(null);
    }

    /** The elements of a tensor along its first axis. */
    static List<Object> elements(TensorObject from) {
        var all = new ArrayList<Object>();
        Iteration.of(from).forEachRemaining(all::add);
        return all;
    }
}

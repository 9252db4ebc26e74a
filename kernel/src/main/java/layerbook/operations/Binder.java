package layerbook.operations;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.formula.Expr;
import layerbook.io.NearestWord;
import layerbook.layer.SizeList;
import layerbook.net.Tensor;
import layerbook.operations.Schema.Argument;
import layerbook.operations.Schema.Type;
import layerbook.shape.DType;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;

/** Binds what a caller gave, by position and by keyword, to the arguments of a schema. */
final class Binder {
    /** A value that does not fit its argument. */
    private static final Object UNFIT = new Object();
    private static final Map<String, String> NUMPY = Map.of("axis", "dim", "keepdims", "keepdim", "axes", "dims", "axis1", "dim1", "axis2", "dim2", "axis0", "dim0");

    private final String operation;
    private final Schema schema;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<Tensor> tensors = new ArrayList<>();

    private Binder(String operation, Schema schema) {
        this.operation = operation;
        this.schema = schema;
    }

    /** What was bound: the arguments, and the tensors among them in the order of their slots. */
    record Bound(Bindings bindings, List<Tensor> tensors) {}

    /**
     * Binds them.
     *
     * @param positional values by position
     * @param keyword values by PyTorch's or Java's name
     * @param loose whether several whole numbers in a row are one list, as Java's varargs; PyTorch allows that to an operation with nothing but a list
     */
    static Bound bind(String operation, Schema schema, List<?> positional, Map<String, ?> keyword, boolean loose) {
        var binder = new Binder(operation, schema);
        binder.place(positional, loose);
        keyword.forEach(binder::named);
        if (loose) {
            schema.arguments().stream().filter(a -> a.required() && a.isList()).forEach(a -> binder.values.putIfAbsent(a.name(), List.of()));
        }
        return binder.complete();
    }

    /** Binds the arguments of a step: the tensor that it will be applied to takes the receiver's place. */
    static Bindings bindStep(String operation, Schema schema, List<?> given) {
        var all = new ArrayList<Object>(given);
        all.add(schema.positional().indexOf(schema.receiver()), new Bindings.Slot(0));
        return bind(operation, schema, all, Map.of(), true).bindings();
    }

    private void place(List<?> given, boolean loose) {
        List<Argument> order = schema.positional();
        int at = 0;
        int i = 0;
        for (; i < given.size() && at < order.size(); at++) {
            Argument a = order.get(at);
            boolean varargs = a.isList() && isNumber(given.get(i)) && (loose || order.stream().skip(at + 1).findAny().isEmpty() && at <= 1);
            boolean tensorsOneByOne = a.types().contains(Type.TENSORS) && given.get(i) instanceof Tensor && at == order.size() - 1;
            int until = i + 1;
            while (until < given.size() && (varargs && isNumber(given.get(until)) || tensorsOneByOne && given.get(until) instanceof Tensor)) {
                until++;
            }
            put(a, until > i + 1 || tensorsOneByOne && !a.types().contains(Type.TENSOR) ? given.subList(i, until) : given.get(i));
            i = until;
        }
        if (i < given.size()) {
            throw Refusal.option(operation + " takes at most " + order.size() + " arguments by position, not " + given.size()).why(operation + schema.usage());
        }
    }

    private static boolean isNumber(Object o) {
        return o instanceof Expr || o instanceof Integer || o instanceof Long || o instanceof BigInteger || o instanceof Short || o instanceof Byte;
    }

    private void named(String name, Object value) {
        Argument a = schema.argument(name).or(() -> schema.argument(Spelling.snake(name)))
            .or(() -> schema.argument(NUMPY.getOrDefault(name, name)))
            .or(() -> schema.arguments().stream().filter(one -> Operator.otherNames(one.name()).contains(Spelling.snake(name))).findFirst()).orElse(null);
        if (a == null) {
            List<String> has = schema.arguments().stream().map(Argument::option).toList();
            Refusal refusal = Refusal.option(operation + " has no option " + name).at(name, "not an option of " + operation)
                .why(operation + " has " + String.join(", ", has));
            String near = NearestWord.nearest(name, has);
            throw near == null ? refusal : refusal.detail("mean", near + "(..)?");
        }
        if (values.containsKey(a.name())) {
            throw Refusal.option(operation + " is given " + name + " twice").at(name, "given twice");
        }
        put(a, value);
    }

    private void put(Argument a, Object value) {
        if (value == null) {
            if (!a.optional() && a.standard() != null) {
                throw Refusal.option(operation + " wants " + wants(a) + " as " + a.option() + ", not null").at(a.option(), "should be " + wants(a));
            }
            if (a.required() && !a.optional()) {
                throw Refusal.option(operation + " wants " + wants(a) + " as " + a.option() + ", not null").at(a.option(), "should be " + wants(a));
            }
            values.put(a.name(), null);
            return;
        }
        for (Type type : a.types()) {
            Object kept = convert(type, value);
            if (kept != UNFIT) {
                values.put(a.name(), kept);
                return;
            }
        }
        throw Refusal.option(operation + " takes " + wants(a) + (a == schema.receiver() ? "" : " as " + a.option()) + ", not " + described(value))
            .at(a.option(), "should be " + wants(a));
    }

    private static String described(Object v) {
        return v instanceof Tensor ? "a tensor" : v instanceof Number || v instanceof Boolean || v instanceof Expr || v instanceof String ? Bindings.text(v)
            : v instanceof DType d ? d.torchName() : v.getClass().getSimpleName();
    }

    private static String wants(Argument a) {
        return String.join(" or ", a.types().stream().map(Binder::wants).distinct().toList());
    }

    private static String wants(Type type) {
        return switch (type) {
            case TENSOR -> "a tensor";
            case TENSORS -> "tensors";
            case SCALAR, FLOAT -> "a number";
            case SCALARS, FLOATS -> "numbers";
            case INT -> "a whole number";
            case INTS, INTS_OR_NONE -> "whole numbers";
            case BOOL -> "true or false";
            case STR -> "a text";
            case DTYPE -> "a dtype such as FLOAT32";
            case ANY -> "a value";
        };
    }

    private Bound complete() {
        var ordered = new LinkedHashMap<String, Object>();
        for (Argument a : schema.arguments()) {
            if (a.required() && !values.containsKey(a.name())) {
                throw Refusal.option(operation + " needs " + a.option()).at(a.option(), wants(a)).why(operation + schema.usage());
            }
            Object v = values.containsKey(a.name()) ? values.get(a.name()) : a.standard();
            ordered.put(a.name(), a.takesTensors() ? slots(v) : v);
        }
        return new Bound(new Bindings(schema, ordered), tensors);
    }

    private Object slots(Object v) {
        if (v instanceof Tensor t) {
            tensors.add(t);
            return new Bindings.Slot(tensors.size() - 1);
        } else if (v instanceof List<?> list && list.stream().anyMatch(Tensor.class::isInstance)) {
            var out = new ArrayList<Object>();
            list.forEach(e -> out.add(slots(e)));
            return java.util.Collections.unmodifiableList(out);
        }
        return v;
    }

    // ---- values

    private static Object convert(Type type, Object v) {
        return switch (type) {
            case TENSOR -> v instanceof Tensor || v instanceof Bindings.Slot ? v : UNFIT;
            case TENSORS -> list(v, Type.TENSOR);
            case SCALAR -> v instanceof Boolean ? v : v instanceof Number && !isNumber(v) ? (Object) ((Number) v).doubleValue() : number(v);
            case SCALARS -> list(v, Type.SCALAR);
            case INT -> number(v instanceof SizeList s && s.values().size() == 1 ? s.values().get(0) : v);
            case INTS -> isNumber(v) ? List.of(number(v)) : list(v, Type.INT);
            case INTS_OR_NONE -> withNone(v);
            case FLOAT -> v instanceof Number n ? (Object) n.doubleValue() : v instanceof Expr.Num n ? (Object) n.value().doubleValue() : v instanceof Expr ? v : UNFIT;
            case FLOATS -> list(v, Type.FLOAT);
            case BOOL -> v instanceof Boolean ? v : UNFIT;
            case STR -> v instanceof String ? v : UNFIT;
            case DTYPE -> v instanceof DType ? v : UNFIT;
            case ANY -> isNumber(v) ? number(v) : v instanceof SizeList s ? s.values() : v;
        };
    }

    private static Object number(Object v) {
        return v instanceof Expr e ? e.normal() : v instanceof BigInteger b ? Expr.of(b) : isNumber(v) ? Expr.of(((Number) v).longValue()) : UNFIT;
    }

    /** A list in which None stands for a size that stays. */
    private static Object withNone(Object v) {
        List<?> from = elements(v);
        if (from == null) {
            return UNFIT;
        }
        var out = new ArrayList<Object>();
        for (Object e : from) {
            out.add(e == null ? null : number(e));
        }
        return out.contains(UNFIT) ? UNFIT : java.util.Collections.unmodifiableList(out);
    }

    private static List<?> elements(Object v) {
        return v instanceof SizeList s ? s.values() : v instanceof Shape s ? s.dims() : v instanceof List<?> l ? l : v instanceof Object[] a ? Arrays.asList(a)
            : v instanceof int[] ints ? Arrays.stream(ints).boxed().toList() : null;
    }

    private static Object list(Object v, Type each) {
        List<?> from = elements(v);
        if (from == null) {
            return UNFIT;
        }
        var out = new ArrayList<Object>();
        for (Object e : from) {
            Object kept = e == null ? UNFIT : convert(each, e);
            if (kept == UNFIT) {
                return UNFIT;
            }
            out.add(kept);
        }
        return List.copyOf(out);
    }
}

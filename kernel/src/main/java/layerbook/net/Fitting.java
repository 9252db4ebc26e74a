package layerbook.net;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import layerbook.formula.Expr;
import layerbook.layer.Option;

/** Fits arguments to the parameters of a method: whole numbers to sizes and back, values to the parameters that are named, several tensors to one list. */
final class Fitting {
    /** How much is done to make arguments fit; the next one is tried where the one before gives nothing. */
    enum Mode {
        /** Each argument is of its parameter's type. */
        EXACT,
        /** Numbers become sizes, sizes numbers; named options are taken apart; what stands behind the last parameter goes to its array. */
        CONVERTED,
        /** All tensors, those in lists too, one after the other: each a parameter, or together the one list or array. */
        TENSORS
    }

    private static final Object MISFIT = new Object();

    private Fitting() {}

    /** The arguments as the method takes them; null if they do not fit. */
    static Object[] of(Method m, List<?> arguments, Map<String, ?> keywords, Mode mode) {
        if (mode == Mode.TENSORS) {
            return keywords.isEmpty() ? tensors(m, arguments) : null;
        }
        Map<String, Object> named = new HashMap<>(keywords);
        List<Object> byPlace = mode == Mode.EXACT ? new ArrayList<>(arguments) : apart(m, arguments, named);
        return byPlace == null ? null : placed(m, byPlace, named, mode);
    }

    private static Object[] placed(Method m, List<Object> byPlace, Map<String, Object> named, Mode mode) {
        Parameter[] parameters = m.getParameters();
        boolean several = m.isVarArgs() && mode == Mode.CONVERTED && byPlace.size() >= parameters.length - 1;
        if (byPlace.size() > parameters.length && !several) {
            return null;
        }
        var out = new Object[parameters.length];
        int fixed = several ? parameters.length - 1 : parameters.length;
        for (int i = 0; i < fixed; i++) {
            boolean given = i < byPlace.size();
            if (!given && !named.containsKey(parameters[i].getName())) {
                return null;
            }
            out[i] = converted(parameters[i].getType(), given ? byPlace.get(i) : named.remove(parameters[i].getName()), mode);
            if (out[i] == MISFIT) {
                return null;
            }
        }
        if (several) {
            out[fixed] = array(parameters[fixed].getType().getComponentType(), byPlace.subList(fixed, byPlace.size()), mode);
        }
        return named.isEmpty() && (!several || out[fixed] != null) ? out : null;
    }

    private static Object array(Class<?> type, List<Object> values, Mode mode) {
        Object array = Array.newInstance(type, values.size());
        for (int i = 0; i < values.size(); i++) {
            Object value = converted(type, values.get(i), mode);
            if (value == MISFIT) {
                return null;
            }
            Array.set(array, i, value);
        }
        return array;
    }

    /** The arguments by place; options named like a parameter go to that parameter. */
    private static List<Object> apart(Method m, List<?> arguments, Map<String, Object> named) {
        var byPlace = new ArrayList<Object>();
        for (Object a : arguments) {
            Optional<Parameter> asked = a instanceof Option o ? parameter(m, o.name()) : Optional.empty();
            if (asked.isEmpty()) {
                byPlace.add(a);
            } else if (named.put(asked.get().getName(), value((Option) a)) != null) {
                return null;
            }
        }
        return byPlace;
    }

    private static Optional<Parameter> parameter(Method m, String name) {
        return Arrays.stream(m.getParameters()).filter(p -> p.isNamePresent() && p.getName().equals(name) && p.getType() != Option.class).findFirst();
    }

    private static Object value(Option o) {
        return o.values().size() == 1 ? o.values().get(0) : o.values();
    }

    private static Object converted(Class<?> type, Object value, Mode mode) {
        if (value == null) {
            return type.isPrimitive() ? MISFIT : null;
        }
        Class<?> boxed = java.lang.invoke.MethodType.methodType(type).wrap().returnType();
        if (boxed.isInstance(value)) {
            return value;
        }
        return mode == Mode.EXACT ? MISFIT : number(boxed, value);
    }

    private static Object number(Class<?> type, Object value) {
        boolean whole = value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte || value instanceof BigInteger;
        if (whole && type.isAssignableFrom(Expr.Num.class)) {
            return Numbers.expr(value);
        }
        BigInteger n = value instanceof Expr e && e.normal() instanceof Expr.Num known ? known.value() : whole ? new BigInteger(value.toString()) : null;
        if (n != null && type == Integer.class && n.bitLength() < Integer.SIZE) {
            return n.intValue();
        } else if (n != null && type == Long.class && n.bitLength() < Long.SIZE) {
            return n.longValue();
        } else if (n != null && type == BigInteger.class) {
            return n;
        }
        boolean real = n != null || value instanceof Float || value instanceof Double;
        return real && type == Double.class ? (Object) (n != null ? n.doubleValue() : ((Number) value).doubleValue()) : MISFIT;
    }

    private static Object[] tensors(Method m, List<?> arguments) {
        if (!arguments.stream().allMatch(Fitting::areTensors)) {
            return null;
        }
        List<Tensor> flat = Structure.outputs(arguments);
        Class<?>[] types = m.getParameterTypes();
        if (types.length == flat.size() && Arrays.stream(types).allMatch(Tensor.class::equals)) {
            return flat.toArray();
        } else if (types.length == 1 && types[0] == Tensor[].class) {
            return new Object[] {flat.toArray(Tensor[]::new)};
        }
        return types.length == 1 && types[0].isAssignableFrom(List.class) && types[0] != Object.class ? new Object[] {flat} : null;
    }

    private static boolean areTensors(Object given) {
        return given == null || given instanceof Tensor || given instanceof Tensor[] || given instanceof List<?> several && several.stream().allMatch(Fitting::areTensors);
    }
}

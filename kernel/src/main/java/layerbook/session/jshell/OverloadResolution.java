package layerbook.session.jshell;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Which of several methods of a name a call means, by the three phases of the Java Language Specification (15.12.2): first without boxing, then with, then
 * with a variable number of arguments. Where methods with type parameters, arrays or
 * unboxing come in, it chooses none.
 */
final class OverloadResolution {
    private static final Map<Class<?>, Class<?>> BOXES = Map.of(int.class, Integer.class, long.class, Long.class, double.class, Double.class, boolean.class, Boolean.class);
    private static final List<Class<?>> WIDENING = List.of(int.class, long.class, float.class, double.class);

    private OverloadResolution() {}

    /** A method and how it is called. */
    record Choice(Method method, boolean variable) {
        /** The arguments as reflection wants them. */
        Object[] packed(Object[] given) {
            if (!variable) {
                return given;
            }
            int fixed = method.getParameterCount() - 1;
            Object rest = Array.newInstance(method.getParameterTypes()[fixed].getComponentType(), given.length - fixed);
            for (int i = fixed; i < given.length; i++) {
                Array.set(rest, i - fixed, given[i]);
            }
            Object[] packed = Arrays.copyOf(given, fixed + 1);
            packed[fixed] = rest;
            return packed;
        }
    }

    /** The one method that is surely meant; empty if there is none, or any doubt. */
    static Optional<Choice> choose(List<Method> named, List<Class<?>> arguments) {
        List<Method> methods = distinct(named);
        if (arguments.stream().anyMatch(OverloadResolution::isDoubtful)) {
            return Optional.empty();
        }
        for (BiPredicate<Class<?>, Class<?>> fits : List.<BiPredicate<Class<?>, Class<?>>>of(OverloadResolution::isSubtype, OverloadResolution::fitsBoxed)) {
            List<Method> applicable = methods.stream().filter(m -> m.getParameterCount() == arguments.size() && fit(m.getParameterTypes(), arguments, fits)).toList();
            if (!applicable.isEmpty()) {
                return applicable.stream().anyMatch(OverloadResolution::hasTypeParameters) ? Optional.empty() : mostSpecific(applicable).map(m -> new Choice(m, false));
            }
        }
        List<Method> variable = methods.stream().filter(m -> m.isVarArgs() && fit(spread(m, arguments.size()), arguments, OverloadResolution::fitsBoxed)).toList();
        return variable.size() == 1 && !hasTypeParameters(variable.get(0)) ? Optional.of(new Choice(variable.get(0), true)) : Optional.empty();
    }

    /** What their bounds refuse, these methods refuse; what they take depends on more. */
    private static boolean hasTypeParameters(Method method) {
        return method.getTypeParameters().length > 0;
    }

    private static boolean isDoubtful(Class<?> argument) {
        return argument.isArray() || argument.isPrimitive() && !BOXES.containsKey(argument) || BOXES.containsValue(argument) || argument == Character.class
            || Number.class == argument.getSuperclass() && argument.getName().startsWith("java.lang.");
    }

    /** Reflection lists a method once more for each type of result that it overrides; the compiler knows the last. */
    private static List<Method> distinct(List<Method> named) {
        var kept = new ArrayList<Method>();
        for (Method method : named) {
            if (!method.isBridge() && named.stream().noneMatch(other -> other != method && !other.isBridge() && overrides(other, method))) {
                kept.add(method);
            }
        }
        return kept;
    }

    private static boolean overrides(Method other, Method method) {
        return Arrays.equals(other.getParameterTypes(), method.getParameterTypes()) && other.getDeclaringClass() != method.getDeclaringClass()
            && method.getDeclaringClass().isAssignableFrom(other.getDeclaringClass());
    }

    private static Class<?>[] spread(Method method, int count) {
        Class<?>[] types = method.getParameterTypes();
        int fixed = types.length - 1;
        if (count < fixed) {
            return types; // too few: it will not fit
        }
        Class<?>[] spread = Arrays.copyOf(types, count);
        Arrays.fill(spread, fixed, count, types[fixed].getComponentType());
        return spread;
    }

    private static boolean fit(Class<?>[] parameters, List<Class<?>> arguments, BiPredicate<Class<?>, Class<?>> fits) {
        if (parameters.length != arguments.size()) {
            return false;
        }
        for (int i = 0; i < parameters.length; i++) {
            if (!fits.test(parameters[i], arguments.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Method> mostSpecific(List<Method> applicable) {
        return applicable.stream().filter(m -> applicable.stream().allMatch(other -> fit(other.getParameterTypes(), List.of(m.getParameterTypes()), OverloadResolution::isSubtype))).findFirst();
    }

    /** Whether a value of the one type is one of the other as it is: subtypes (4.10), wider numbers included. */
    static boolean isSubtype(Class<?> wider, Class<?> narrower) {
        return wider == narrower || WIDENING.contains(narrower) && WIDENING.indexOf(wider) > WIDENING.indexOf(narrower)
            || !narrower.isPrimitive() && wider.isAssignableFrom(narrower);
    }

    private static boolean fitsBoxed(Class<?> wider, Class<?> narrower) {
        return isSubtype(wider, narrower) || BOXES.containsKey(narrower) && wider.isAssignableFrom(BOXES.get(narrower));
    }
}

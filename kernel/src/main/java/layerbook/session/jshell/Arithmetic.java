package layerbook.session.jshell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import layerbook.session.jshell.Binder.Meant;

/** Signs between numbers, truth values and texts, as the Java Language Specification has them (15.15 to 15.24). */
final class Arithmetic {
    private static final Map<Class<?>, Class<?>> UNBOXED = Map.of(Integer.class, int.class, Long.class, long.class, Double.class, double.class, Boolean.class, boolean.class);

    /** The types of numbers, each as wide as or wider than the one before. */
    private static final List<Class<?>> NUMBERS = List.of(int.class, long.class, double.class);

    private Arithmetic() {}

    /** The type of a literal, whose value is boxed. */
    static Class<?> unboxed(Class<?> type) {
        return UNBOXED.getOrDefault(type, type);
    }

    static Optional<Meant> prefix(char sign, Meant operand) {
        Class<?> type = operand.type();
        if (sign == '!') {
            return type == boolean.class ? Optional.of(new Meant(type, () -> !(Boolean) operand.step().run())) : Optional.empty();
        }
        return !NUMBERS.contains(type) ? Optional.empty() : Optional.of(new Meant(type, () -> {
            Object value = operand.step().run();
            return type == int.class ? (Object) (-(Integer) value) : type == long.class ? (Object) (-(Long) value) : (Object) (-(Double) value);
        }));
    }

    static Optional<Meant> infix(String sign, Meant left, Meant right) {
        if (sign.equals("&&") || sign.equals("||")) {
            return left.type() != boolean.class || right.type() != boolean.class ? Optional.empty() : Optional.of(new Meant(boolean.class,
                () -> (Boolean) left.step().run() == sign.equals("&&") ? right.step().run() : (Object) sign.equals("||")));
        }
        if (sign.equals("+") && (left.type() == String.class || right.type() == String.class)) {
            return left.type() == void.class || right.type() == void.class ? Optional.empty()
                : Optional.of(new Meant(String.class, () -> String.valueOf(left.step().run()) + right.step().run()));
        }
        int width = Math.max(NUMBERS.indexOf(left.type()), NUMBERS.indexOf(right.type()));
        if (!NUMBERS.contains(left.type()) || !NUMBERS.contains(right.type())) {
            return Optional.empty();
        }
        BinaryOperator<Object> operation = width == 0 ? ints(sign) : width == 1 ? longs(sign) : doubles(sign);
        Class<?> type = "+-*/%".contains(sign) ? NUMBERS.get(width) : boolean.class;
        return Optional.of(new Meant(type, () -> {
            Object a = left.step().run();
            Object b = right.step().run();
            try {
                return operation.apply(a, b);
            } catch (ArithmeticException e) {
                throw new Binder.Thrown(e, 0);
            }
        }));
    }

    private static BinaryOperator<Object> ints(String sign) {
        return switch (sign) {
            case "+" -> (a, b) -> (Integer) a + (Integer) b;
            case "-" -> (a, b) -> (Integer) a - (Integer) b;
            case "*" -> (a, b) -> (Integer) a * (Integer) b;
            case "/" -> (a, b) -> (Integer) a / (Integer) b;
            case "%" -> (a, b) -> (Integer) a % (Integer) b;
            default -> longs(sign);
        };
    }

    private static BinaryOperator<Object> longs(String sign) {
        return switch (sign) {
            case "+" -> (a, b) -> whole(a) + whole(b);
            case "-" -> (a, b) -> whole(a) - whole(b);
            case "*" -> (a, b) -> whole(a) * whole(b);
            case "/" -> (a, b) -> whole(a) / whole(b);
            case "%" -> (a, b) -> whole(a) % whole(b);
            case "==" -> (a, b) -> whole(a) == whole(b);
            case "!=" -> (a, b) -> whole(a) != whole(b);
            case "<" -> (a, b) -> whole(a) < whole(b);
            case ">" -> (a, b) -> whole(a) > whole(b);
            case "<=" -> (a, b) -> whole(a) <= whole(b);
            default -> (a, b) -> whole(a) >= whole(b);
        };
    }

    private static BinaryOperator<Object> doubles(String sign) {
        return switch (sign) {
            case "+" -> (a, b) -> number(a) + number(b);
            case "-" -> (a, b) -> number(a) - number(b);
            case "*" -> (a, b) -> number(a) * number(b);
            case "/" -> (a, b) -> number(a) / number(b);
            case "%" -> (a, b) -> number(a) % number(b);
            case "==" -> (a, b) -> number(a) == number(b);
            case "!=" -> (a, b) -> number(a) != number(b);
            case "<" -> (a, b) -> number(a) < number(b);
            case ">" -> (a, b) -> number(a) > number(b);
            case "<=" -> (a, b) -> number(a) <= number(b);
            default -> (a, b) -> number(a) >= number(b);
        };
    }

    private static long whole(Object value) {
        return ((Number) value).longValue();
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}

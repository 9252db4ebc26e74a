package layerbook.notebook;

import java.util.Collection;
import java.util.Map;

/** The type that a parameter is declared with, and which values are surely none of it. Expressions are left to Java. */
record ParameterType(String name) {
    private static final Map<String, String> NAMES = Map.of("Integer", "int", "Long", "long", "Double", "double", "Boolean", "boolean", "short", "short", "byte", "byte", "float", "float");

    /**
     * Whether a value may be of the type.
     *
     * @param names what else the value may say: the other parameters
     */
    boolean mayTake(String value, Collection<String> names) {
        String typed = value.strip().replace("_", "");
        if (!typed.matches("[+-]?[\\w.]+|\".*\"|'.*'") || names.contains(typed)) {
            return true;
        }
        try {
            return switch (NAMES.getOrDefault(name, name)) {
                case "int" -> Integer.decode(typed) != null;
                case "long" -> Long.decode(typed.replaceFirst("[lL]$", "")) != null;
                case "short" -> Short.decode(typed) != null;
                case "byte" -> Byte.decode(typed) != null;
                case "double", "float" -> isReal(typed);
                case "boolean" -> typed.equals("true") || typed.equals("false");
                default -> true;
            };
        } catch (NumberFormatException none) {
            return false;
        }
    }

    /** Java takes whole numbers for a real one, too; {@code NaN} is no number there. */
    private static boolean isReal(String typed) {
        if (typed.matches("[+-]?[A-Za-z].*|[\"'].*")) {
            return false;
        }
        return typed.matches("0[xX].*") ? Long.decode(typed) != null : !Double.isNaN(Double.parseDouble(typed.replaceFirst("[lL]$", "")));
    }

    /** What fits, for people. */
    String wants() {
        return switch (NAMES.getOrDefault(name, name)) {
            case "int" -> "a whole number up to 2,147,483,647";
            case "long" -> "a whole number up to 9,223,372,036,854,775,807";
            case "short" -> "a whole number up to 32,767";
            case "byte" -> "a whole number up to 127";
            case "boolean" -> "true or false";
            default -> "a number";
        };
    }
}

package layerbook.export;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import layerbook.formula.Expr;
import layerbook.shape.DType;

/** Values, names and types as Python writes them. */
final class PythonText {
    private static final Set<String> KEYWORDS = Set.of("False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif",
        "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with",
        "yield", "self", "torch", "nn", "F");

    private PythonText() {}

    /** {@code kernelSize} as {@code kernel_size}. */
    static String snake(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    /** Whether a word may be an attribute or a variable. */
    static boolean isName(String word) {
        return word.matches("[A-Za-z_][A-Za-z_0-9]*") && !KEYWORDS.contains(word);
    }

    static String dtype(DType dtype) {
        return "torch." + dtype.torchName();
    }

    /** A number with a fraction, a text, a flag; not a size. */
    static String plain(Object value) {
        if (value == null) {
            return "None";
        } else if (value instanceof Boolean b) {
            return b ? "True" : "False";
        } else if (value instanceof String s) {
            return "\"" + s.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        } else if (value instanceof DType d) {
            return dtype(d);
        } else if (value instanceof Expr.Num n) {
            return n.value().toString();
        } else if (value instanceof Double d) {
            return number(d);
        } else if (value instanceof List<?> list) {
            return tuple(list.stream().map(PythonText::plain).toList());
        }
        throw new IllegalArgumentException(String.valueOf(value));
    }

    static String number(double d) {
        if (Double.isInfinite(d) || Double.isNaN(d)) {
            return "float(\"" + (Double.isNaN(d) ? "nan" : d > 0 ? "inf" : "-inf") + "\")";
        }
        return Double.toString(d).replace("E-", "e-").replace("E", "e");
    }

    static String tuple(List<String> parts) {
        return parts.size() == 1 ? "(" + parts.get(0) + ",)" : parts.stream().collect(Collectors.joining(", ", "(", ")"));
    }
}

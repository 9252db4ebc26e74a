package layerbook.operations;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import layerbook.formula.Expr;

/**
 * The arguments of an operation, in the form in which PyTorch writes its own: types, names, defaults, and which are given by keyword only.
 * <pre>{@code
 * Schema.of("(Tensor input, int[]? dim=None, bool keepdim=False, *, dtype? dtype=None)")
 * }</pre>
 * Types are {@code Tensor}, {@code Scalar} (any number), {@code int} (a size, which may be a formula), {@code float}, {@code bool}, {@code str},
 * {@code dtype} and {@code any}; {@code []} is a list of them, {@code |} joins alternatives, and {@code ?} allows None.
 */
public final class Schema {
    /** What an argument may be. */
    public enum Type { TENSOR, TENSORS, SCALAR, SCALARS, INT, INTS, INTS_OR_NONE, FLOAT, FLOATS, BOOL, STR, DTYPE, ANY }

    /**
     * One argument.
     *
     * @param name in PyTorch's spelling, e.g. {@code start_dim}
     * @param types what it may be; the first that fits is taken
     * @param optional whether None is allowed
     * @param required whether it has no default
     * @param standard the default, in the form that {@link Bindings} keeps; null for None
     * @param keywordOnly whether it cannot be given by position
     */
    public record Argument(String name, Set<Type> types, boolean optional, boolean required, Object standard, boolean keywordOnly) {
        /** Whether a tensor, or a list of tensors, may stand there. */
        public boolean takesTensors() {
            return types.contains(Type.TENSOR) || types.contains(Type.TENSORS);
        }

        /** Whether it is a list of whole numbers, which a caller may also write one by one. */
        boolean isList() {
            return types.contains(Type.INTS) && !types.contains(Type.INT);
        }

        /** The name as a Java option, e.g. {@code startDim}. */
        public String option() {
            return Spelling.camel(name);
        }
    }

    private final String text;
    private final List<Argument> arguments;

    private Schema(String text, List<Argument> arguments) {
        this.text = text;
        this.arguments = List.copyOf(arguments);
    }

    /** Reads the text of a schema. */
    public static Schema of(String text) {
        var out = new ArrayList<Argument>();
        boolean keywordOnly = false;
        String inside = text.substring(text.indexOf('(') + 1, text.lastIndexOf(')'));
        for (String part : split(inside)) {
            if (part.equals("*")) {
                keywordOnly = true;
            } else {
                out.add(argument(part, keywordOnly));
            }
        }
        return new Schema(text, out);
    }

    /** The parts between commas, those in square brackets and quotes left whole. */
    private static List<String> split(String inside) {
        var out = new ArrayList<String>();
        int depth = 0;
        var part = new StringBuilder();
        for (char c : inside.toCharArray()) {
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (c == ',' && depth == 0) {
                out.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        if (!part.toString().isBlank()) {
            out.add(part.toString().strip());
        }
        return out;
    }

    private static Argument argument(String part, boolean keywordOnly) {
        int space = part.indexOf(' ');
        int equals = part.indexOf('=');
        String type = part.substring(0, space);
        boolean optional = type.endsWith("?");
        Set<Type> types = EnumSet.noneOf(Type.class);
        for (String one : (optional ? type.substring(0, type.length() - 1) : type).split("\\|")) {
            types.add(one.equals("int?[]") ? Type.INTS_OR_NONE : Type.valueOf((one.endsWith("[]") ? one.substring(0, one.length() - 2) + "s" : one).toUpperCase(java.util.Locale.ROOT)));
        }
        String name = part.substring(space + 1, equals < 0 ? part.length() : equals).strip();
        Object standard = equals < 0 ? null : value(part.substring(equals + 1).strip(), types);
        return new Argument(name, types, optional, equals < 0, standard, keywordOnly);
    }

    private static Object value(String text, Set<Type> types) {
        if (text.equals("None")) {
            return null;
        } else if (text.equals("True") || text.equals("False")) {
            return text.equals("True");
        } else if (text.startsWith("\"")) {
            return text.substring(1, text.length() - 1);
        } else if (text.startsWith("[")) {
            String inside = text.substring(1, text.length() - 1).strip();
            return inside.isEmpty() ? List.of() : java.util.Arrays.stream(inside.split(",")).map(e -> (Object) Expr.of(Long.parseLong(e.strip()))).toList();
        } else if (text.matches("-?\\d+") && !types.contains(Type.FLOAT)) {
            Expr one = Expr.of(Long.parseLong(text));
            return types.contains(Type.INTS) && !types.contains(Type.INT) ? List.of(one) : one;
        }
        return Double.valueOf(text);
    }

    /** In PyTorch's order. */
    public List<Argument> arguments() {
        return arguments;
    }

    public Optional<Argument> argument(String name) {
        return arguments.stream().filter(a -> a.name().equals(name)).findFirst();
    }

    /** The argument that a tensor's method takes from the tensor itself: {@code input}, or the first one. */
    public Argument receiver() {
        return argument("input").orElse(arguments.get(0));
    }

    /** Those that may be given by position, in order. */
    List<Argument> positional() {
        return arguments.stream().filter(a -> !a.keywordOnly()).toList();
    }

    /** As shown to users: {@code (input, dim, keepdim=False)}. */
    public String usage() {
        return arguments.stream().map(a -> a.required() ? a.option() : a.option() + "(" + Bindings.text(a.standard()) + ")")
            .collect(Collectors.joining(", ", "(", ")"));
    }

    @Override public String toString() {
        return text;
    }
}

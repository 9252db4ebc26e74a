package layerbook.session.output;

import java.lang.reflect.Array;
import java.util.stream.Collectors;
import layerbook.io.WellFormedText;
import layerbook.layer.BuiltIn;
import layerbook.net.Members;
import layerbook.net.Model;
import layerbook.net.Unit;

/** Writes Java values as the jshell tool shows them. */
public final class ValueText {
    private static final int LONGEST = 1000;

    /** JShell puts classes and variables into classes of its own, whose names nobody typed. */
    private static final java.util.regex.Pattern WRAPPER = java.util.regex.Pattern.compile("REPL\\.\\$JShell\\$\\w+[.$]");

    private ValueText() {}

    public static String withoutWrappers(String text) {
        return text.contains("REPL.$JShell$") ? WRAPPER.matcher(text).replaceAll("") : text;
    }

    /**
     * Tables by their name, as a variable holds them; layers as they are typed, models with what they hold; strings and characters quoted, arrays with
     * type, length and elements, all else by {@code toString}.
     */
    public static String text(Object value) {
        if (value instanceof layerbook.table.Tabular table) {
            return table.grid().name() + ", " + table.grid().rows() + (table.grid().rows() == 1 ? " row" : " rows");
        }
        return WellFormedText.text(cut(whole(value, 0), LONGEST));
    }

    private static String whole(Object value, int depth) {
        if (value == null) {
            return "null";
        }
        if (value instanceof String s) {
            return quoted(s.length() > LONGEST ? s.substring(0, LONGEST + 1) : s);
        }
        if (value instanceof Character c) {
            return "'" + (c == '\'' ? "\\'" : Character.isSurrogate(c) ? half(c) : escaped(c)) + "'";
        }
        if (value instanceof BuiltIn layer) {
            return layer.codeText();
        }
        if (value instanceof Model model && hasNoText(model)) {
            String name = model.getClass().getSimpleName();
            String held = Members.direct(model).stream().map(m -> m.path() + " " + (m.unitOrModel() instanceof Unit unit ? unit.layer().codeText() : m.unitOrModel().getClass().getSimpleName()))
                .collect(Collectors.joining(", "));
            return held.isEmpty() ? name : name + ": " + held;
        }
        return value.getClass().isArray() ? array(value, depth) : withoutWrappers(String.valueOf(value.toString()));
    }

    private static boolean hasNoText(Object value) {
        try {
            return value.getClass().getMethod("toString").getDeclaringClass() == Object.class;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    private static String array(Object array, int depth) {
        Class<?> element = array.getClass().getComponentType();
        String brackets = "";
        while (element.isArray()) {
            element = element.getComponentType();
            brackets += "[]";
        }
        var text = new StringBuilder(element.getTypeName().substring(element.getTypeName().lastIndexOf('.') + 1));
        text.append('[').append(Array.getLength(array)).append(']').append(brackets).append(" { ");
        for (int i = 0; i < Array.getLength(array) && text.length() <= LONGEST && depth < 20; i++) {
            text.append(i == 0 ? "" : ", ").append(whole(Array.get(array, i), depth + 1));
        }
        return text.append(" }").toString();
    }

    private static String quoted(String s) {
        var text = new StringBuilder("\"");
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            text.append(c == '"' ? "\\\"" : WellFormedText.isHalf(s, i) ? half(c) : escaped(c));
        }
        return text.append('"').toString();
    }

    /** Half a character, as Java writes it. */
    private static String half(char c) {
        return String.format("\\u%04x", (int) c);
    }

    private static String escaped(char c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '\r' -> "\\r";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case '\\' -> "\\\\";
            default -> Character.isISOControl(c) ? String.format("\\%o", (int) c) : String.valueOf(c);
        };
    }

    /** A text of at most so many characters: of a longer one the beginning and the end. */
    public static String cut(String text, int longest) {
        return text == null || text.length() <= longest ? text : WellFormedText.first(text, longest * 2 / 3) + " ... " + WellFormedText.last(text, longest / 4);
    }

    /** What a throwable says; its message may be user code too, and throw itself. */
    public static String message(Throwable thrown) {
        try {
            return thrown.getMessage();
        } catch (RuntimeException | Error itsOwnCode) {
            return null;
        }
    }

    /** As {@code toString}, which may be user code too. */
    public static String thrown(Throwable thrown) {
        String message = message(thrown);
        return withoutWrappers(thrown.getClass().getName()) + (message == null ? "" : ": " + message);
    }
}

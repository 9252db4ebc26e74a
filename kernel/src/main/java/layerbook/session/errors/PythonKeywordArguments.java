package layerbook.session.errors;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds arguments by name as Python has them in what Java has taken: where there is a variable {@code padding}, {@code conv2d(16, 3, padding=1)} assigns
 * to it, and the layer gets 1 by its place.
 */
public final class PythonKeywordArguments {
    /** Python is read more slowly, so only where there may be one. */
    private static final Pattern MAYBE = Pattern.compile("[(,]\\s*\\w+\\s*=(?!=)");

    private PythonKeywordArguments() {}

    /** What is to be said of a statement that has compiled. */
    public static Optional<String> in(String source, Python.Names names) {
        if (!MAYBE.matcher(source).find()) {
            return Optional.empty();
        }
        String meant = Python.read(source, names).stream().flatMap(said -> said.why().stream()).filter(why -> why.startsWith(PythonCalls.BY_NAME))
            .map(why -> why.substring(PythonCalls.BY_NAME.length())).collect(Collectors.joining(", "));
        return meant.isEmpty() ? Optional.empty()
            : Optional.of("inside a call = is Java's assignment: the variable has a new value, and the layer got it by its place; " + PythonCalls.BY_NAME + meant);
    }
}

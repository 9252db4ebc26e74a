package layerbook.shape;

import java.util.List;

/**
 * Says that something does not fit, in parts that a face of the program can lay out: what, which argument, why, and what would fit.
 * Thrown by rules and tensor operations; the network is as it was before.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String kind;
    private final String argument;
    private final String mark;
    private final List<String> details;
    private final String fix;

    private Refusal(String kind, String message, String argument, String mark, List<String> details, String fix, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.argument = argument;
        this.mark = mark;
        this.details = List.copyOf(details);
        this.fix = fix;
    }

    /** A size, rank or type that does not fit. */
    public static Refusal shape(String message) {
        return new Refusal("shape", message, null, null, List.of(), null, null);
    }

    /** An argument that the layer does not have, or a value that it cannot take. */
    public static Refusal option(String message) {
        return new Refusal("option", message, null, null, List.of(), null, null);
    }

    /** A check of the user's that does not hold. */
    public static Refusal check(String message) {
        return new Refusal("check", message, null, null, List.of(), null, null);
    }

    /** Another kind of refusal, such as {@code command} or {@code runtime}. */
    public static Refusal of(String kind, String message) {
        return new Refusal(kind, message, null, null, List.of(), null, null);
    }

    /** The same, naming the argument to be marked and what is said under it. */
    public Refusal at(String argumentName, String said) {
        return new Refusal(kind, getMessage(), argumentName, said, details, fix, getCause());
    }

    /** The same with one more line, such as {@code why    each example has 2,048 numbers}. */
    public Refusal detail(String label, String text) {
        var more = new java.util.ArrayList<>(details);
        more.add(String.format("%-6s %s", label, text));
        return new Refusal(kind, getMessage(), argument, mark, more, fix, getCause());
    }

    public Refusal why(String text) {
        return detail("why", text);
    }

    /** The same with a line before the others. */
    public Refusal detailFirst(String line) {
        var more = new java.util.ArrayList<>(details);
        more.add(0, line);
        return new Refusal(kind, getMessage(), argument, mark, more, fix, getCause());
    }

    /** The same with a statement that would work. */
    public Refusal fix(String statement) {
        return new Refusal(kind, getMessage(), argument, mark, details, statement, getCause());
    }

    /** The same under another message, e.g. with the unit's name in it. */
    public Refusal saying(String message) {
        return new Refusal(kind, message, argument, mark, details, fix, getCause());
    }

    /** shape, option, check, command, runtime. */
    public String kind() {
        return kind;
    }

    /** The argument to mark in the statement: its name in the signature, or null. */
    public String argument() {
        return argument;
    }

    /** What is said under the marked place, or null. */
    public String mark() {
        return mark;
    }

    public List<String> details() {
        return details;
    }

    /** What to write instead, or null. */
    public String suggestion() {
        return fix;
    }
}

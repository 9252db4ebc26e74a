package layerbook.layer;

/**
 * One argument in a signature.
 *
 * @param name in lowerCamelCase, e.g. {@code kernelSize}
 * @param type what may stand there
 * @param need whether it must be given
 * @param standard the value if it is not given (in the form that {@link Arguments} keeps), null for none
 * @param meaning what it is, in a few words, e.g. {@code input channels}
 */
public record Parameter(String name, Type type, Need need, Object standard, String meaning) {
    /** What kind of value an argument takes. */
    public enum Type {
        /** A whole number or a symbol. */
        INT,
        /** A whole number, or a list of them, one for each axis. */
        SIZE,
        /** Whole numbers, or one of the words that the rule knows ("same", "valid"). */
        PADDING,
        /** A number with a fraction, or a list of them. */
        REAL,
        BOOL,
        TEXT,
        /** Anything that the layer itself reads. */
        OBJECT
    }

    /** Whether an argument must be given. */
    public enum Need {
        /** May be left out: then it is taken from what comes in. Stands before the required ones. */
        INFERRED,
        REQUIRED,
        OPTIONAL
    }
}

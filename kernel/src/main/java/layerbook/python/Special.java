package layerbook.python;

/** The values that are one object each. */
public enum Special {
    NONE("None"), ELLIPSIS("Ellipsis"),
    /** What an operator's method gives when it does not know the other operand. */
    NOT_IMPLEMENTED("NotImplemented");

    private final String text;

    Special(String text) {
        this.text = text;
    }

    /** As Python prints it. */
    @Override public String toString() {
        return text;
    }
}

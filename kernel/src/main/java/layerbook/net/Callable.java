package layerbook.net;

/** What the methods of a tensor need: a way to apply an operation by its name. */
interface Callable {
    /** Applies the operation of that name, with arguments as Java writes them; gives a tensor or a list of tensors. */
    Object call(String operation, Object... arguments);

    /** Arguments with some in front of the others. */
    default Object[] with(Object[] last, Object... first) {
        Object[] rest = last == null ? new Object[] {null} : last;
        var out = new Object[first.length + rest.length];
        System.arraycopy(first, 0, out, 0, first.length);
        System.arraycopy(rest, 0, out, first.length, rest.length);
        return out;
    }
}

package layerbook.python;

import java.util.Arrays;
import java.util.List;

/** The arguments of a call: those by position, and those by name in the order they were written. */
public final class Arguments {
    public static final Arguments NONE = new Arguments(new Object[0], new String[0], new Object[0]);

    private final Object[] positional;
    private final String[] names;
    private final Object[] named;

    public Arguments(Object[] positional, String[] names, Object[] named) {
        this.positional = positional;
        this.names = names;
        this.named = named;
    }

    public static Arguments of(Object... positional) {
        return positional.length == 0 ? NONE : new Arguments(positional, NONE.names, NONE.named);
    }

    /** The number of those by position. */
    public int count() {
        return positional.length;
    }

    /** The one at the position; raises TypeError where there is none. */
    public Object at(int i) {
        if (i >= positional.length) {
            throw Errors.type("missing required argument (pos " + (i + 1) + ")");
        }
        return positional[i];
    }

    /** The one at the position, or the other value. */
    public Object at(int i, Object otherwise) {
        return i < positional.length ? positional[i] : otherwise;
    }

    public List<Object> positional() {
        return Arrays.asList(positional);
    }

    Object[] array() {
        return positional;
    }

    public List<String> names() {
        return Arrays.asList(names);
    }

    public int namedCount() {
        return names.length;
    }

    String nameAt(int i) {
        return names[i];
    }

    Object namedAt(int i) {
        return named[i];
    }

    /** The one of this name, or null. */
    public Object named(String name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return named[i];
            }
        }
        return null;
    }

    /** The one at the position or of the name, or null: for functions whose parameters may be given either way. */
    public Object get(int i, String name) {
        return i < positional.length ? positional[i] : named(name);
    }

    public Object get(int i, String name, Object otherwise) {
        Object found = get(i, name);
        return found == null ? otherwise : found;
    }

    /** The same with one more in front. */
    public Arguments with(Object first) {
        var all = new Object[positional.length + 1];
        all[0] = first;
        System.arraycopy(positional, 0, all, 1, positional.length);
        return new Arguments(all, names, named);
    }

    public Arguments withoutFirst() {
        return new Arguments(Arrays.copyOfRange(positional, 1, positional.length), names, named);
    }

    /** Refuses arguments by name, and any number by position but these. */
    public Arguments exactly(String function, int least, int most) {
        if (names.length > 0) {
            throw Errors.type(function + "() takes no keyword arguments");
        }
        return between(function, least, most);
    }

    /** Refuses any number of arguments by position but these. */
    public Arguments between(String function, int least, int most) {
        int n = positional.length;
        if (n < least || n > most) {
            String wanted = least == most ? (least == 1 ? "exactly one argument" : least == 0 ? "no arguments" : "exactly " + least + " arguments")
                : n < least ? "at least " + least + " argument" + (least == 1 ? "" : "s") : "at most " + most + " argument" + (most == 1 ? "" : "s");
            throw Errors.type(function + "() takes " + wanted + " (" + n + " given)");
        }
        return this;
    }

    /** The arguments by name as a dict. */
    public PyDict namedAsDict() {
        var dict = new PyDict();
        for (int i = 0; i < names.length; i++) {
            dict.put(names[i], named[i]);
        }
        return dict;
    }
}

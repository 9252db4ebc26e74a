package layerbook.python;

import java.util.Iterator;
import layerbook.shape.Refusal;
import layerbook.syntax.BinaryOperator;
import layerbook.syntax.Comparison;
import layerbook.syntax.UnaryOperator;

/**
 * What came from an import that was not read, {@code wandb.init}. It may be named, passed and called with plain values, which gives
 * another; as a decorator it is passed over. It refuses to be computed with, compared, branched on, and to touch what is
 * {@link PyObject#guarded}.
 */
public final class Unread extends PyInstance {
    private final String name;
    private final String reason;

    public Unread(String name, String reason) {
        super(Types.UNREAD);
        this.name = name;
        this.reason = reason;
    }

    /** Dotted: {@code wandb.init}. */
    public String name() {
        return name;
    }

    private Refused refused(String what) {
        return new Refused(Refusal.of("runtime", name + " cannot be " + what).why(reason));
    }

    /** Why it cannot be used so: {@code wandb.init cannot be called on a tensor}. */
    public Refused cannotBe(String what) {
        return refused(what);
    }

    @Override public Object attribute(String attribute) {
        switch (attribute) {
            case "__class__": return Types.UNREAD;
            case "__name__": case "__qualname__": return name.substring(name.lastIndexOf('.') + 1);
            case "__module__": return name;
            default: return attribute.startsWith("__") ? null : new Unread(name + "." + attribute, reason);
        }
    }

    @Override public void setAttribute(String attribute, Object value) {
        // what it holds is never read back as a known value
    }

    @Override public boolean callable() {
        return true;
    }

    @Override public Object call(Arguments arguments) {
        for (Object a : arguments.positional()) {
            checkHarmless(a, 0);
        }
        for (int i = 0; i < arguments.namedCount(); i++) {
            checkHarmless(arguments.namedAt(i), 0);
        }
        return new Unread(name + "()", reason);
    }

    private void checkHarmless(Object value, int depth) {
        if (value instanceof PyObject o && o.guarded()) {
            throw refused("called on a " + o.type().name());
        }
        if (depth < 3 && value instanceof PyObject o && (o instanceof PyList || o instanceof PyTuple || o instanceof PyDict)) {
            for (Iterator<Object> all = o instanceof PyDict d ? d.values().iterator() : o.iterator(); all.hasNext();) {
                checkHarmless(all.next(), depth + 1);
            }
        }
    }

    @Override public Object binary(BinaryOperator op, Object right) {
        throw refused("computed with");
    }

    @Override public Object reflected(BinaryOperator op, Object left) {
        throw refused("computed with");
    }

    @Override public Object inPlace(BinaryOperator op, Object right) {
        throw refused("computed with");
    }

    @Override public Object unary(UnaryOperator op) {
        throw refused("computed with");
    }

    @Override public Object compare(Comparison op, Object right) {
        throw refused("compared");
    }

    @Override public boolean truth() {
        throw refused("branched on");
    }

    @Override public long length() {
        throw refused("measured");
    }

    @Override public Object item(Object index) {
        return new Unread(name + "[..]", reason);
    }

    @Override public void setItem(Object index, Object value) {
        throw refused("assigned to");
    }

    @Override public Iterator<Object> iterator() {
        throw refused("looped over");
    }

    @Override public boolean contains(Object value) {
        throw refused("searched");
    }

    @Override public Object index() {
        throw refused("used as a number");
    }

    @Override public String str() {
        throw refused("written as text");
    }

    @Override public String repr() {
        return "<" + name + ", not read>";
    }

    @Override public String format(String specification) {
        throw refused("written as text");
    }

    @Override public long hash() {
        return name.hashCode();
    }
}

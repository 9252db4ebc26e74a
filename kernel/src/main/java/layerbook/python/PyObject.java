package layerbook.python;

import java.util.Iterator;
import layerbook.syntax.BinaryOperator;
import layerbook.syntax.Comparison;
import layerbook.syntax.UnaryOperator;

/**
 * A value of Python that is no number, text or constant. A class overrides what its objects can do; the rest refuses as Python does.
 * <pre>{@code
 * final class Size extends PyObject {
 *     static final PyType TYPE = new PyType("Size", List.of(Types.OBJECT));
 *     public PyType type() { return TYPE; }
 *     public Object attribute(String name) { return name.equals("area") ? (Object) 12L : super.attribute(name); }
 *     public Object binary(BinaryOperator op, Object right) { return op == BinaryOperator.ADD ? .. : Special.NOT_IMPLEMENTED; }
 * }
 * }</pre>
 */
public abstract class PyObject {
    public abstract PyType type();

    /** The attribute, or null where there is none; functions of the class come bound to this object. */
    public Object attribute(String name) {
        return Attributes.ofType(this, type(), name);
    }

    /** Whether {@code hasattr} says no, though the name can be read. */
    public boolean hides(String name) {
        return false;
    }

    public void setAttribute(String name, Object value) {
        throw Errors.attribute(this, name);
    }

    public void deleteAttribute(String name) {
        throw Errors.attribute(this, name);
    }

    /** The names that {@code dir} lists, in any order. */
    public Iterable<String> attributeNames() {
        return type().allNames();
    }

    /** {@code self.name(arguments)}; overridden where the method need not be made a value first. */
    public Object invoke(String name, Arguments arguments) {
        return Calls.call(Attributes.get(this, name), arguments);
    }

    public boolean callable() {
        return false;
    }

    public Object call(Arguments arguments) {
        throw Errors.type("'" + type().name() + "' object is not callable");
    }

    /** {@code self op right}, or {@link Special#NOT_IMPLEMENTED}. */
    public Object binary(BinaryOperator op, Object right) {
        return Special.NOT_IMPLEMENTED;
    }

    /** {@code left op self}, asked where the left operand does not know this one, or {@link Special#NOT_IMPLEMENTED}. */
    public Object reflected(BinaryOperator op, Object left) {
        return Special.NOT_IMPLEMENTED;
    }

    /** {@code self op= right}: the new value of the target. */
    public Object inPlace(BinaryOperator op, Object right) {
        return Special.NOT_IMPLEMENTED;
    }

    /** {@code -self}, {@code +self}, {@code ~self}; never asked for {@code not}. */
    public Object unary(UnaryOperator op) {
        throw Errors.type("bad operand type for unary " + op.sign() + ": '" + type().name() + "'");
    }

    /** {@code self op right} for the six orders and equalities, or {@link Special#NOT_IMPLEMENTED}. */
    public Object compare(Comparison op, Object right) {
        return Special.NOT_IMPLEMENTED;
    }

    /** What {@code if self:} decides by. */
    public boolean truth() {
        return true;
    }

    /** {@code len(self)}. */
    public long length() {
        throw Errors.type("object of type '" + type().name() + "' has no len()");
    }

    /** {@code self[index]}; the index is an int, a {@link PySlice}, a {@link PyTuple} of them or any value. */
    public Object item(Object index) {
        throw Errors.type("'" + type().name() + "' object is not subscriptable");
    }

    public void setItem(Object index, Object value) {
        throw Errors.type("'" + type().name() + "' object does not support item assignment");
    }

    public void deleteItem(Object index) {
        throw Errors.type("'" + type().name() + "' object doesn't support item deletion");
    }

    /** {@code for x in self}. */
    public Iterator<Object> iterator() {
        throw Errors.type("'" + type().name() + "' object is not iterable");
    }

    /** {@code value in self}. */
    public boolean contains(Object value) {
        for (Iterator<Object> all = iterator(); all.hasNext();) {
            if (Equality.same(all.next(), value)) {
                return true;
            }
        }
        return false;
    }

    public String repr() {
        return "<" + type().qualifiedName() + " object at 0x" + String.format("%012x", System.identityHashCode(this)) + ">";
    }

    public String str() {
        return repr();
    }

    /** {@code format(self, specification)}. */
    public String format(String specification) {
        if (!specification.isEmpty()) {
            throw Errors.type("unsupported format string passed to " + type().name() + ".__format__");
        }
        return Texts.str(this);
    }

    /** {@code hash(self)}, equal where {@code ==} holds. */
    public long hash() {
        return System.identityHashCode(this);
    }

    /** {@code int(self)}, {@code self} as an index: a {@link Long} or {@link java.math.BigInteger}, or null where it is no whole number. */
    public Object index() {
        return null;
    }

    /**
     * Whether nothing unknown may touch it: a tensor, a size, a parameter, a module. A call into an import that was not read
     * refuses it as an argument.
     */
    public boolean guarded() {
        return false;
    }

    /** As {@code repr} says. */
    @Override public String toString() {
        return repr();
    }
}

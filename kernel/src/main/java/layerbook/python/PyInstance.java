package layerbook.python;

import java.util.Iterator;
import layerbook.syntax.BinaryOperator;
import layerbook.syntax.Comparison;
import layerbook.syntax.UnaryOperator;

/**
 * An object that a Python class may stand behind: it has a class and attributes. What the class says in a special method
 * ({@code __add__}, {@code __getitem__} ..) goes first; then the {@code raw..} method of the Java class, which is also what the
 * special method of a class written in Java ({@code list.__getitem__}) runs.
 */
public class PyInstance extends PyObject {
    private PyType type;
    private PyDict attributes;

    public PyInstance(PyType type) {
        this.type = type;
    }

    @Override public PyType type() {
        return type;
    }

    /** {@code self.__class__ = ..} */
    void become(PyType other) {
        type = other;
    }

    /** Its {@code __dict__}. */
    public PyDict attributes() {
        if (attributes == null) {
            attributes = new PyDict();
        }
        return attributes;
    }

    /** Its own attribute, without asking the class, or null. */
    public Object ownValue(String name) {
        return attributes == null ? null : attributes.named(name);
    }

    /** The special method of a class written in Python or of one given by {@link PyType#define}, or null. */
    protected final Object special(String name) {
        return type == null || !type.hasSpecials() ? null : type.lookupSpecial(name);
    }

    @Override public Object attribute(String name) {
        return Attributes.ofInstance(this, name);
    }

    @Override public void setAttribute(String name, Object value) {
        Attributes.setOnInstance(this, name, value);
    }

    /** Sets an attribute where neither a special method nor a descriptor of the class does: what {@code object.__setattr__} runs at last. */
    public void rawSetAttribute(String name, Object value) {
        attributes().put(name, value);
    }

    /** Reads an attribute that class and {@code __dict__} do not have, before {@code __getattr__} is asked, or null. */
    public Object rawAttribute(String name) {
        return null;
    }

    @Override public void deleteAttribute(String name) {
        Attributes.deleteOnInstance(this, name);
    }

    /** Deletes an attribute; false where there is none. */
    public boolean rawDeleteAttribute(String name) {
        return attributes != null && attributes.removeKey(name) != null;
    }

    @Override public boolean callable() {
        return special("__call__") != null;
    }

    @Override public Object call(Arguments arguments) {
        Object m = special("__call__");
        return m != null ? Calls.method(m, this, arguments) : super.call(arguments);
    }

    @Override public Object binary(BinaryOperator op, Object right) {
        Object m = special(Specials.of(op));
        return m != null ? Calls.method(m, this, right) : rawBinary(op, right);
    }

    protected Object rawBinary(BinaryOperator op, Object right) {
        return Special.NOT_IMPLEMENTED;
    }

    @Override public Object reflected(BinaryOperator op, Object left) {
        Object m = special(Specials.reflected(op));
        return m != null ? Calls.method(m, this, left) : rawReflected(op, left);
    }

    protected Object rawReflected(BinaryOperator op, Object left) {
        return Special.NOT_IMPLEMENTED;
    }

    @Override public Object inPlace(BinaryOperator op, Object right) {
        Object m = special(Specials.inPlace(op));
        return m != null ? Calls.method(m, this, right) : rawInPlace(op, right);
    }

    protected Object rawInPlace(BinaryOperator op, Object right) {
        return Special.NOT_IMPLEMENTED;
    }

    @Override public Object unary(UnaryOperator op) {
        Object m = special(Specials.of(op));
        return m != null ? Calls.method(m, this) : rawUnary(op);
    }

    protected Object rawUnary(UnaryOperator op) {
        return super.unary(op);
    }

    @Override public Object compare(Comparison op, Object right) {
        Object m = special(Specials.of(op));
        if (m != null) {
            return Calls.method(m, this, right);
        }
        if (op == Comparison.NOT_EQUAL && (m = special("__eq__")) != null) {
            Object equal = Calls.method(m, this, right);
            return equal == Special.NOT_IMPLEMENTED ? equal : (Object) !Operators.truth(equal);
        }
        return rawCompare(op, right);
    }

    protected Object rawCompare(Comparison op, Object right) {
        return Special.NOT_IMPLEMENTED;
    }

    @Override public boolean truth() {
        Object m = special("__bool__");
        if (m != null) {
            return Operators.truth(Calls.method(m, this));
        }
        return special("__len__") != null ? length() != 0 : rawTruth();
    }

    protected boolean rawTruth() {
        return true;
    }

    @Override public long length() {
        Object m = special("__len__");
        return m != null ? Numbers.toLong(Calls.method(m, this)) : rawLength();
    }

    protected long rawLength() {
        return super.length();
    }

    @Override public Object item(Object index) {
        Object m = special("__getitem__");
        return m != null ? Calls.method(m, this, index) : rawItem(index);
    }

    protected Object rawItem(Object index) {
        return super.item(index);
    }

    @Override public void setItem(Object index, Object value) {
        Object m = special("__setitem__");
        if (m != null) {
            Calls.method(m, this, index, value);
        } else {
            rawSetItem(index, value);
        }
    }

    protected void rawSetItem(Object index, Object value) {
        super.setItem(index, value);
    }

    @Override public void deleteItem(Object index) {
        Object m = special("__delitem__");
        if (m != null) {
            Calls.method(m, this, index);
        } else {
            rawDeleteItem(index);
        }
    }

    protected void rawDeleteItem(Object index) {
        super.deleteItem(index);
    }

    @Override public Iterator<Object> iterator() {
        Object m = special("__iter__");
        if (m != null && m != Special.NONE) {
            return Iteration.stepping(Calls.method(m, this));
        }
        if (special("__next__") != null && type.lookup("__iter__") == null) {
            return super.iterator();
        }
        return special("__getitem__") != null && !rawIterable() ? Iteration.byIndex(this) : rawIterator();
    }

    /** Whether {@link #rawIterator} gives something, so that {@code __getitem__} is not asked for 0, 1, 2 .. */
    protected boolean rawIterable() {
        return false;
    }

    protected Iterator<Object> rawIterator() {
        return super.iterator();
    }

    @Override public boolean contains(Object value) {
        Object m = special("__contains__");
        return m != null ? Operators.truth(Calls.method(m, this, value)) : rawContains(value);
    }

    protected boolean rawContains(Object value) {
        return super.contains(value);
    }

    @Override public String repr() {
        Object m = special("__repr__");
        return m != null ? Texts.expectText(Calls.method(m, this)) : rawRepr();
    }

    protected String rawRepr() {
        return super.repr();
    }

    @Override public String str() {
        Object m = special("__str__");
        return m != null ? Texts.expectText(Calls.method(m, this)) : rawStr();
    }

    protected String rawStr() {
        return repr();
    }

    @Override public String format(String specification) {
        Object m = special("__format__");
        return m != null ? Texts.expectText(Calls.method(m, this, specification)) : rawFormat(specification);
    }

    protected String rawFormat(String specification) {
        return super.format(specification);
    }

    @Override public long hash() {
        Object m = special("__hash__");
        if (m == Special.NONE || m == null && special("__eq__") != null) {
            throw Errors.type("unhashable type: '" + type.name() + "'");
        }
        return m != null ? Numbers.toLong(Calls.method(m, this)) : rawHash();
    }

    protected long rawHash() {
        return super.hash();
    }

    @Override public Object index() {
        Object m = special("__index__");
        return m != null ? Calls.method(m, this) : rawIndex();
    }

    protected Object rawIndex() {
        return null;
    }
}

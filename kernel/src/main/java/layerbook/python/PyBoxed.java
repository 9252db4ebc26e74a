package layerbook.python;

import java.util.Iterator;
import layerbook.syntax.BinaryOperator;
import layerbook.syntax.Comparison;
import layerbook.syntax.UnaryOperator;

/** An object of a class that derives int, float or str, and the number or text that it is: {@code class Mode(str, Enum)}. */
public final class PyBoxed extends PyInstance {
    private final Object boxed;

    PyBoxed(PyType type, Object boxed) {
        super(type);
        this.boxed = boxed;
    }

    /** The Long, BigInteger, Double or String. */
    public Object boxed() {
        return boxed;
    }

    boolean overridesEquality() {
        return type().lookupSpecial("__eq__") instanceof PyFunction;
    }

    /** A number or text as it is, without the class that derives it. */
    static Object unbox(Object value) {
        return value instanceof PyBoxed b ? b.boxed : value;
    }

    @Override protected Object rawBinary(BinaryOperator op, Object right) {
        return Operators.binaryOrNot(op, boxed, unbox(right));
    }

    @Override protected Object rawReflected(BinaryOperator op, Object left) {
        return Operators.binaryOrNot(op, unbox(left), boxed);
    }

    @Override protected Object rawUnary(UnaryOperator op) {
        return Operators.unary(op, boxed);
    }

    @Override protected Object rawCompare(Comparison op, Object right) {
        return right instanceof PyObject && !(right instanceof PyBoxed) ? Special.NOT_IMPLEMENTED : Operators.compareOrNot(op, boxed, unbox(right));
    }

    @Override protected boolean rawTruth() {
        return Operators.truth(boxed);
    }

    @Override protected long rawLength() {
        return Operators.length(boxed);
    }

    @Override protected Object rawItem(Object index) {
        return Operators.item(boxed, index);
    }

    @Override protected boolean rawIterable() {
        return boxed instanceof String;
    }

    @Override protected Iterator<Object> rawIterator() {
        return Iteration.of(boxed);
    }

    @Override protected boolean rawContains(Object value) {
        return Operators.contains(boxed, value);
    }

    @Override protected String rawRepr() {
        return Texts.repr(boxed);
    }

    @Override protected String rawStr() {
        return boxed instanceof String s ? s : repr();
    }

    @Override protected String rawFormat(String specification) {
        return Formatting.format(boxed, specification);
    }

    @Override protected long rawHash() {
        return Equality.hash(boxed);
    }

    @Override protected Object rawIndex() {
        return Numbers.isInt(boxed) ? boxed : null;
    }
}

package layerbook.python;

/** {@code value[index]}, also on classes: {@code list[int]}, {@code Optional[str]}, {@code Color["RED"]}. */
final class Subscripts {
    private Subscripts() {}

    static Object item(Object value, Object index) {
        if (value instanceof PyType t && !(t.type() != Types.TYPE && t.type().lookupSpecial("__getitem__") != null)) {
            Object special = t.lookup("__class_getitem__");
            if (special instanceof ClassMethod c) {
                return Calls.call(c.function, t, index);
            }
            if (special instanceof PyFunction f) {
                return f.call(Arguments.of(t, index));
            }
            return t.classItem(index);
        }
        return Operators.item(value, index);
    }
}

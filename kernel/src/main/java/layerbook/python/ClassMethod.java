package layerbook.python;

/** {@code @classmethod}: its function is given the class. */
final class ClassMethod extends PyObject {
    final Object function;

    ClassMethod(Object function) {
        this.function = function;
    }

    @Override public PyType type() {
        return Types.CLASSMETHOD;
    }

    @Override public Object attribute(String name) {
        return name.equals("__func__") ? function : super.attribute(name);
    }
}

package layerbook.python;

/** {@code @staticmethod}: its function is given nothing more. */
final class StaticMethod extends PyObject {
    final Object function;

    StaticMethod(Object function) {
        this.function = function;
    }

    @Override public PyType type() {
        return Types.STATICMETHOD;
    }

    @Override public boolean callable() {
        return true;
    }

    @Override public Object call(Arguments arguments) {
        return Calls.call(function, arguments);
    }

    @Override public Object attribute(String name) {
        return name.equals("__func__") ? function : super.attribute(name);
    }
}

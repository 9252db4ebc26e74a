package layerbook.python;

/** {@code @property}, with {@code setter} and {@code deleter}; each function may be null. */
final class PyProperty extends PyObject {
    final Object getter;
    final Object setter;
    final Object deleter;

    PyProperty(Object getter, Object setter, Object deleter) {
        this.getter = getter;
        this.setter = setter;
        this.deleter = deleter;
    }

    @Override public PyType type() {
        return Types.PROPERTY;
    }

    @Override public Object attribute(String name) {
        switch (name) {
            case "fget": return getter == null ? Special.NONE : getter;
            case "fset": return setter == null ? Special.NONE : setter;
            case "getter": return new PyBuiltin("getter", a -> new PyProperty(a.at(0), setter, deleter));
            case "setter": return new PyBuiltin("setter", a -> new PyProperty(getter, a.at(0), deleter));
            case "deleter": return new PyBuiltin("deleter", a -> new PyProperty(getter, setter, a.at(0)));
            default: return super.attribute(name);
        }
    }
}

package layerbook.python;

/** {@code super()}: attributes of the classes behind one in the order of lookup, bound to the object. */
final class PySuper extends PyObject {
    private final PyType after;
    private final Object self;
    private final PyType start;

    PySuper(PyType after, Object self) {
        this.after = after;
        this.self = self;
        this.start = self instanceof PyType t && t.derives(after) ? t : Types.of(self);
        if (!start.derives(after)) {
            throw Errors.type("super(type, obj): obj must be an instance or subtype of type");
        }
    }

    @Override public PyType type() {
        return Types.SUPER;
    }

    @Override public Object attribute(String name) {
        Object found = start.lookupAfter(after, name);
        if (found != null) {
            if (name.equals("__new__")) {
                return found instanceof StaticMethod s ? s.function : found;
            }
            return start == self ? classBound(found) : Attributes.bind(found, self, start);
        }
        return name.equals("__class__") ? Types.SUPER : null;
    }

    private Object classBound(Object found) {
        return found instanceof ClassMethod c ? new BoundMethod(c.function, self)
            : found instanceof PyBuiltin.OfType && !(self instanceof PyType t && t.type() != Types.TYPE) ? new BoundMethod(found, self)
            : ClassAttributes.bind(found, start);
    }

    @Override public Object item(Object index) {
        return Calls.call(Attributes.get(this, "__getitem__"), index);
    }

    @Override public String repr() {
        return "<super: " + after.repr() + ">";
    }
}

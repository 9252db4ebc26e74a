package layerbook.python;

/** Reads, sets and deletes attributes, with Python's order: descriptors of the class, the object's own, the class, {@code __getattr__}. */
public final class Attributes {
    private Attributes() {}

    /** {@code value.name}; raises AttributeError where there is none. */
    public static Object get(Object value, String name) {
        Object found = orNull(value, name);
        if (found == null) {
            throw Errors.attribute(value, name);
        }
        return found;
    }

    /** {@code getattr(value, name, null)}: an AttributeError that is raised on the way counts as none. */
    public static Object orNull(Object value, String name) {
        return value instanceof PyObject o ? o.attribute(name) : ofType(value, Types.of(value), name);
    }

    /** {@code hasattr(value, name)}. */
    public static boolean has(Object value, String name) {
        try {
            return !(value instanceof PyObject o && o.hides(name)) && orNull(value, name) != null;
        } catch (Raised r) {
            if (r.is("AttributeError")) {
                return false;
            }
            throw r;
        }
    }

    public static void set(Object value, String name, Object to) {
        if (value instanceof PyObject o) {
            o.setAttribute(name, to);
        } else {
            throw Errors.attribute(value, name);
        }
    }

    /** What the class gives, bound to the object, or null. */
    static Object ofType(Object self, PyType type, String name) {
        Object found = type.lookup(name);
        if (found != null) {
            return bind(found, self, type);
        }
        return common(self, type, name);
    }

    private static Object common(Object self, PyType type, String name) {
        switch (name) {
            case "__class__": return type;
            case "__doc__": return Special.NONE;
            case "__module__": return type.module();
            case "real": return self instanceof Boolean b ? (Object) (b ? 1L : 0L) : Numbers.isNumber(self) ? self : null;
            case "imag": return self instanceof Double ? (Object) 0.0 : Numbers.isNumber(self) ? (Object) 0L : null;
            case "numerator": return Numbers.isInt(self) ? self : null;
            case "denominator": return Numbers.isInt(self) ? (Object) 1L : null;
            default: return null;
        }
    }

    static Object ofInstance(PyInstance self, String name) {
        PyType type = self.type();
        Object custom = type.isWritten() ? type.lookupSpecial("__getattribute__") : null;
        if (custom instanceof PyFunction) {
            return Calls.method(custom, self, name);
        }
        Object found = plain(self, name);
        if (found != null) {
            return found;
        }
        Object fallback = type.lookupSpecial("__getattr__");
        return fallback == null ? null : Calls.method(fallback, self, name);
    }

    /** What {@code object.__getattribute__} finds, or null. */
    static Object plain(PyInstance self, String name) {
        PyType type = self.type();
        Object inClass = type.lookup(name);
        if (inClass != null && isData(inClass)) {
            return bind(inClass, self, type);
        }
        Object own = self.ownValue(name);
        if (own != null) {
            return own;
        }
        Object raw = self.rawAttribute(name);
        if (raw != null) {
            return raw;
        }
        if (name.equals("__dict__")) {
            return self.attributes();
        }
        return inClass != null ? bind(inClass, self, type) : common(self, type, name);
    }

    private static boolean isData(Object found) {
        return found instanceof PyProperty
            || found instanceof PyInstance i && i.type().isWritten() && i.type().lookupSpecial("__set__") != null;
    }

    /** What a class's attribute is when it is read through an object. */
    static Object bind(Object found, Object self, PyType type) {
        if (found instanceof PyFunction || found instanceof PyBuiltin.OfType) {
            return new BoundMethod(found, self);
        }
        if (found instanceof PyProperty p) {
            if (p.getter == null) {
                throw Errors.raise("AttributeError", "unreadable attribute");
            }
            return Calls.call(p.getter, self);
        }
        if (found instanceof StaticMethod s) {
            return s.function;
        }
        if (found instanceof ClassMethod c) {
            return new BoundMethod(c.function, type);
        }
        if (found instanceof Descriptor d) {
            return d.get(self, type);
        }
        if (found instanceof PyInstance i && i.type().isWritten()) {
            Object get = i.type().lookupSpecial("__get__");
            return get == null ? found : Calls.method(get, i, self, type);
        }
        return found;
    }

    static void setOnInstance(PyInstance self, String name, Object value) {
        Object custom = self.type().lookupSpecial("__setattr__");
        if (custom != null) {
            Calls.method(custom, self, name, value);
        } else {
            plainSet(self, name, value);
        }
    }

    /** What {@code object.__setattr__} does. */
    static void plainSet(PyInstance self, String name, Object value) {
        Object inClass = self.type().lookup(name);
        if (inClass instanceof PyProperty p) {
            if (p.setter == null) {
                throw Errors.raise("AttributeError", "property '" + name + "' of '" + self.type().name() + "' object has no setter");
            }
            Calls.call(p.setter, self, value);
        } else if (inClass instanceof PyInstance i && i.type().isWritten() && i.type().lookupSpecial("__set__") != null) {
            Calls.method(i.type().lookupSpecial("__set__"), i, self, value);
        } else if (name.equals("__class__") && value instanceof PyType t) {
            self.become(t);
        } else if (name.equals("__dict__") && value instanceof PyDict d) {
            self.attributes().replaceBy(d);
        } else {
            checkSlot(self, name);
            self.rawSetAttribute(name, value);
        }
    }

    /** A class that is all {@code __slots__} has no other attributes. */
    private static void checkSlot(PyInstance self, String name) {
        if (self.type().lookupSpecial("__slots__") == null) {
            return;
        }
        for (PyType t : self.type().mro()) {
            if (t.isWritten() && t.own().get("__slots__") == null) {
                return;
            }
        }
        for (PyType t : self.type().mro()) {
            Object slots = t.own().get("__slots__");
            if (slots != null && (slots instanceof String s ? s.equals(name) : Operators.contains(slots, name))) {
                return;
            }
        }
        throw Errors.attribute(self, name);
    }

    static void deleteOnInstance(PyInstance self, String name) {
        Object custom = self.type().lookupSpecial("__delattr__");
        if (custom != null) {
            Calls.method(custom, self, name);
        } else {
            plainDelete(self, name);
        }
    }

    static void plainDelete(PyInstance self, String name) {
        Object inClass = self.type().lookup(name);
        if (inClass instanceof PyProperty p && p.deleter != null) {
            Calls.call(p.deleter, self);
        } else if (!self.rawDeleteAttribute(name)) {
            throw Errors.attribute(self, name);
        }
    }
}

package layerbook.python;

import java.math.BigInteger;
import java.util.List;

/** Python's own classes, and the class of any value. */
public final class Types {
    public static final PyType OBJECT = new NativeType("object", List.of(), ObjectMethods.NAMES, ObjectMethods::call);
    public static final PyType TYPE = own("type");
    public static final PyType INT = new NativeType("int", List.of(OBJECT), NumberMethods.INT, NumberMethods::call);
    public static final PyType BOOL = new PyType("bool", List.of(INT)).plain();
    public static final PyType FLOAT = new NativeType("float", List.of(OBJECT), NumberMethods.FLOAT, NumberMethods::call);
    public static final PyType COMPLEX = own("complex");
    public static final PyType STR = new NativeType("str", List.of(OBJECT), TextMethods.NAMES, TextMethods::call);
    public static final PyType BYTES = own("bytes");
    public static final PyType LIST = new NativeType("list", List.of(OBJECT), ListMethods.NAMES, ListMethods::call)
        .allocatedBy((type, arguments) -> new PyList(type));
    public static final PyType TUPLE = new NativeType("tuple", List.of(OBJECT), TupleMethods.NAMES, TupleMethods::call);
    public static final PyType DICT = new NativeType("dict", List.of(OBJECT), DictMethods.NAMES, DictMethods::call)
        .allocatedBy((type, arguments) -> new PyDict(type));
    public static final PyType SET = new NativeType("set", List.of(OBJECT), SetMethods.NAMES, SetMethods::call)
        .allocatedBy((type, arguments) -> new PySet(type));
    public static final PyType FROZENSET = new NativeType("frozenset", List.of(OBJECT), SetMethods.NAMES, SetMethods::call);
    public static final PyType RANGE = own("range");
    public static final PyType SLICE = own("slice");
    public static final PyType NONE = own("NoneType");
    public static final PyType ELLIPSIS = own("ellipsis");
    public static final PyType NOT_IMPLEMENTED = own("NotImplementedType");
    public static final PyType FUNCTION = own("function");
    public static final PyType BUILTIN = own("builtin_function_or_method");
    public static final PyType METHOD = own("method");
    public static final PyType METHOD_DESCRIPTOR = own("method_descriptor");
    public static final PyType MODULE = own("module");
    public static final PyType PROPERTY = own("property");
    public static final PyType CLASSMETHOD = own("classmethod");
    public static final PyType STATICMETHOD = own("staticmethod");
    public static final PyType SUPER = own("super");
    public static final PyType ITERATOR = own("iterator");
    public static final PyType GENERATOR = own("generator");
    public static final PyType VIEW = own("dict_view");
    /** What an import that was not read gives. */
    public static final PyType UNREAD = own("unread");

    static {
        TYPE.define("__new__", (self, a) -> ClassBuilder.make((PyType) self, TextMethods.text(a.at(0)), a.at(1), a.at(2)));
        TYPE.define("__init__", (self, a) -> Special.NONE);
        TYPE.define("__call__", (self, a) -> Instantiation.construct((PyType) self, a));
        TYPE.define("__setattr__", (self, a) -> {
            ((PyType) self).own().put(TextMethods.text(a.at(0)), a.at(1));
            return Special.NONE;
        });
    }

    private Types() {}

    private static PyType own(String name) {
        return new PyType(name, List.of(OBJECT)).plain();
    }

    /** {@code type(value)}. */
    public static PyType of(Object value) {
        if (value instanceof PyObject o) {
            return o.type();
        }
        if (value instanceof String) {
            return STR;
        }
        if (value instanceof Long || value instanceof BigInteger) {
            return INT;
        }
        if (value instanceof Double) {
            return FLOAT;
        }
        if (value instanceof Boolean) {
            return BOOL;
        }
        if (value == Special.NONE) {
            return NONE;
        }
        if (value instanceof Special) {
            return value == Special.ELLIPSIS ? ELLIPSIS : NOT_IMPLEMENTED;
        }
        throw new IllegalArgumentException("not a value of Python: " + (value == null ? "null" : value.getClass().getName()));
    }

    /** {@code isinstance(value, type)}. */
    public static boolean isInstance(Object value, PyType type) {
        return of(value).derives(type);
    }
}

package layerbook.python;

/** What every object has. */
final class ObjectMethods {
    static final String NAMES = "__init__ __new__ __repr__ __str__ __eq__ __ne__ __hash__ __setattr__ __getattribute__ __delattr__ __init_subclass__ __format__ __dir__ "
        + "__class_getitem__ __subclasshook__ __reduce__";

    private ObjectMethods() {}

    static Object call(String name, Object self, Arguments a) {
        switch (name) {
            case "__init__": case "__init_subclass__": case "__subclasshook__": return Special.NONE;
            case "__new__": return Instantiation.allocate((PyType) self, a);
            case "__class_getitem__": return self;
            case "__repr__": return self instanceof PyInstance o ? o.rawRepr() : Texts.repr(self);
            case "__str__": return self instanceof PyInstance o ? o.rawStr() : Texts.str(self);
            case "__eq__": return self == a.at(0) ? (Object) true : Special.NOT_IMPLEMENTED;
            case "__ne__": return self == a.at(0) ? (Object) false : Special.NOT_IMPLEMENTED;
            case "__hash__": return (long) System.identityHashCode(self);
            case "__format__": return self instanceof PyInstance o ? o.rawFormat((String) a.at(0)) : Formatting.format(self, (String) a.at(0));
            case "__dir__": return Builtins.dir(self);
            case "__setattr__":
                if (!(self instanceof PyInstance o)) {
                    throw Errors.attribute(self, Texts.str(a.at(0)));
                }
                Attributes.plainSet(o, TextMethods.text(a.at(0)), a.at(1));
                return Special.NONE;
            case "__delattr__":
                Attributes.plainDelete((PyInstance) self, TextMethods.text(a.at(0)));
                return Special.NONE;
            case "__getattribute__": {
                Object found = self instanceof PyInstance o ? Attributes.plain(o, TextMethods.text(a.at(0))) : Attributes.orNull(self, TextMethods.text(a.at(0)));
                if (found == null) {
                    throw Errors.attribute(self, TextMethods.text(a.at(0)));
                }
                return found;
            }
            default: throw Errors.attribute(self, name);
        }
    }
}

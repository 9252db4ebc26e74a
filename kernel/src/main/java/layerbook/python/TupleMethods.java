package layerbook.python;

/** The methods of tuple. */
final class TupleMethods {
    static final String NAMES = "index count __new__ __hash__ " + Dunders.SEQUENCE;

    private TupleMethods() {}

    static Object call(String name, Object of, Arguments a) {
        if (name.equals("__new__")) {
            return new PyTuple((PyType) of, a.count() > 0 ? Iteration.list(a.at(0)).toArray() : new Object[0]);
        }
        if (!(of instanceof PyTuple self)) {
            throw Errors.type("descriptor '" + name + "' for 'tuple' objects doesn't apply to a '" + Types.of(of).name() + "' object");
        }
        switch (name) {
            case "index": return ListMethods.index(self, a);
            case "count": return ListMethods.count(self, a.at(0));
            default: return Dunders.call(name, self, a);
        }
    }
}

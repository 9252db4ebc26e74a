package layerbook.python;

/** Methods that {@code @abstractmethod} marks: a class that leaves some open makes no objects. */
final class AbstractMethods {
    static final String MARK = "__isabstractmethod__";

    private AbstractMethods() {}

    static void note(PyType type) {
        boolean checks = false;
        for (PyType t : type.mro()) {
            checks |= t == StandardModules.ABC || t.type() == StandardModules.ABC_META;
        }
        if (!checks) {
            return;
        }
        var open = new PySet();
        for (String name : type.allNames()) {
            Object found = type.lookup(name);
            if (isAbstract(found)) {
                open.add(name);
            }
        }
        type.own().put("__abstractmethods__", open);
    }

    private static boolean isAbstract(Object found) {
        Object f = found instanceof PyProperty p ? p.getter : found instanceof ClassMethod c ? c.function : found instanceof StaticMethod s ? s.function : found;
        return f instanceof PyFunction function && function.ownValue(MARK) != null;
    }
}

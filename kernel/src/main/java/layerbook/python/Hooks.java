package layerbook.python;

/** What is run when a class has been made: {@code __set_name__}, {@code __init_subclass__}, open abstract methods. */
final class Hooks {
    private Hooks() {}

    static void classMade(PyType type, Arguments given) {
        for (String name : new java.util.ArrayList<>(type.own().keySet())) {
            Object v = type.own().get(name);
            if (v instanceof PyInstance i && i.type().isWritten() && i.type().lookupSpecial("__set_name__") != null) {
                Calls.method(i.type().lookupSpecial("__set_name__"), i, type, name);
            } else if (v instanceof Named n) {
                n.named(name);
            }
        }
        Object hook = type.lookupAfter(type, "__init_subclass__");
        if (hook instanceof ClassMethod c) {
            hook = c.function;
        }
        if (hook instanceof PyFunction f) {
            f.call(keywords(given).with(type));
        } else if (hook instanceof PyBuiltin.OfType m && type.lookupSpecial("__init_subclass__") != null) {
            m.call(type, keywords(given));
        }
        type.made();
        AbstractMethods.note(type);
    }

    /** The keywords of the class statement without metaclass. */
    private static Arguments keywords(Arguments given) {
        var names = new java.util.ArrayList<String>();
        var values = new java.util.ArrayList<Object>();
        for (int i = 0; i < given.namedCount(); i++) {
            if (!given.nameAt(i).equals("metaclass")) {
                names.add(given.nameAt(i));
                values.add(given.namedAt(i));
            }
        }
        return new Arguments(new Object[0], names.toArray(new String[0]), values.toArray());
    }

    /** An attribute of a class that is told its name. */
    interface Named {
        void named(String name);
    }
}

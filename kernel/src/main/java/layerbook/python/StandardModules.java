package layerbook.python;

import java.util.List;

/** The modules of Python's own library that scripts around networks use. */
public final class StandardModules {
    static final PyType ABC_META = new PyType("ABCMeta", List.of(Types.TYPE)).in("abc");
    static final PyType ABC = new PyType(ABC_META, "ABC", List.of(Types.OBJECT)).in("abc");

    private StandardModules() {}

    /** An {@link Importer}. */
    public static PyModule find(String name, Interpreter python) {
        return null;
    }
}

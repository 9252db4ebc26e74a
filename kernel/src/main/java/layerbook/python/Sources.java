package layerbook.python;

import layerbook.syntax.SourceFile;

/** Where {@code import} may read files from. */
public interface Sources {
    Sources NONE = name -> null;

    /** The file of the module {@code a.b}, or of the package of that name ({@code a/b/__init__.py}); null where there is none. */
    SourceFile find(String name);
}

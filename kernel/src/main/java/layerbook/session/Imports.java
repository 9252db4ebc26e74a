package layerbook.session;

/** Stands first among the imports that each shell begins with, and holds nothing: JShell knows a text of several imports by the first one, which must be none that users type. */
public final class Imports {
    private Imports() {}
}

package layerbook.export;

/** A module cannot be written as a class of its own: its calls are to stand in the module around it. */
final class Inseparable extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String path;

    Inseparable(String path) {
        super(path, null, false, false);
        this.path = path;
    }

    String path() {
        return path;
    }
}

package layerbook.notebook;

import java.io.IOException;

/** A notebook that cannot be read, and why, in one line that begins with the file's name. */
public final class BadNotebook extends IOException {
    private static final long serialVersionUID = 1;

    public BadNotebook(String message) {
        super(message);
    }

    static BadNotebook tooBig(java.nio.file.Path file) {
        return new BadNotebook(file + ": " + doesNotFit());
    }

    /** What is said of anything that takes more memory than there is. */
    public static String doesNotFit() {
        return "does not fit into the " + (Runtime.getRuntime().maxMemory() >> 20) + " MB that Java may use; LAYERBOOK_JAVA_OPTIONS=-Xmx8g gives it more";
    }

    /** An error at a place in a file, spelled {@code name:line:column: what}. */
    static BadNotebook at(String name, long line, long column, String what) {
        return new BadNotebook(name + ":" + line + ":" + column + ": " + what);
    }
}

package layerbook.io;

import java.io.IOException;

/** A notebook that cannot be read, and why, in one line that begins with the file's name. */
public final class BadFile extends IOException {
    private static final long serialVersionUID = 1;

    public BadFile(String message) {
        super(message);
    }

    public static BadFile tooBig(java.nio.file.Path file) {
        return new BadFile(file + ": " + doesNotFit());
    }

    /** What is said of anything that takes more memory than there is. */
    public static String doesNotFit() {
        return "does not fit into the " + (Runtime.getRuntime().maxMemory() >> 20) + " MB that Java may use; LAYERBOOK_JAVA_OPTIONS=-Xmx8g gives it more";
    }

    /** An error at a place in a file, spelled {@code name:line:column: what}. */
    public static BadFile at(String name, long line, long column, String what) {
        return new BadFile(name + ":" + line + ":" + column + ": " + what);
    }
}

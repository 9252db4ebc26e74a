package layerbook.load.file;

import java.nio.file.Path;
import layerbook.shape.Refusal;

/** Refusals of files: one sentence that says what is wrong, the reason, and the next step. */
public final class BadFile {
    private BadFile() {}

    /** A file that breaks the rules of its format. */
    public static Refusal broken(Source source, String kind, String reason) {
        return broken(source.path(), kind, reason);
    }

    /** A file that breaks the rules of its format. */
    public static Refusal broken(Path file, String kind, String reason) {
        return Refusal.of("runtime", name(file) + " is not a valid " + kind + ": " + reason)
            .fix("load(\"" + name(file) + "\")  // after the file is downloaded or saved again");
    }

    /** A file that ends before the bytes that its head promises. */
    public static Refusal truncated(Source source, String kind, long wanted) {
        return Refusal.of("runtime", String.format(java.util.Locale.ROOT, "%s is cut off: this %s needs %,d bytes, and the file has %,d",
            name(source.path()), kind, wanted, source.size())).fix("load(\"" + name(source.path()) + "\")  // after the download is completed");
    }

    /** A file that is valid and holds something that is not read here. */
    public static Refusal unsupported(Path file, String what, String next) {
        return Refusal.of("runtime", name(file) + " " + what).fix(next);
    }

    private static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        var shown = new StringBuilder();
        name.codePoints().limit(200).forEach(c -> shown.appendCodePoint(Character.isISOControl(c) || c == '"' ? '?' : c));
        return shown.toString();
    }
}

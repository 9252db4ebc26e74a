package layerbook.session.output;

import java.nio.file.Path;
import java.util.List;

/**
 * What a session is opened with.
 *
 * @param classPath what user code is compiled against besides the program itself
 * @param directory what relative file names refer to
 * @param interactive whether a person types (warnings about mode, timings) or a file is run
 * @param importing whether Python imports modules from the directory: a file does from its own folder, what is typed or
 *     pasted imports nothing
 */
public record Settings(List<Path> classPath, Path directory, boolean interactive, boolean importing) {
    /** Settings for what is typed or pasted. */
    public Settings(List<Path> classPath, Path directory, boolean interactive) {
        this(classPath, directory, interactive, false);
    }

    /** A session in the working directory, with the program's own class path. */
    public static Settings standard() {
        return new Settings(List.of(), Path.of("").toAbsolutePath(), false);
    }
}

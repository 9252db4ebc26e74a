package layerbook.session.words;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import layerbook.load.Load;
import layerbook.load.file.Loaded;
import layerbook.net.NetworkBuilder;

/**
 * Where a session looks for files with relative names: beside the notebook, then where the program was started. Words are static methods, which know
 * their session by its builder alone; therefore a map.
 */
public final class FileFolders {
    private static final Map<NetworkBuilder, Path> FOLDERS = new WeakHashMap<>();

    private FileFolders() {}

    /** The folder in which the session of this builder looks first. */
    public static void lookIn(NetworkBuilder builder, Path folder) {
        synchronized (FOLDERS) {
            FOLDERS.put(builder, folder);
        }
    }

    /** The folders in which the session of this thread looks, the first one first. */
    public static List<Path> folders() {
        return folders(NetworkBuilder.current());
    }

    /** The folders in which the session of a builder looks. */
    public static List<Path> folders(NetworkBuilder builder) {
        var out = new ArrayList<Path>();
        synchronized (FOLDERS) {
            if (FOLDERS.get(builder) != null) {
                out.add(FOLDERS.get(builder));
            }
        }
        out.add(Path.of(""));
        return out;
    }

    static Loaded load(String file) {
        return load(file, folders());
    }

    /**
     * Reads a file: source code by its ending, all else by its content.
     *
     * @param folders where a relative name is looked for, the first one first
     * @throws layerbook.shape.Refusal if there is no such file, or it cannot be read
     */
    public static Loaded load(String file, List<Path> folders) {
        Path found = Load.find(file, folders);
        return found.toString().endsWith(".py") ? PythonSource.read(found) : Load.file(found);
    }
}

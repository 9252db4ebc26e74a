package layerbook.torch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import layerbook.python.Sources;
import layerbook.syntax.Python;
import layerbook.syntax.SourceFile;

/** Reads imports from folders, the first that has the file; no file outside of them is opened. */
final class FolderSources implements Sources {
    private static final long LARGEST = 8L << 20;

    private final List<Path> folders;

    FolderSources(List<Path> folders) {
        this.folders = folders;
    }

    @Override public SourceFile find(String name) {
        Path file = file(name);
        return file == null ? null : read(file);
    }

    /** The file of a module, or of a package of that name. */
    private Path file(String name) {
        if (!name.matches("[\\w.]+") || name.contains("..")) {
            return null;
        }
        String path = name.replace('.', '/');
        for (Path folder : folders) {
            for (String ending : List.of(".py", "/__init__.py")) {
                Path file = folder.resolve(path + ending);
                if (Files.isRegularFile(file)) {
                    return file;
                }
            }
        }
        return null;
    }

    /** Whether a folder of this name holds modules. */
    boolean isPackage(String name) {
        return name.matches("[\\w.]+") && folders.stream().anyMatch(f -> Files.isDirectory(f.resolve(name.replace('.', '/'))));
    }

    static SourceFile read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                return null;
            }
            return Python.read(file.toString(), Python.decode(Files.readAllBytes(file)));
        } catch (IOException e) {
            return null;
        }
    }
}

package layerbook.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files and directories that a file name may become which is being typed: notebooks, and the way to them. */
final class FileNames {
    private FileNames() {}

    static List<String> of(String typed) {
        String begun = typed.substring(typed.lastIndexOf(' ') + 1);
        String directory = begun.substring(0, begun.lastIndexOf('/') + 1);
        try (Stream<Path> files = Files.list(Path.of(directory.isEmpty() ? "." : home(directory)))) {
            boolean hidden = begun.startsWith(".", directory.length());
            return files.filter(f -> hidden || !f.getFileName().toString().startsWith("."))
                .filter(f -> Files.isDirectory(f) || f.getFileName().toString().matches(".*\\.(jsh|ipynb)"))
                .map(f -> directory + f.getFileName() + (Files.isDirectory(f) ? "/" : "")).sorted().toList();
        } catch (IOException | InvalidPathException e) {
            return List.of(); // nothing there to complete
        }
    }

    /** {@code ~/} is the user's home, as in a shell. */
    static String home(String name) {
        return name.startsWith("~/") ? System.getProperty("user.home") + name.substring(1) : name;
    }
}

package layerbook.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Names of files that could stand at the end of what was typed: folders end in a slash, hidden files come when a dot was typed. */
final class FileNames {
    private static final int MOST = 500;

    private FileNames() {}

    /**
     * The whole words that complete a path.
     *
     * @param typed the path so far, relative to one of the folders, absolute, or from the home folder ({@code ~/})
     * @param folders where relative names are looked for
     */
    static List<String> complete(String typed, List<Path> folders) {
        String path = typed.substring(typed.lastIndexOf(' ') + 1);
        String before = path.substring(0, path.lastIndexOf('/') + 1);
        String begun = path.substring(before.length());
        var found = new TreeSet<String>();
        for (Path folder : path.startsWith("/") || path.startsWith("~/") ? List.of(Path.of("")) : folders) {
            try {
                String inside = before.startsWith("~/") ? System.getProperty("user.home") + before.substring(1) : before;
                add(found, folder.resolve(inside), before, begun);
            } catch (IOException | InvalidPathException e) {
                continue; // what cannot be listed completes nothing
            }
        }
        return List.copyOf(found);
    }

    private static void add(TreeSet<String> found, Path folder, String before, String begun) throws IOException {
        if (!Files.isDirectory(folder.toString().isEmpty() ? Path.of(".") : folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder.toString().isEmpty() ? Path.of(".") : folder)) {
            files.filter(f -> f.getFileName().toString().startsWith(begun) && (!f.getFileName().toString().startsWith(".") || begun.startsWith("."))).limit(MOST)
                .forEach(f -> found.add(before + f.getFileName() + (Files.isDirectory(f) ? "/" : "")));
        }
    }
}

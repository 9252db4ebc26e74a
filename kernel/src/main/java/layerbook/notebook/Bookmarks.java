package layerbook.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import layerbook.io.AtomicFile;
import layerbook.io.TextFile;

/** How far a reader has come in each lesson: a small file with a line for each, {@code 02-cnn=7}. It need not exist. */
record Bookmarks(Path file) {
    /** The number of cells behind the reader, by lesson. */
    Map<String, Integer> all() throws IOException {
        Map<String, Integer> kept = new TreeMap<>();
        if (Files.notExists(file)) {
            return kept;
        }
        for (String line : TextFile.read(file).lines().toList()) {
            int equals = line.lastIndexOf('=');
            if (equals > 0 && line.substring(equals + 1).matches("[0-9]{1,6}")) {
                kept.put(line.substring(0, equals), Integer.valueOf(line.substring(equals + 1)));
            }
        }
        return kept;
    }

    void put(String lesson, int place) throws IOException {
        Map<String, Integer> kept = all();
        kept.put(lesson, place);
        write(kept);
    }

    void remove(String lesson) throws IOException {
        Map<String, Integer> kept = all();
        kept.remove(lesson);
        write(kept);
    }

    void clear() throws IOException {
        write(Map.of());
    }

    private void write(Map<String, Integer> kept) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        AtomicFile.write(file, writer -> {
            for (Map.Entry<String, Integer> entry : kept.entrySet()) {
                writer.write(entry.getKey() + "=" + entry.getValue() + "\n");
            }
        });
    }
}

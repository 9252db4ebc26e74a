package layerbook.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import layerbook.io.NearestWord;
import layerbook.shape.Refusal;

/** A file that is not there: where it was looked for, and the nearest name that is. */
final class Missing {
    private static final int LOOKED_AT = 10_000;

    private Missing() {}

    static Refusal file(Path path, List<Path> folders) {
        List<Path> looked = path.isAbsolute() ? List.of(path.getParent() == null ? path : path.getParent())
            : folders.stream().map(f -> f.resolve(path).toAbsolutePath().normalize().getParent()).distinct().toList();
        Refusal refusal = Refusal.of("runtime", "there is no file " + path)
            .why("looked in " + looked.stream().map(Path::toString).collect(Collectors.joining(", then in ")));
        String near = NearestWord.nearest(String.valueOf(path.getFileName()), names(looked));
        return near == null ? refusal.fix("load(\"/path/to/" + path.getFileName() + "\")") : refusal.fix("load(\"" + path.resolveSibling(near) + "\")");
    }

    private static List<String> names(List<Path> folders) {
        var names = new ArrayList<String>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                files.limit(LOOKED_AT).forEach(f -> names.add(f.getFileName().toString()));
            } catch (IOException | RuntimeException e) {
                continue; // a folder that cannot be listed has no name to offer
            }
        }
        return names;
    }
}

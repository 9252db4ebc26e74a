package layerbook.load;

import java.nio.file.Path;
import java.util.List;
import layerbook.count.Network;
import layerbook.load.config.Families;
import layerbook.load.file.Loaded;
import layerbook.net.NetworkBuilder;
import layerbook.table.Grid;
import layerbook.table.Tabular;

/** A {@code config.json} of Hugging Face: the network that it describes. */
final class ConfigFile implements Loaded, Tabular {
    private final Path path;
    private final BuiltNetwork built;

    ConfigFile(Path path, String json) {
        this.path = path;
        this.built = new BuiltNetwork(builder -> Families.read(json, builder));
    }

    @Override public Path path() {
        return path;
    }

    @Override public String kind() {
        return "Hugging Face config";
    }

    @Override public Content content() {
        return Content.NETWORK;
    }

    @Override public List<String> names() {
        return new NetworkBuilder().within(() -> built.in(NetworkBuilder.current())).calls().stream().filter(c -> c.unit() != null)
            .map(layerbook.net.Call::name).distinct().toList();
    }

    @Override public List<String> notes() {
        return built.notes();
    }

    @Override public Network network() {
        return built.in(NetworkBuilder.current());
    }

    @Override public Grid grid() {
        return built.grid(String.valueOf(path.getFileName()), List.of());
    }

    @Override public String text(int width, boolean unicode, boolean colour) {
        return grid().text(width, unicode, colour);
    }

    @Override public String html() {
        return grid().html();
    }

    @Override public String toString() {
        return path.getFileName() + ", " + kind();
    }
}

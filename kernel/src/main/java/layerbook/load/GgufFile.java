package layerbook.load;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import layerbook.count.Network;
import layerbook.load.config.Families;
import layerbook.load.file.BadFile;
import layerbook.load.file.Loaded;
import layerbook.load.file.StoredTensor;
import layerbook.load.tensors.Checkpoint;
import layerbook.net.NetworkBuilder;
import layerbook.table.Grid;
import layerbook.table.Tabular;

/** A GGUF checkpoint whose keys name a family: its tensors, and the network, if what is built has as many numbers as are stored. */
final class GgufFile implements Loaded, Tabular {
    private final Checkpoint checkpoint;
    private final BuiltNetwork built;

    /** The checkpoint with the description of its family, as a config.json would give it. */
    GgufFile(Checkpoint checkpoint, Map<String, Object> config) {
        this.checkpoint = checkpoint;
        this.built = new BuiltNetwork(builder -> Families.of(config, builder));
    }

    @Override public Path path() {
        return checkpoint.path();
    }

    @Override public String kind() {
        return checkpoint.kind();
    }

    @Override public Content content() {
        return Content.TENSORS;
    }

    @Override public List<String> names() {
        return checkpoint.names();
    }

    @Override public List<StoredTensor> tensors() {
        return checkpoint.tensors();
    }

    @Override public List<String> notes() {
        return checkpoint.notes();
    }

    @Override public Network network() {
        Network network = built.in(NetworkBuilder.current());
        BigInteger stored = tensors().stream().filter(t -> t.name().endsWith(".weight") || t.name().endsWith(".bias")).filter(t -> !t.name().startsWith("rope_"))
            .map(StoredTensor::numel).reduce(BigInteger.ZERO, BigInteger::add);
        if (!network.paramsExact().equals(stored)) {
            throw BadFile.unsupported(path(), String.format(Locale.ROOT, "stores %,d numbers, and the network that its keys describe has %,d", stored, network.paramsExact()),
                "load(\"config.json\").network()  // the configuration that it was converted from");
        }
        return network;
    }

    @Override public Grid grid() {
        return checkpoint.grid();
    }

    @Override public String text(int width, boolean unicode, boolean colour) {
        return grid().text(width, unicode, colour);
    }

    @Override public String html() {
        return grid().html();
    }

    @Override public String toString() {
        return checkpoint.toString();
    }
}

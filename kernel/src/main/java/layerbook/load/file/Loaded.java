package layerbook.load.file;

import java.nio.file.Path;
import java.util.List;
import layerbook.count.Network;
import layerbook.net.Model;
import layerbook.shape.Refusal;
import layerbook.table.Laid;

/**
 * A file that was read by its head: what {@code load(FILE)} gives. A question that this kind of file cannot answer is refused with the reason.
 * <pre>{@code
 * load("model.safetensors").tensors()          // every tensor with name, shape, type and bytes
 * load("model.onnx").network().flops()
 * trace(load("resnet.py").make("resnet18()"), 3, 224, 224)
 * }</pre>
 */
public interface Loaded extends Laid {
    /** What a file is about, which decides how it is summarised. */
    enum Content {
        /** A graph, or enough to build one: layers, shapes and work. */
        NETWORK,
        /** Stored tensors without a graph. */
        TENSORS,
        /** Source code that makes networks. */
        SOURCE
    }

    /** Where the file is. */
    Path path();

    /** What kind of file it is, as a noun, e.g. {@code safetensors checkpoint}. */
    String kind();

    /** What the file is about. */
    Content content();

    /** What the file names: its tensors, its inputs and outputs, or what can be made from it. */
    List<String> names();

    /** Facts that the figures alone would hide: what the format cannot know, ties, what an export folded in. One sentence each. */
    default List<String> notes() {
        return List.of();
    }

    /** Every stored tensor. @throws Refusal if this kind of file stores none */
    default List<StoredTensor> tensors() {
        throw cannot("stores no tensors").why("it describes a network; its weights are in another file").fix("load(\"model.safetensors\").tensors()");
    }

    /** The network, traced in the current book. @throws Refusal if the file does not say what is computed */
    default Network network() {
        throw cannot("does not say what is computed").why("a checkpoint holds names, shapes and types; heads, strides and the order of layers are in the code")
            .fix("load(\"config.json\").network()");
    }

    /**
     * Makes the model that a call of Python gives, such as {@code resnet18(num_classes=10)}.
     *
     * @throws Refusal if the file is no source code, or the call fails
     */
    default Model make(String text) {
        throw cannot("has no source code to make " + text + " from").fix("load(\"model.py\").make(\"Net()\")");
    }

    /** A refusal that begins with the file and its kind. */
    private Refusal cannot(String what) {
        return Refusal.of("runtime", path().getFileName() + ", a " + kind() + ", " + what);
    }
}

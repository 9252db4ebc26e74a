package layerbook.load.config;

import java.math.BigInteger;
import java.util.List;
import layerbook.count.Network;
import layerbook.net.Model;
import layerbook.net.NetworkBuilder;
import layerbook.shape.TensorType;

/**
 * The network that a {@code config.json} describes.
 *
 * @param modelType its family, as {@code model_type} says
 * @param architecture the class in transformers, e.g. {@code LlamaForCausalLM}
 * @param model the network, not run yet
 * @param inputs what goes in, with the symbols N and T
 * @param notes what the figures alone would hide, a sentence each
 */
public record Pretrained(String modelType, String architecture, Model model, List<Input> inputs, List<String> notes) {
    /** How many parameters work for a token: all, without the experts that it does not pass through. */
    public BigInteger activeParams(Network network) {
        return network.paramsExact().subtract(Mixtures.idle(model));
    }

    /** An input by its name in transformers. */
    public record Input(String name, TensorType type) {}

    /** Runs the network on its inputs in this book. */
    public Network trace(NetworkBuilder book) {
        return book.within(() -> Network.trace(book, model, inputs.stream().map(i -> (Object) book.tensor(i.type())).toList()));
    }
}

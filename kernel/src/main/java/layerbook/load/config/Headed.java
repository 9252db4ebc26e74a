package layerbook.load.config;

import java.util.List;
import java.util.function.UnaryOperator;
import layerbook.net.Tensor;

/** A network with a head on it: a language model's logits, the classes of a text or of each token. */
final class Headed extends Block {
    private final Block body;
    private final Object head;
    private final UnaryOperator<Tensor> behind;

    /**
     * A body and its head.
     *
     * @param bodyName the body's name in the checkpoint
     * @param headName the head's name
     * @param head a unit or block that takes what the body gives
     * @param behind what is done to the head's output, such as a scale
     */
    Headed(String bodyName, Block body, String headName, Object head, UnaryOperator<Tensor> behind) {
        this.body = hold(bodyName, body);
        this.head = hold(headName, head);
        this.behind = behind;
    }

    @Override Object forward(List<?> arguments) {
        return behind.apply(((Tensor) arguments.get(0)).then(body, arguments.subList(1, arguments.size()).toArray()).then(head));
    }
}

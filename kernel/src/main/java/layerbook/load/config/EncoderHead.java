package layerbook.load.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.net.Tensor;

/** An encoder with heads on it, each on all tokens or on what its pooler gives. */
final class EncoderHead extends Block {
    /**
     * One head.
     *
     * @param name in the checkpoint; empty for steps that stand in the network itself
     * @param head a unit or block
     * @param input which output of the body it takes: 0 for all tokens, 1 for the pooler's, -1 for the first token
     */
    record Part(String name, Object head, int input) {}

    private final Block body;
    private final List<Part> parts;

    EncoderHead(String bodyName, Block body, List<Part> parts) {
        this.body = hold(bodyName, body);
        this.parts = parts;
        parts.forEach(p -> {
            if (p.name().isEmpty()) {
                holdPartsOf((Block) p.head());
            } else {
                hold(p.name(), p.head());
            }
        });
    }

    static EncoderHead of(String bodyName, Block body, String name, Object head, int input) {
        return new EncoderHead(bodyName, body, List.of(new Part(name, head, input)));
    }

    @Override Object forward(List<?> arguments) {
        Tensor first = tensor(arguments, 0).then(body);
        var out = new ArrayList<Tensor>();
        Map<Integer, Tensor> inputs = new LinkedHashMap<>();
        for (Part p : parts) {
            Tensor x = inputs.computeIfAbsent(p.input(), i -> i < 0 ? first.select(1, 0) : i == 0 ? first : first.outputs().get(i));
            out.add(p.name().isEmpty() ? (Tensor) ((Block) p.head()).forward(List.of(x)) : x.then(p.head()));
        }
        return out.size() == 1 ? out.get(0) : out;
    }
}

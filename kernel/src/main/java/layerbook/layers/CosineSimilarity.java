package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * How far two vectors point the same way.
 * Takes two tensors, gives them without dim. Source: torch.nn.CosineSimilarity. Example: {@code x.then(cosineSimilarity(), y)}.
 */
public record CosineSimilarity(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("CosineSimilarity", "cosineSimilarity", "How far two vectors point the same way.", CosineSimilarity::new)
        .option("dim", 1, "the axis of the vectors")
        .option("eps", 1e-8, "smallest length");

    @Override public Rule rule() {
        return Losses.usual(args);
    }

    @Override public Rule ruleFor(Inputs in) {
        Rule rule = Losses.similarity(args, in);
        for (int i = 0; i < 2; i++) { // the input, its length, and the other one divided by its length
            int self = i;
            rule.keeps(k -> k.input(self).ifGradient(self).numbers(Losses.rows(in, args.integer("dim"))).ifGradient(self).numbers(Losses.EACH).ifGradient(self));
        }
        return rule;
    }
}

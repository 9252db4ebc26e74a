package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Parameter.Type;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * How unlikely the right class is under the scores.
 * Takes the prediction and the target, gives one number, or one for each with reduction("none"). Source: torch.nn.CrossEntropyLoss. Example: {@code x.then(crossEntropyLoss(), target)}.
 */
public record CrossEntropyLoss(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("CrossEntropyLoss", "crossEntropyLoss", "How unlikely the right class is under the scores.", CrossEntropyLoss::new)
        .option("weight", Type.OBJECT, null, "weight of each class")
        .option("sizeAverage", Type.BOOL, null, "the old way to say reduction: true for mean, false for sum")
        .option("ignoreIndex", -100, "a class that does not count")
        .option("reduce", Type.BOOL, null, "the old way to say reduction: false for none")
        .option("reduction", "mean", "none, mean or sum")
        .option("labelSmoothing", 0.0, "how much goes to the other classes");

    @Override public Rule rule() {
        return Losses.usual(args);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Losses.classes(args, in).keeps(k -> Losses.entropy(k, args, in));
    }
}

package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Parameter.Type;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Softmax over very many classes: frequent ones have a large matrix, rare ones share smaller ones.
 * Takes N×Fᵢₙ (or Fᵢₙ) and the class of each, gives the log probability of each class and the loss. Source: torch.nn.AdaptiveLogSoftmaxWithLoss, after
 * Grave et al., Efficient softmax approximation for GPUs, 2016. Example: {@code x.then(adaptiveLogSoftmaxWithLoss(64, 1000, size(100, 500)), classes)}.
 */
public record AdaptiveLogSoftmaxWithLoss(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("AdaptiveLogSoftmaxWithLoss", "adaptiveLogSoftmaxWithLoss",
            "Softmax over very many classes: frequent ones have a large matrix, rare ones share smaller ones.", AdaptiveLogSoftmaxWithLoss::new)
        .inferred("inFeatures", "input features")
        .required("nClasses", Type.INT, "classes")
        .required("cutoffs", Type.SIZE, "where the classes are cut into clusters, from the most frequent on")
        .option("divValue", 4.0, "how many times smaller the features of each further cluster are")
        .option("headBias", false, "whether the first matrix has a bias");

    @Override public Rule rule() {
        return Clusters.rule(args, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Clusters.rule(args, in);
    }
}

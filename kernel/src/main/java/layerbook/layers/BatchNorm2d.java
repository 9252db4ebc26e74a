package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Kind;
import layerbook.layer.Letters;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Brings each channel to mean 0 and variance 1, then scales and shifts it by learned numbers.
 * Takes and gives N×C×H×W. Running mean and variance are buffers. Source: torch.nn.BatchNorm2d. Example: {@code batchNorm2d(16)} has 2·16 weights.
 */
public record BatchNorm2d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("BatchNorm2d", "batchNorm2d",
            "Brings each channel to mean 0 and variance 1, then scales and shifts it by learned numbers.", BatchNorm2d::new)
        .inferred("numFeatures", "channels")
        .option("eps", 1e-5, "added to the variance, so that nothing is divided by zero")
        .option("momentum", 0.1, "weight of the new batch in the running mean and variance")
        .option("affine", true, "whether there are a learned scale and shift")
        .option("trackRunningStats", true, "whether mean and variance are kept for use after training");

    @Override public Rule rule() {
        return Rule.of(args).let(Letters.C, "numFeatures")
            .takes(Letters.N, Letters.C, Letters.H, Letters.W).gives(Letters.N, Letters.C, Letters.H, Letters.W)
            .work("subtract the mean", Kind.ADD, Letters.N, Letters.C, Letters.H, Letters.W)
            .work("divide by the deviation", Kind.MULTIPLY, Letters.N, Letters.C, Letters.H, Letters.W)
            .when(args.flag("affine"), r -> r.weight("weight", Letters.C).weight("bias", Letters.C)
                .work("scale", Kind.MULTIPLY, Letters.N, Letters.C, Letters.H, Letters.W).work("shift", Kind.ADD, Letters.N, Letters.C, Letters.H, Letters.W))
            .when(args.flag("trackRunningStats"), r -> r.buffer("running_mean", Letters.C).buffer("running_var", Letters.C).buffer("num_batches_tracked"));
    }
}

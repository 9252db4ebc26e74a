package layerbook.load.config;

import java.util.List;
import java.util.function.BiFunction;
import layerbook.formula.Expr;
import layerbook.layer.Letters;
import layerbook.net.Model;
import layerbook.shape.DType;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/**
 * A family of networks: which model types are its own, which heads there are, and how one is built from its config.
 *
 * @param types the values of {@code model_type}
 * @param heads the heads that it is built with, the one without {@code architectures} first
 * @param builder makes the network
 * @param inputs what goes in
 */
record Family(List<String> types, List<Architecture> heads, BiFunction<Config, Architecture, Model> builder, BiFunction<Config, Architecture, List<Pretrained.Input>> inputs) {
    /** Token ids, N×T. */
    static final Pretrained.Input IDS = ids("input_ids");

    static Pretrained.Input ids(String name) {
        return new Pretrained.Input(name, new TensorType(Shape.of(Letters.N, Letters.T), DType.INT64));
    }

    /** A family that takes token ids alone. */
    static Family text(List<String> types, List<Architecture> heads, BiFunction<Config, Architecture, Model> builder) {
        return new Family(types, heads, builder, (c, a) -> List.of(IDS));
    }

    /** Pictures of the size that the config gives. */
    static Pretrained.Input pixels(Config c) {
        Expr size = Expr.of(c.size("image_size"));
        return new Pretrained.Input("pixel_values", TensorType.of(Shape.of(Letters.N, Expr.of(c.size("num_channels")), size, size)));
    }
}

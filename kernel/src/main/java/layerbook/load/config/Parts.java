package layerbook.load.config;

import java.util.Arrays;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Layer;
import layerbook.layer.Option;
import layerbook.layers.Catalogue;
import layerbook.net.NetworkBuilder;
import layerbook.net.Tensor;
import layerbook.net.Unit;
import layerbook.operations.Operations;
import layerbook.shape.DType;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/** Units and tensors that blocks are built of. */
final class Parts {
    private Parts() {}

    static Layer layer(String word, Object... arguments) {
        return Catalogue.find(word).orElseThrow().read(arguments);
    }

    static Unit linear(long in, long out, boolean bias) {
        return Unit.of(bias ? layer("linear", in, out) : layer("linear", in, out, Option.of("bias", false)));
    }

    static Unit embedding(long rows, long width) {
        return Unit.of(layer("embedding", rows, width));
    }

    static Unit rms(long size) {
        return Unit.of(layer("rmsNorm", size));
    }

    static Unit layerNorm(long size) {
        return Unit.of(layer("layerNorm", size));
    }

    /** With a scale alone, without a shift. */
    static Unit layerNormWithoutBias(long size) {
        return Unit.of(layer("layerNorm", size, Option.of("bias", false)));
    }

    /** Without scale and shift. */
    static Unit plainLayerNorm(long size) {
        return Unit.of(layer("layerNorm", size, Option.of("elementwiseAffine", false)));
    }

    static void tie(Unit a, Unit b) {
        NetworkBuilder.current().tie(a.weight(), b.weight());
    }

    /** Gives a matrix's bias a second name: it stands beside the matrix in the checkpoint. */
    static Tensor biasOf(Unit matrix, long size) {
        Tensor bias = parameter(size);
        NetworkBuilder.current().tie(matrix.bias(), bias);
        return bias;
    }

    static Tensor parameter(long... sizes) {
        return NetworkBuilder.current().parameter(exprs(sizes));
    }

    static Tensor buffer(long... sizes) {
        return NetworkBuilder.current().bare("buffer", new TensorType(new Shape(exprs(sizes)), DType.FLOAT32));
    }

    /** The positions 0, 1, 2 .. as whole numbers. */
    static Tensor positions(Expr length) {
        return NetworkBuilder.current().bare("arange", new TensorType(new Shape(List.of(length)), DType.INT64));
    }

    static Tensor zeros(DType type, Expr... sizes) {
        return NetworkBuilder.current().bare("zeros", new TensorType(new Shape(List.of(sizes)), type));
    }

    static Tensor ones(long... sizes) {
        return NetworkBuilder.current().bare("ones", new TensorType(new Shape(exprs(sizes)), DType.FLOAT32));
    }

    /** Which positions, T×T, come behind the one that looks. */
    static Tensor earlier(Expr length) {
        return NetworkBuilder.current().bare("ones", new TensorType(new Shape(List.of(length, length)), DType.FLOAT32)).tril().eq(0);
    }

    static Tensor cat(int dim, Tensor... tensors) {
        return Operations.find("cat").apply(List.of(List.of(tensors), dim), java.util.Map.of()).tensor();
    }

    private static List<Expr> exprs(long... sizes) {
        return Arrays.stream(sizes).mapToObj(s -> (Expr) Expr.of(s)).toList();
    }

    /** The activation of this name in a config: a module where transformers has PyTorch's module, else a function. */
    static Object activation(String name) {
        return switch (name) {
            case "silu", "swish" -> Unit.of(layer("silu"));
            case "relu" -> Unit.of(layer("relu"));
            case "relu6" -> Unit.of(layer("relu6"));
            case "tanh" -> Unit.of(layer("tanh"));
            case "sigmoid" -> Unit.of(layer("sigmoid"));
            case "mish" -> Unit.of(layer("mish"));
            case "linear" -> Unit.of(layer("identity"));
            case "gelu", "gelu_python" -> function(Tensor::gelu);
            case "gelu_new", "gelu_fast", "gelu_pytorch_tanh", "gelu_accurate" -> function(x -> x.gelu(Option.of("approximate", "tanh")));
            case "quick_gelu" -> function(x -> x.mul(x.mul(1.702).sigmoid()));
            case "relu2" -> function(x -> x.relu().square());
            default -> throw Refusal.option("the activation \"" + name + "\" is not known").why("known are silu, gelu, gelu_new, gelu_pytorch_tanh, quick_gelu, relu, relu2, tanh, mish");
        };
    }

    private static java.util.function.Function<Tensor, Object> function(java.util.function.Function<Tensor, Tensor> f) {
        return f::apply;
    }
}

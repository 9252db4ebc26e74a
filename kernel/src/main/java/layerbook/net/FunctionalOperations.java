package layerbook.net;

import layerbook.layers.Catalogue;
import layerbook.shape.Refusal;

/** The functional forms of layers without weights: the same work, but no module. Arguments are those of the layer. */
interface FunctionalOperations extends Applying {
    /** The function of that word, e.g. {@code relu}. */
    default Tensor function(String word, Object... arguments) {
        return apply(Catalogue.find(word).orElseThrow(() -> Refusal.of("runtime", "there is no function " + word)).read(arguments));
    }

    default Tensor relu(Object... arguments) {
        return function("relu", arguments);
    }

    default Tensor relu6(Object... arguments) {
        return function("relu6", arguments);
    }

    default Tensor elu(Object... arguments) {
        return function("elu", arguments);
    }

    default Tensor selu(Object... arguments) {
        return function("selu", arguments);
    }

    default Tensor celu(Object... arguments) {
        return function("celu", arguments);
    }

    default Tensor leakyRelu(Object... arguments) {
        return function("leakyRelu", arguments);
    }

    default Tensor rrelu(Object... arguments) {
        return function("rrelu", arguments);
    }

    default Tensor gelu(Object... arguments) {
        return function("gelu", arguments);
    }

    default Tensor silu(Object... arguments) {
        return function("silu", arguments);
    }

    default Tensor mish(Object... arguments) {
        return function("mish", arguments);
    }

    default Tensor glu(Object... arguments) {
        return function("glu", arguments);
    }

    default Tensor sigmoid(Object... arguments) {
        return function("sigmoid", arguments);
    }

    default Tensor tanh(Object... arguments) {
        return function("tanh", arguments);
    }

    default Tensor softplus(Object... arguments) {
        return function("softplus", arguments);
    }

    default Tensor softsign(Object... arguments) {
        return function("softsign", arguments);
    }

    default Tensor logSigmoid(Object... arguments) {
        return function("logSigmoid", arguments);
    }

    default Tensor tanhshrink(Object... arguments) {
        return function("tanhshrink", arguments);
    }

    default Tensor softshrink(Object... arguments) {
        return function("softshrink", arguments);
    }

    default Tensor hardshrink(Object... arguments) {
        return function("hardshrink", arguments);
    }

    default Tensor hardtanh(Object... arguments) {
        return function("hardtanh", arguments);
    }

    default Tensor hardsigmoid(Object... arguments) {
        return function("hardsigmoid", arguments);
    }

    default Tensor hardswish(Object... arguments) {
        return function("hardswish", arguments);
    }

    default Tensor threshold(Object... arguments) {
        return function("threshold", arguments);
    }

    default Tensor softmax(Object... arguments) {
        return function("softmax", arguments);
    }

    default Tensor softmin(Object... arguments) {
        return function("softmin", arguments);
    }

    default Tensor logSoftmax(Object... arguments) {
        return function("logSoftmax", arguments);
    }

    default Tensor dropout(Object... arguments) {
        return function("dropout", arguments);
    }

    default Tensor dropout1d(Object... arguments) {
        return function("dropout1d", arguments);
    }

    default Tensor dropout2d(Object... arguments) {
        return function("dropout2d", arguments);
    }

    default Tensor dropout3d(Object... arguments) {
        return function("dropout3d", arguments);
    }

    default Tensor alphaDropout(Object... arguments) {
        return function("alphaDropout", arguments);
    }

    default Tensor featureAlphaDropout(Object... arguments) {
        return function("featureAlphaDropout", arguments);
    }

    default Tensor maxPool1d(Object... arguments) {
        return function("maxPool1d", arguments);
    }

    default Tensor maxPool2d(Object... arguments) {
        return function("maxPool2d", arguments);
    }

    default Tensor maxPool3d(Object... arguments) {
        return function("maxPool3d", arguments);
    }

    default Tensor avgPool1d(Object... arguments) {
        return function("avgPool1d", arguments);
    }

    default Tensor avgPool2d(Object... arguments) {
        return function("avgPool2d", arguments);
    }

    default Tensor avgPool3d(Object... arguments) {
        return function("avgPool3d", arguments);
    }

    default Tensor lpPool1d(Object... arguments) {
        return function("lpPool1d", arguments);
    }

    default Tensor lpPool2d(Object... arguments) {
        return function("lpPool2d", arguments);
    }

    default Tensor lpPool3d(Object... arguments) {
        return function("lpPool3d", arguments);
    }

    default Tensor adaptiveAvgPool1d(Object... arguments) {
        return function("adaptiveAvgPool1d", arguments);
    }

    default Tensor adaptiveAvgPool2d(Object... arguments) {
        return function("adaptiveAvgPool2d", arguments);
    }

    default Tensor adaptiveAvgPool3d(Object... arguments) {
        return function("adaptiveAvgPool3d", arguments);
    }

    default Tensor adaptiveMaxPool1d(Object... arguments) {
        return function("adaptiveMaxPool1d", arguments);
    }

    default Tensor adaptiveMaxPool2d(Object... arguments) {
        return function("adaptiveMaxPool2d", arguments);
    }

    default Tensor adaptiveMaxPool3d(Object... arguments) {
        return function("adaptiveMaxPool3d", arguments);
    }

    default Tensor fractionalMaxPool2d(Object... arguments) {
        return function("fractionalMaxPool2d", arguments);
    }

    default Tensor fractionalMaxPool3d(Object... arguments) {
        return function("fractionalMaxPool3d", arguments);
    }

    default Tensor upsample(Object... arguments) {
        return function("upsample", arguments);
    }

    /** PyTorch's interpolate: the functional form of upsample. */
    default Tensor interpolate(Object... arguments) {
        return function("upsample", arguments);
    }

    default Tensor pixelShuffle(Object... arguments) {
        return function("pixelShuffle", arguments);
    }

    default Tensor pixelUnshuffle(Object... arguments) {
        return function("pixelUnshuffle", arguments);
    }

    default Tensor channelShuffle(Object... arguments) {
        return function("channelShuffle", arguments);
    }

    default Tensor fold(Object... arguments) {
        return function("fold", arguments);
    }

    default Tensor localResponseNorm(Object... arguments) {
        return function("localResponseNorm", arguments);
    }

    default Tensor instanceNorm1d(Object... arguments) {
        return function("instanceNorm1d", arguments);
    }

    default Tensor instanceNorm2d(Object... arguments) {
        return function("instanceNorm2d", arguments);
    }

    default Tensor instanceNorm3d(Object... arguments) {
        return function("instanceNorm3d", arguments);
    }
}

package layerbook.session.words;

import layerbook.layer.Layer;
import layerbook.layer.Option;
import layerbook.layers.Catalogue;
import layerbook.net.NetworkBuilder;
import layerbook.shape.Refusal;

/**
 * The words that make layers: one for each class of {@code torch.nn}, named as the class in lowerCamelCase. What stands in the brackets is read by the
 * layer's {@link layerbook.layer.Signature}; {@code ?conv2d} shows it.
 */
abstract class LayerWords extends TableWords {
    LayerWords() {}

    /** Makes the layer of that word. */
    static Layer made(String word, Object... arguments) {
        Layer layer = Catalogue.find(word).orElseThrow(() -> Refusal.of("runtime", "there is no layer " + word)).read(arguments);
        for (Object a : arguments == null ? new Object[0] : arguments) {
            if (a instanceof Layer inner) {
                NetworkBuilder.current().consume(inner);
            } else if (a instanceof Option named) {
                named.values().stream().filter(v -> v instanceof Layer).forEach(v -> NetworkBuilder.current().consume((Layer) v));
            }
        }
        return NetworkBuilder.current().made(layer);
    }

    public static Layer conv1d(Object... arguments) {
        return made("conv1d", arguments);
    }

    public static Layer conv2d(Object... arguments) {
        return made("conv2d", arguments);
    }

    public static Layer conv3d(Object... arguments) {
        return made("conv3d", arguments);
    }

    public static Layer convTranspose1d(Object... arguments) {
        return made("convTranspose1d", arguments);
    }

    public static Layer convTranspose2d(Object... arguments) {
        return made("convTranspose2d", arguments);
    }

    public static Layer convTranspose3d(Object... arguments) {
        return made("convTranspose3d", arguments);
    }

    public static Layer linear(Object... arguments) {
        return made("linear", arguments);
    }

    public static Layer bilinear(Object... arguments) {
        return made("bilinear", arguments);
    }

    public static Layer identity(Object... arguments) {
        return made("identity", arguments);
    }

    public static Layer batchNorm1d(Object... arguments) {
        return made("batchNorm1d", arguments);
    }

    public static Layer batchNorm2d(Object... arguments) {
        return made("batchNorm2d", arguments);
    }

    public static Layer batchNorm3d(Object... arguments) {
        return made("batchNorm3d", arguments);
    }

    public static Layer syncBatchNorm(Object... arguments) {
        return made("syncBatchNorm", arguments);
    }

    public static Layer instanceNorm1d(Object... arguments) {
        return made("instanceNorm1d", arguments);
    }

    public static Layer instanceNorm2d(Object... arguments) {
        return made("instanceNorm2d", arguments);
    }

    public static Layer instanceNorm3d(Object... arguments) {
        return made("instanceNorm3d", arguments);
    }

    public static Layer layerNorm(Object... arguments) {
        return made("layerNorm", arguments);
    }

    public static Layer groupNorm(Object... arguments) {
        return made("groupNorm", arguments);
    }

    public static Layer localResponseNorm(Object... arguments) {
        return made("localResponseNorm", arguments);
    }

    public static Layer rmsNorm(Object... arguments) {
        return made("rmsNorm", arguments);
    }

    public static Layer maxPool1d(Object... arguments) {
        return made("maxPool1d", arguments);
    }

    public static Layer maxPool2d(Object... arguments) {
        return made("maxPool2d", arguments);
    }

    public static Layer maxPool3d(Object... arguments) {
        return made("maxPool3d", arguments);
    }

    public static Layer avgPool1d(Object... arguments) {
        return made("avgPool1d", arguments);
    }

    public static Layer avgPool2d(Object... arguments) {
        return made("avgPool2d", arguments);
    }

    public static Layer avgPool3d(Object... arguments) {
        return made("avgPool3d", arguments);
    }

    public static Layer lpPool1d(Object... arguments) {
        return made("lpPool1d", arguments);
    }

    public static Layer lpPool2d(Object... arguments) {
        return made("lpPool2d", arguments);
    }

    public static Layer lpPool3d(Object... arguments) {
        return made("lpPool3d", arguments);
    }

    public static Layer maxUnpool1d(Object... arguments) {
        return made("maxUnpool1d", arguments);
    }

    public static Layer maxUnpool2d(Object... arguments) {
        return made("maxUnpool2d", arguments);
    }

    public static Layer maxUnpool3d(Object... arguments) {
        return made("maxUnpool3d", arguments);
    }

    public static Layer adaptiveAvgPool1d(Object... arguments) {
        return made("adaptiveAvgPool1d", arguments);
    }

    public static Layer adaptiveAvgPool2d(Object... arguments) {
        return made("adaptiveAvgPool2d", arguments);
    }

    public static Layer adaptiveAvgPool3d(Object... arguments) {
        return made("adaptiveAvgPool3d", arguments);
    }

    public static Layer adaptiveMaxPool1d(Object... arguments) {
        return made("adaptiveMaxPool1d", arguments);
    }

    public static Layer adaptiveMaxPool2d(Object... arguments) {
        return made("adaptiveMaxPool2d", arguments);
    }

    public static Layer adaptiveMaxPool3d(Object... arguments) {
        return made("adaptiveMaxPool3d", arguments);
    }

    public static Layer fractionalMaxPool2d(Object... arguments) {
        return made("fractionalMaxPool2d", arguments);
    }

    public static Layer fractionalMaxPool3d(Object... arguments) {
        return made("fractionalMaxPool3d", arguments);
    }

    public static Layer relu(Object... arguments) {
        return made("relu", arguments);
    }

    public static Layer relu6(Object... arguments) {
        return made("relu6", arguments);
    }

    public static Layer leakyRelu(Object... arguments) {
        return made("leakyRelu", arguments);
    }

    public static Layer prelu(Object... arguments) {
        return made("prelu", arguments);
    }

    public static Layer rrelu(Object... arguments) {
        return made("rrelu", arguments);
    }

    public static Layer elu(Object... arguments) {
        return made("elu", arguments);
    }

    public static Layer selu(Object... arguments) {
        return made("selu", arguments);
    }

    public static Layer celu(Object... arguments) {
        return made("celu", arguments);
    }

    public static Layer gelu(Object... arguments) {
        return made("gelu", arguments);
    }

    public static Layer silu(Object... arguments) {
        return made("silu", arguments);
    }

    public static Layer mish(Object... arguments) {
        return made("mish", arguments);
    }

    public static Layer glu(Object... arguments) {
        return made("glu", arguments);
    }

    public static Layer sigmoid(Object... arguments) {
        return made("sigmoid", arguments);
    }

    public static Layer tanh(Object... arguments) {
        return made("tanh", arguments);
    }

    public static Layer softplus(Object... arguments) {
        return made("softplus", arguments);
    }

    public static Layer softsign(Object... arguments) {
        return made("softsign", arguments);
    }

    public static Layer logSigmoid(Object... arguments) {
        return made("logSigmoid", arguments);
    }

    public static Layer tanhshrink(Object... arguments) {
        return made("tanhshrink", arguments);
    }

    public static Layer softshrink(Object... arguments) {
        return made("softshrink", arguments);
    }

    public static Layer hardshrink(Object... arguments) {
        return made("hardshrink", arguments);
    }

    public static Layer hardtanh(Object... arguments) {
        return made("hardtanh", arguments);
    }

    public static Layer hardsigmoid(Object... arguments) {
        return made("hardsigmoid", arguments);
    }

    public static Layer hardswish(Object... arguments) {
        return made("hardswish", arguments);
    }

    public static Layer threshold(Object... arguments) {
        return made("threshold", arguments);
    }

    public static Layer softmax(Object... arguments) {
        return made("softmax", arguments);
    }

    public static Layer softmin(Object... arguments) {
        return made("softmin", arguments);
    }

    public static Layer softmax2d(Object... arguments) {
        return made("softmax2d", arguments);
    }

    public static Layer logSoftmax(Object... arguments) {
        return made("logSoftmax", arguments);
    }

    public static Layer adaptiveLogSoftmaxWithLoss(Object... arguments) {
        return made("adaptiveLogSoftmaxWithLoss", arguments);
    }

    public static Layer dropout(Object... arguments) {
        return made("dropout", arguments);
    }

    public static Layer dropout1d(Object... arguments) {
        return made("dropout1d", arguments);
    }

    public static Layer dropout2d(Object... arguments) {
        return made("dropout2d", arguments);
    }

    public static Layer dropout3d(Object... arguments) {
        return made("dropout3d", arguments);
    }

    public static Layer alphaDropout(Object... arguments) {
        return made("alphaDropout", arguments);
    }

    public static Layer featureAlphaDropout(Object... arguments) {
        return made("featureAlphaDropout", arguments);
    }

    public static Layer zeroPad1d(Object... arguments) {
        return made("zeroPad1d", arguments);
    }

    public static Layer zeroPad2d(Object... arguments) {
        return made("zeroPad2d", arguments);
    }

    public static Layer zeroPad3d(Object... arguments) {
        return made("zeroPad3d", arguments);
    }

    public static Layer constantPad1d(Object... arguments) {
        return made("constantPad1d", arguments);
    }

    public static Layer constantPad2d(Object... arguments) {
        return made("constantPad2d", arguments);
    }

    public static Layer constantPad3d(Object... arguments) {
        return made("constantPad3d", arguments);
    }

    public static Layer reflectionPad1d(Object... arguments) {
        return made("reflectionPad1d", arguments);
    }

    public static Layer reflectionPad2d(Object... arguments) {
        return made("reflectionPad2d", arguments);
    }

    public static Layer reflectionPad3d(Object... arguments) {
        return made("reflectionPad3d", arguments);
    }

    public static Layer replicationPad1d(Object... arguments) {
        return made("replicationPad1d", arguments);
    }

    public static Layer replicationPad2d(Object... arguments) {
        return made("replicationPad2d", arguments);
    }

    public static Layer replicationPad3d(Object... arguments) {
        return made("replicationPad3d", arguments);
    }

    public static Layer circularPad1d(Object... arguments) {
        return made("circularPad1d", arguments);
    }

    public static Layer circularPad2d(Object... arguments) {
        return made("circularPad2d", arguments);
    }

    public static Layer circularPad3d(Object... arguments) {
        return made("circularPad3d", arguments);
    }

    public static Layer upsample(Object... arguments) {
        return made("upsample", arguments);
    }

    public static Layer upsamplingNearest2d(Object... arguments) {
        return made("upsamplingNearest2d", arguments);
    }

    public static Layer upsamplingBilinear2d(Object... arguments) {
        return made("upsamplingBilinear2d", arguments);
    }

    public static Layer pixelShuffle(Object... arguments) {
        return made("pixelShuffle", arguments);
    }

    public static Layer pixelUnshuffle(Object... arguments) {
        return made("pixelUnshuffle", arguments);
    }

    public static Layer channelShuffle(Object... arguments) {
        return made("channelShuffle", arguments);
    }

    public static Layer fold(Object... arguments) {
        return made("fold", arguments);
    }

    public static Layer unfold(Object... arguments) {
        return made("unfold", arguments);
    }

    public static Layer flatten(Object... arguments) {
        return made("flatten", arguments);
    }

    public static Layer unflatten(Object... arguments) {
        return made("unflatten", arguments);
    }

    public static Layer rnn(Object... arguments) {
        return made("rnn", arguments);
    }

    public static Layer lstm(Object... arguments) {
        return made("lstm", arguments);
    }

    public static Layer gru(Object... arguments) {
        return made("gru", arguments);
    }

    public static Layer rnnCell(Object... arguments) {
        return made("rnnCell", arguments);
    }

    public static Layer lstmCell(Object... arguments) {
        return made("lstmCell", arguments);
    }

    public static Layer gruCell(Object... arguments) {
        return made("gruCell", arguments);
    }

    public static Layer multiheadAttention(Object... arguments) {
        return made("multiheadAttention", arguments);
    }

    public static Layer transformerEncoderLayer(Object... arguments) {
        return made("transformerEncoderLayer", arguments);
    }

    public static Layer transformerDecoderLayer(Object... arguments) {
        return made("transformerDecoderLayer", arguments);
    }

    public static Layer transformerEncoder(Object... arguments) {
        return made("transformerEncoder", arguments);
    }

    public static Layer transformerDecoder(Object... arguments) {
        return made("transformerDecoder", arguments);
    }

    public static Layer transformer(Object... arguments) {
        return made("transformer", arguments);
    }

    public static Layer embedding(Object... arguments) {
        return made("embedding", arguments);
    }

    public static Layer embeddingBag(Object... arguments) {
        return made("embeddingBag", arguments);
    }

    public static Layer l1Loss(Object... arguments) {
        return made("l1Loss", arguments);
    }

    public static Layer mseLoss(Object... arguments) {
        return made("mseLoss", arguments);
    }

    public static Layer crossEntropyLoss(Object... arguments) {
        return made("crossEntropyLoss", arguments);
    }

    public static Layer nllLoss(Object... arguments) {
        return made("nllLoss", arguments);
    }

    public static Layer ctcLoss(Object... arguments) {
        return made("ctcLoss", arguments);
    }

    public static Layer bceLoss(Object... arguments) {
        return made("bceLoss", arguments);
    }

    public static Layer bceWithLogitsLoss(Object... arguments) {
        return made("bceWithLogitsLoss", arguments);
    }

    public static Layer klDivLoss(Object... arguments) {
        return made("klDivLoss", arguments);
    }

    public static Layer smoothL1Loss(Object... arguments) {
        return made("smoothL1Loss", arguments);
    }

    public static Layer huberLoss(Object... arguments) {
        return made("huberLoss", arguments);
    }

    public static Layer hingeEmbeddingLoss(Object... arguments) {
        return made("hingeEmbeddingLoss", arguments);
    }

    public static Layer multiMarginLoss(Object... arguments) {
        return made("multiMarginLoss", arguments);
    }

    public static Layer multiLabelMarginLoss(Object... arguments) {
        return made("multiLabelMarginLoss", arguments);
    }

    public static Layer softMarginLoss(Object... arguments) {
        return made("softMarginLoss", arguments);
    }

    public static Layer multiLabelSoftMarginLoss(Object... arguments) {
        return made("multiLabelSoftMarginLoss", arguments);
    }

    public static Layer cosineEmbeddingLoss(Object... arguments) {
        return made("cosineEmbeddingLoss", arguments);
    }

    public static Layer marginRankingLoss(Object... arguments) {
        return made("marginRankingLoss", arguments);
    }

    public static Layer tripletMarginLoss(Object... arguments) {
        return made("tripletMarginLoss", arguments);
    }

    public static Layer tripletMarginWithDistanceLoss(Object... arguments) {
        return made("tripletMarginWithDistanceLoss", arguments);
    }

    public static Layer poissonNllLoss(Object... arguments) {
        return made("poissonNllLoss", arguments);
    }

    public static Layer gaussianNllLoss(Object... arguments) {
        return made("gaussianNllLoss", arguments);
    }

    public static Layer cosineSimilarity(Object... arguments) {
        return made("cosineSimilarity", arguments);
    }

    public static Layer pairwiseDistance(Object... arguments) {
        return made("pairwiseDistance", arguments);
    }

    public static Layer crossMapLrn2d(Object... arguments) {
        return made("crossMapLrn2d", arguments);
    }

    public static Layer nllLoss2d(Object... arguments) {
        return made("nllLoss2d", arguments);
    }

    /** The same as {@link #poissonNllLoss}, capitals as in the class name. */
    public static Layer poissonNLLLoss(Object... arguments) {
        return made("poissonNllLoss", arguments);
    }

    /** The same as {@link #gaussianNllLoss}, capitals as in the class name. */
    public static Layer gaussianNLLLoss(Object... arguments) {
        return made("gaussianNllLoss", arguments);
    }
}

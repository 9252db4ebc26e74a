package layerbook.session.words;

import layerbook.layer.Letters;
import layerbook.layer.Option;

/**
 * The words that name arguments, such as {@code padding(1)}: PyTorch's keywords in lowerCamelCase.
 * Written from the catalogue by WordsTest.
 */
abstract class OptionWords extends LayerWords implements Letters {
    OptionWords() {}

    /**
     * Relu or gelu (default relu). Of {@code transformer}, {@code transformerDecoderLayer},
     *   {@code transformerEncoderLayer}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option activation(Object... value) {
        return Option.of("activation", value);
    }

    /**
     * Whether a learned key and value are added (default false). Of {@code multiheadAttention}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option addBiasKv(Object... value) {
        return Option.of("addBiasKv", value);
    }

    /**
     * Whether a zero key and value are added (default false). Of {@code multiheadAttention}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option addZeroAttn(Object... value) {
        return Option.of("addZeroAttn", value);
    }

    /**
     * Whether there are a learned scale and shift (default true). Of {@code batchNorm1d}, {@code batchNorm2d},
     *   {@code batchNorm3d}, {@code groupNorm}, {@code syncBatchNorm}.
     * <p>Whether there are a learned scale and shift (default false). Of {@code instanceNorm1d},
     *   {@code instanceNorm2d}, {@code instanceNorm3d}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option affine(Object... value) {
        return Option.of("affine", value);
    }

    /**
     * Whether the corners stay in place (may be left out). Of {@code upsample}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option alignCorners(Object... value) {
        return Option.of("alignCorners", value);
    }

    /**
     * Factor (default 1.0E-4). Of {@code crossMapLrn2d}, {@code localResponseNorm}.
     * <p>Where the negative side ends (default 1.0). Of {@code celu}, {@code elu}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option alpha(Object... value) {
        return Option.of("alpha", value);
    }

    /**
     * None or tanh (default none). Of {@code gelu}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option approximate(Object... value) {
        return Option.of("approximate", value);
    }

    /**
     * Whether the batch is the first axis (default false). Of {@code gru}, {@code lstm}, {@code multiheadAttention},
     *   {@code rnn}, {@code transformer}, {@code transformerDecoderLayer} and 1 more.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option batchFirst(Object... value) {
        return Option.of("batchFirst", value);
    }

    /**
     * Power (default 0.75). Of {@code crossMapLrn2d}, {@code localResponseNorm}.
     * <p>Where it becomes straight (default 1.0). Of {@code smoothL1Loss}.
     * <p>Sharpness (default 1.0). Of {@code softplus}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option beta(Object... value) {
        return Option.of("beta", value);
    }

    /**
     * Whether a bias is added (default true). Of {@code bilinear}, {@code conv1d}, {@code conv2d}, {@code conv3d},
     *   {@code convTranspose1d}, {@code convTranspose2d} and 2 more.
     * <p>Whether biases are added (default true). Of {@code gru}, {@code gruCell}, {@code lstm}, {@code lstmCell},
     *   {@code rnn}, {@code rnnCell}.
     * <p>Whether there is a learned shift beside the scale (default true). Of {@code layerNorm}.
     * <p>Whether the maps have a bias (default true). Of {@code multiheadAttention}.
     * <p>Whether maps and norms have a bias (default true). Of {@code transformer}, {@code transformerDecoderLayer},
     *   {@code transformerEncoderLayer}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option bias(Object... value) {
        return Option.of("bias", value);
    }

    /**
     * Whether the sequence is read from its end too (default false). Of {@code gru}, {@code lstm}, {@code rnn}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option bidirectional(Object... value) {
        return Option.of("bidirectional", value);
    }

    /**
     * The class of no label (default 0). Of {@code ctcLoss}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option blank(Object... value) {
        return Option.of("blank", value);
    }

    /**
     * Whether a window that hangs over the edge counts (default false). Of {@code avgPool1d}, {@code avgPool2d},
     *   {@code avgPool3d}, {@code lpPool1d}, {@code lpPool2d}, {@code lpPool3d} and 3 more.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option ceilMode(Object... value) {
        return Option.of("ceilMode", value);
    }

    /**
     * Whether padding is divided by too (default true). Of {@code avgPool1d}, {@code avgPool2d}, {@code avgPool3d}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option countIncludePad(Object... value) {
        return Option.of("countIncludePad", value);
    }

    /**
     * Where the classes are cut into clusters, from the most frequent on. Of {@code adaptiveLogSoftmaxWithLoss}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option cutoffs(Object... value) {
        return Option.of("cutoffs", value);
    }

    /**
     * Embedding size (default 512). Of {@code transformer}.
     * <p>Embedding size. Of {@code transformerDecoderLayer}, {@code transformerEncoderLayer}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option dModel(Object... value) {
        return Option.of("dModel", value);
    }

    /**
     * The block. Of {@code transformerDecoder}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option decoderLayer(Object... value) {
        return Option.of("decoderLayer", value);
    }

    /**
     * Where it becomes straight (default 1.0). Of {@code huberLoss}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option delta(Object... value) {
        return Option.of("delta", value);
    }

    /**
     * Distance between the points of the window (default 1). Of {@code conv1d}, {@code conv2d}, {@code conv3d},
     *   {@code convTranspose1d}, {@code convTranspose2d}, {@code convTranspose3d} and 5 more.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option dilation(Object... value) {
        return Option.of("dilation", value);
    }

    /**
     * The axis of the vectors (default 1). Of {@code cosineSimilarity}.
     * <p>The axis that is halved (default −1). Of {@code glu}.
     * <p>The axis along which the parts add up to 1 (may be left out). Of {@code logSoftmax}, {@code softmax},
     *   {@code softmin}.
     * <p>The axis. Of {@code unflatten}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option dim(Object... value) {
        return Option.of("dim", value);
    }

    /**
     * Size of the layer between (default 2,048). Of {@code transformer}, {@code transformerDecoderLayer},
     *   {@code transformerEncoderLayer}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option dimFeedforward(Object... value) {
        return Option.of("dimFeedforward", value);
    }

    /**
     * How many times smaller the features of each further cluster are (default 4.0). Of
     *   {@code adaptiveLogSoftmaxWithLoss}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option divValue(Object... value) {
        return Option.of("divValue", value);
    }

    /**
     * What is divided by, if not the size of the window (may be left out). Of {@code avgPool2d}, {@code avgPool3d}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option divisorOverride(Object... value) {
        return Option.of("divisorOverride", value);
    }

    /**
     * How much coarser. Of {@code pixelUnshuffle}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option downscaleFactor(Object... value) {
        return Option.of("downscaleFactor", value);
    }

    /**
     * Whether there are a learned scale and shift (default true). Of {@code layerNorm}.
     * <p>Whether there is a learned scale (default true). Of {@code rmsNorm}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option elementwiseAffine(Object... value) {
        return Option.of("elementwiseAffine", value);
    }

    /**
     * Embedding size. Of {@code multiheadAttention}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option embedDim(Object... value) {
        return Option.of("embedDim", value);
    }

    /**
     * Embedding size. Of {@code embedding}, {@code embeddingBag}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option embeddingDim(Object... value) {
        return Option.of("embeddingDim", value);
    }

    /**
     * Says nothing of sizes (default true). Of {@code transformerEncoder}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option enableNestedTensor(Object... value) {
        return Option.of("enableNestedTensor", value);
    }

    /**
     * The block. Of {@code transformerEncoder}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option encoderLayer(Object... value) {
        return Option.of("encoderLayer", value);
    }

    /**
     * Last axis of those (default −1). Of {@code flatten}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option endDim(Object... value) {
        return Option.of("endDim", value);
    }

    /**
     * Added to the variance, so that nothing is divided by zero (default 1.0E-5). Of {@code batchNorm1d},
     *   {@code batchNorm2d}, {@code batchNorm3d}, {@code groupNorm}, {@code instanceNorm1d}, {@code instanceNorm2d} and
     *   3 more.
     * <p>Smallest length (default 1.0E-8). Of {@code cosineSimilarity}.
     * <p>Smallest variance (default 1.0E-6). Of {@code gaussianNllLoss}.
     * <p>Added to the difference (default 1.0E-6). Of {@code pairwiseDistance}.
     * <p>Added before the logarithm (default 1.0E-8). Of {@code poissonNllLoss}.
     * <p>Added to the mean square (may be left out). Of {@code rmsNorm}.
     * <p>Added to the distance (default 1.0E-6). Of {@code tripletMarginLoss}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option eps(Object... value) {
        return Option.of("eps", value);
    }

    /**
     * Whether the constant term is added (default false). Of {@code gaussianNllLoss}.
     * <p>Whether Stirling's term is added (default false). Of {@code poissonNllLoss}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option full(Object... value) {
        return Option.of("full", value);
    }

    /**
     * Groups of channels. Of {@code channelShuffle}.
     * <p>Parts into which the channels are split (default 1). Of {@code conv1d}, {@code conv2d}, {@code conv3d},
     *   {@code convTranspose1d}, {@code convTranspose2d}, {@code convTranspose3d}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option groups(Object... value) {
        return Option.of("groups", value);
    }

    /**
     * Whether the first matrix has a bias (default false). Of {@code adaptiveLogSoftmaxWithLoss}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option headBias(Object... value) {
        return Option.of("headBias", value);
    }

    /**
     * Hidden size. Of {@code gru}, {@code gruCell}, {@code lstm}, {@code lstmCell}, {@code rnn}, {@code rnnCell}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option hiddenSize(Object... value) {
        return Option.of("hiddenSize", value);
    }

    /**
     * A class that does not count (default −100). Of {@code crossEntropyLoss}, {@code nllLoss}, {@code nllLoss2d}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option ignoreIndex(Object... value) {
        return Option.of("ignoreIndex", value);
    }

    /**
     * Features of the first input. Of {@code bilinear}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option in1Features(Object... value) {
        return Option.of("in1Features", value);
    }

    /**
     * Features of the second input. Of {@code bilinear}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option in2Features(Object... value) {
        return Option.of("in2Features", value);
    }

    /**
     * Input channels (taken from the input if left out). Of {@code conv1d}, {@code conv2d}, {@code conv3d},
     *   {@code convTranspose1d}, {@code convTranspose2d}, {@code convTranspose3d}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option inChannels(Object... value) {
        return Option.of("inChannels", value);
    }

    /**
     * Input features (taken from the input if left out). Of {@code adaptiveLogSoftmaxWithLoss}, {@code linear}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option inFeatures(Object... value) {
        return Option.of("inFeatures", value);
    }

    /**
     * Whether the offsets end with the length (default false). Of {@code embeddingBag}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option includeLastOffset(Object... value) {
        return Option.of("includeLastOffset", value);
    }

    /**
     * First value of the slopes (default 0.25). Of {@code prelu}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option init(Object... value) {
        return Option.of("init", value);
    }

    /**
     * Whether the input is overwritten; says nothing of size or work (default false). Of {@code alphaDropout},
     *   {@code celu}, {@code dropout}, {@code dropout1d}, {@code dropout2d}, {@code dropout3d} and 13 more.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option inplace(Object... value) {
        return Option.of("inplace", value);
    }

    /**
     * Input size (taken from the input if left out). Of {@code gru}, {@code gruCell}, {@code lstm}, {@code lstmCell},
     *   {@code rnn}, {@code rnnCell}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option inputSize(Object... value) {
        return Option.of("inputSize", value);
    }

    /**
     * Added (default 1.0). Of {@code crossMapLrn2d}, {@code localResponseNorm}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option k(Object... value) {
        return Option.of("k", value);
    }

    /**
     * Size of keys, embedDim if not given (may be left out). Of {@code multiheadAttention}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option kdim(Object... value) {
        return Option.of("kdim", value);
    }

    /**
     * Whether the axis stays, with size 1 (default false). Of {@code pairwiseDistance}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option keepdim(Object... value) {
        return Option.of("keepdim", value);
    }

    /**
     * Size of the window. Of {@code avgPool1d}, {@code avgPool2d}, {@code avgPool3d}, {@code conv1d}, {@code conv2d},
     *   {@code conv3d} and 16 more.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option kernelSize(Object... value) {
        return Option.of("kernelSize", value);
    }

    /**
     * How much goes to the other classes (default 0.0). Of {@code crossEntropyLoss}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option labelSmoothing(Object... value) {
        return Option.of("labelSmoothing", value);
    }

    /**
     * How small (default 0.5). Of {@code hardshrink}.
     * <p>How far (default 0.5). Of {@code softshrink}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option lambd(Object... value) {
        return Option.of("lambd", value);
    }

    /**
     * Added to the variance (default 1.0E-5). Of {@code transformer}, {@code transformerDecoderLayer},
     *   {@code transformerEncoderLayer}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option layerNormEps(Object... value) {
        return Option.of("layerNormEps", value);
    }

    /**
     * Whether the input is a logarithm (default true). Of {@code poissonNllLoss}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option logInput(Object... value) {
        return Option.of("logInput", value);
    }

    /**
     * Whether the target is a logarithm (default false). Of {@code klDivLoss}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option logTarget(Object... value) {
        return Option.of("logTarget", value);
    }

    /**
     * Smallest slope (default 0.125). Of {@code rrelu}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option lower(Object... value) {
        return Option.of("lower", value);
    }

    /**
     * The margin (default 0.0). Of {@code cosineEmbeddingLoss}, {@code marginRankingLoss}.
     * <p>The margin (default 1.0). Of {@code hingeEmbeddingLoss}, {@code multiMarginLoss}, {@code tripletMarginLoss},
     *   {@code tripletMarginWithDistanceLoss}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option margin(Object... value) {
        return Option.of("margin", value);
    }

    /**
     * Says nothing of sizes (default true). Of {@code transformerEncoder}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option maskCheck(Object... value) {
        return Option.of("maskCheck", value);
    }

    /**
     * Rows longer than this are shortened (may be left out). Of {@code embedding}, {@code embeddingBag}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option maxNorm(Object... value) {
        return Option.of("maxNorm", value);
    }

    /**
     * Upper bound (default 1.0). Of {@code hardtanh}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option maxVal(Object... value) {
        return Option.of("maxVal", value);
    }

    /**
     * Lower bound (default -1.0). Of {@code hardtanh}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option minVal(Object... value) {
        return Option.of("minVal", value);
    }

    /**
     * Sum, mean or max (default mean). Of {@code embeddingBag}.
     * <p>Nearest, nearest-exact, linear, bilinear, bicubic, trilinear, area (default nearest). Of {@code upsample}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option mode(Object... value) {
        return Option.of("mode", value);
    }

    /**
     * Weight of the new batch in the running mean and variance (default 0.1). Of {@code batchNorm1d},
     *   {@code batchNorm2d}, {@code batchNorm3d}, {@code instanceNorm1d}, {@code instanceNorm2d},
     *   {@code instanceNorm3d} and 1 more.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option momentum(Object... value) {
        return Option.of("momentum", value);
    }

    /**
     * Classes. Of {@code adaptiveLogSoftmaxWithLoss}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option nClasses(Object... value) {
        return Option.of("nClasses", value);
    }

    /**
     * Factor for negative numbers (default 0.01). Of {@code leakyRelu}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option negativeSlope(Object... value) {
        return Option.of("negativeSlope", value);
    }

    /**
     * Heads (default 8). Of {@code transformer}.
     * <p>Heads. Of {@code transformerDecoderLayer}, {@code transformerEncoderLayer}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option nhead(Object... value) {
        return Option.of("nhead", value);
    }

    /**
     * Tanh or relu (default tanh). Of {@code rnn}, {@code rnnCell}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option nonlinearity(Object... value) {
        return Option.of("nonlinearity", value);
    }

    /**
     * A norm after the last block (may be left out). Of {@code transformerDecoder}, {@code transformerEncoder}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option norm(Object... value) {
        return Option.of("norm", value);
    }

    /**
     * Whether is normalised before, not after (default false). Of {@code transformer}, {@code transformerDecoderLayer},
     *   {@code transformerEncoderLayer}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option normFirst(Object... value) {
        return Option.of("normFirst", value);
    }

    /**
     * The norm for maxNorm (default 2.0). Of {@code embedding}, {@code embeddingBag}.
     * <p>The power, 2 for the root of the sum of squares. Of {@code lpPool1d}, {@code lpPool2d}, {@code lpPool3d}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option normType(Object... value) {
        return Option.of("normType", value);
    }

    /**
     * The last sizes, over which is normalised. Of {@code layerNorm}, {@code rmsNorm}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option normalizedShape(Object... value) {
        return Option.of("normalizedShape", value);
    }

    /**
     * Channels. Of {@code groupNorm}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option numChannels(Object... value) {
        return Option.of("numChannels", value);
    }

    /**
     * Decoder blocks (default 6). Of {@code transformer}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option numDecoderLayers(Object... value) {
        return Option.of("numDecoderLayers", value);
    }

    /**
     * Rows of the table. Of {@code embedding}, {@code embeddingBag}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option numEmbeddings(Object... value) {
        return Option.of("numEmbeddings", value);
    }

    /**
     * Encoder blocks (default 6). Of {@code transformer}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option numEncoderLayers(Object... value) {
        return Option.of("numEncoderLayers", value);
    }

    /**
     * Channels (taken from the input if left out). Of {@code batchNorm1d}, {@code batchNorm2d}, {@code batchNorm3d},
     *   {@code instanceNorm1d}, {@code instanceNorm2d}, {@code instanceNorm3d} and 1 more.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option numFeatures(Object... value) {
        return Option.of("numFeatures", value);
    }

    /**
     * Groups of channels. Of {@code groupNorm}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option numGroups(Object... value) {
        return Option.of("numGroups", value);
    }

    /**
     * Heads, which share the embedding. Of {@code multiheadAttention}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option numHeads(Object... value) {
        return Option.of("numHeads", value);
    }

    /**
     * Layers on top of each other (default 1). Of {@code gru}, {@code lstm}, {@code rnn}.
     * <p>How many blocks, each with weights of its own. Of {@code transformerDecoder}, {@code transformerEncoder}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option numLayers(Object... value) {
        return Option.of("numLayers", value);
    }

    /**
     * Slopes: 1, or as many as channels (default 1). Of {@code prelu}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option numParameters(Object... value) {
        return Option.of("numParameters", value);
    }

    /**
     * Output channels. Of {@code conv1d}, {@code conv2d}, {@code conv3d}, {@code convTranspose1d},
     *   {@code convTranspose2d}, {@code convTranspose3d}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option outChannels(Object... value) {
        return Option.of("outChannels", value);
    }

    /**
     * Output features. Of {@code bilinear}, {@code linear}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option outFeatures(Object... value) {
        return Option.of("outFeatures", value);
    }

    /**
     * Added on one side, smaller than stride or dilation (default 0). Of {@code convTranspose1d},
     *   {@code convTranspose2d}, {@code convTranspose3d}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option outputPadding(Object... value) {
        return Option.of("outputPadding", value);
    }

    /**
     * The sizes wanted as a part of the input's, between 0 and 1 (may be left out). Of {@code fractionalMaxPool2d},
     *   {@code fractionalMaxPool3d}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option outputRatio(Object... value) {
        return Option.of("outputRatio", value);
    }

    /**
     * The sizes wanted; KEEP leaves an axis as it is. Of {@code adaptiveAvgPool1d}, {@code adaptiveAvgPool2d},
     *   {@code adaptiveAvgPool3d}, {@code adaptiveMaxPool1d}, {@code adaptiveMaxPool2d}, {@code adaptiveMaxPool3d}.
     * <p>Sizes of the image. Of {@code fold}.
     * <p>The sizes wanted (may be left out). Of {@code fractionalMaxPool2d}, {@code fractionalMaxPool3d}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option outputSize(Object... value) {
        return Option.of("outputSize", value);
    }

    /**
     * How likely a number is dropped (default 0.5). Of {@code alphaDropout}, {@code dropout}, {@code dropout1d},
     *   {@code dropout2d}, {@code dropout3d}, {@code featureAlphaDropout}.
     * <p>Power (default 1). Of {@code multiMarginLoss}.
     * <p>The norm (default 2.0). Of {@code pairwiseDistance}, {@code tripletMarginLoss}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option p(Object... value) {
        return Option.of("p", value);
    }

    /**
     * Zeros put around (default 0). Of {@code avgPool1d}, {@code avgPool2d}, {@code avgPool3d}, {@code fold},
     *   {@code unfold}.
     * <p>How many on each side: one number, or before and after for each axis, the last axis first. Of
     *   {@code circularPad1d}, {@code circularPad2d}, {@code circularPad3d}, {@code constantPad1d},
     *   {@code constantPad2d}, {@code constantPad3d} and 9 more.
     * <p>Zeros put around, or "same" or "valid" (default 0). Of {@code conv1d}, {@code conv2d}, {@code conv3d}.
     * <p>Taken off all around (default 0). Of {@code convTranspose1d}, {@code convTranspose2d},
     *   {@code convTranspose3d}.
     * <p>Put around, never the largest (default 0). Of {@code maxPool1d}, {@code maxPool2d}, {@code maxPool3d}.
     * <p>What was put around (default 0). Of {@code maxUnpool1d}, {@code maxUnpool2d}, {@code maxUnpool3d}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option padding(Object... value) {
        return Option.of("padding", value);
    }

    /**
     * The row that is not learned (may be left out). Of {@code embedding}.
     * <p>The row that is left out (may be left out). Of {@code embeddingBag}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option paddingIdx(Object... value) {
        return Option.of("paddingIdx", value);
    }

    /**
     * What the padding is filled with: zeros, reflect, replicate, circular (default zeros). Of {@code conv1d},
     *   {@code conv2d}, {@code conv3d}.
     * <p>Only zeros (default zeros). Of {@code convTranspose1d}, {@code convTranspose2d}, {@code convTranspose3d}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option paddingMode(Object... value) {
        return Option.of("paddingMode", value);
    }

    /**
     * Weight of yes (may be left out). Of {@code bceWithLogitsLoss}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option posWeight(Object... value) {
        return Option.of("posWeight", value);
    }

    /**
     * Size of the state after a projection, 0 for none (default 0). Of {@code lstm}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option projSize(Object... value) {
        return Option.of("projSize", value);
    }

    /**
     * Says nothing of sizes (may be left out). Of {@code upsample}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option recomputeScaleFactor(Object... value) {
        return Option.of("recomputeScaleFactor", value);
    }

    /**
     * The old way to say reduction: false for none (may be left out). Of {@code bceLoss}, {@code bceWithLogitsLoss},
     *   {@code cosineEmbeddingLoss}, {@code crossEntropyLoss}, {@code hingeEmbeddingLoss}, {@code klDivLoss} and 12
     *   more.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option reduce(Object... value) {
        return Option.of("reduce", value);
    }

    /**
     * None, mean or sum (default mean). Of {@code bceLoss}, {@code bceWithLogitsLoss}, {@code cosineEmbeddingLoss},
     *   {@code crossEntropyLoss}, {@code ctcLoss}, {@code gaussianNllLoss} and 16 more.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option reduction(Object... value) {
        return Option.of("reduction", value);
    }

    /**
     * Whether the places of the largest numbers are a second output (default false). Of {@code adaptiveMaxPool1d},
     *   {@code adaptiveMaxPool2d}, {@code adaptiveMaxPool3d}, {@code fractionalMaxPool2d}, {@code fractionalMaxPool3d},
     *   {@code maxPool1d} and 2 more.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option returnIndices(Object... value) {
        return Option.of("returnIndices", value);
    }

    /**
     * How many times as large (may be left out). Of {@code upsample}, {@code upsamplingBilinear2d},
     *   {@code upsamplingNearest2d}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option scaleFactor(Object... value) {
        return Option.of("scaleFactor", value);
    }

    /**
     * Says nothing of sizes (default false). Of {@code embedding}, {@code embeddingBag}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option scaleGradByFreq(Object... value) {
        return Option.of("scaleGradByFreq", value);
    }

    /**
     * The old way to say reduction: true for mean, false for sum (may be left out). Of {@code bceLoss},
     *   {@code bceWithLogitsLoss}, {@code cosineEmbeddingLoss}, {@code crossEntropyLoss}, {@code hingeEmbeddingLoss},
     *   {@code klDivLoss} and 12 more.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option sizeAverage(Object... value) {
        return Option.of("sizeAverage", value);
    }

    /**
     * Says nothing of sizes (default false). Of {@code embedding}, {@code embeddingBag}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option sparse(Object... value) {
        return Option.of("sparse", value);
    }

    /**
     * First axis of those (default 1). Of {@code flatten}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option startDim(Object... value) {
        return Option.of("startDim", value);
    }

    /**
     * How far the window moves; the window's own size if not given (may be left out). Of {@code avgPool1d},
     *   {@code avgPool2d}, {@code avgPool3d}, {@code lpPool1d}, {@code lpPool2d}, {@code lpPool3d} and 3 more.
     * <p>How far the window moves (default 1). Of {@code conv1d}, {@code conv2d}, {@code conv3d}, {@code fold},
     *   {@code unfold}.
     * <p>How far apart the windows are laid (default 1). Of {@code convTranspose1d}, {@code convTranspose2d},
     *   {@code convTranspose3d}.
     * <p>How far the window moved; the window's own size if not given (may be left out). Of {@code maxUnpool1d},
     *   {@code maxUnpool2d}, {@code maxUnpool3d}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option stride(Object... value) {
        return Option.of("stride", value);
    }

    /**
     * Whether the two others are compared too (default false). Of {@code tripletMarginLoss},
     *   {@code tripletMarginWithDistanceLoss}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option swap(Object... value) {
        return Option.of("swap", value);
    }

    /**
     * Whether mean and variance are kept for use after training (default true). Of {@code batchNorm1d},
     *   {@code batchNorm2d}, {@code batchNorm3d}, {@code syncBatchNorm}.
     * <p>Whether mean and variance are kept for use after training (default false). Of {@code instanceNorm1d},
     *   {@code instanceNorm2d}, {@code instanceNorm3d}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option trackRunningStats(Object... value) {
        return Option.of("trackRunningStats", value);
    }

    /**
     * The sizes it becomes; one may be -1. Of {@code unflatten}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option unflattenedSize(Object... value) {
        return Option.of("unflattenedSize", value);
    }

    /**
     * Largest slope (default 0.3333333333333333). Of {@code rrelu}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option upper(Object... value) {
        return Option.of("upper", value);
    }

    /**
     * How much finer. Of {@code pixelShuffle}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option upscaleFactor(Object... value) {
        return Option.of("upscaleFactor", value);
    }

    /**
     * The number put around. Of {@code constantPad1d}, {@code constantPad2d}, {@code constantPad3d}.
     * <p>What stands instead (may be left out). Of {@code threshold}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option value(Object... value) {
        return Option.of("value", value);
    }

    /**
     * Size of values, embedDim if not given (may be left out). Of {@code multiheadAttention}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option vdim(Object... value) {
        return Option.of("vdim", value);
    }

    /**
     * Weight of each class (may be left out). Of {@code crossEntropyLoss}, {@code multiLabelSoftMarginLoss},
     *   {@code multiMarginLoss}, {@code nllLoss}, {@code nllLoss2d}.
     * <p>Weight of each example (may be left out). Of {@code bceLoss}, {@code bceWithLogitsLoss}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option weight(Object... value) {
        return Option.of("weight", value);
    }

    /**
     * Whether infinite losses become zero (default false). Of {@code ctcLoss}.
     *
     * @param value the value, or one for each axis
     * @return the named argument
     */
    public static Option zeroInfinity(Object... value) {
        return Option.of("zeroInfinity", value);
    }
}

package layerbook.net;

/** Methods of a tensor. Written from the catalogue of operations by TensorMethodsTest. */
interface FunctionMethods extends Callable {
    /** Slides windows of one's own over a sequence. */
    default Tensor conv1d(Tensor weight, Object... options) {
        return (Tensor) call("conv1d", with(options, weight));
    }

    /** Slides windows of one's own over an image. */
    default Tensor conv2d(Tensor weight, Object... options) {
        return (Tensor) call("conv2d", with(options, weight));
    }

    /** Slides windows of one's own over a volume. */
    default Tensor conv3d(Tensor weight, Object... options) {
        return (Tensor) call("conv3d", with(options, weight));
    }

    /** Spreads each place of a sequence over a window of one's own. */
    default Tensor convTranspose1d(Tensor weight, Object... options) {
        return (Tensor) call("convTranspose1d", with(options, weight));
    }

    /** Spreads each pixel over a window of one's own. */
    default Tensor convTranspose2d(Tensor weight, Object... options) {
        return (Tensor) call("convTranspose2d", with(options, weight));
    }

    /** Spreads each voxel over a window of one's own. */
    default Tensor convTranspose3d(Tensor weight, Object... options) {
        return (Tensor) call("convTranspose3d", with(options, weight));
    }

    /** Normalises over the last sizes, with scale and shift if they are given. */
    default Tensor layerNorm(Object... normalizedShape) {
        return (Tensor) call("layerNorm", normalizedShape);
    }

    /** Normalises the channels in groups, with scale and shift if they are given. */
    default Tensor groupNorm(Object numGroups, Object... options) {
        return (Tensor) call("groupNorm", with(options, numGroups));
    }

    /** Normalises with the mean and variance of each channel, then scale and shift if they are given. */
    default Tensor batchNorm(Object... options) {
        return (Tensor) call("batchNorm", options);
    }

    /** Divided by the root of the mean square over the last sizes, times a scale if one is given. */
    default Tensor rmsNorm(Object... normalizedShape) {
        return (Tensor) call("rmsNorm", normalizedShape);
    }

    /** Normalises each channel of each example, with scale and shift if they are given. */
    default Tensor instanceNorm(Object... options) {
        return (Tensor) call("instanceNorm", options);
    }

    /** x1·W·x2 for each output, plus the bias if one is given. */
    default Tensor bilinear(Tensor input2, Tensor weight, Object... options) {
        return (Tensor) call("bilinear", with(options, input2, weight));
    }

    /** The mean, sum or largest of rows of the table, bag by bag. */
    default Tensor embeddingBag(Tensor weight, Object... options) {
        return (Tensor) call("embeddingBag", with(options, weight));
    }

    /** Rows of the table, looked up by these numbers. */
    default Tensor embedding(Tensor weight, Object... options) {
        return (Tensor) call("embedding", with(options, weight));
    }

    /** Weighs negative numbers by the slope of their channel. */
    default Tensor prelu(Tensor weight) {
        return (Tensor) call("prelu", weight);
    }

    /** Keeps what is positive, makes the rest zero. */
    default Tensor relu(Object... options) {
        return (Tensor) call("relu", options);
    }

    /** Keeps what lies between 0 and 6, cuts the rest off. */
    default Tensor relu6(Object... options) {
        return (Tensor) call("relu6", options);
    }

    /** Keeps what is positive; what is negative bends towards −alpha. */
    default Tensor elu(Object... options) {
        return (Tensor) call("elu", options);
    }

    /** A scaled ELU whose outputs keep mean 0 and variance 1. */
    default Tensor selu(Object... options) {
        return (Tensor) call("selu", options);
    }

    /** An ELU that is smooth for every alpha. */
    default Tensor celu(Object... options) {
        return (Tensor) call("celu", options);
    }

    /** Keeps what is positive, makes what is negative small. */
    default Tensor leakyRelu(Object... options) {
        return (Tensor) call("leakyRelu", options);
    }

    /** A leaky ReLU whose slope is drawn by lot in training. */
    default Tensor rrelu(Object... options) {
        return (Tensor) call("rrelu", options);
    }

    /** Weighs each number by how likely a normal one is smaller. */
    default Tensor gelu(Object... options) {
        return (Tensor) call("gelu", options);
    }

    /** Multiplies each number by its sigmoid. */
    default Tensor silu(Object... options) {
        return (Tensor) call("silu", options);
    }

    /** Multiplies each number by the tanh of its softplus. */
    default Tensor mish(Object... options) {
        return (Tensor) call("mish", options);
    }

    /** Halves an axis: one half weighs the other. */
    default Tensor glu(Object... options) {
        return (Tensor) call("glu", options);
    }

    /** Squeezes each number between 0 and 1. */
    default Tensor sigmoid() {
        return (Tensor) call("sigmoid");
    }

    /** Squeezes each number between −1 and 1. */
    default Tensor tanh() {
        return (Tensor) call("tanh");
    }

    /** A smooth ReLU: the logarithm of 1 + eˣ. */
    default Tensor softplus(Object... options) {
        return (Tensor) call("softplus", options);
    }

    /** Divides each number by 1 plus its size. */
    default Tensor softsign() {
        return (Tensor) call("softsign");
    }

    /** The logarithm of the sigmoid. */
    default Tensor logSigmoid() {
        return (Tensor) call("logSigmoid");
    }

    /** Takes the tanh away from each number. */
    default Tensor tanhshrink() {
        return (Tensor) call("tanhshrink");
    }

    /** Moves each number towards 0 by lambd, small ones to 0. */
    default Tensor softshrink(Object... options) {
        return (Tensor) call("softshrink", options);
    }

    /** Makes small numbers zero. */
    default Tensor hardshrink(Object... options) {
        return (Tensor) call("hardshrink", options);
    }

    /** Keeps what lies between two bounds, cuts the rest off. */
    default Tensor hardtanh(Object... options) {
        return (Tensor) call("hardtanh", options);
    }

    /** A sigmoid of straight lines. */
    default Tensor hardsigmoid(Object... options) {
        return (Tensor) call("hardsigmoid", options);
    }

    /** Multiplies each number by a sigmoid of straight lines. */
    default Tensor hardswish(Object... options) {
        return (Tensor) call("hardswish", options);
    }

    /** Replaces what is not above a threshold by a value. */
    default Tensor threshold(Object threshold, Object... options) {
        return (Tensor) call("threshold", with(options, threshold));
    }

    /** Makes of the numbers along an axis parts of 1: larger ones get more. */
    default Tensor softmax(Object... options) {
        return (Tensor) call("softmax", options);
    }

    /** Makes of the numbers along an axis parts of 1: smaller ones get more. */
    default Tensor softmin(Object... options) {
        return (Tensor) call("softmin", options);
    }

    /** The logarithm of the softmax. */
    default Tensor logSoftmax(Object... options) {
        return (Tensor) call("logSoftmax", options);
    }

    /** Makes numbers zero by lot in training; does nothing afterwards. */
    default Tensor dropout(Object... options) {
        return (Tensor) call("dropout", options);
    }

    /** Makes whole channels zero by lot in training; does nothing afterwards. */
    default Tensor dropout1d(Object... options) {
        return (Tensor) call("dropout1d", options);
    }

    /** Makes whole channels zero by lot in training; does nothing afterwards. */
    default Tensor dropout2d(Object... options) {
        return (Tensor) call("dropout2d", options);
    }

    /** Makes whole channels zero by lot in training; does nothing afterwards. */
    default Tensor dropout3d(Object... options) {
        return (Tensor) call("dropout3d", options);
    }

    /** A dropout that keeps mean and variance, for SELU networks. */
    default Tensor alphaDropout(Object... options) {
        return (Tensor) call("alphaDropout", options);
    }

    /** An alpha dropout of whole channels. */
    default Tensor featureAlphaDropout(Object... options) {
        return (Tensor) call("featureAlphaDropout", options);
    }

    /** Keeps the largest number of each window. */
    default Tensor maxPool1d(Object kernelSize, Object... options) {
        return (Tensor) call("maxPool1d", with(options, kernelSize));
    }

    /** Keeps the largest number of each window. */
    default Tensor maxPool2d(Object kernelSize, Object... options) {
        return (Tensor) call("maxPool2d", with(options, kernelSize));
    }

    /** Keeps the largest number of each window. */
    default Tensor maxPool3d(Object kernelSize, Object... options) {
        return (Tensor) call("maxPool3d", with(options, kernelSize));
    }

    /** Keeps the mean of each window. */
    default Tensor avgPool1d(Object kernelSize, Object... options) {
        return (Tensor) call("avgPool1d", with(options, kernelSize));
    }

    /** Keeps the mean of each window. */
    default Tensor avgPool2d(Object kernelSize, Object... options) {
        return (Tensor) call("avgPool2d", with(options, kernelSize));
    }

    /** Keeps the mean of each window. */
    default Tensor avgPool3d(Object kernelSize, Object... options) {
        return (Tensor) call("avgPool3d", with(options, kernelSize));
    }

    /** Keeps the power mean of each window: the root of the sum of the powers. */
    default Tensor lpPool1d(Object normType, Object kernelSize, Object... options) {
        return (Tensor) call("lpPool1d", with(options, normType, kernelSize));
    }

    /** Keeps the power mean of each window: the root of the sum of the powers. */
    default Tensor lpPool2d(Object normType, Object kernelSize, Object... options) {
        return (Tensor) call("lpPool2d", with(options, normType, kernelSize));
    }

    /** Keeps the power mean of each window: the root of the sum of the powers. */
    default Tensor lpPool3d(Object normType, Object kernelSize, Object... options) {
        return (Tensor) call("lpPool3d", with(options, normType, kernelSize));
    }

    /** Takes means over as many equal parts as are wanted, whatever comes in. */
    default Tensor adaptiveAvgPool1d(Object outputSize) {
        return (Tensor) call("adaptiveAvgPool1d", outputSize);
    }

    /** Takes means over as many equal parts as are wanted, whatever comes in. */
    default Tensor adaptiveAvgPool2d(Object outputSize) {
        return (Tensor) call("adaptiveAvgPool2d", outputSize);
    }

    /** Takes means over as many equal parts as are wanted, whatever comes in. */
    default Tensor adaptiveAvgPool3d(Object outputSize) {
        return (Tensor) call("adaptiveAvgPool3d", outputSize);
    }

    /** Keeps the largest number of as many equal parts as are wanted, whatever comes in. */
    default Tensor adaptiveMaxPool1d(Object outputSize, Object... options) {
        return (Tensor) call("adaptiveMaxPool1d", with(options, outputSize));
    }

    /** Keeps the largest number of as many equal parts as are wanted, whatever comes in. */
    default Tensor adaptiveMaxPool2d(Object outputSize, Object... options) {
        return (Tensor) call("adaptiveMaxPool2d", with(options, outputSize));
    }

    /** Keeps the largest number of as many equal parts as are wanted, whatever comes in. */
    default Tensor adaptiveMaxPool3d(Object outputSize, Object... options) {
        return (Tensor) call("adaptiveMaxPool3d", with(options, outputSize));
    }

    /** Keeps the largest number of windows whose places are drawn by lot, so that sizes shrink by a fraction. */
    default Tensor fractionalMaxPool2d(Object kernelSize, Object... options) {
        return (Tensor) call("fractionalMaxPool2d", with(options, kernelSize));
    }

    /** Keeps the largest number of windows whose places are drawn by lot, so that sizes shrink by a fraction. */
    default Tensor fractionalMaxPool3d(Object kernelSize, Object... options) {
        return (Tensor) call("fractionalMaxPool3d", with(options, kernelSize));
    }

    /** Makes images larger (or smaller) by filling in between. */
    default Tensor upsample(Object... options) {
        return (Tensor) call("upsample", options);
    }

    /** Makes images larger (or smaller) by filling in between. */
    default Tensor interpolate(Object... options) {
        return (Tensor) call("interpolate", options);
    }

    /** Lays channels out as finer points of the image. */
    default Tensor pixelShuffle(Object upscaleFactor) {
        return (Tensor) call("pixelShuffle", upscaleFactor);
    }

    /** Stacks neighbouring points as channels. */
    default Tensor pixelUnshuffle(Object downscaleFactor) {
        return (Tensor) call("pixelUnshuffle", downscaleFactor);
    }

    /** Mixes the channels of several groups. */
    default Tensor channelShuffle(Object groups) {
        return (Tensor) call("channelShuffle", groups);
    }

    /** Puts windows back to an image, adding where they overlap. */
    default Tensor fold(Object outputSize, Object kernelSize, Object... options) {
        return (Tensor) call("fold", with(options, outputSize, kernelSize));
    }

    /** Divides each number by the strength of its neighbours in other channels. */
    default Tensor localResponseNorm(Object size, Object... options) {
        return (Tensor) call("localResponseNorm", with(options, size));
    }

    /** Brings each channel of each example to mean 0 and variance 1. */
    default Tensor instanceNorm1d(Object... options) {
        return (Tensor) call("instanceNorm1d", options);
    }

    /** Brings each channel of each example to mean 0 and variance 1. */
    default Tensor instanceNorm2d(Object... options) {
        return (Tensor) call("instanceNorm2d", options);
    }

    /** Brings each channel of each example to mean 0 and variance 1. */
    default Tensor instanceNorm3d(Object... options) {
        return (Tensor) call("instanceNorm3d", options);
    }

    /** Writes every window of an image as a column. */
    default Tensor im2col(Object kernelSize, Object... options) {
        return (Tensor) call("im2col", with(options, kernelSize));
    }

    /** How unlikely the right class is under the scores. */
    default Tensor crossEntropy(Tensor target, Object... options) {
        return (Tensor) call("crossEntropy", with(options, target));
    }

    /** How unlikely the right class is under log probabilities. */
    default Tensor nllLoss(Tensor target, Object... options) {
        return (Tensor) call("nllLoss", with(options, target));
    }

    /** The mean squared difference of two tensors. */
    default Tensor mseLoss(Tensor target, Object... options) {
        return (Tensor) call("mseLoss", with(options, target));
    }

    /** The mean distance between two tensors. */
    default Tensor l1Loss(Tensor target, Object... options) {
        return (Tensor) call("l1Loss", with(options, target));
    }

    /** Squared for small differences, straight for large ones. */
    default Tensor smoothL1Loss(Tensor target, Object... options) {
        return (Tensor) call("smoothL1Loss", with(options, target));
    }

    /** Squared for small differences, straight for large ones. */
    default Tensor huberLoss(Tensor target, Object... options) {
        return (Tensor) call("huberLoss", with(options, target));
    }

    /** Cross entropy of yes and no, from probabilities. */
    default Tensor binaryCrossEntropy(Tensor target, Object... options) {
        return (Tensor) call("binaryCrossEntropy", with(options, target));
    }

    /** Cross entropy of yes and no, from scores. */
    default Tensor binaryCrossEntropyWithLogits(Tensor target, Object... options) {
        return (Tensor) call("binaryCrossEntropyWithLogits", with(options, target));
    }

    /** How far one distribution is from another. */
    default Tensor klDiv(Tensor target, Object... options) {
        return (Tensor) call("klDiv", with(options, target));
    }

    /** Logistic loss of two classes. */
    default Tensor softMarginLoss(Tensor target, Object... options) {
        return (Tensor) call("softMarginLoss", with(options, target));
    }

    /** Small distances for like pairs, at least a margin for others. */
    default Tensor hingeEmbeddingLoss(Tensor target, Object... options) {
        return (Tensor) call("hingeEmbeddingLoss", with(options, target));
    }

    /** The right class should win by a margin. */
    default Tensor multiMarginLoss(Tensor target, Object... options) {
        return (Tensor) call("multiMarginLoss", with(options, target));
    }

    /** All right classes should win by a margin. */
    default Tensor multilabelMarginLoss(Tensor target, Object... options) {
        return (Tensor) call("multilabelMarginLoss", with(options, target));
    }

    /** Logistic loss of several classes at once. */
    default Tensor multilabelSoftMarginLoss(Tensor target, Object... options) {
        return (Tensor) call("multilabelSoftMarginLoss", with(options, target));
    }

    /** How unlikely counts are under Poisson rates. */
    default Tensor poissonNllLoss(Tensor target, Object... options) {
        return (Tensor) call("poissonNllLoss", with(options, target));
    }

    /** Like pairs should point the same way. */
    default Tensor cosineEmbeddingLoss(Tensor input2, Tensor target, Object... options) {
        return (Tensor) call("cosineEmbeddingLoss", with(options, input2, target));
    }

    /** One of two should be larger by a margin. */
    default Tensor marginRankingLoss(Tensor input2, Tensor target, Object... options) {
        return (Tensor) call("marginRankingLoss", with(options, input2, target));
    }

    /** The like one should be nearer than the other by a margin. */
    default Tensor tripletMarginLoss(Tensor positive, Tensor negative, Object... options) {
        return (Tensor) call("tripletMarginLoss", with(options, positive, negative));
    }

    /** How unlikely numbers are under normal distributions. */
    default Tensor gaussianNllLoss(Tensor target, Tensor var, Object... options) {
        return (Tensor) call("gaussianNllLoss", with(options, target, var));
    }

    /** How unlikely a labelling is, whatever its alignment. */
    default Tensor ctcLoss(Tensor targets, Tensor inputLengths, Tensor targetLengths, Object... options) {
        return (Tensor) call("ctcLoss", with(options, targets, inputLengths, targetLengths));
    }

    /** How far two vectors point the same way. */
    default Tensor cosineSimilarity(Tensor x2, Object... options) {
        return (Tensor) call("cosineSimilarity", with(options, x2));
    }

    /** How far two vectors are from each other. */
    default Tensor pairwiseDistance(Tensor x2, Object... options) {
        return (Tensor) call("pairwiseDistance", with(options, x2));
    }

    /** An image read at the places of a grid. */
    default Tensor gridSample(Tensor grid, Object... options) {
        return (Tensor) call("gridSample", with(options, grid));
    }

    /** The grid of an affine map, for images of these sizes. */
    default Tensor affineGrid(Object... size) {
        return (Tensor) call("affineGrid", size);
    }

    /** Each class as a row of zeros with a one. */
    default Tensor oneHot(Object... options) {
        return (Tensor) call("oneHot", options);
    }

    /** Zeros and ones, drawn with these probabilities. */
    default Tensor bernoulli(Object... options) {
        return (Tensor) call("bernoulli", options);
    }

    /** Whole numbers, drawn with these rates. */
    default Tensor poisson(Object... options) {
        return (Tensor) call("poisson", options);
    }

    /** Places drawn with these weights, so many for each row. */
    default Tensor multinomial(Object numSamples, Object... options) {
        return (Tensor) call("multinomial", with(options, numSamples));
    }

    /** Random numbers written into the tensor: uniform. */
    default Tensor uniform(Object... options) {
        return (Tensor) call("uniform", options);
    }

    /** Random numbers written into the tensor: normal. */
    default Tensor normal(Object... options) {
        return (Tensor) call("normal", options);
    }

    /** Random numbers written into the tensor: exponential. */
    default Tensor exponential(Object... options) {
        return (Tensor) call("exponential", options);
    }

    /** Random numbers written into the tensor: random. */
    default Tensor random(Object... options) {
        return (Tensor) call("random", options);
    }

    /** Random numbers written into the tensor: geometric. */
    default Tensor geometric(Object p, Object... options) {
        return (Tensor) call("geometric", with(options, p));
    }

    /** Random numbers written into the tensor: cauchy. */
    default Tensor cauchy(Object... options) {
        return (Tensor) call("cauchy", options);
    }

    /** Random numbers written into the tensor: log_normal. */
    default Tensor logNormal(Object... options) {
        return (Tensor) call("logNormal", options);
    }

    /** A softmax of the numbers plus random ones. */
    default Tensor gumbelSoftmax(Object... options) {
        return (Tensor) call("gumbelSoftmax", options);
    }

    /** The differences of neighbours along an axis, n times. */
    default Tensor diff(Object... options) {
        return (Tensor) call("diff", options);
    }

    /** The covariances of rows. */
    default Tensor cov(Object... options) {
        return (Tensor) call("cov", options);
    }

    /** The correlations of rows. */
    default Tensor corrcoef() {
        return (Tensor) call("corrcoef");
    }

    /** How many numbers fall into each of so many bins. */
    default Tensor histc(Object... options) {
        return (Tensor) call("histc", options);
    }

    /** The powers of each number of a vector, a row each. */
    default Tensor vander(Object... options) {
        return (Tensor) call("vander", options);
    }

    /** The Fourier transform along an axis. */
    default Tensor fftFft(Object... options) {
        return (Tensor) call("fftFft", options);
    }

    /** The inverse Fourier transform along an axis. */
    default Tensor fftIfft(Object... options) {
        return (Tensor) call("fftIfft", options);
    }

    /** The Fourier transform of real numbers, its n/2 + 1 first values. */
    default Tensor fftRfft(Object... options) {
        return (Tensor) call("fftRfft", options);
    }

    /** The inverse of rfft: n = 2·(values - 1) real numbers unless n is given. */
    default Tensor fftIrfft(Object... options) {
        return (Tensor) call("fftIrfft", options);
    }

    /** The Fourier transform of a signal that is Hermitian. */
    default Tensor fftHfft(Object... options) {
        return (Tensor) call("fftHfft", options);
    }

    /** The inverse of hfft. */
    default Tensor fftIhfft(Object... options) {
        return (Tensor) call("fftIhfft", options);
    }

    /** The Fourier transform along axes. */
    default Tensor fftFft2(Object... options) {
        return (Tensor) call("fftFft2", options);
    }

    /** The inverse Fourier transform along axes. */
    default Tensor fftIfft2(Object... options) {
        return (Tensor) call("fftIfft2", options);
    }

    /** The Fourier transform of real numbers along axes. */
    default Tensor fftRfft2(Object... options) {
        return (Tensor) call("fftRfft2", options);
    }

    /** The inverse of rfft2. */
    default Tensor fftIrfft2(Object... options) {
        return (Tensor) call("fftIrfft2", options);
    }

    /** The Fourier transform along axes. */
    default Tensor fftFftn(Object... options) {
        return (Tensor) call("fftFftn", options);
    }

    /** The inverse Fourier transform along axes. */
    default Tensor fftIfftn(Object... options) {
        return (Tensor) call("fftIfftn", options);
    }

    /** The Fourier transform of real numbers along axes. */
    default Tensor fftRfftn(Object... options) {
        return (Tensor) call("fftRfftn", options);
    }

    /** The inverse of rfftn. */
    default Tensor fftIrfftn(Object... options) {
        return (Tensor) call("fftIrfftn", options);
    }

    /** The zero frequency moved to the middle. */
    default Tensor fftFftshift(Object... options) {
        return (Tensor) call("fftFftshift", options);
    }

    /** The zero frequency moved back to the front. */
    default Tensor fftIfftshift(Object... options) {
        return (Tensor) call("fftIfftshift", options);
    }

    /** Fourier transforms of windows along a signal: frequencies by frames. */
    default Tensor stft(Object nFft, Object... options) {
        return (Tensor) call("stft", with(options, nFft));
    }

    /** A signal from the Fourier transforms of its windows. */
    default Tensor istft(Object nFft, Object... options) {
        return (Tensor) call("istft", with(options, nFft));
    }

    /** Pairs along the last axis as complex numbers. */
    default Tensor viewAsComplex() {
        return (Tensor) call("viewAsComplex");
    }

    /** Complex numbers as pairs along a new last axis. */
    default Tensor viewAsReal() {
        return (Tensor) call("viewAsReal");
    }

    /** One value in the sizes of another tensor. */
    default Tensor fullLike(Object fillValue, Object... options) {
        return (Tensor) call("fullLike", with(options, fillValue));
    }

    /** Zeros in the sizes and kind of another tensor. */
    default Tensor zerosLike(Object... options) {
        return (Tensor) call("zerosLike", options);
    }

    /** Ones in the sizes and kind of another tensor. */
    default Tensor onesLike(Object... options) {
        return (Tensor) call("onesLike", options);
    }

    /** Empty in the sizes and kind of another tensor. */
    default Tensor emptyLike(Object... options) {
        return (Tensor) call("emptyLike", options);
    }

    /** Rand in the sizes and kind of another tensor. */
    default Tensor randLike(Object... options) {
        return (Tensor) call("randLike", options);
    }

    /** Randn in the sizes and kind of another tensor. */
    default Tensor randnLike(Object... options) {
        return (Tensor) call("randnLike", options);
    }

    /** Random whole numbers in the sizes and kind of another tensor. */
    default Tensor randintLike(Object... arguments) {
        return (Tensor) call("randintLike", arguments);
    }

    /** Zeros of these sizes, in the kind of this tensor. */
    default Tensor newZeros(Object... size) {
        return (Tensor) call("newZeros", size);
    }

    /** Ones of these sizes, in the kind of this tensor. */
    default Tensor newOnes(Object... size) {
        return (Tensor) call("newOnes", size);
    }

    /** Empty of these sizes, in the kind of this tensor. */
    default Tensor newEmpty(Object... size) {
        return (Tensor) call("newEmpty", size);
    }

    /** One value in these sizes, in the kind of this tensor. */
    default Tensor newFull(Object... size) {
        return (Tensor) call("newFull", size);
    }
}

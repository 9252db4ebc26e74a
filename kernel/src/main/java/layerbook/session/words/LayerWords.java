package layerbook.session.words;

import layerbook.layer.Layer;

/**
 * The words that make layers: one for each class of {@code torch.nn}, in lowerCamelCase.
 * Written from the catalogue by WordsTest.
 */
abstract class LayerWords extends TableWords {
    LayerWords() {}

    /**
     * Takes means over as many equal parts as are wanted, whatever comes in. PyTorch's
     *   {@code torch.nn.AdaptiveAvgPool1d}: {@code adaptiveAvgPool1d(outputSize)}.
     *
     * @param arguments {@code outputSize}, the sizes wanted; KEEP leaves an axis as it is
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer adaptiveAvgPool1d(Object... arguments) {
        return LayerMaker.made("adaptiveAvgPool1d", arguments);
    }

    /**
     * Takes means over as many equal parts as are wanted, whatever comes in. PyTorch's
     *   {@code torch.nn.AdaptiveAvgPool2d}: {@code adaptiveAvgPool2d(outputSize)}.
     *
     * @param arguments {@code outputSize}, the sizes wanted; KEEP leaves an axis as it is
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer adaptiveAvgPool2d(Object... arguments) {
        return LayerMaker.made("adaptiveAvgPool2d", arguments);
    }

    /**
     * Takes means over as many equal parts as are wanted, whatever comes in. PyTorch's
     *   {@code torch.nn.AdaptiveAvgPool3d}: {@code adaptiveAvgPool3d(outputSize)}.
     *
     * @param arguments {@code outputSize}, the sizes wanted; KEEP leaves an axis as it is
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer adaptiveAvgPool3d(Object... arguments) {
        return LayerMaker.made("adaptiveAvgPool3d", arguments);
    }

    /**
     * Keeps the largest number of as many equal parts as are wanted, whatever comes in. PyTorch's
     *   {@code torch.nn.AdaptiveMaxPool1d}: {@code adaptiveMaxPool1d(outputSize, returnIndices(false))}.
     *
     * @param arguments {@code outputSize}, the sizes wanted; KEEP leaves an axis as it is; {@code returnIndices},
     *   whether the places of the largest numbers are a second output (default false)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer adaptiveMaxPool1d(Object... arguments) {
        return LayerMaker.made("adaptiveMaxPool1d", arguments);
    }

    /**
     * Keeps the largest number of as many equal parts as are wanted, whatever comes in. PyTorch's
     *   {@code torch.nn.AdaptiveMaxPool2d}: {@code adaptiveMaxPool2d(outputSize, returnIndices(false))}.
     *
     * @param arguments {@code outputSize}, the sizes wanted; KEEP leaves an axis as it is; {@code returnIndices},
     *   whether the places of the largest numbers are a second output (default false)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer adaptiveMaxPool2d(Object... arguments) {
        return LayerMaker.made("adaptiveMaxPool2d", arguments);
    }

    /**
     * Keeps the largest number of as many equal parts as are wanted, whatever comes in. PyTorch's
     *   {@code torch.nn.AdaptiveMaxPool3d}: {@code adaptiveMaxPool3d(outputSize, returnIndices(false))}.
     *
     * @param arguments {@code outputSize}, the sizes wanted; KEEP leaves an axis as it is; {@code returnIndices},
     *   whether the places of the largest numbers are a second output (default false)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer adaptiveMaxPool3d(Object... arguments) {
        return LayerMaker.made("adaptiveMaxPool3d", arguments);
    }

    /**
     * Softmax over very many classes: frequent ones have a large matrix, rare ones share smaller ones. PyTorch's
     *   {@code torch.nn.AdaptiveLogSoftmaxWithLoss}: {@code adaptiveLogSoftmaxWithLoss(inFeatures?, nClasses, cutoffs,
     *   divValue(4.0), headBias(false))}.
     *
     * @param arguments {@code inFeatures}, input features (taken from the input if left out); {@code nClasses},
     *   classes; {@code cutoffs}, where the classes are cut into clusters, from the most frequent on; {@code divValue},
     *   how many times smaller the features of each further cluster are (default 4.0); {@code headBias}, whether the
     *   first matrix has a bias (default false)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer adaptiveLogSoftmaxWithLoss(Object... arguments) {
        return LayerMaker.made("adaptiveLogSoftmaxWithLoss", arguments);
    }

    /**
     * Divides each number of an image by the strength of its neighbours in other channels. PyTorch's
     *   {@code torch.nn.CrossMapLRN2d}: {@code crossMapLrn2d(size, alpha(1.0E-4), beta(0.75), k(1.0))}.
     *
     * @param arguments {@code size}, neighbours looked at; {@code alpha}, factor (default 1.0E-4); {@code beta}, power
     *   (default 0.75); {@code k}, added (default 1.0)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer crossMapLrn2d(Object... arguments) {
        return LayerMaker.made("crossMapLrn2d", arguments);
    }

    /**
     * How unlikely the right class of each point is under log probabilities: the old name of NLLLoss. PyTorch's
     *   {@code torch.nn.NLLLoss2d}: {@code nllLoss2d(weight(KEEP), sizeAverage(KEEP), ignoreIndex(-100), reduce(KEEP),
     *   reduction("mean"))}.
     *
     * @param arguments {@code weight}, weight of each class (may be left out); {@code sizeAverage}, the old way to say
     *   reduction: true for mean, false for sum (may be left out); {@code ignoreIndex}, a class that does not count
     *   (default −100); {@code reduce}, the old way to say reduction: false for none (may be left out);
     *   {@code reduction}, none, mean or sum (default mean)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer nllLoss2d(Object... arguments) {
        return LayerMaker.made("nllLoss2d", arguments);
    }

    /**
     * A dropout that keeps mean and variance, for SELU networks. PyTorch's {@code torch.nn.AlphaDropout}:
     *   {@code alphaDropout(p(0.5), inplace(false))}.
     *
     * @param arguments {@code p}, how likely a number is dropped (default 0.5); {@code inplace}, whether the input is
     *   overwritten; says nothing of size or work (default false)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer alphaDropout(Object... arguments) {
        return LayerMaker.made("alphaDropout", arguments);
    }

    /**
     * Keeps the mean of each window. PyTorch's {@code torch.nn.AvgPool1d}: {@code avgPool1d(kernelSize, stride(KEEP),
     *   padding(0), ceilMode(false), countIncludePad(true))}.
     *
     * @param arguments {@code kernelSize}, size of the window; {@code stride}, how far the window moves; the window's
     *   own size if not given (may be left out); {@code padding}, zeros put around (default 0); {@code ceilMode},
     *   whether a window that hangs over the edge counts (default false); {@code countIncludePad}, whether padding is
     *   divided by too (default true)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer avgPool1d(Object... arguments) {
        return LayerMaker.made("avgPool1d", arguments);
    }

    /**
     * Keeps the mean of each window. PyTorch's {@code torch.nn.AvgPool2d}: {@code avgPool2d(kernelSize, stride(KEEP),
     *   padding(0), ceilMode(false), countIncludePad(true), divisorOverride(KEEP))}.
     *
     * @param arguments {@code kernelSize}, size of the window; {@code stride}, how far the window moves; the window's
     *   own size if not given (may be left out); {@code padding}, zeros put around (default 0); {@code ceilMode},
     *   whether a window that hangs over the edge counts (default false); {@code countIncludePad}, whether padding is
     *   divided by too (default true); {@code divisorOverride}, what is divided by, if not the size of the window (may
     *   be left out)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer avgPool2d(Object... arguments) {
        return LayerMaker.made("avgPool2d", arguments);
    }

    /**
     * Keeps the mean of each window. PyTorch's {@code torch.nn.AvgPool3d}: {@code avgPool3d(kernelSize, stride(KEEP),
     *   padding(0), ceilMode(false), countIncludePad(true), divisorOverride(KEEP))}.
     *
     * @param arguments {@code kernelSize}, size of the window; {@code stride}, how far the window moves; the window's
     *   own size if not given (may be left out); {@code padding}, zeros put around (default 0); {@code ceilMode},
     *   whether a window that hangs over the edge counts (default false); {@code countIncludePad}, whether padding is
     *   divided by too (default true); {@code divisorOverride}, what is divided by, if not the size of the window (may
     *   be left out)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer avgPool3d(Object... arguments) {
        return LayerMaker.made("avgPool3d", arguments);
    }

    /**
     * Cross entropy of yes and no, from probabilities. PyTorch's {@code torch.nn.BCELoss}: {@code bceLoss(weight(KEEP),
     *   sizeAverage(KEEP), reduce(KEEP), reduction("mean"))}.
     *
     * @param arguments {@code weight}, weight of each example (may be left out); {@code sizeAverage}, the old way to
     *   say reduction: true for mean, false for sum (may be left out); {@code reduce}, the old way to say reduction:
     *   false for none (may be left out); {@code reduction}, none, mean or sum (default mean)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer bceLoss(Object... arguments) {
        return LayerMaker.made("bceLoss", arguments);
    }

    /**
     * Cross entropy of yes and no, from scores. PyTorch's {@code torch.nn.BCEWithLogitsLoss}:
     *   {@code bceWithLogitsLoss(weight(KEEP), sizeAverage(KEEP), reduce(KEEP), reduction("mean"), posWeight(KEEP))}.
     *
     * @param arguments {@code weight}, weight of each example (may be left out); {@code sizeAverage}, the old way to
     *   say reduction: true for mean, false for sum (may be left out); {@code reduce}, the old way to say reduction:
     *   false for none (may be left out); {@code reduction}, none, mean or sum (default mean); {@code posWeight},
     *   weight of yes (may be left out)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer bceWithLogitsLoss(Object... arguments) {
        return LayerMaker.made("bceWithLogitsLoss", arguments);
    }

    /**
     * Brings each channel to mean 0 and variance 1, then scales and shifts it by learned numbers. PyTorch's
     *   {@code torch.nn.BatchNorm1d}: {@code batchNorm1d(numFeatures?, eps(1.0E-5), momentum(0.1), affine(true),
     *   trackRunningStats(true))}.
     *
     * @param arguments {@code numFeatures}, channels (taken from the input if left out); {@code eps}, added to the
     *   variance, so that nothing is divided by zero (default 1.0E-5); {@code momentum}, weight of the new batch in the
     *   running mean and variance (default 0.1); {@code affine}, whether there are a learned scale and shift (default
     *   true); {@code trackRunningStats}, whether mean and variance are kept for use after training (default true)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer batchNorm1d(Object... arguments) {
        return LayerMaker.made("batchNorm1d", arguments);
    }

    /**
     * Brings each channel to mean 0 and variance 1, then scales and shifts it by learned numbers. PyTorch's
     *   {@code torch.nn.BatchNorm2d}: {@code batchNorm2d(numFeatures?, eps(1.0E-5), momentum(0.1), affine(true),
     *   trackRunningStats(true))}.
     *
     * @param arguments {@code numFeatures}, channels (taken from the input if left out); {@code eps}, added to the
     *   variance, so that nothing is divided by zero (default 1.0E-5); {@code momentum}, weight of the new batch in the
     *   running mean and variance (default 0.1); {@code affine}, whether there are a learned scale and shift (default
     *   true); {@code trackRunningStats}, whether mean and variance are kept for use after training (default true)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer batchNorm2d(Object... arguments) {
        return LayerMaker.made("batchNorm2d", arguments);
    }

    /**
     * Brings each channel to mean 0 and variance 1, then scales and shifts it by learned numbers. PyTorch's
     *   {@code torch.nn.BatchNorm3d}: {@code batchNorm3d(numFeatures?, eps(1.0E-5), momentum(0.1), affine(true),
     *   trackRunningStats(true))}.
     *
     * @param arguments {@code numFeatures}, channels (taken from the input if left out); {@code eps}, added to the
     *   variance, so that nothing is divided by zero (default 1.0E-5); {@code momentum}, weight of the new batch in the
     *   running mean and variance (default 0.1); {@code affine}, whether there are a learned scale and shift (default
     *   true); {@code trackRunningStats}, whether mean and variance are kept for use after training (default true)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer batchNorm3d(Object... arguments) {
        return LayerMaker.made("batchNorm3d", arguments);
    }

    /**
     * Multiplies two inputs with each other through a matrix for each output feature. PyTorch's
     *   {@code torch.nn.Bilinear}: {@code bilinear(in1Features, in2Features, outFeatures, bias(true))}.
     *
     * @param arguments {@code in1Features}, features of the first input; {@code in2Features}, features of the second
     *   input; {@code outFeatures}, output features; {@code bias}, whether a bias is added (default true)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer bilinear(Object... arguments) {
        return LayerMaker.made("bilinear", arguments);
    }

    /**
     * An ELU that is smooth for every alpha. PyTorch's {@code torch.nn.CELU}: {@code celu(alpha(1.0), inplace(false))}.
     *
     * @param arguments {@code alpha}, where the negative side ends (default 1.0); {@code inplace}, whether the input is
     *   overwritten; says nothing of size or work (default false)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer celu(Object... arguments) {
        return LayerMaker.made("celu", arguments);
    }

    /**
     * How unlikely a labelling is, whatever its alignment. PyTorch's {@code torch.nn.CTCLoss}: {@code ctcLoss(blank(0),
     *   reduction("mean"), zeroInfinity(false))}.
     *
     * @param arguments {@code blank}, the class of no label (default 0); {@code reduction}, none, mean or sum (default
     *   mean); {@code zeroInfinity}, whether infinite losses become zero (default false)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer ctcLoss(Object... arguments) {
        return LayerMaker.made("ctcLoss", arguments);
    }

    /**
     * Mixes the channels of several groups. PyTorch's {@code torch.nn.ChannelShuffle}: {@code channelShuffle(groups)}.
     *
     * @param arguments {@code groups}, groups of channels
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer channelShuffle(Object... arguments) {
        return LayerMaker.made("channelShuffle", arguments);
    }

    /**
     * Puts the opposite side around. PyTorch's {@code torch.nn.CircularPad1d}: {@code circularPad1d(padding)}.
     *
     * @param arguments {@code padding}, how many on each side: one number, or before and after for each axis, the last
     *   axis first
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer circularPad1d(Object... arguments) {
        return LayerMaker.made("circularPad1d", arguments);
    }

    /**
     * Puts the opposite side around. PyTorch's {@code torch.nn.CircularPad2d}: {@code circularPad2d(padding)}.
     *
     * @param arguments {@code padding}, how many on each side: one number, or before and after for each axis, the last
     *   axis first
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer circularPad2d(Object... arguments) {
        return LayerMaker.made("circularPad2d", arguments);
    }

    /**
     * Puts the opposite side around. PyTorch's {@code torch.nn.CircularPad3d}: {@code circularPad3d(padding)}.
     *
     * @param arguments {@code padding}, how many on each side: one number, or before and after for each axis, the last
     *   axis first
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer circularPad3d(Object... arguments) {
        return LayerMaker.made("circularPad3d", arguments);
    }

    /**
     * Puts a number around. PyTorch's {@code torch.nn.ConstantPad1d}: {@code constantPad1d(padding, value)}.
     *
     * @param arguments {@code padding}, how many on each side: one number, or before and after for each axis, the last
     *   axis first; {@code value}, the number put around
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer constantPad1d(Object... arguments) {
        return LayerMaker.made("constantPad1d", arguments);
    }

    /**
     * Puts a number around. PyTorch's {@code torch.nn.ConstantPad2d}: {@code constantPad2d(padding, value)}.
     *
     * @param arguments {@code padding}, how many on each side: one number, or before and after for each axis, the last
     *   axis first; {@code value}, the number put around
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer constantPad2d(Object... arguments) {
        return LayerMaker.made("constantPad2d", arguments);
    }

    /**
     * Puts a number around. PyTorch's {@code torch.nn.ConstantPad3d}: {@code constantPad3d(padding, value)}.
     *
     * @param arguments {@code padding}, how many on each side: one number, or before and after for each axis, the last
     *   axis first; {@code value}, the number put around
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer constantPad3d(Object... arguments) {
        return LayerMaker.made("constantPad3d", arguments);
    }

    /**
     * Slides a window over a sequence; each output channel has a window of its own. Every position costs one
     *   multiply-add per number in the window. PyTorch's {@code torch.nn.Conv1d}: {@code conv1d(inChannels?,
     *   outChannels, kernelSize, stride(1), padding(0), dilation(1), groups(1), bias(true), paddingMode("zeros"))}.
     *
     * @param arguments {@code inChannels}, input channels (taken from the input if left out); {@code outChannels},
     *   output channels; {@code kernelSize}, size of the window; {@code stride}, how far the window moves (default 1);
     *   {@code padding}, zeros put around, or "same" or "valid" (default 0); {@code dilation}, distance between the
     *   points of the window (default 1); {@code groups}, parts into which the channels are split (default 1);
     *   {@code bias}, whether a bias is added (default true); {@code paddingMode}, what the padding is filled with:
     *   zeros, reflect, replicate, circular (default zeros)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer conv1d(Object... arguments) {
        return LayerMaker.made("conv1d", arguments);
    }

    /**
     * Slides a window over an image; each output channel has a window of its own. Every position costs one multiply-add
     *   per number in the window. PyTorch's {@code torch.nn.Conv2d}: {@code conv2d(inChannels?, outChannels,
     *   kernelSize, stride(1), padding(0), dilation(1), groups(1), bias(true), paddingMode("zeros"))}.
     *
     * @param arguments {@code inChannels}, input channels (taken from the input if left out); {@code outChannels},
     *   output channels; {@code kernelSize}, size of the window; {@code stride}, how far the window moves (default 1);
     *   {@code padding}, zeros put around, or "same" or "valid" (default 0); {@code dilation}, distance between the
     *   points of the window (default 1); {@code groups}, parts into which the channels are split (default 1);
     *   {@code bias}, whether a bias is added (default true); {@code paddingMode}, what the padding is filled with:
     *   zeros, reflect, replicate, circular (default zeros)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer conv2d(Object... arguments) {
        return LayerMaker.made("conv2d", arguments);
    }

    /**
     * Slides a window over a volume; each output channel has a window of its own. Every position costs one multiply-add
     *   per number in the window. PyTorch's {@code torch.nn.Conv3d}: {@code conv3d(inChannels?, outChannels,
     *   kernelSize, stride(1), padding(0), dilation(1), groups(1), bias(true), paddingMode("zeros"))}.
     *
     * @param arguments {@code inChannels}, input channels (taken from the input if left out); {@code outChannels},
     *   output channels; {@code kernelSize}, size of the window; {@code stride}, how far the window moves (default 1);
     *   {@code padding}, zeros put around, or "same" or "valid" (default 0); {@code dilation}, distance between the
     *   points of the window (default 1); {@code groups}, parts into which the channels are split (default 1);
     *   {@code bias}, whether a bias is added (default true); {@code paddingMode}, what the padding is filled with:
     *   zeros, reflect, replicate, circular (default zeros)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer conv3d(Object... arguments) {
        return LayerMaker.made("conv3d", arguments);
    }

    /**
     * Spreads each point of a sequence over a window: a convolution the other way round, which makes the output larger.
     *   PyTorch's {@code torch.nn.ConvTranspose1d}: {@code convTranspose1d(inChannels?, outChannels, kernelSize,
     *   stride(1), padding(0), outputPadding(0), groups(1), bias(true), dilation(1), paddingMode("zeros"))}.
     *
     * @param arguments {@code inChannels}, input channels (taken from the input if left out); {@code outChannels},
     *   output channels; {@code kernelSize}, size of the window; {@code stride}, how far apart the windows are laid
     *   (default 1); {@code padding}, taken off all around (default 0); {@code outputPadding}, added on one side,
     *   smaller than stride or dilation (default 0); {@code groups}, parts into which the channels are split (default
     *   1); {@code bias}, whether a bias is added (default true); {@code dilation}, distance between the points of the
     *   window (default 1); {@code paddingMode}, only zeros (default zeros)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer convTranspose1d(Object... arguments) {
        return LayerMaker.made("convTranspose1d", arguments);
    }

    /**
     * Spreads each point of an image over a window: a convolution the other way round, which makes the output larger.
     *   PyTorch's {@code torch.nn.ConvTranspose2d}: {@code convTranspose2d(inChannels?, outChannels, kernelSize,
     *   stride(1), padding(0), outputPadding(0), groups(1), bias(true), dilation(1), paddingMode("zeros"))}.
     *
     * @param arguments {@code inChannels}, input channels (taken from the input if left out); {@code outChannels},
     *   output channels; {@code kernelSize}, size of the window; {@code stride}, how far apart the windows are laid
     *   (default 1); {@code padding}, taken off all around (default 0); {@code outputPadding}, added on one side,
     *   smaller than stride or dilation (default 0); {@code groups}, parts into which the channels are split (default
     *   1); {@code bias}, whether a bias is added (default true); {@code dilation}, distance between the points of the
     *   window (default 1); {@code paddingMode}, only zeros (default zeros)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer convTranspose2d(Object... arguments) {
        return LayerMaker.made("convTranspose2d", arguments);
    }

    /**
     * Spreads each point of a volume over a window: a convolution the other way round, which makes the output larger.
     *   PyTorch's {@code torch.nn.ConvTranspose3d}: {@code convTranspose3d(inChannels?, outChannels, kernelSize,
     *   stride(1), padding(0), outputPadding(0), groups(1), bias(true), dilation(1), paddingMode("zeros"))}.
     *
     * @param arguments {@code inChannels}, input channels (taken from the input if left out); {@code outChannels},
     *   output channels; {@code kernelSize}, size of the window; {@code stride}, how far apart the windows are laid
     *   (default 1); {@code padding}, taken off all around (default 0); {@code outputPadding}, added on one side,
     *   smaller than stride or dilation (default 0); {@code groups}, parts into which the channels are split (default
     *   1); {@code bias}, whether a bias is added (default true); {@code dilation}, distance between the points of the
     *   window (default 1); {@code paddingMode}, only zeros (default zeros)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer convTranspose3d(Object... arguments) {
        return LayerMaker.made("convTranspose3d", arguments);
    }

    /**
     * Like pairs should point the same way. PyTorch's {@code torch.nn.CosineEmbeddingLoss}:
     *   {@code cosineEmbeddingLoss(margin(0.0), sizeAverage(KEEP), reduce(KEEP), reduction("mean"))}.
     *
     * @param arguments {@code margin}, the margin (default 0.0); {@code sizeAverage}, the old way to say reduction:
     *   true for mean, false for sum (may be left out); {@code reduce}, the old way to say reduction: false for none
     *   (may be left out); {@code reduction}, none, mean or sum (default mean)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer cosineEmbeddingLoss(Object... arguments) {
        return LayerMaker.made("cosineEmbeddingLoss", arguments);
    }

    /**
     * How far two vectors point the same way. PyTorch's {@code torch.nn.CosineSimilarity}:
     *   {@code cosineSimilarity(dim(1), eps(1.0E-8))}.
     *
     * @param arguments {@code dim}, the axis of the vectors (default 1); {@code eps}, smallest length (default 1.0E-8)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer cosineSimilarity(Object... arguments) {
        return LayerMaker.made("cosineSimilarity", arguments);
    }

    /**
     * How unlikely the right class is under the scores. PyTorch's {@code torch.nn.CrossEntropyLoss}:
     *   {@code crossEntropyLoss(weight(KEEP), sizeAverage(KEEP), ignoreIndex(-100), reduce(KEEP), reduction("mean"),
     *   labelSmoothing(0.0))}.
     *
     * @param arguments {@code weight}, weight of each class (may be left out); {@code sizeAverage}, the old way to say
     *   reduction: true for mean, false for sum (may be left out); {@code ignoreIndex}, a class that does not count
     *   (default −100); {@code reduce}, the old way to say reduction: false for none (may be left out);
     *   {@code reduction}, none, mean or sum (default mean); {@code labelSmoothing}, how much goes to the other classes
     *   (default 0.0)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer crossEntropyLoss(Object... arguments) {
        return LayerMaker.made("crossEntropyLoss", arguments);
    }

    /**
     * Makes numbers zero by lot in training; does nothing afterwards. PyTorch's {@code torch.nn.Dropout}:
     *   {@code dropout(p(0.5), inplace(false))}.
     *
     * @param arguments {@code p}, how likely a number is dropped (default 0.5); {@code inplace}, whether the input is
     *   overwritten; says nothing of size or work (default false)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer dropout(Object... arguments) {
        return LayerMaker.made("dropout", arguments);
    }

    /**
     * Makes whole channels zero by lot in training; does nothing afterwards. PyTorch's {@code torch.nn.Dropout1d}:
     *   {@code dropout1d(p(0.5), inplace(false))}.
     *
     * @param arguments {@code p}, how likely a number is dropped (default 0.5); {@code inplace}, whether the input is
     *   overwritten; says nothing of size or work (default false)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer dropout1d(Object... arguments) {
        return LayerMaker.made("dropout1d", arguments);
    }

    /**
     * Makes whole channels zero by lot in training; does nothing afterwards. PyTorch's {@code torch.nn.Dropout2d}:
     *   {@code dropout2d(p(0.5), inplace(false))}.
     *
     * @param arguments {@code p}, how likely a number is dropped (default 0.5); {@code inplace}, whether the input is
     *   overwritten; says nothing of size or work (default false)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer dropout2d(Object... arguments) {
        return LayerMaker.made("dropout2d", arguments);
    }

    /**
     * Makes whole channels zero by lot in training; does nothing afterwards. PyTorch's {@code torch.nn.Dropout3d}:
     *   {@code dropout3d(p(0.5), inplace(false))}.
     *
     * @param arguments {@code p}, how likely a number is dropped (default 0.5); {@code inplace}, whether the input is
     *   overwritten; says nothing of size or work (default false)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer dropout3d(Object... arguments) {
        return LayerMaker.made("dropout3d", arguments);
    }

    /**
     * Keeps what is positive; what is negative bends towards −alpha. PyTorch's {@code torch.nn.ELU}:
     *   {@code elu(alpha(1.0), inplace(false))}.
     *
     * @param arguments {@code alpha}, where the negative side ends (default 1.0); {@code inplace}, whether the input is
     *   overwritten; says nothing of size or work (default false)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer elu(Object... arguments) {
        return LayerMaker.made("elu", arguments);
    }

    /**
     * Looks rows of a table up by their numbers. PyTorch's {@code torch.nn.Embedding}: {@code embedding(numEmbeddings,
     *   embeddingDim, paddingIdx(KEEP), maxNorm(KEEP), normType(2.0), scaleGradByFreq(false), sparse(false))}.
     *
     * @param arguments {@code numEmbeddings}, rows of the table; {@code embeddingDim}, embedding size;
     *   {@code paddingIdx}, the row that is not learned (may be left out); {@code maxNorm}, rows longer than this are
     *   shortened (may be left out); {@code normType}, the norm for maxNorm (default 2.0); {@code scaleGradByFreq},
     *   says nothing of sizes (default false); {@code sparse}, says nothing of sizes (default false)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer embedding(Object... arguments) {
        return LayerMaker.made("embedding", arguments);
    }

    /**
     * Looks rows of a table up and sums (or averages) those of a bag. PyTorch's {@code torch.nn.EmbeddingBag}:
     *   {@code embeddingBag(numEmbeddings, embeddingDim, maxNorm(KEEP), normType(2.0), scaleGradByFreq(false),
     *   mode("mean"), sparse(false), includeLastOffset(false), paddingIdx(KEEP))}.
     *
     * @param arguments {@code numEmbeddings}, rows of the table; {@code embeddingDim}, embedding size; {@code maxNorm},
     *   rows longer than this are shortened (may be left out); {@code normType}, the norm for maxNorm (default 2.0);
     *   {@code scaleGradByFreq}, says nothing of sizes (default false); {@code mode}, sum, mean or max (default mean);
     *   {@code sparse}, says nothing of sizes (default false); {@code includeLastOffset}, whether the offsets end with
     *   the length (default false); {@code paddingIdx}, the row that is left out (may be left out)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer embeddingBag(Object... arguments) {
        return LayerMaker.made("embeddingBag", arguments);
    }

    /**
     * An alpha dropout of whole channels. PyTorch's {@code torch.nn.FeatureAlphaDropout}:
     *   {@code featureAlphaDropout(p(0.5), inplace(false))}.
     *
     * @param arguments {@code p}, how likely a number is dropped (default 0.5); {@code inplace}, whether the input is
     *   overwritten; says nothing of size or work (default false)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer featureAlphaDropout(Object... arguments) {
        return LayerMaker.made("featureAlphaDropout", arguments);
    }

    /**
     * Makes one axis of several. PyTorch's {@code torch.nn.Flatten}: {@code flatten(startDim(1), endDim(-1))}.
     *
     * @param arguments {@code startDim}, first axis of those (default 1); {@code endDim}, last axis of those (default
     *   −1)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer flatten(Object... arguments) {
        return LayerMaker.made("flatten", arguments);
    }

    /**
     * Puts windows back to an image, adding where they overlap. PyTorch's {@code torch.nn.Fold}:
     *   {@code fold(outputSize, kernelSize, dilation(1), padding(0), stride(1))}.
     *
     * @param arguments {@code outputSize}, sizes of the image; {@code kernelSize}, size of the window;
     *   {@code dilation}, distance between the points of the window (default 1); {@code padding}, zeros put around
     *   (default 0); {@code stride}, how far the window moves (default 1)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer fold(Object... arguments) {
        return LayerMaker.made("fold", arguments);
    }

    /**
     * Keeps the largest number of windows whose places are drawn by lot, so that sizes shrink by a fraction. PyTorch's
     *   {@code torch.nn.FractionalMaxPool2d}: {@code fractionalMaxPool2d(kernelSize, outputSize(KEEP),
     *   outputRatio(KEEP), returnIndices(false))}.
     *
     * @param arguments {@code kernelSize}, size of the window; {@code outputSize}, the sizes wanted (may be left out);
     *   {@code outputRatio}, the sizes wanted as a part of the input's, between 0 and 1 (may be left out);
     *   {@code returnIndices}, whether the places of the largest numbers are a second output (default false)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer fractionalMaxPool2d(Object... arguments) {
        return LayerMaker.made("fractionalMaxPool2d", arguments);
    }

    /**
     * Keeps the largest number of windows whose places are drawn by lot, so that sizes shrink by a fraction. PyTorch's
     *   {@code torch.nn.FractionalMaxPool3d}: {@code fractionalMaxPool3d(kernelSize, outputSize(KEEP),
     *   outputRatio(KEEP), returnIndices(false))}.
     *
     * @param arguments {@code kernelSize}, size of the window; {@code outputSize}, the sizes wanted (may be left out);
     *   {@code outputRatio}, the sizes wanted as a part of the input's, between 0 and 1 (may be left out);
     *   {@code returnIndices}, whether the places of the largest numbers are a second output (default false)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer fractionalMaxPool3d(Object... arguments) {
        return LayerMaker.made("fractionalMaxPool3d", arguments);
    }

    /**
     * Weighs each number by how likely a normal one is smaller. PyTorch's {@code torch.nn.GELU}:
     *   {@code gelu(approximate("none"))}.
     *
     * @param arguments {@code approximate}, none or tanh (default none)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer gelu(Object... arguments) {
        return LayerMaker.made("gelu", arguments);
    }

    /**
     * Halves an axis: one half weighs the other. PyTorch's {@code torch.nn.GLU}: {@code glu(dim(-1))}.
     *
     * @param arguments {@code dim}, the axis that is halved (default −1)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer glu(Object... arguments) {
        return LayerMaker.made("glu", arguments);
    }

    /**
     * Reads a sequence step by step; gates decide what of the state is kept. PyTorch's {@code torch.nn.GRU}:
     *   {@code gru(inputSize?, hiddenSize, numLayers(1), bias(true), batchFirst(false), dropout(0.0),
     *   bidirectional(false))}.
     *
     * @param arguments {@code inputSize}, input size (taken from the input if left out); {@code hiddenSize}, hidden
     *   size; {@code numLayers}, layers on top of each other (default 1); {@code bias}, whether biases are added
     *   (default true); {@code batchFirst}, whether the batch is the first axis (default false); {@code dropout}, how
     *   likely a number between layers is dropped in training (default 0.0); {@code bidirectional}, whether the
     *   sequence is read from its end too (default false)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer gru(Object... arguments) {
        return LayerMaker.made("gru", arguments);
    }

    /**
     * One step of a GRU. PyTorch's {@code torch.nn.GRUCell}: {@code gruCell(inputSize?, hiddenSize, bias(true))}.
     *
     * @param arguments {@code inputSize}, input size (taken from the input if left out); {@code hiddenSize}, hidden
     *   size; {@code bias}, whether biases are added (default true)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer gruCell(Object... arguments) {
        return LayerMaker.made("gruCell", arguments);
    }

    /**
     * How unlikely numbers are under normal distributions. PyTorch's {@code torch.nn.GaussianNLLLoss}:
     *   {@code gaussianNllLoss(full(false), eps(1.0E-6), reduction("mean"))}.
     *
     * @param arguments {@code full}, whether the constant term is added (default false); {@code eps}, smallest variance
     *   (default 1.0E-6); {@code reduction}, none, mean or sum (default mean)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer gaussianNllLoss(Object... arguments) {
        return LayerMaker.made("gaussianNllLoss", arguments);
    }

    /**
     * The same as {@link #gaussianNllLoss}, with capitals as in the class name.
     *
     * @param arguments as of that word
     * @return the layer
     */
    public static Layer gaussianNLLLoss(Object... arguments) {
        return LayerMaker.made("gaussianNllLoss", arguments);
    }

    /**
     * Brings groups of channels of each example to mean 0 and variance 1, then scales and shifts each channel by
     *   learned numbers. PyTorch's {@code torch.nn.GroupNorm}: {@code groupNorm(numGroups, numChannels, eps(1.0E-5),
     *   affine(true))}.
     *
     * @param arguments {@code numGroups}, groups of channels; {@code numChannels}, channels; {@code eps}, added to the
     *   variance, so that nothing is divided by zero (default 1.0E-5); {@code affine}, whether there are a learned
     *   scale and shift (default true)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer groupNorm(Object... arguments) {
        return LayerMaker.made("groupNorm", arguments);
    }

    /**
     * Makes small numbers zero. PyTorch's {@code torch.nn.Hardshrink}: {@code hardshrink(lambd(0.5))}.
     *
     * @param arguments {@code lambd}, how small (default 0.5)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer hardshrink(Object... arguments) {
        return LayerMaker.made("hardshrink", arguments);
    }

    /**
     * A sigmoid of straight lines. PyTorch's {@code torch.nn.Hardsigmoid}: {@code hardsigmoid(inplace(false))}.
     *
     * @param arguments {@code inplace}, whether the input is overwritten; says nothing of size or work (default false)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer hardsigmoid(Object... arguments) {
        return LayerMaker.made("hardsigmoid", arguments);
    }

    /**
     * Multiplies each number by a sigmoid of straight lines. PyTorch's {@code torch.nn.Hardswish}:
     *   {@code hardswish(inplace(false))}.
     *
     * @param arguments {@code inplace}, whether the input is overwritten; says nothing of size or work (default false)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer hardswish(Object... arguments) {
        return LayerMaker.made("hardswish", arguments);
    }

    /**
     * Keeps what lies between two bounds, cuts the rest off. PyTorch's {@code torch.nn.Hardtanh}:
     *   {@code hardtanh(minVal(-1.0), maxVal(1.0), inplace(false))}.
     *
     * @param arguments {@code minVal}, lower bound (default -1.0); {@code maxVal}, upper bound (default 1.0);
     *   {@code inplace}, whether the input is overwritten; says nothing of size or work (default false)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer hardtanh(Object... arguments) {
        return LayerMaker.made("hardtanh", arguments);
    }

    /**
     * Small distances for like pairs, at least a margin for others. PyTorch's {@code torch.nn.HingeEmbeddingLoss}:
     *   {@code hingeEmbeddingLoss(margin(1.0), sizeAverage(KEEP), reduce(KEEP), reduction("mean"))}.
     *
     * @param arguments {@code margin}, the margin (default 1.0); {@code sizeAverage}, the old way to say reduction:
     *   true for mean, false for sum (may be left out); {@code reduce}, the old way to say reduction: false for none
     *   (may be left out); {@code reduction}, none, mean or sum (default mean)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer hingeEmbeddingLoss(Object... arguments) {
        return LayerMaker.made("hingeEmbeddingLoss", arguments);
    }

    /**
     * Squared for small differences, straight for large ones. PyTorch's {@code torch.nn.HuberLoss}:
     *   {@code huberLoss(reduction("mean"), delta(1.0))}.
     *
     * @param arguments {@code reduction}, none, mean or sum (default mean); {@code delta}, where it becomes straight
     *   (default 1.0)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer huberLoss(Object... arguments) {
        return LayerMaker.made("huberLoss", arguments);
    }

    /**
     * Gives what it gets. PyTorch's {@code torch.nn.Identity}: {@code identity()}.
     *
     * @param arguments none
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer identity(Object... arguments) {
        return LayerMaker.made("identity", arguments);
    }

    /**
     * Brings each channel of each example to mean 0 and variance 1. PyTorch's {@code torch.nn.InstanceNorm1d}:
     *   {@code instanceNorm1d(numFeatures?, eps(1.0E-5), momentum(0.1), affine(false), trackRunningStats(false))}.
     *
     * @param arguments {@code numFeatures}, channels (taken from the input if left out); {@code eps}, added to the
     *   variance, so that nothing is divided by zero (default 1.0E-5); {@code momentum}, weight of the new batch in the
     *   running mean and variance (default 0.1); {@code affine}, whether there are a learned scale and shift (default
     *   false); {@code trackRunningStats}, whether mean and variance are kept for use after training (default false)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer instanceNorm1d(Object... arguments) {
        return LayerMaker.made("instanceNorm1d", arguments);
    }

    /**
     * Brings each channel of each example to mean 0 and variance 1. PyTorch's {@code torch.nn.InstanceNorm2d}:
     *   {@code instanceNorm2d(numFeatures?, eps(1.0E-5), momentum(0.1), affine(false), trackRunningStats(false))}.
     *
     * @param arguments {@code numFeatures}, channels (taken from the input if left out); {@code eps}, added to the
     *   variance, so that nothing is divided by zero (default 1.0E-5); {@code momentum}, weight of the new batch in the
     *   running mean and variance (default 0.1); {@code affine}, whether there are a learned scale and shift (default
     *   false); {@code trackRunningStats}, whether mean and variance are kept for use after training (default false)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer instanceNorm2d(Object... arguments) {
        return LayerMaker.made("instanceNorm2d", arguments);
    }

    /**
     * Brings each channel of each example to mean 0 and variance 1. PyTorch's {@code torch.nn.InstanceNorm3d}:
     *   {@code instanceNorm3d(numFeatures?, eps(1.0E-5), momentum(0.1), affine(false), trackRunningStats(false))}.
     *
     * @param arguments {@code numFeatures}, channels (taken from the input if left out); {@code eps}, added to the
     *   variance, so that nothing is divided by zero (default 1.0E-5); {@code momentum}, weight of the new batch in the
     *   running mean and variance (default 0.1); {@code affine}, whether there are a learned scale and shift (default
     *   false); {@code trackRunningStats}, whether mean and variance are kept for use after training (default false)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer instanceNorm3d(Object... arguments) {
        return LayerMaker.made("instanceNorm3d", arguments);
    }

    /**
     * How far one distribution is from another. PyTorch's {@code torch.nn.KLDivLoss}:
     *   {@code klDivLoss(sizeAverage(KEEP), reduce(KEEP), reduction("mean"), logTarget(false))}.
     *
     * @param arguments {@code sizeAverage}, the old way to say reduction: true for mean, false for sum (may be left
     *   out); {@code reduce}, the old way to say reduction: false for none (may be left out); {@code reduction}, none,
     *   mean or sum (default mean); {@code logTarget}, whether the target is a logarithm (default false)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer klDivLoss(Object... arguments) {
        return LayerMaker.made("klDivLoss", arguments);
    }

    /**
     * The mean distance between two tensors. PyTorch's {@code torch.nn.L1Loss}: {@code l1Loss(sizeAverage(KEEP),
     *   reduce(KEEP), reduction("mean"))}.
     *
     * @param arguments {@code sizeAverage}, the old way to say reduction: true for mean, false for sum (may be left
     *   out); {@code reduce}, the old way to say reduction: false for none (may be left out); {@code reduction}, none,
     *   mean or sum (default mean)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer l1Loss(Object... arguments) {
        return LayerMaker.made("l1Loss", arguments);
    }

    /**
     * Keeps the power mean of each window: the root of the sum of the powers. PyTorch's {@code torch.nn.LPPool1d}:
     *   {@code lpPool1d(normType, kernelSize, stride(KEEP), ceilMode(false))}.
     *
     * @param arguments {@code normType}, the power, 2 for the root of the sum of squares; {@code kernelSize}, size of
     *   the window; {@code stride}, how far the window moves; the window's own size if not given (may be left out);
     *   {@code ceilMode}, whether a window that hangs over the edge counts (default false)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer lpPool1d(Object... arguments) {
        return LayerMaker.made("lpPool1d", arguments);
    }

    /**
     * Keeps the power mean of each window: the root of the sum of the powers. PyTorch's {@code torch.nn.LPPool2d}:
     *   {@code lpPool2d(normType, kernelSize, stride(KEEP), ceilMode(false))}.
     *
     * @param arguments {@code normType}, the power, 2 for the root of the sum of squares; {@code kernelSize}, size of
     *   the window; {@code stride}, how far the window moves; the window's own size if not given (may be left out);
     *   {@code ceilMode}, whether a window that hangs over the edge counts (default false)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer lpPool2d(Object... arguments) {
        return LayerMaker.made("lpPool2d", arguments);
    }

    /**
     * Keeps the power mean of each window: the root of the sum of the powers. PyTorch's {@code torch.nn.LPPool3d}:
     *   {@code lpPool3d(normType, kernelSize, stride(KEEP), ceilMode(false))}.
     *
     * @param arguments {@code normType}, the power, 2 for the root of the sum of squares; {@code kernelSize}, size of
     *   the window; {@code stride}, how far the window moves; the window's own size if not given (may be left out);
     *   {@code ceilMode}, whether a window that hangs over the edge counts (default false)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer lpPool3d(Object... arguments) {
        return LayerMaker.made("lpPool3d", arguments);
    }

    /**
     * Reads a sequence step by step; gates decide what a long memory keeps. PyTorch's {@code torch.nn.LSTM}:
     *   {@code lstm(inputSize?, hiddenSize, numLayers(1), bias(true), batchFirst(false), dropout(0.0),
     *   bidirectional(false), projSize(0))}.
     *
     * @param arguments {@code inputSize}, input size (taken from the input if left out); {@code hiddenSize}, hidden
     *   size; {@code numLayers}, layers on top of each other (default 1); {@code bias}, whether biases are added
     *   (default true); {@code batchFirst}, whether the batch is the first axis (default false); {@code dropout}, how
     *   likely a number between layers is dropped in training (default 0.0); {@code bidirectional}, whether the
     *   sequence is read from its end too (default false); {@code projSize}, size of the state after a projection, 0
     *   for none (default 0)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer lstm(Object... arguments) {
        return LayerMaker.made("lstm", arguments);
    }

    /**
     * One step of an LSTM. PyTorch's {@code torch.nn.LSTMCell}: {@code lstmCell(inputSize?, hiddenSize, bias(true))}.
     *
     * @param arguments {@code inputSize}, input size (taken from the input if left out); {@code hiddenSize}, hidden
     *   size; {@code bias}, whether biases are added (default true)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer lstmCell(Object... arguments) {
        return LayerMaker.made("lstmCell", arguments);
    }

    /**
     * Brings the last axes of each example to mean 0 and variance 1, then scales and shifts them by learned numbers.
     *   PyTorch's {@code torch.nn.LayerNorm}: {@code layerNorm(normalizedShape, eps(1.0E-5), elementwiseAffine(true),
     *   bias(true))}.
     *
     * @param arguments {@code normalizedShape}, the last sizes, over which is normalised; {@code eps}, added to the
     *   variance, so that nothing is divided by zero (default 1.0E-5); {@code elementwiseAffine}, whether there are a
     *   learned scale and shift (default true); {@code bias}, whether there is a learned shift beside the scale
     *   (default true)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer layerNorm(Object... arguments) {
        return LayerMaker.made("layerNorm", arguments);
    }

    /**
     * Keeps what is positive, makes what is negative small. PyTorch's {@code torch.nn.LeakyReLU}:
     *   {@code leakyRelu(negativeSlope(0.01), inplace(false))}.
     *
     * @param arguments {@code negativeSlope}, factor for negative numbers (default 0.01); {@code inplace}, whether the
     *   input is overwritten; says nothing of size or work (default false)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer leakyRelu(Object... arguments) {
        return LayerMaker.made("leakyRelu", arguments);
    }

    /**
     * Multiplies by a matrix and adds a bias: every output feature sees every input feature. PyTorch's
     *   {@code torch.nn.Linear}: {@code linear(inFeatures?, outFeatures, bias(true))}.
     *
     * @param arguments {@code inFeatures}, input features (taken from the input if left out); {@code outFeatures},
     *   output features; {@code bias}, whether a bias is added (default true)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer linear(Object... arguments) {
        return LayerMaker.made("linear", arguments);
    }

    /**
     * Divides each number by the strength of its neighbours in other channels. PyTorch's
     *   {@code torch.nn.LocalResponseNorm}: {@code localResponseNorm(size, alpha(1.0E-4), beta(0.75), k(1.0))}.
     *
     * @param arguments {@code size}, neighbours looked at; {@code alpha}, factor (default 1.0E-4); {@code beta}, power
     *   (default 0.75); {@code k}, added (default 1.0)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer localResponseNorm(Object... arguments) {
        return LayerMaker.made("localResponseNorm", arguments);
    }

    /**
     * The logarithm of the sigmoid. PyTorch's {@code torch.nn.LogSigmoid}: {@code logSigmoid()}.
     *
     * @param arguments none
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer logSigmoid(Object... arguments) {
        return LayerMaker.made("logSigmoid", arguments);
    }

    /**
     * The logarithm of the softmax. PyTorch's {@code torch.nn.LogSoftmax}: {@code logSoftmax(dim(KEEP))}.
     *
     * @param arguments {@code dim}, the axis along which the parts add up to 1 (may be left out)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer logSoftmax(Object... arguments) {
        return LayerMaker.made("logSoftmax", arguments);
    }

    /**
     * The mean squared difference of two tensors. PyTorch's {@code torch.nn.MSELoss}: {@code mseLoss(sizeAverage(KEEP),
     *   reduce(KEEP), reduction("mean"))}.
     *
     * @param arguments {@code sizeAverage}, the old way to say reduction: true for mean, false for sum (may be left
     *   out); {@code reduce}, the old way to say reduction: false for none (may be left out); {@code reduction}, none,
     *   mean or sum (default mean)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer mseLoss(Object... arguments) {
        return LayerMaker.made("mseLoss", arguments);
    }

    /**
     * One of two should be larger by a margin. PyTorch's {@code torch.nn.MarginRankingLoss}:
     *   {@code marginRankingLoss(margin(0.0), sizeAverage(KEEP), reduce(KEEP), reduction("mean"))}.
     *
     * @param arguments {@code margin}, the margin (default 0.0); {@code sizeAverage}, the old way to say reduction:
     *   true for mean, false for sum (may be left out); {@code reduce}, the old way to say reduction: false for none
     *   (may be left out); {@code reduction}, none, mean or sum (default mean)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer marginRankingLoss(Object... arguments) {
        return LayerMaker.made("marginRankingLoss", arguments);
    }

    /**
     * Keeps the largest number of each window. PyTorch's {@code torch.nn.MaxPool1d}: {@code maxPool1d(kernelSize,
     *   stride(KEEP), padding(0), dilation(1), returnIndices(false), ceilMode(false))}.
     *
     * @param arguments {@code kernelSize}, size of the window; {@code stride}, how far the window moves; the window's
     *   own size if not given (may be left out); {@code padding}, put around, never the largest (default 0);
     *   {@code dilation}, distance between the points of the window (default 1); {@code returnIndices}, whether the
     *   places of the largest numbers are a second output (default false); {@code ceilMode}, whether a window that
     *   hangs over the edge counts (default false)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer maxPool1d(Object... arguments) {
        return LayerMaker.made("maxPool1d", arguments);
    }

    /**
     * Keeps the largest number of each window. PyTorch's {@code torch.nn.MaxPool2d}: {@code maxPool2d(kernelSize,
     *   stride(KEEP), padding(0), dilation(1), returnIndices(false), ceilMode(false))}.
     *
     * @param arguments {@code kernelSize}, size of the window; {@code stride}, how far the window moves; the window's
     *   own size if not given (may be left out); {@code padding}, put around, never the largest (default 0);
     *   {@code dilation}, distance between the points of the window (default 1); {@code returnIndices}, whether the
     *   places of the largest numbers are a second output (default false); {@code ceilMode}, whether a window that
     *   hangs over the edge counts (default false)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer maxPool2d(Object... arguments) {
        return LayerMaker.made("maxPool2d", arguments);
    }

    /**
     * Keeps the largest number of each window. PyTorch's {@code torch.nn.MaxPool3d}: {@code maxPool3d(kernelSize,
     *   stride(KEEP), padding(0), dilation(1), returnIndices(false), ceilMode(false))}.
     *
     * @param arguments {@code kernelSize}, size of the window; {@code stride}, how far the window moves; the window's
     *   own size if not given (may be left out); {@code padding}, put around, never the largest (default 0);
     *   {@code dilation}, distance between the points of the window (default 1); {@code returnIndices}, whether the
     *   places of the largest numbers are a second output (default false); {@code ceilMode}, whether a window that
     *   hangs over the edge counts (default false)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer maxPool3d(Object... arguments) {
        return LayerMaker.made("maxPool3d", arguments);
    }

    /**
     * Puts numbers back to the places that a max pool took them from; the rest is zero. PyTorch's
     *   {@code torch.nn.MaxUnpool1d}: {@code maxUnpool1d(kernelSize, stride(KEEP), padding(0))}.
     *
     * @param arguments {@code kernelSize}, size of the window; {@code stride}, how far the window moved; the window's
     *   own size if not given (may be left out); {@code padding}, what was put around (default 0)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer maxUnpool1d(Object... arguments) {
        return LayerMaker.made("maxUnpool1d", arguments);
    }

    /**
     * Puts numbers back to the places that a max pool took them from; the rest is zero. PyTorch's
     *   {@code torch.nn.MaxUnpool2d}: {@code maxUnpool2d(kernelSize, stride(KEEP), padding(0))}.
     *
     * @param arguments {@code kernelSize}, size of the window; {@code stride}, how far the window moved; the window's
     *   own size if not given (may be left out); {@code padding}, what was put around (default 0)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer maxUnpool2d(Object... arguments) {
        return LayerMaker.made("maxUnpool2d", arguments);
    }

    /**
     * Puts numbers back to the places that a max pool took them from; the rest is zero. PyTorch's
     *   {@code torch.nn.MaxUnpool3d}: {@code maxUnpool3d(kernelSize, stride(KEEP), padding(0))}.
     *
     * @param arguments {@code kernelSize}, size of the window; {@code stride}, how far the window moved; the window's
     *   own size if not given (may be left out); {@code padding}, what was put around (default 0)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer maxUnpool3d(Object... arguments) {
        return LayerMaker.made("maxUnpool3d", arguments);
    }

    /**
     * Multiplies each number by the tanh of its softplus. PyTorch's {@code torch.nn.Mish}:
     *   {@code mish(inplace(false))}.
     *
     * @param arguments {@code inplace}, whether the input is overwritten; says nothing of size or work (default false)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer mish(Object... arguments) {
        return LayerMaker.made("mish", arguments);
    }

    /**
     * All right classes should win by a margin. PyTorch's {@code torch.nn.MultiLabelMarginLoss}:
     *   {@code multiLabelMarginLoss(sizeAverage(KEEP), reduce(KEEP), reduction("mean"))}.
     *
     * @param arguments {@code sizeAverage}, the old way to say reduction: true for mean, false for sum (may be left
     *   out); {@code reduce}, the old way to say reduction: false for none (may be left out); {@code reduction}, none,
     *   mean or sum (default mean)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer multiLabelMarginLoss(Object... arguments) {
        return LayerMaker.made("multiLabelMarginLoss", arguments);
    }

    /**
     * Logistic loss of several classes at once. PyTorch's {@code torch.nn.MultiLabelSoftMarginLoss}:
     *   {@code multiLabelSoftMarginLoss(weight(KEEP), sizeAverage(KEEP), reduce(KEEP), reduction("mean"))}.
     *
     * @param arguments {@code weight}, weight of each class (may be left out); {@code sizeAverage}, the old way to say
     *   reduction: true for mean, false for sum (may be left out); {@code reduce}, the old way to say reduction: false
     *   for none (may be left out); {@code reduction}, none, mean or sum (default mean)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer multiLabelSoftMarginLoss(Object... arguments) {
        return LayerMaker.made("multiLabelSoftMarginLoss", arguments);
    }

    /**
     * The right class should win by a margin. PyTorch's {@code torch.nn.MultiMarginLoss}: {@code multiMarginLoss(p(1),
     *   margin(1.0), weight(KEEP), sizeAverage(KEEP), reduce(KEEP), reduction("mean"))}.
     *
     * @param arguments {@code p}, power (default 1); {@code margin}, the margin (default 1.0); {@code weight}, weight
     *   of each class (may be left out); {@code sizeAverage}, the old way to say reduction: true for mean, false for
     *   sum (may be left out); {@code reduce}, the old way to say reduction: false for none (may be left out);
     *   {@code reduction}, none, mean or sum (default mean)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer multiMarginLoss(Object... arguments) {
        return LayerMaker.made("multiMarginLoss", arguments);
    }

    /**
     * Lets every position look at every other: each head compares queries with keys and mixes the values. PyTorch's
     *   {@code torch.nn.MultiheadAttention}: {@code multiheadAttention(embedDim, numHeads, dropout(0.0), bias(true),
     *   addBiasKv(false), addZeroAttn(false), kdim(KEEP), vdim(KEEP), batchFirst(false))}.
     *
     * @param arguments {@code embedDim}, embedding size; {@code numHeads}, heads, which share the embedding;
     *   {@code dropout}, how likely a weight is dropped in training (default 0.0); {@code bias}, whether the maps have
     *   a bias (default true); {@code addBiasKv}, whether a learned key and value are added (default false);
     *   {@code addZeroAttn}, whether a zero key and value are added (default false); {@code kdim}, size of keys,
     *   embedDim if not given (may be left out); {@code vdim}, size of values, embedDim if not given (may be left out);
     *   {@code batchFirst}, whether the batch is the first axis (default false)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer multiheadAttention(Object... arguments) {
        return LayerMaker.made("multiheadAttention", arguments);
    }

    /**
     * How unlikely the right class is under log probabilities. PyTorch's {@code torch.nn.NLLLoss}:
     *   {@code nllLoss(weight(KEEP), sizeAverage(KEEP), ignoreIndex(-100), reduce(KEEP), reduction("mean"))}.
     *
     * @param arguments {@code weight}, weight of each class (may be left out); {@code sizeAverage}, the old way to say
     *   reduction: true for mean, false for sum (may be left out); {@code ignoreIndex}, a class that does not count
     *   (default −100); {@code reduce}, the old way to say reduction: false for none (may be left out);
     *   {@code reduction}, none, mean or sum (default mean)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer nllLoss(Object... arguments) {
        return LayerMaker.made("nllLoss", arguments);
    }

    /**
     * A leaky ReLU whose slope is learned, one for all channels or one each. PyTorch's {@code torch.nn.PReLU}:
     *   {@code prelu(numParameters(1), init(0.25))}.
     *
     * @param arguments {@code numParameters}, slopes: 1, or as many as channels (default 1); {@code init}, first value
     *   of the slopes (default 0.25)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer prelu(Object... arguments) {
        return LayerMaker.made("prelu", arguments);
    }

    /**
     * How far two vectors are from each other. PyTorch's {@code torch.nn.PairwiseDistance}:
     *   {@code pairwiseDistance(p(2.0), eps(1.0E-6), keepdim(false))}.
     *
     * @param arguments {@code p}, the norm (default 2.0); {@code eps}, added to the difference (default 1.0E-6);
     *   {@code keepdim}, whether the axis stays, with size 1 (default false)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer pairwiseDistance(Object... arguments) {
        return LayerMaker.made("pairwiseDistance", arguments);
    }

    /**
     * Lays channels out as finer points of the image. PyTorch's {@code torch.nn.PixelShuffle}:
     *   {@code pixelShuffle(upscaleFactor)}.
     *
     * @param arguments {@code upscaleFactor}, how much finer
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer pixelShuffle(Object... arguments) {
        return LayerMaker.made("pixelShuffle", arguments);
    }

    /**
     * Stacks neighbouring points as channels. PyTorch's {@code torch.nn.PixelUnshuffle}:
     *   {@code pixelUnshuffle(downscaleFactor)}.
     *
     * @param arguments {@code downscaleFactor}, how much coarser
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer pixelUnshuffle(Object... arguments) {
        return LayerMaker.made("pixelUnshuffle", arguments);
    }

    /**
     * How unlikely counts are under Poisson rates. PyTorch's {@code torch.nn.PoissonNLLLoss}:
     *   {@code poissonNllLoss(logInput(true), full(false), sizeAverage(KEEP), eps(1.0E-8), reduce(KEEP),
     *   reduction("mean"))}.
     *
     * @param arguments {@code logInput}, whether the input is a logarithm (default true); {@code full}, whether
     *   Stirling's term is added (default false); {@code sizeAverage}, the old way to say reduction: true for mean,
     *   false for sum (may be left out); {@code eps}, added before the logarithm (default 1.0E-8); {@code reduce}, the
     *   old way to say reduction: false for none (may be left out); {@code reduction}, none, mean or sum (default mean)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer poissonNllLoss(Object... arguments) {
        return LayerMaker.made("poissonNllLoss", arguments);
    }

    /**
     * The same as {@link #poissonNllLoss}, with capitals as in the class name.
     *
     * @param arguments as of that word
     * @return the layer
     */
    public static Layer poissonNLLLoss(Object... arguments) {
        return LayerMaker.made("poissonNllLoss", arguments);
    }

    /**
     * Divides the last axes of each example by their root mean square, then scales them by learned numbers. PyTorch's
     *   {@code torch.nn.RMSNorm}: {@code rmsNorm(normalizedShape, eps(KEEP), elementwiseAffine(true))}.
     *
     * @param arguments {@code normalizedShape}, the last sizes, over which is normalised; {@code eps}, added to the
     *   mean square (may be left out); {@code elementwiseAffine}, whether there is a learned scale (default true)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer rmsNorm(Object... arguments) {
        return LayerMaker.made("rmsNorm", arguments);
    }

    /**
     * Reads a sequence step by step and carries one state along. PyTorch's {@code torch.nn.RNN}: {@code rnn(inputSize?,
     *   hiddenSize, numLayers(1), nonlinearity("tanh"), bias(true), batchFirst(false), dropout(0.0),
     *   bidirectional(false))}.
     *
     * @param arguments {@code inputSize}, input size (taken from the input if left out); {@code hiddenSize}, hidden
     *   size; {@code numLayers}, layers on top of each other (default 1); {@code nonlinearity}, tanh or relu (default
     *   tanh); {@code bias}, whether biases are added (default true); {@code batchFirst}, whether the batch is the
     *   first axis (default false); {@code dropout}, how likely a number between layers is dropped in training (default
     *   0.0); {@code bidirectional}, whether the sequence is read from its end too (default false)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer rnn(Object... arguments) {
        return LayerMaker.made("rnn", arguments);
    }

    /**
     * One step of an RNN. PyTorch's {@code torch.nn.RNNCell}: {@code rnnCell(inputSize?, hiddenSize, bias(true),
     *   nonlinearity("tanh"))}.
     *
     * @param arguments {@code inputSize}, input size (taken from the input if left out); {@code hiddenSize}, hidden
     *   size; {@code bias}, whether biases are added (default true); {@code nonlinearity}, tanh or relu (default tanh)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer rnnCell(Object... arguments) {
        return LayerMaker.made("rnnCell", arguments);
    }

    /**
     * A leaky ReLU whose slope is drawn by lot in training. PyTorch's {@code torch.nn.RReLU}:
     *   {@code rrelu(lower(0.125), upper(0.3333333333333333), inplace(false))}.
     *
     * @param arguments {@code lower}, smallest slope (default 0.125); {@code upper}, largest slope (default
     *   0.3333333333333333); {@code inplace}, whether the input is overwritten; says nothing of size or work (default
     *   false)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer rrelu(Object... arguments) {
        return LayerMaker.made("rrelu", arguments);
    }

    /**
     * Keeps what is positive, makes the rest zero. PyTorch's {@code torch.nn.ReLU}: {@code relu(inplace(false))}.
     *
     * @param arguments {@code inplace}, whether the input is overwritten; says nothing of size or work (default false)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer relu(Object... arguments) {
        return LayerMaker.made("relu", arguments);
    }

    /**
     * Keeps what lies between 0 and 6, cuts the rest off. PyTorch's {@code torch.nn.ReLU6}:
     *   {@code relu6(inplace(false))}.
     *
     * @param arguments {@code inplace}, whether the input is overwritten; says nothing of size or work (default false)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer relu6(Object... arguments) {
        return LayerMaker.made("relu6", arguments);
    }

    /**
     * Puts the mirrored input around. PyTorch's {@code torch.nn.ReflectionPad1d}: {@code reflectionPad1d(padding)}.
     *
     * @param arguments {@code padding}, how many on each side: one number, or before and after for each axis, the last
     *   axis first
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer reflectionPad1d(Object... arguments) {
        return LayerMaker.made("reflectionPad1d", arguments);
    }

    /**
     * Puts the mirrored input around. PyTorch's {@code torch.nn.ReflectionPad2d}: {@code reflectionPad2d(padding)}.
     *
     * @param arguments {@code padding}, how many on each side: one number, or before and after for each axis, the last
     *   axis first
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer reflectionPad2d(Object... arguments) {
        return LayerMaker.made("reflectionPad2d", arguments);
    }

    /**
     * Puts the mirrored input around. PyTorch's {@code torch.nn.ReflectionPad3d}: {@code reflectionPad3d(padding)}.
     *
     * @param arguments {@code padding}, how many on each side: one number, or before and after for each axis, the last
     *   axis first
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer reflectionPad3d(Object... arguments) {
        return LayerMaker.made("reflectionPad3d", arguments);
    }

    /**
     * Puts copies of the border around. PyTorch's {@code torch.nn.ReplicationPad1d}: {@code replicationPad1d(padding)}.
     *
     * @param arguments {@code padding}, how many on each side: one number, or before and after for each axis, the last
     *   axis first
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer replicationPad1d(Object... arguments) {
        return LayerMaker.made("replicationPad1d", arguments);
    }

    /**
     * Puts copies of the border around. PyTorch's {@code torch.nn.ReplicationPad2d}: {@code replicationPad2d(padding)}.
     *
     * @param arguments {@code padding}, how many on each side: one number, or before and after for each axis, the last
     *   axis first
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer replicationPad2d(Object... arguments) {
        return LayerMaker.made("replicationPad2d", arguments);
    }

    /**
     * Puts copies of the border around. PyTorch's {@code torch.nn.ReplicationPad3d}: {@code replicationPad3d(padding)}.
     *
     * @param arguments {@code padding}, how many on each side: one number, or before and after for each axis, the last
     *   axis first
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer replicationPad3d(Object... arguments) {
        return LayerMaker.made("replicationPad3d", arguments);
    }

    /**
     * A scaled ELU whose outputs keep mean 0 and variance 1. PyTorch's {@code torch.nn.SELU}:
     *   {@code selu(inplace(false))}.
     *
     * @param arguments {@code inplace}, whether the input is overwritten; says nothing of size or work (default false)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer selu(Object... arguments) {
        return LayerMaker.made("selu", arguments);
    }

    /**
     * Multiplies each number by its sigmoid. PyTorch's {@code torch.nn.SiLU}: {@code silu(inplace(false))}.
     *
     * @param arguments {@code inplace}, whether the input is overwritten; says nothing of size or work (default false)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer silu(Object... arguments) {
        return LayerMaker.made("silu", arguments);
    }

    /**
     * Squeezes each number between 0 and 1. PyTorch's {@code torch.nn.Sigmoid}: {@code sigmoid()}.
     *
     * @param arguments none
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer sigmoid(Object... arguments) {
        return LayerMaker.made("sigmoid", arguments);
    }

    /**
     * Squared for small differences, straight for large ones. PyTorch's {@code torch.nn.SmoothL1Loss}:
     *   {@code smoothL1Loss(sizeAverage(KEEP), reduce(KEEP), reduction("mean"), beta(1.0))}.
     *
     * @param arguments {@code sizeAverage}, the old way to say reduction: true for mean, false for sum (may be left
     *   out); {@code reduce}, the old way to say reduction: false for none (may be left out); {@code reduction}, none,
     *   mean or sum (default mean); {@code beta}, where it becomes straight (default 1.0)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer smoothL1Loss(Object... arguments) {
        return LayerMaker.made("smoothL1Loss", arguments);
    }

    /**
     * Logistic loss of two classes. PyTorch's {@code torch.nn.SoftMarginLoss}: {@code softMarginLoss(sizeAverage(KEEP),
     *   reduce(KEEP), reduction("mean"))}.
     *
     * @param arguments {@code sizeAverage}, the old way to say reduction: true for mean, false for sum (may be left
     *   out); {@code reduce}, the old way to say reduction: false for none (may be left out); {@code reduction}, none,
     *   mean or sum (default mean)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer softMarginLoss(Object... arguments) {
        return LayerMaker.made("softMarginLoss", arguments);
    }

    /**
     * Makes of the numbers along an axis parts of 1: larger ones get more. PyTorch's {@code torch.nn.Softmax}:
     *   {@code softmax(dim(KEEP))}.
     *
     * @param arguments {@code dim}, the axis along which the parts add up to 1 (may be left out)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer softmax(Object... arguments) {
        return LayerMaker.made("softmax", arguments);
    }

    /**
     * A softmax over the channels at each place of an image. PyTorch's {@code torch.nn.Softmax2d}: {@code softmax2d()}.
     *
     * @param arguments none
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer softmax2d(Object... arguments) {
        return LayerMaker.made("softmax2d", arguments);
    }

    /**
     * Makes of the numbers along an axis parts of 1: smaller ones get more. PyTorch's {@code torch.nn.Softmin}:
     *   {@code softmin(dim(KEEP))}.
     *
     * @param arguments {@code dim}, the axis along which the parts add up to 1 (may be left out)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer softmin(Object... arguments) {
        return LayerMaker.made("softmin", arguments);
    }

    /**
     * A smooth ReLU: the logarithm of 1 + eˣ. PyTorch's {@code torch.nn.Softplus}: {@code softplus(beta(1.0),
     *   threshold(20.0))}.
     *
     * @param arguments {@code beta}, sharpness (default 1.0); {@code threshold}, above this it is the identity (default
     *   20.0)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer softplus(Object... arguments) {
        return LayerMaker.made("softplus", arguments);
    }

    /**
     * Moves each number towards 0 by lambd, small ones to 0. PyTorch's {@code torch.nn.Softshrink}:
     *   {@code softshrink(lambd(0.5))}.
     *
     * @param arguments {@code lambd}, how far (default 0.5)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer softshrink(Object... arguments) {
        return LayerMaker.made("softshrink", arguments);
    }

    /**
     * Divides each number by 1 plus its size. PyTorch's {@code torch.nn.Softsign}: {@code softsign()}.
     *
     * @param arguments none
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer softsign(Object... arguments) {
        return LayerMaker.made("softsign", arguments);
    }

    /**
     * Batch normalisation whose mean and variance are taken over all devices. PyTorch's {@code torch.nn.SyncBatchNorm}:
     *   {@code syncBatchNorm(numFeatures?, eps(1.0E-5), momentum(0.1), affine(true), trackRunningStats(true))}.
     *
     * @param arguments {@code numFeatures}, channels (taken from the input if left out); {@code eps}, added to the
     *   variance, so that nothing is divided by zero (default 1.0E-5); {@code momentum}, weight of the new batch in the
     *   running mean and variance (default 0.1); {@code affine}, whether there are a learned scale and shift (default
     *   true); {@code trackRunningStats}, whether mean and variance are kept for use after training (default true)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer syncBatchNorm(Object... arguments) {
        return LayerMaker.made("syncBatchNorm", arguments);
    }

    /**
     * Squeezes each number between −1 and 1. PyTorch's {@code torch.nn.Tanh}: {@code tanh()}.
     *
     * @param arguments none
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer tanh(Object... arguments) {
        return LayerMaker.made("tanh", arguments);
    }

    /**
     * Takes the tanh away from each number. PyTorch's {@code torch.nn.Tanhshrink}: {@code tanhshrink()}.
     *
     * @param arguments none
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer tanhshrink(Object... arguments) {
        return LayerMaker.made("tanhshrink", arguments);
    }

    /**
     * Replaces what is not above a threshold by a value. PyTorch's {@code torch.nn.Threshold}:
     *   {@code threshold(threshold, value(KEEP), inplace(false))}.
     *
     * @param arguments {@code threshold}, what must be exceeded; {@code value}, what stands instead (may be left out);
     *   {@code inplace}, whether the input is overwritten; says nothing of size or work (default false)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer threshold(Object... arguments) {
        return LayerMaker.made("threshold", arguments);
    }

    /**
     * A whole transformer: encoder blocks read the source, decoder blocks write the target. PyTorch's
     *   {@code torch.nn.Transformer}: {@code transformer(dModel(512), nhead(8), numEncoderLayers(6),
     *   numDecoderLayers(6), dimFeedforward(2048), dropout(0.1), activation("relu"), layerNormEps(1.0E-5),
     *   batchFirst(false), normFirst(false), bias(true))}.
     *
     * @param arguments {@code dModel}, embedding size (default 512); {@code nhead}, heads (default 8);
     *   {@code numEncoderLayers}, encoder blocks (default 6); {@code numDecoderLayers}, decoder blocks (default 6);
     *   {@code dimFeedforward}, size of the layer between (default 2,048); {@code dropout}, how likely a number is
     *   dropped in training (default 0.1); {@code activation}, relu or gelu (default relu); {@code layerNormEps}, added
     *   to the variance (default 1.0E-5); {@code batchFirst}, whether the batch is the first axis (default false);
     *   {@code normFirst}, whether is normalised before, not after (default false); {@code bias}, whether maps and
     *   norms have a bias (default true)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer transformer(Object... arguments) {
        return LayerMaker.made("transformer", arguments);
    }

    /**
     * Several decoder blocks one after the other. PyTorch's {@code torch.nn.TransformerDecoder}:
     *   {@code transformerDecoder(decoderLayer, numLayers, norm(KEEP))}.
     *
     * @param arguments {@code decoderLayer}, the block; {@code numLayers}, how many blocks, each with weights of its
     *   own; {@code norm}, a norm after the last block (may be left out)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer transformerDecoder(Object... arguments) {
        return LayerMaker.made("transformerDecoder", arguments);
    }

    /**
     * One decoder block of a transformer: attention, then two linear layers, each with a residual and a norm. PyTorch's
     *   {@code torch.nn.TransformerDecoderLayer}: {@code transformerDecoderLayer(dModel, nhead, dimFeedforward(2048),
     *   dropout(0.1), activation("relu"), layerNormEps(1.0E-5), batchFirst(false), normFirst(false), bias(true))}.
     *
     * @param arguments {@code dModel}, embedding size; {@code nhead}, heads; {@code dimFeedforward}, size of the layer
     *   between (default 2,048); {@code dropout}, how likely a number is dropped in training (default 0.1);
     *   {@code activation}, relu or gelu (default relu); {@code layerNormEps}, added to the variance (default 1.0E-5);
     *   {@code batchFirst}, whether the batch is the first axis (default false); {@code normFirst}, whether is
     *   normalised before, not after (default false); {@code bias}, whether maps and norms have a bias (default true)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer transformerDecoderLayer(Object... arguments) {
        return LayerMaker.made("transformerDecoderLayer", arguments);
    }

    /**
     * Several encoder blocks one after the other. PyTorch's {@code torch.nn.TransformerEncoder}:
     *   {@code transformerEncoder(encoderLayer, numLayers, norm(KEEP), enableNestedTensor(true), maskCheck(true))}.
     *
     * @param arguments {@code encoderLayer}, the block; {@code numLayers}, how many blocks, each with weights of its
     *   own; {@code norm}, a norm after the last block (may be left out); {@code enableNestedTensor}, says nothing of
     *   sizes (default true); {@code maskCheck}, says nothing of sizes (default true)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer transformerEncoder(Object... arguments) {
        return LayerMaker.made("transformerEncoder", arguments);
    }

    /**
     * One encoder block of a transformer: attention, then two linear layers, each with a residual and a norm. PyTorch's
     *   {@code torch.nn.TransformerEncoderLayer}: {@code transformerEncoderLayer(dModel, nhead, dimFeedforward(2048),
     *   dropout(0.1), activation("relu"), layerNormEps(1.0E-5), batchFirst(false), normFirst(false), bias(true))}.
     *
     * @param arguments {@code dModel}, embedding size; {@code nhead}, heads; {@code dimFeedforward}, size of the layer
     *   between (default 2,048); {@code dropout}, how likely a number is dropped in training (default 0.1);
     *   {@code activation}, relu or gelu (default relu); {@code layerNormEps}, added to the variance (default 1.0E-5);
     *   {@code batchFirst}, whether the batch is the first axis (default false); {@code normFirst}, whether is
     *   normalised before, not after (default false); {@code bias}, whether maps and norms have a bias (default true)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer transformerEncoderLayer(Object... arguments) {
        return LayerMaker.made("transformerEncoderLayer", arguments);
    }

    /**
     * The like one should be nearer than the other by a margin. PyTorch's {@code torch.nn.TripletMarginLoss}:
     *   {@code tripletMarginLoss(margin(1.0), p(2.0), eps(1.0E-6), swap(false), sizeAverage(KEEP), reduce(KEEP),
     *   reduction("mean"))}.
     *
     * @param arguments {@code margin}, the margin (default 1.0); {@code p}, the norm (default 2.0); {@code eps}, added
     *   to the distance (default 1.0E-6); {@code swap}, whether the two others are compared too (default false);
     *   {@code sizeAverage}, the old way to say reduction: true for mean, false for sum (may be left out);
     *   {@code reduce}, the old way to say reduction: false for none (may be left out); {@code reduction}, none, mean
     *   or sum (default mean)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer tripletMarginLoss(Object... arguments) {
        return LayerMaker.made("tripletMarginLoss", arguments);
    }

    /**
     * The like one should be nearer than the other by a margin, in a distance of one's own. PyTorch's
     *   {@code torch.nn.TripletMarginWithDistanceLoss}: {@code tripletMarginWithDistanceLoss(margin(1.0), swap(false),
     *   reduction("mean"))}.
     *
     * @param arguments {@code margin}, the margin (default 1.0); {@code swap}, whether the two others are compared too
     *   (default false); {@code reduction}, none, mean or sum (default mean)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer tripletMarginWithDistanceLoss(Object... arguments) {
        return LayerMaker.made("tripletMarginWithDistanceLoss", arguments);
    }

    /**
     * Makes several axes of one. PyTorch's {@code torch.nn.Unflatten}: {@code unflatten(dim, unflattenedSize)}.
     *
     * @param arguments {@code dim}, the axis; {@code unflattenedSize}, the sizes it becomes; one may be -1
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer unflatten(Object... arguments) {
        return LayerMaker.made("unflatten", arguments);
    }

    /**
     * Writes every window of an image as a column. PyTorch's {@code torch.nn.Unfold}: {@code unfold(kernelSize,
     *   dilation(1), padding(0), stride(1))}.
     *
     * @param arguments {@code kernelSize}, size of the window; {@code dilation}, distance between the points of the
     *   window (default 1); {@code padding}, zeros put around (default 0); {@code stride}, how far the window moves
     *   (default 1)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer unfold(Object... arguments) {
        return LayerMaker.made("unfold", arguments);
    }

    /**
     * Makes images larger (or smaller) by filling in between. PyTorch's {@code torch.nn.Upsample}:
     *   {@code upsample(size(KEEP), scaleFactor(KEEP), mode("nearest"), alignCorners(KEEP),
     *   recomputeScaleFactor(KEEP))}.
     *
     * @param arguments {@code size}, the sizes wanted (may be left out); {@code scaleFactor}, how many times as large
     *   (may be left out); {@code mode}, nearest, nearest-exact, linear, bilinear, bicubic, trilinear, area (default
     *   nearest); {@code alignCorners}, whether the corners stay in place (may be left out);
     *   {@code recomputeScaleFactor}, says nothing of sizes (may be left out)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer upsample(Object... arguments) {
        return LayerMaker.made("upsample", arguments);
    }

    /**
     * Makes images larger by straight lines between points. PyTorch's {@code torch.nn.UpsamplingBilinear2d}:
     *   {@code upsamplingBilinear2d(size(KEEP), scaleFactor(KEEP))}.
     *
     * @param arguments {@code size}, the sizes wanted (may be left out); {@code scaleFactor}, how many times as large
     *   (may be left out)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer upsamplingBilinear2d(Object... arguments) {
        return LayerMaker.made("upsamplingBilinear2d", arguments);
    }

    /**
     * Makes images larger by repeating the nearest point. PyTorch's {@code torch.nn.UpsamplingNearest2d}:
     *   {@code upsamplingNearest2d(size(KEEP), scaleFactor(KEEP))}.
     *
     * @param arguments {@code size}, the sizes wanted (may be left out); {@code scaleFactor}, how many times as large
     *   (may be left out)
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer upsamplingNearest2d(Object... arguments) {
        return LayerMaker.made("upsamplingNearest2d", arguments);
    }

    /**
     * Puts zeros around. PyTorch's {@code torch.nn.ZeroPad1d}: {@code zeroPad1d(padding)}.
     *
     * @param arguments {@code padding}, how many on each side: one number, or before and after for each axis, the last
     *   axis first
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer zeroPad1d(Object... arguments) {
        return LayerMaker.made("zeroPad1d", arguments);
    }

    /**
     * Puts zeros around. PyTorch's {@code torch.nn.ZeroPad2d}: {@code zeroPad2d(padding)}.
     *
     * @param arguments {@code padding}, how many on each side: one number, or before and after for each axis, the last
     *   axis first
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer zeroPad2d(Object... arguments) {
        return LayerMaker.made("zeroPad2d", arguments);
    }

    /**
     * Puts zeros around. PyTorch's {@code torch.nn.ZeroPad3d}: {@code zeroPad3d(padding)}.
     *
     * @param arguments {@code padding}, how many on each side: one number, or before and after for each axis, the last
     *   axis first
     * @return the layer; a statement of its own adds it to the network of the last {@code input(..)}
     */
    public static Layer zeroPad3d(Object... arguments) {
        return LayerMaker.made("zeroPad3d", arguments);
    }
}

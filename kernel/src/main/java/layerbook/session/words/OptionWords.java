package layerbook.session.words;

import layerbook.layer.Letters;
import layerbook.layer.Option;

/** The words that name arguments, such as {@code padding(1)}: each is PyTorch's keyword in lowerCamelCase. The layer that gets it says whether it has it. */
abstract class OptionWords extends LayerWords implements Letters {
    OptionWords() {}

    public static Option inChannels(Object... value) {
        return Option.of("inChannels", value);
    }

    public static Option outChannels(Object... value) {
        return Option.of("outChannels", value);
    }

    public static Option kernelSize(Object... value) {
        return Option.of("kernelSize", value);
    }

    public static Option stride(Object... value) {
        return Option.of("stride", value);
    }

    public static Option padding(Object... value) {
        return Option.of("padding", value);
    }

    public static Option dilation(Object... value) {
        return Option.of("dilation", value);
    }

    public static Option groups(Object... value) {
        return Option.of("groups", value);
    }

    public static Option bias(Object... value) {
        return Option.of("bias", value);
    }

    public static Option paddingMode(Object... value) {
        return Option.of("paddingMode", value);
    }

    public static Option outputPadding(Object... value) {
        return Option.of("outputPadding", value);
    }

    public static Option inFeatures(Object... value) {
        return Option.of("inFeatures", value);
    }

    public static Option outFeatures(Object... value) {
        return Option.of("outFeatures", value);
    }

    public static Option in1Features(Object... value) {
        return Option.of("in1Features", value);
    }

    public static Option in2Features(Object... value) {
        return Option.of("in2Features", value);
    }

    public static Option numFeatures(Object... value) {
        return Option.of("numFeatures", value);
    }

    public static Option eps(Object... value) {
        return Option.of("eps", value);
    }

    public static Option momentum(Object... value) {
        return Option.of("momentum", value);
    }

    public static Option affine(Object... value) {
        return Option.of("affine", value);
    }

    public static Option trackRunningStats(Object... value) {
        return Option.of("trackRunningStats", value);
    }

    public static Option normalizedShape(Object... value) {
        return Option.of("normalizedShape", value);
    }

    public static Option elementwiseAffine(Object... value) {
        return Option.of("elementwiseAffine", value);
    }

    public static Option numGroups(Object... value) {
        return Option.of("numGroups", value);
    }

    public static Option numChannels(Object... value) {
        return Option.of("numChannels", value);
    }

    public static Option alpha(Object... value) {
        return Option.of("alpha", value);
    }

    public static Option beta(Object... value) {
        return Option.of("beta", value);
    }

    public static Option k(Object... value) {
        return Option.of("k", value);
    }

    public static Option returnIndices(Object... value) {
        return Option.of("returnIndices", value);
    }

    public static Option ceilMode(Object... value) {
        return Option.of("ceilMode", value);
    }

    public static Option countIncludePad(Object... value) {
        return Option.of("countIncludePad", value);
    }

    public static Option divisorOverride(Object... value) {
        return Option.of("divisorOverride", value);
    }

    public static Option normType(Object... value) {
        return Option.of("normType", value);
    }

    public static Option outputSize(Object... value) {
        return Option.of("outputSize", value);
    }

    public static Option outputRatio(Object... value) {
        return Option.of("outputRatio", value);
    }

    public static Option p(Object... value) {
        return Option.of("p", value);
    }

    public static Option inplace(Object... value) {
        return Option.of("inplace", value);
    }

    public static Option inputSize(Object... value) {
        return Option.of("inputSize", value);
    }

    public static Option hiddenSize(Object... value) {
        return Option.of("hiddenSize", value);
    }

    public static Option numLayers(Object... value) {
        return Option.of("numLayers", value);
    }

    public static Option nonlinearity(Object... value) {
        return Option.of("nonlinearity", value);
    }

    public static Option batchFirst(Object... value) {
        return Option.of("batchFirst", value);
    }

    public static Option bidirectional(Object... value) {
        return Option.of("bidirectional", value);
    }

    public static Option projSize(Object... value) {
        return Option.of("projSize", value);
    }

    public static Option embedDim(Object... value) {
        return Option.of("embedDim", value);
    }

    public static Option numHeads(Object... value) {
        return Option.of("numHeads", value);
    }

    public static Option addBiasKv(Object... value) {
        return Option.of("addBiasKv", value);
    }

    public static Option addZeroAttn(Object... value) {
        return Option.of("addZeroAttn", value);
    }

    public static Option kdim(Object... value) {
        return Option.of("kdim", value);
    }

    public static Option vdim(Object... value) {
        return Option.of("vdim", value);
    }

    public static Option needWeights(Object... value) {
        return Option.of("needWeights", value);
    }

    public static Option averageAttnWeights(Object... value) {
        return Option.of("averageAttnWeights", value);
    }

    public static Option dModel(Object... value) {
        return Option.of("dModel", value);
    }

    public static Option nhead(Object... value) {
        return Option.of("nhead", value);
    }

    public static Option numEncoderLayers(Object... value) {
        return Option.of("numEncoderLayers", value);
    }

    public static Option numDecoderLayers(Object... value) {
        return Option.of("numDecoderLayers", value);
    }

    public static Option dimFeedforward(Object... value) {
        return Option.of("dimFeedforward", value);
    }

    public static Option activation(Object... value) {
        return Option.of("activation", value);
    }

    public static Option layerNormEps(Object... value) {
        return Option.of("layerNormEps", value);
    }

    public static Option normFirst(Object... value) {
        return Option.of("normFirst", value);
    }

    public static Option enableNestedTensor(Object... value) {
        return Option.of("enableNestedTensor", value);
    }

    public static Option norm(Object... value) {
        return Option.of("norm", value);
    }

    public static Option numEmbeddings(Object... value) {
        return Option.of("numEmbeddings", value);
    }

    public static Option embeddingDim(Object... value) {
        return Option.of("embeddingDim", value);
    }

    public static Option paddingIdx(Object... value) {
        return Option.of("paddingIdx", value);
    }

    public static Option maxNorm(Object... value) {
        return Option.of("maxNorm", value);
    }

    public static Option scaleGradByFreq(Object... value) {
        return Option.of("scaleGradByFreq", value);
    }

    public static Option mode(Object... value) {
        return Option.of("mode", value);
    }

    public static Option sparse(Object... value) {
        return Option.of("sparse", value);
    }

    public static Option includeLastOffset(Object... value) {
        return Option.of("includeLastOffset", value);
    }

    public static Option lambd(Object... value) {
        return Option.of("lambd", value);
    }

    public static Option negativeSlope(Object... value) {
        return Option.of("negativeSlope", value);
    }

    public static Option lower(Object... value) {
        return Option.of("lower", value);
    }

    public static Option upper(Object... value) {
        return Option.of("upper", value);
    }

    public static Option minVal(Object... value) {
        return Option.of("minVal", value);
    }

    public static Option maxVal(Object... value) {
        return Option.of("maxVal", value);
    }

    public static Option numParameters(Object... value) {
        return Option.of("numParameters", value);
    }

    public static Option init(Object... value) {
        return Option.of("init", value);
    }

    public static Option dim(Object... value) {
        return Option.of("dim", value);
    }

    public static Option approximate(Object... value) {
        return Option.of("approximate", value);
    }

    public static Option startDim(Object... value) {
        return Option.of("startDim", value);
    }

    public static Option endDim(Object... value) {
        return Option.of("endDim", value);
    }

    public static Option unflattenedSize(Object... value) {
        return Option.of("unflattenedSize", value);
    }

    public static Option upscaleFactor(Object... value) {
        return Option.of("upscaleFactor", value);
    }

    public static Option downscaleFactor(Object... value) {
        return Option.of("downscaleFactor", value);
    }

    public static Option scaleFactor(Object... value) {
        return Option.of("scaleFactor", value);
    }

    public static Option alignCorners(Object... value) {
        return Option.of("alignCorners", value);
    }

    public static Option recomputeScaleFactor(Object... value) {
        return Option.of("recomputeScaleFactor", value);
    }

    public static Option value(Object... value) {
        return Option.of("value", value);
    }

    public static Option reduction(Object... value) {
        return Option.of("reduction", value);
    }

    public static Option ignoreIndex(Object... value) {
        return Option.of("ignoreIndex", value);
    }

    public static Option labelSmoothing(Object... value) {
        return Option.of("labelSmoothing", value);
    }

    public static Option sizeAverage(Object... value) {
        return Option.of("sizeAverage", value);
    }

    public static Option delta(Object... value) {
        return Option.of("delta", value);
    }

    public static Option margin(Object... value) {
        return Option.of("margin", value);
    }

    public static Option swap(Object... value) {
        return Option.of("swap", value);
    }

    public static Option full(Object... value) {
        return Option.of("full", value);
    }

    public static Option logInput(Object... value) {
        return Option.of("logInput", value);
    }

    public static Option logTarget(Object... value) {
        return Option.of("logTarget", value);
    }

    public static Option blank(Object... value) {
        return Option.of("blank", value);
    }

    public static Option zeroInfinity(Object... value) {
        return Option.of("zeroInfinity", value);
    }

    public static Option keepdim(Object... value) {
        return Option.of("keepdim", value);
    }

    public static Option unbiased(Object... value) {
        return Option.of("unbiased", value);
    }

    public static Option correction(Object... value) {
        return Option.of("correction", value);
    }

    public static Option largest(Object... value) {
        return Option.of("largest", value);
    }

    public static Option sorted(Object... value) {
        return Option.of("sorted", value);
    }

    public static Option cutoffs(Object... value) {
        return Option.of("cutoffs", value);
    }

    public static Option divValue(Object... value) {
        return Option.of("divValue", value);
    }

    public static Option headBias(Object... value) {
        return Option.of("headBias", value);
    }

    public static Option nClasses(Object... value) {
        return Option.of("nClasses", value);
    }

    public static Option isCausal(Object... value) {
        return Option.of("isCausal", value);
    }

    public static Option attnMask(Object... value) {
        return Option.of("attnMask", value);
    }

    public static Option dropoutP(Object... value) {
        return Option.of("dropoutP", value);
    }

    public static Option numOutput(Object... value) {
        return Option.of("numOutput", value);
    }

    public static Option posWeight(Object... value) {
        return Option.of("posWeight", value);
    }

    public static Option classWeight(Object... value) {
        return Option.of("classWeight", value);
    }

    public static Option dims(Object... value) {
        return Option.of("dims", value);
    }

    public static Option shifts(Object... value) {
        return Option.of("shifts", value);
    }

    public static Option descending(Object... value) {
        return Option.of("descending", value);
    }

    public static Option interpolation(Object... value) {
        return Option.of("interpolation", value);
    }

    public static Option antialias(Object... value) {
        return Option.of("antialias", value);
    }

    public static Option reduce(Object... value) {
        return Option.of("reduce", value);
    }

    public static Option weight(Object... value) {
        return Option.of("weight", value);
    }

    public static Option maskCheck(Object... value) {
        return Option.of("maskCheck", value);
    }

    public static Option encoderLayer(Object... value) {
        return Option.of("encoderLayer", value);
    }

    public static Option decoderLayer(Object... value) {
        return Option.of("decoderLayer", value);
    }
}

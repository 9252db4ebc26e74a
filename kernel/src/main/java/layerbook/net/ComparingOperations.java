package layerbook.net;

import layerbook.layers.Catalogue;

/** The functional forms of losses and distances: they compare with another tensor. Arguments are those of the layer. */
interface ComparingOperations extends Applying {
    /** The functional form of crossEntropyLoss, with the tensor it is compared with. */
    default Tensor crossEntropy(Tensor other, Object... arguments) {
        return against(other, "crossEntropyLoss", arguments);
    }

    /** The functional form of nllLoss, with the tensor it is compared with. */
    default Tensor nllLoss(Tensor other, Object... arguments) {
        return against(other, "nllLoss", arguments);
    }

    /** The functional form of mseLoss, with the tensor it is compared with. */
    default Tensor mseLoss(Tensor other, Object... arguments) {
        return against(other, "mseLoss", arguments);
    }

    /** The functional form of l1Loss, with the tensor it is compared with. */
    default Tensor l1Loss(Tensor other, Object... arguments) {
        return against(other, "l1Loss", arguments);
    }

    /** The functional form of smoothL1Loss, with the tensor it is compared with. */
    default Tensor smoothL1Loss(Tensor other, Object... arguments) {
        return against(other, "smoothL1Loss", arguments);
    }

    /** The functional form of huberLoss, with the tensor it is compared with. */
    default Tensor huberLoss(Tensor other, Object... arguments) {
        return against(other, "huberLoss", arguments);
    }

    /** The functional form of bceLoss, with the tensor it is compared with. */
    default Tensor binaryCrossEntropy(Tensor other, Object... arguments) {
        return against(other, "bceLoss", arguments);
    }

    /** The functional form of bceWithLogitsLoss, with the tensor it is compared with. */
    default Tensor binaryCrossEntropyWithLogits(Tensor other, Object... arguments) {
        return against(other, "bceWithLogitsLoss", arguments);
    }

    /** The functional form of klDivLoss, with the tensor it is compared with. */
    default Tensor klDiv(Tensor other, Object... arguments) {
        return against(other, "klDivLoss", arguments);
    }

    /** The functional form of cosineSimilarity, with the tensor it is compared with. */
    default Tensor cosineSimilarity(Tensor other, Object... arguments) {
        return against(other, "cosineSimilarity", arguments);
    }

    /** The functional form of pairwiseDistance, with the tensor it is compared with. */
    default Tensor pairwiseDistance(Tensor other, Object... arguments) {
        return against(other, "pairwiseDistance", arguments);
    }

    private Tensor against(Tensor other, String word, Object... arguments) {
        return apply(Catalogue.find(word).orElseThrow().read(arguments), other);
    }
}

package layerbook.layers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import layerbook.layer.Signature;

/** Every layer there is, by the word that makes it. */
public final class Catalogue {
    private static final Map<String, Signature> BY_WORD = new LinkedHashMap<>();

    static {
        List.of(
            AdaptiveAvgPool1d.SIGNATURE, AdaptiveAvgPool2d.SIGNATURE, AdaptiveAvgPool3d.SIGNATURE, AdaptiveMaxPool1d.SIGNATURE, AdaptiveMaxPool2d.SIGNATURE,
            AdaptiveMaxPool3d.SIGNATURE, AdaptiveLogSoftmaxWithLoss.SIGNATURE, CrossMapLRN2d.SIGNATURE, NLLLoss2d.SIGNATURE, AlphaDropout.SIGNATURE, AvgPool1d.SIGNATURE, AvgPool2d.SIGNATURE, AvgPool3d.SIGNATURE,
            BCELoss.SIGNATURE, BCEWithLogitsLoss.SIGNATURE, BatchNorm1d.SIGNATURE, BatchNorm2d.SIGNATURE, BatchNorm3d.SIGNATURE,
            Bilinear.SIGNATURE, CELU.SIGNATURE, CTCLoss.SIGNATURE, ChannelShuffle.SIGNATURE, CircularPad1d.SIGNATURE,
            CircularPad2d.SIGNATURE, CircularPad3d.SIGNATURE, ConstantPad1d.SIGNATURE, ConstantPad2d.SIGNATURE, ConstantPad3d.SIGNATURE,
            Conv1d.SIGNATURE, Conv2d.SIGNATURE, Conv3d.SIGNATURE, ConvTranspose1d.SIGNATURE, ConvTranspose2d.SIGNATURE,
            ConvTranspose3d.SIGNATURE, CosineEmbeddingLoss.SIGNATURE, CosineSimilarity.SIGNATURE, CrossEntropyLoss.SIGNATURE, Dropout.SIGNATURE,
            Dropout1d.SIGNATURE, Dropout2d.SIGNATURE, Dropout3d.SIGNATURE, ELU.SIGNATURE, Embedding.SIGNATURE,
            EmbeddingBag.SIGNATURE, FeatureAlphaDropout.SIGNATURE, Flatten.SIGNATURE, Fold.SIGNATURE, FractionalMaxPool2d.SIGNATURE,
            FractionalMaxPool3d.SIGNATURE, GELU.SIGNATURE, GLU.SIGNATURE, GRU.SIGNATURE, GRUCell.SIGNATURE,
            GaussianNLLLoss.SIGNATURE, GroupNorm.SIGNATURE, Hardshrink.SIGNATURE, Hardsigmoid.SIGNATURE, Hardswish.SIGNATURE,
            Hardtanh.SIGNATURE, HingeEmbeddingLoss.SIGNATURE, HuberLoss.SIGNATURE, Identity.SIGNATURE, InstanceNorm1d.SIGNATURE,
            InstanceNorm2d.SIGNATURE, InstanceNorm3d.SIGNATURE, KLDivLoss.SIGNATURE, L1Loss.SIGNATURE, LPPool1d.SIGNATURE,
            LPPool2d.SIGNATURE, LPPool3d.SIGNATURE, LSTM.SIGNATURE, LSTMCell.SIGNATURE, LayerNorm.SIGNATURE,
            LeakyReLU.SIGNATURE, Linear.SIGNATURE, LocalResponseNorm.SIGNATURE, LogSigmoid.SIGNATURE, LogSoftmax.SIGNATURE,
            MSELoss.SIGNATURE, MarginRankingLoss.SIGNATURE, MaxPool1d.SIGNATURE, MaxPool2d.SIGNATURE, MaxPool3d.SIGNATURE,
            MaxUnpool1d.SIGNATURE, MaxUnpool2d.SIGNATURE, MaxUnpool3d.SIGNATURE, Mish.SIGNATURE, MultiLabelMarginLoss.SIGNATURE,
            MultiLabelSoftMarginLoss.SIGNATURE, MultiMarginLoss.SIGNATURE, MultiheadAttention.SIGNATURE, NLLLoss.SIGNATURE, PReLU.SIGNATURE,
            PairwiseDistance.SIGNATURE, PixelShuffle.SIGNATURE, PixelUnshuffle.SIGNATURE, PoissonNLLLoss.SIGNATURE, RMSNorm.SIGNATURE,
            RNN.SIGNATURE, RNNCell.SIGNATURE, RReLU.SIGNATURE, ReLU.SIGNATURE, ReLU6.SIGNATURE,
            ReflectionPad1d.SIGNATURE, ReflectionPad2d.SIGNATURE, ReflectionPad3d.SIGNATURE, ReplicationPad1d.SIGNATURE, ReplicationPad2d.SIGNATURE,
            ReplicationPad3d.SIGNATURE, SELU.SIGNATURE, SiLU.SIGNATURE, Sigmoid.SIGNATURE, SmoothL1Loss.SIGNATURE,
            SoftMarginLoss.SIGNATURE, Softmax.SIGNATURE, Softmax2d.SIGNATURE, Softmin.SIGNATURE, Softplus.SIGNATURE,
            Softshrink.SIGNATURE, Softsign.SIGNATURE, SyncBatchNorm.SIGNATURE, Tanh.SIGNATURE, Tanhshrink.SIGNATURE,
            Threshold.SIGNATURE, Transformer.SIGNATURE, TransformerDecoder.SIGNATURE, TransformerDecoderLayer.SIGNATURE, TransformerEncoder.SIGNATURE,
            TransformerEncoderLayer.SIGNATURE, TripletMarginLoss.SIGNATURE, TripletMarginWithDistanceLoss.SIGNATURE, Unflatten.SIGNATURE, Unfold.SIGNATURE,
            Upsample.SIGNATURE, UpsamplingBilinear2d.SIGNATURE, UpsamplingNearest2d.SIGNATURE, ZeroPad1d.SIGNATURE, ZeroPad2d.SIGNATURE,
            ZeroPad3d.SIGNATURE
        ).forEach(s -> BY_WORD.put(s.factory(), s));
    }

    private Catalogue() {}

    /** All signatures, family by family. */
    public static List<Signature> all() {
        return List.copyOf(BY_WORD.values());
    }

    /** The layer of a word such as {@code conv2d}. */
    public static Optional<Signature> find(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }
}

package layerbook.torch;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where PyTorch keeps its layer classes, and what they derive: for {@code isinstance}, and for how a class prints. It decides no number. */
final class LayerFamilies {
    private static final Map<String, String> BASES = Map.ofEntries(Map.entry("Conv\\dd", "_ConvNd"), Map.entry("ConvTranspose\\dd", "_ConvTransposeNd"),
        Map.entry("BatchNorm\\dd|SyncBatchNorm", "_BatchNorm"), Map.entry("InstanceNorm\\dd", "_InstanceNorm"), Map.entry("LSTM|GRU|RNN", "RNNBase"),
        Map.entry("(LSTM|GRU|RNN)Cell", "RNNCellBase"), Map.entry("(Feature)?(Alpha)?Dropout\\d?d?", "_DropoutNd"), Map.entry("MaxPool\\dd", "_MaxPoolNd"),
        Map.entry("AvgPool\\dd", "_AvgPoolNd"), Map.entry("AdaptiveAvgPool\\dd", "_AdaptiveAvgPoolNd"), Map.entry("AdaptiveMaxPool\\dd", "_AdaptiveMaxPoolNd"),
        Map.entry(".*Loss.*", "_Loss"));
    private static final Map<String, String> MODULES = Map.ofEntries(Map.entry("(Conv|ConvTranspose)\\dd", "conv"), Map.entry("(Sync)?BatchNorm.*", "batchnorm"),
        Map.entry("InstanceNorm.*", "instancenorm"), Map.entry(".*(LayerNorm|GroupNorm|RMSNorm|LocalResponseNorm|LRN2d)", "normalization"),
        Map.entry("(Bi)?(l|L)inear|Identity", "linear"), Map.entry(".*Dropout.*", "dropout"), Map.entry(".*Pool\\dd", "pooling"), Map.entry(".*Unpool\\dd", "pooling"),
        Map.entry("Embedding(Bag)?", "sparse"), Map.entry("(LSTM|GRU|RNN)(Cell)?", "rnn"), Map.entry("Transformer.*", "transformer"), Map.entry(".*Loss.*", "loss"),
        Map.entry(".*Pad\\dd", "padding"), Map.entry("Upsampl.*", "upsampling"), Map.entry("(Un)?[Ff]latten", "flatten"), Map.entry("Fold|Unfold", "fold"),
        Map.entry("Pixel.*", "pixelshuffle"), Map.entry("ChannelShuffle", "channelshuffle"), Map.entry("CosineSimilarity|PairwiseDistance", "distance"));
    /** Arguments of PyTorch's that change neither sizes nor weights nor work. */
    private static final Set<String> NOTHING = Set.of("device", "dtype", "inplace", "_weight", "process_group", "_random_samples", "enable_nested_tensor", "mask_check",
        "min_value", "max_value", "distance_function");

    private LayerFamilies() {}

    private static String among(Map<String, String> patterns, String className) {
        for (Map.Entry<String, String> e : patterns.entrySet()) {
            if (className.matches(e.getKey())) {
                return e.getValue();
            }
        }
        return null;
    }

    /** The class between a layer and Module, or null. */
    static String base(String className) {
        return among(BASES, className);
    }

    static List<String> bases() {
        return List.copyOf(BASES.values());
    }

    /** The last part of the name of its module: {@code conv}. */
    static String module(String className) {
        String found = among(MODULES, className);
        return found == null ? "activation" : found;
    }

    static boolean computesNothing(String className, String argument) {
        return NOTHING.contains(argument) || className.equals("Identity");
    }

    /** Arguments that PyTorch lets one leave out, though the input would tell them. */
    static boolean optional(String className, String argument) {
        return className.equals("PReLU") || className.equals("Softmax") || className.equals("LogSoftmax") || className.equals("Softmin");
    }
}

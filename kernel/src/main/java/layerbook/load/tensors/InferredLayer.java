package layerbook.load.tensors;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import layerbook.load.file.StoredTensor;

/**
 * The layer that tensors of one module belong to, where names and shapes leave no doubt; else nothing. Heads, strides and padding are in no shape.
 * Example: {@code weight 64×3×7×7} in a module named {@code conv1} is {@code conv2d 3→64 k7×7}.
 */
final class InferredLayer {
    private static final Set<String> STATISTICS = Set.of("running_mean", "running_var", "num_batches_tracked");

    private InferredLayer() {}

    /**
     * The layer as text, or an empty one.
     *
     * @param name the module's own name, the last word of its path
     * @param module what it holds
     */
    static String of(String name, Tree module) {
        Map<String, StoredTensor> own = module.own();
        String word = name.toLowerCase(Locale.ROOT);
        StoredTensor weight = own.get("weight");
        if (own.containsKey("in_proj_weight") && module.children().containsKey("out_proj")) {
            return "multiheadAttention " + own.get("in_proj_weight").shape().get(1);
        } else if (own.containsKey("weight_hh_l0")) {
            return recurrent(own.get("weight_ih_l0"), own.get("weight_hh_l0"), "");
        } else if (own.containsKey("weight_hh") && module.isLayer()) {
            return recurrent(own.get("weight_ih"), own.get("weight_hh"), "Cell");
        } else if (own.containsKey("running_mean")) {
            return "batchNorm " + own.get("running_mean").numel();
        } else if (weight == null || own.keySet().stream().anyMatch(k -> !k.equals("weight") && !k.equals("bias") && !STATISTICS.contains(k))) {
            return "";
        }
        return switch (weight.shape().size()) {
            case 1 -> vector(word, weight, own.get("bias"));
            case 2 -> matrix(word, weight, own.get("bias"));
            case 3, 4, 5 -> convolution(word, weight, own.get("bias"));
            default -> "";
        };
    }

    private static String vector(String word, StoredTensor weight, StoredTensor bias) {
        boolean layerNorm = word.matches("(ln|layer_?norm)(_?\\w+)?|\\w+_(ln|layer_?norm)") && bias != null && bias.shape().equals(weight.shape());
        boolean rms = word.matches("\\w*rms_?norm\\w*") && bias == null;
        return layerNorm ? "layerNorm " + weight.shape().get(0) : rms ? "rmsNorm " + weight.shape().get(0) : "";
    }

    private static String matrix(String word, StoredTensor weight, StoredTensor bias) {
        long rows = weight.shape().get(0);
        long columns = weight.shape().get(1);
        if (bias != null && bias.shape().equals(List.of(rows))) {
            return "linear " + columns + "→" + rows;
        } else if (bias != null) {
            return bias.shape().equals(List.of(columns)) ? "linear " + rows + "→" + columns + " (stored in→out)" : "";
        } else if (word.matches("\\w*embed(ding|dings|_tokens|_positions|_in)?|wte|wpe|shared|\\w*_embeddings?|tok(en)?_embd")) {
            return "embedding " + rows + "×" + columns;
        }
        return word.matches("fc\\d*|linear\\d*|\\w+_proj|lm_head|classifier|head") ? "linear " + columns + "→" + rows + " no bias" : "";
    }

    /** A transposed convolution has its channels the other way round: only a name that says which it is, and a bias that fits, leave no doubt. */
    private static String convolution(String word, StoredTensor weight, StoredTensor bias) {
        List<Long> s = weight.shape();
        boolean plain = word.contains("conv") && !word.matches(".*(trans|deconv|up).*");
        if (!plain || bias != null && !bias.shape().equals(List.of(s.get(0)))) {
            return "";
        }
        return "conv" + (s.size() - 2) + "d " + s.get(1) + "→" + s.get(0) + " k" + String.join("×", s.subList(2, s.size()).stream().map(String::valueOf).toList());
    }

    private static String recurrent(StoredTensor in, StoredTensor hidden, String cell) {
        if (in == null || in.shape().size() != 2 || hidden.shape().size() != 2 || hidden.shape().get(1) == 0 || !in.shape().get(0).equals(hidden.shape().get(0))) {
            return "";
        }
        long rows = hidden.shape().get(0);
        long columns = hidden.shape().get(1);
        String kind = rows == 4 * columns ? "lstm" : rows == 3 * columns ? "gru" : rows == columns ? "rnn" : "";
        return kind.isEmpty() ? "" : kind + cell + " " + in.shape().get(1) + "→" + columns;
    }
}

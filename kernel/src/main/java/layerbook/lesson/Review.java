package layerbook.lesson;

import java.util.List;
import layerbook.net.Call;

/** Which lesson has what a question asks. */
final class Review {
    private static final List<String> RECURRENT = List.of("RNN", "LSTM", "GRU");

    private Review() {}

    static String params(Call call, boolean shared) {
        return shared ? "06-residual" : lesson(call, "02-cnn");
    }

    static String work(Call call) {
        return lesson(call, "03-flops");
    }

    private static String lesson(Call call, String otherwise) {
        String name = call.layer().className();
        if (name.contains("Norm") || name.contains("Dropout")) {
            return "05-not-learned";
        }
        if (RECURRENT.stream().anyMatch(name::startsWith)) {
            return "07-recurrent";
        }
        if (name.contains("Attention") || name.startsWith("Transformer")) {
            return "08-attention";
        }
        return name.equals("Linear") && otherwise.equals("02-cnn") ? "01-linear" : otherwise;
    }
}

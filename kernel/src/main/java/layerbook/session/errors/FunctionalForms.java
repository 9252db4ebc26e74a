package layerbook.session.errors;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import layerbook.layer.Signature;
import layerbook.layers.Catalogue;
import layerbook.net.Tensor;

/** {@code relu(x)} as in torch.nn.functional, in the place of a tensor: the tensor comes first here. */
record FunctionalForms(String source, int start, int end) {
    private static final Pattern CALL = Pattern.compile("(\\w+)\\s*\\((.*)\\)", Pattern.DOTALL);

    /** What is meant, with the tensor put in front; null if this is no such call. */
    DiagnosticTranslator.Said said() {
        Matcher call = CALL.matcher(source.substring(start, Math.min(end, source.length())));
        Optional<Signature> layer = call.matches() ? Catalogue.find(call.group(1)) : Optional.empty();
        if (layer.isEmpty() || call.group(2).isBlank()) {
            return null;
        }
        String arguments = call.group(2).strip();
        int comma = comma(arguments);
        String tensor = arguments.substring(0, comma);
        String others = comma < arguments.length() ? arguments.substring(comma + 1).strip() : "";
        String fix = receiver(tensor) + applied(call.group(1), others);
        return DiagnosticTranslator.Said.of(call.group(1) + "(..) makes a layer; to use it on a tensor, the tensor comes first", source.substring(0, start) + fix + source.substring(end),
            "why    " + tensor + " is what it works on, and the brackets hold what the layer is made of");
    }

    private static String applied(String word, String others) {
        boolean function = Arrays.stream(Tensor.class.getMethods()).anyMatch(m -> m.getName().equals(word));
        return function ? "." + word + "(" + others + ")" : ".then(" + word + "(" + others + "))";
    }

    private static String receiver(String tensor) {
        return tensor.matches("(?s)[\\w.]+(\\(.*\\))?") ? tensor : "(" + tensor + ")";
    }

    /** Where the first argument ends. */
    private static int comma(String arguments) {
        int depth = 0;
        for (int i = 0; i < arguments.length(); i++) {
            char c = arguments.charAt(i);
            depth += c == '(' || c == '[' || c == '{' ? 1 : c == ')' || c == ']' || c == '}' ? -1 : 0;
            if (c == ',' && depth == 0) {
                return i;
            }
        }
        return arguments.length();
    }
}

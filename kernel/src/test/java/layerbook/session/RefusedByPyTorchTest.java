package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import layerbook.layers.Catalogue;
import layerbook.layers.TruthCase;
import layerbook.session.output.Problem;
import layerbook.session.output.Result;
import org.junit.jupiter.api.Test;

/** Everything that PyTorch was seen to refuse is refused here too, and what is offered instead can be run as it stands. */
class RefusedByPyTorchTest extends Typed {
    /** What depends on the values in a tensor; here tensors have none. */
    private static final Map<String, String> BY_VALUE = Map.of("embedding index out of range", "which row is asked for is a value");
    /** What nothing can be offered for. */
    private static final Map<String, String> WITHOUT_FIX = Map.of("matmul mismatch", "which of the two tensors is wrong cannot be told, and neither can be turned to fit");
    private static final Pattern LAYER = Pattern.compile("nn\\.(\\w+)\\((.*?)\\)(?:\\((torch.*)\\))?");
    private static final Pattern ZEROS = Pattern.compile("torch\\.(?:zeros|tensor)\\(\\[?([\\d,]*)\\]?(,dtype=torch\\.long)?\\)");

    @Test void eachIsRefusedWithAFixThatRuns() {
        int seen = 0;
        for (JsonNode error : TruthCase.file("layers.json").get("errors")) {
            seen++;
            String name = error.get("case").asText();
            String typed = spelled(error.get("code").asText());
            type("/reset");
            type("input(3, 32, 32)");
            Result result = type(typed);
            if (BY_VALUE.containsKey(name)) {
                assertTrue(result.ok(), name + " is listed as a matter of values: " + typed);
                continue;
            }
            assertFalse(result.ok(), name + " goes through: " + typed);
            Problem problem = result.problem().orElseThrow();
            assertTrue(List.of("shape", "option", "compile").contains(problem.kind()), name + ": " + problem.kind());
            assertTrue(problem.end() > problem.start() && !(problem.mark().isEmpty() && problem.details().isEmpty()), name + " says where and why: " + shown());
            if (!WITHOUT_FIX.containsKey(name)) {
                assertNotNull(problem.fix(), name + " has a fix: " + shown());
                assertNotEquals(typed, problem.fix());
                assertTrue(type(problem.fix()).ok(), () -> name + ": the fix " + problem.fix() + " fails:\n" + shown());
            }
        }
        assertEquals(48, seen);
    }

    /** PyTorch's text in the words of Layerbook. */
    private static String spelled(String code) {
        Matcher layer = LAYER.matcher(code);
        if (layer.matches()) {
            String word = Catalogue.all().stream().filter(s -> s.className().equals(layer.group(1))).findFirst().orElseThrow().factory();
            String arguments = layer.group(2).replaceAll("\\((\\d+(?:,\\d+)*)\\)", "size($1)");
            String made = word + "(" + Pattern.compile("(\\w+)=([\\w-]+)").matcher(arguments).replaceAll(m -> camel(m.group(1)) + "(" + m.group(2) + ")") + ")";
            List<String> tensors = layer.group(3) == null ? List.of() : tensors(layer.group(3));
            String more = tensors.size() > 1 ? ", " + String.join(", ", tensors.subList(1, tensors.size())) : "";
            return tensors.isEmpty() ? "var layer = " + made : tensors.get(0) + ".then(" + made + more + ")";
        }
        String all = ZEROS.matcher(code).replaceAll(RefusedByPyTorchTest::tensor);
        return all.contains("@") ? all.replaceFirst("@(.*)", ".matmul($1)") : all;
    }

    private static List<String> tensors(String text) {
        var out = new ArrayList<String>();
        Matcher m = ZEROS.matcher(text);
        while (m.find()) {
            out.add(tensor(m));
        }
        return out;
    }

    private static String tensor(MatchResult m) {
        boolean values = m.group().startsWith("torch.tensor");
        return "tensor(shape(" + (values ? "1" : m.group(1)) + ")" + (values || m.group(2) != null ? ", INT64" : "") + ")";
    }

    private static String camel(String snake) {
        return Pattern.compile("_(\\w)").matcher(snake).replaceAll(m -> m.group(1).toUpperCase(java.util.Locale.ROOT));
    }
}

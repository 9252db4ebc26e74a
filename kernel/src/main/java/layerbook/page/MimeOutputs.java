package layerbook.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.io.WellFormedText;
import layerbook.session.output.ControlCharacters;
import layerbook.session.output.Output;
import layerbook.session.output.Problem;
import layerbook.session.output.View;

/** What a session shows, as an {@code .ipynb} stores it. */
final class MimeOutputs {
    private MimeOutputs() {}

    static List<Map<String, Object>> nbformat(List<Output> outputs, int count) {
        List<Map<String, Object>> stored = new ArrayList<>();
        Output result = outputs.stream().filter(MimeOutputs::isEcho).reduce((first, second) -> second).orElse(null);
        for (Output output : outputs) {
            if (output instanceof Output.Cleared) {
                stored.clear();
            } else if (output instanceof Output.Printed printed) {
                printed(printed, stored);
            } else if (output instanceof Output.Warning) {
                printed(new Output.Printed("stderr", output.plain(View.PLAIN) + "\n"), stored);
            } else if (output instanceof Output.Failed failed) {
                stored.add(error(failed.problem()));
            } else {
                stored.add(data(output, output == result, count));
            }
        }
        stored.forEach(output -> output.computeIfPresent("text", (name, text) -> WellFormedText.text(text.toString())));
        return stored;
    }

    private static boolean isEcho(Output output) {
        return output instanceof Output.Value || output instanceof Output.Shown;
    }

    /** Pieces of one stream become one text. */
    private static void printed(Output.Printed printed, List<Map<String, Object>> stored) {
        Map<String, Object> last = stored.isEmpty() ? Map.of() : stored.get(stored.size() - 1);
        if ("stream".equals(last.get("output_type")) && printed.stream().equals(last.get("name"))) {
            ((StringBuilder) last.get("text")).append(printed.text());
            return;
        }
        Map<String, Object> stream = new LinkedHashMap<>();
        stream.put("output_type", "stream");
        stream.put("name", printed.stream());
        stream.put("text", new StringBuilder(printed.text()));
        stored.add(stream);
    }

    private static Map<String, Object> error(Problem problem) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("output_type", "error");
        error.put("ename", problem.kind());
        error.put("evalue", ControlCharacters.text(String.valueOf(problem.message())));
        error.put("traceback", List.of(problem.plain(View.PLAIN).split("\n")));
        return error;
    }

    /** A cell has one result: the last echo. */
    private static Map<String, Object> data(Output output, boolean result, int count) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("output_type", result ? "execute_result" : "display_data");
        if (result) {
            map.put("execution_count", count);
        }
        Map<String, Object> data = new LinkedHashMap<>(output.mime());
        data.replaceAll((mime, value) -> value instanceof String text ? WellFormedText.text(text) : value);
        map.put("data", data);
        map.put("metadata", Map.of());
        return map;
    }
}

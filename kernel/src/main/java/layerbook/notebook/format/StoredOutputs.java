package layerbook.notebook.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import layerbook.io.WellFormedText;

/** Outputs as text: the lines {@code // => } at the end of a cell. */
public final class StoredOutputs {
    /** What a line of stored output begins with; an empty line has no blank behind it. */
    static final String SIGN = "// =>";
    private static final Pattern ANSI = Pattern.compile("\u001b\\[[0-9;?]*[ -/]*[@-~]|\u001b\\][^\u0007\u001b]*(\u0007|\u001b\\\\)");

    private StoredOutputs() {}

    /** What a stored line says. */
    static String bare(String line) {
        String text = line.substring(SIGN.length());
        return text.startsWith(" ") ? text.substring(1) : text;
    }

    /** What these outputs say as lines of plain text. */
    public static List<String> lines(List<Map<String, Object>> outputs) {
        var text = new StringBuilder();
        for (Map<String, Object> output : outputs) {
            String piece = plain(output);
            boolean stream = "stream".equals(output.get("output_type"));
            if (!stream && text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
            text.append(piece);
            if (!stream && !piece.isEmpty() && !piece.endsWith("\n")) {
                text.append('\n');
            }
        }
        return lines(text.toString());
    }

    /** The lines of a text; a line break at its end begins no further line. Signs that would break a line or steer a terminal are left out. */
    public static List<String> lines(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        String clean = ANSI.matcher(text).replaceAll("").replace("\r\n", "\n").replace('\r', '\n');
        List<String> lines = new ArrayList<>(List.of(clean.split("\n", -1)));
        if (lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        lines.replaceAll(line -> WellFormedText.text(line).stripTrailing());
        return lines;
    }

    /** The outputs that these lines stand for: what a program printed. */
    static List<Map<String, Object>> outputs(List<String> lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        return List.of(Map.of("output_type", "stream", "name", "stdout", "text", String.join("\n", lines) + "\n"));
    }

    private static String plain(Map<String, Object> output) {
        return switch (String.valueOf(output.get("output_type"))) {
            case "stream" -> text(output.get("text"));
            case "error" -> output.get("traceback") instanceof List<?> trace && !trace.isEmpty()
                ? String.join("\n", trace.stream().map(String::valueOf).toList())
                : output.get("ename") + ": " + output.get("evalue");
            default -> output.get("data") instanceof Map<?, ?> data ? text(data.get("text/plain")) : "";
        };
    }

    private static String text(Object value) {
        return value instanceof String text ? text : "";
    }
}

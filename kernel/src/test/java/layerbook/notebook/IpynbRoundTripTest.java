package layerbook.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import layerbook.io.Json;
import layerbook.io.JsonText;
import layerbook.notebook.format.IpynbSink;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any .ipynb, however odd, comes back the same through a .jsh. */
class IpynbRoundTripTest {
    private static final String[] LINES = {
        "int a = 1;", "// %% not a cell", "// // %% nor this", "%% neither", "%time x", "%%bash", "// %time y", "/* open", "*/", "\"\"\"", "// => 7", "// =>",
        "", "", "   ", "# Title", "  - item", "\r", "\u4e2d\u6587", "\uD83D\uDE00", "\ud800", "\u2028", "/help", "?x", "it's", "// <codecell>", "//", "// x",
        "In[1]:", "tail  ", "// ---", "\u001b[31mred\u001b[0m", "\0", "\\u000a",
    };
    private static final String[] TITLES = {"conv1", "two words", "x=y", "a {b}", ".dot", "end .dot", "[markdown]", "% deep", " ", "\u4e2d", "a\nb", "\"q\"", "e1=2 b"};

    static Stream<String> notebooks() {
        return LongStream.range(0, 1500).mapToObj(seed -> notebook(new Random(seed)));
    }

    private static String notebook(Random random) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        if (random.nextBoolean()) {
            metadata.put("kernelspec", Map.of("display_name", "Java: \"x\" #1", "language", "java", "name", "java"));
        }
        if (random.nextInt(3) == 0) {
            metadata.put("language_info", Map.of("name", "java", "version", "17.0.9"));
        }
        if (random.nextInt(3) == 0) {
            metadata.put("odd key: 'x'", value(random, 3));
            metadata.put("jupytext", Map.of("formats", "ipynb,java:percent"));
        }
        boolean ids = random.nextInt(4) > 0;
        List<Object> cells = new ArrayList<>();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            cells.add(cell(random, ids ? "id-" + i : null));
        }
        Map<String, Object> top = Map.of("cells", cells, "metadata", metadata, "nbformat", 4, "nbformat_minor", ids ? 5 : 4);
        return JsonText.text(top, JsonText.Style.NBFORMAT) + "\n";
    }

    private static Map<String, Object> cell(Random random, String id) {
        Map<String, Object> cell = new LinkedHashMap<>();
        String kind = List.of("code", "code", "markdown", "raw").get(random.nextInt(4));
        cell.put("cell_type", kind);
        cell.put("source", IpynbSink.split(lines(random)));
        cell.put("metadata", metadata(random));
        if (id != null) {
            cell.put("id", id);
        }
        if (kind.equals("code")) {
            cell.put("execution_count", random.nextBoolean() ? null : random.nextInt(99));
            cell.put("outputs", outputs(random));
        } else if (random.nextInt(5) == 0) {
            cell.put("attachments", Map.of("a.png", Map.of("image/png", "aGVsbG8=")));
        }
        return cell;
    }

    private static String lines(Random random) {
        List<String> lines = new ArrayList<>();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            lines.add(LINES[random.nextInt(LINES.length)]);
        }
        return String.join("\n", lines);
    }

    private static Map<String, Object> metadata(Random random) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        if (random.nextInt(3) == 0) {
            metadata.put("title", TITLES[random.nextInt(TITLES.length)]);
        }
        if (random.nextInt(3) == 0) {
            metadata.put("tags", List.of("parameters", "a b"));
        }
        if (random.nextInt(5) == 0) {
            metadata.put(List.of("odd key", "collapsed", "n", "cell_depth", "lines_to_next_cell", "ipynb", "x.y", "layerbook").get(random.nextInt(8)), value(random, 2));
        }
        if (random.nextInt(6) == 0) {
            metadata.put("lines_to_next_cell", random.nextInt(6));
        }
        return metadata;
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 7)) {
            case 0 -> null;
            case 1 -> true;
            case 2 -> random.nextInt(5);
            case 3 -> new Json.Num("1.50e-07");
            case 4 -> "text: with 'quotes' \"and\" \\ \u00e9\n";
            case 5 -> "plain";
            case 6 -> "17";
            case 7 -> List.of(value(random, depth - 1) == null ? 0 : 1, "x");
            default -> Map.of("k", value(random, 0) == null ? "null" : value2(random));
        };
    }

    private static Object value2(Random random) {
        return random.nextBoolean() ? List.of() : Map.of("a b", 1);
    }

    private static List<Object> outputs(Random random) {
        List<Object> outputs = new ArrayList<>();
        int count = random.nextInt(3);
        for (int i = 0; i < count; i++) {
            outputs.add(switch (random.nextInt(4)) {
                case 0 -> Map.of("output_type", "stream", "name", "stdout", "text", IpynbSink.split(lines(random)));
                case 1 -> Map.of("output_type", "execute_result", "execution_count", 3, "metadata", Map.of(),
                    "data", Map.of("text/plain", IpynbSink.split(lines(random)), "application/json", Map.of("a", List.of("x\ny"))));
                case 2 -> Map.of("output_type", "error", "ename", "shape", "evalue", "no", "traceback", List.of("a", "b\nc"));
                default -> Map.of("output_type", "display_data", "metadata", Map.of("isolated", true), "data", Map.of("image/png", "aGVsbG8=\n"));
            });
        }
        return outputs;
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void throughAJshNothingIsLost(String json) throws IOException {
        assertEquals(json, Formats.json(Formats.fromJson(json)), "read and written");
        String text = Formats.fromJson(json).text();
        assertEquals(json, Formats.json(Formats.fromText(text)), () -> text);
        assertEquals(Formats.visible(text), Formats.visible(Formats.fromText(text).text()), "the .jsh through itself");
    }
}

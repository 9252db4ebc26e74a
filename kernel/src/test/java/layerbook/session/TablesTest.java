package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The words that show whole networks, as one types them, against stored screens of 80 columns ({@code mvn test -pl kernel -Dtest=TablesTest -Dlayerbook.renew=true} writes them anew); ours fit, those of other tools have widths of their own.
 */
class TablesTest extends Typed {
    private static final Path STORED = Path.of("src/test/resources/table/screens.txt");
    private static final String NET = """
        class Net extends Model {
            Unit conv1 = own(conv2d(3, 16, 3, padding(1)));
            Unit bn1 = own(batchNorm2d(16));
            Unit pool1 = own(maxPool2d(2));
            Unit conv2 = own(conv2d(16, 32, 3, padding(1)));
            Unit bn2 = own(batchNorm2d(32));
            Unit pool2 = own(maxPool2d(2));
            Unit fc1 = own(linear(2048, 64));
            Unit fc2 = own(linear(64, 10));
            public Tensor forward(Tensor x) {
                x = x.then(conv1).then(bn1).then(relu()).then(pool1).then(conv2).then(bn2).then(relu()).then(pool2);
                return x.view(-1, 2048).then(fc1).then(relu()).then(fc2);
            }
        }
        class Skip extends Model {
            Unit in = own(linear(8, 8));
            Unit out = own(linear(8, 4));
            Sequential body = sequential(linear(8, 8), relu());
            public Tensor forward(Tensor x) { x = x.then(in); return x.add(x.then(body)).then(in).then(out); }
        }
        var net = trace(new Net(), 3, 32, 32)
        var skip = trace(new Skip(), 8)
        freeze(net.unit("conv1"));
        """;
    private static final List<String> ASKED = List.of("summary(net)", "summary(skip)", "summary(skip, TORCHINFO)", "summary(net, KERAS)", "summary(skip, KERAS)", "tree(net)", "tree(skip, MACS)",
        "tree(skip, depth(0), columns(\"input\", \"params\", \"trainable\"))", "memory(net)", "memory(net, SGD, BFLOAT16, batch(64))", "memory(net, INFERENCE, INT8)", "memory(skip, batch(N))", "backward(net)",
        "backward(skip, MACS)", "compare(net, skip)", "chart(net)", "solve(h -> params(trace(sequential(linear(784, h), relu(), linear(h, 10)), 784)), 1_000_000)", "cleverFormat(profile(net))",
        "tree(skip).as(\"csv\")", "?memory");

    @Test void screens() throws IOException {
        type(NET);
        var all = new StringBuilder();
        for (String asked : ASKED) {
            assertTrue(type(asked).ok(), () -> asked + "\n" + shown());
            boolean fits = asked.startsWith("summary") || asked.contains(".as(") || shown().lines().allMatch(l -> layerbook.table.Widths.of(l) <= 80);
            assertTrue(fits, this::shown);
            all.append("> ").append(asked).append('\n').append(shown()).append("\n\n");
        }
        if (Boolean.getBoolean("layerbook.renew")) {
            Files.writeString(STORED, all);
        }
        assertEquals(new String(TablesTest.class.getResourceAsStream("/table/screens.txt").readAllBytes(), StandardCharsets.UTF_8), all.toString());
    }

    @Test void aTableInAVariableIsSaidInBrief() {
        type("input(8)\nlinear(4)");
        assertShows("var t = tree()", "t ==> tree, 1 row");
        assertEquals(shownBy("tree()"), type("t").valueText());
    }

    private String shownBy(String text) {
        type(text);
        return shown();
    }

    @Test void typedLineByLineTheSummaryHasNoRoot() {
        type("input(3, 32, 32)\nconv2d(16, 3)\nrelu()");
        String text = String.valueOf(type("summary()").value());
        assertTrue(text.contains("              ReLU-2           [-1, 16, 30, 30]               0\n===="), text);
    }

    @Test void theChartIsSvgOnPagesAndDataInNotebooks() {
        type(NET);
        type("chart(net)");
        var mime = outputs.get(0).mime();
        assertTrue(mime.get("text/html").toString().contains("<text x=\"0\" y=\"125\">fc1</text>"), () -> mime.get("text/html").toString());
        assertTrue(mime.get("text/html").toString().contains("95.7 %"));
        String vega = mime.get("application/vnd.vegalite.v5+json").toString();
        assertTrue(vega.contains("layer=fc1, of=params, number=131136, share=0.957407"), vega);
    }

    @Test void commandsDoTheSame() {
        type(NET);
        for (List<String> pair : List.of(List.of("/tree net 1", "tree(net, depth(1))"), List.of("/memory net sgd bfloat16 64", "memory(net, SGD, BFLOAT16, batch(64))"),
                List.of("/chart net", "chart(net)"), List.of("/compare net skip", "compare(net, skip)"), List.of("/summary net torchinfo", "summary(net, TORCHINFO)"), List.of("/backward net", "backward(net)"))) {
            type(pair.get(0));
            String command = shown();
            type(pair.get(1));
            assertEquals(shown(), command, pair.get(0));
        }
        assertFails("/compare net", "command", "wants two variables");
        assertFails("/tree nothing", "command", "there is no variable nothing");
    }

    @Test void whatChangedLast() {
        type("input(8)\nlinear(4)\nrelu()");
        type("linear(2)");
        type("/diff");
        assertTrue(shown().contains("+  3  linear 4→2") && shown().contains("3 rows are as before"), this::shown);
        type("/undo");
        type("diff()");
        assertTrue(shown().contains("−  3  linear 4→2"), this::shown);
    }

    @Test void aSizeWithinABudget() {
        type("Network two(int h) { return trace(sequential(linear(64, h), linear(h, 10)), 64); }\ninput(4)\nlinear(3)");
        assertEquals(13, type("solve(h -> params(two(h)), 1_000)").value());
        assertEquals("15", type("params()").valueText(), "the networks that were tried are gone");
        assertEquals(8, type("solve(h -> params(two(h)), 1_000, 8, 64, 8)").value());
        assertEquals(1, type("solve(h -> params(two(h)), 85)").value());
        assertFails("solve(h -> params(two(h)), 84)", "runtime", "even size 1 is over the budget");
        assertFails("solve(h -> 7, 84)", "runtime", "the figure does not depend on the size");
        assertFails("solve(h -> params(two(h)), 84, 9, 3)", "option", "there are no sizes from 9 to 3");
        assertEquals(132, type("solve(h -> params(two(h)) * (h % 2 == 0 ? 1 : 3), 10_000)").value());
        assertTrue(shown().contains("does not always grow"), this::shown);
        assertEquals(64, type("solve(h -> params(two(h)), 1_000_000, 8, 64, 8)").value());
        assertFails("solve(g -> params(trace(sequential(conv2d(6, 6, 3, groups(g))), 6, 8, 8)), 400, 1, 6)", "runtime", "size 5 is refused");
        long most = ((Number) type("solve(b -> memory(two(64), batch(b)).total(), 1_000_000)").value()).longValue();
        assertEquals("true", type("memory(two(64), batch(" + most + ")).total() <= 1_000_000 && memory(two(64), batch(" + (most + 1) + ")).total() > 1_000_000").valueText());
    }

    @Test void tablesGoToFilesAndToTablesaw(@TempDir Path directory) throws IOException {
        type(NET);
        for (String ending : List.of("csv", "md", "tex", "html", "json")) {
            Path file = directory.resolve("t." + ending);
            assertTrue(type("tree(net).save(\"" + file + "\")").ok(), this::shown);
            assertTrue(Files.readString(file).contains("fc1"), ending);
            assertEquals(ending.matches("csv|json"), Files.readString(file).contains("131136"), ending);
        }
        assertEquals(5, directory.toFile().list().length, Arrays.toString(directory.toFile().list()));
        assertFails("tree(net).save(\"t.doc\")", "option", "csv, markdown, latex, html or json");
        assertEquals("136970", type("(long) backward(net).table().rowCount() * 0 + tree(net).table().longColumn(\"params\").get(0)").valueText());
        type("tree(skip)");
        assertEquals("\"tree\"", type("table().name()").valueText());
        type("input(3)\nlinear(2)");
        assertEquals("\"layers\"", type("table().name()").valueText());
        assertFalse(type("memory(INT8)").ok());
        assertTrue(shown().contains("whole numbers have no gradients"), this::shown);
        assertFails("memory(tensor(shape(4, 8)).then(linear(8, 2)), batch(3))", "option", "batch(3) has no place");
    }
}

package layerbook.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import layerbook.io.Json;
import layerbook.notebook.format.Cell;
import layerbook.notebook.format.CellKind;
import layerbook.notebook.format.Notebook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells of PyTorch source: marked {@code [pytorch]} in a {@code .jsh}, between lines {@code # %%} in a {@code .py}. */
class PyTorchCellsTest {
    @TempDir
    Path folder;

    private List<Map<String, Object>> json(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        var out = new ByteArrayOutputStream();
        Runner.run(RunOptions.of(file).asJson(1), new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(new ByteArrayOutputStream()));
        var objects = new ArrayList<Map<String, Object>>();
        for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
            objects.add(Json.map(Json.parse(line)));
        }
        return objects;
    }

    private static String number(Object value) {
        return value instanceof Json.Num n ? n.text() : String.valueOf(value);
    }

    private static String params(Map<String, Object> cell) {
        return number(Json.map(cell.get("totals")).get("params"));
    }

    @Test void aCellOfAJshRunsAndSharesItsNamesWithJava() throws IOException {
        List<Map<String, Object>> cells = json("net.jsh", """
            // %% the network [pytorch]
            // # a comment
            // net = nn.Sequential(nn.Linear(784, 100),
            //     nn.Linear(100, 10))
            //
            // print(len(net))

            // %% Java goes on
            trace(net, 784)
            """);
        assertEquals(List.of("the network", "Java goes on"), cells.stream().map(c -> c.get("cell")).toList());
        assertEquals("2\n", cells.get(0).get("stdout"));
        assertEquals("3", number(cells.get(0).get("line")));
        assertEquals(String.valueOf(785 * 100 + 101 * 10), params(cells.get(1)));
    }

    @Test void anErrorNamesTheLineOfTheFile() throws IOException {
        Map<String, Object> cell = json("net.jsh", "// %% broken [pytorch]\n// x = 3\n//\n// y = x + z\n").get(0);
        assertEquals("4", number(Json.map(cell.get("error")).get("line")));
        assertEquals(Boolean.FALSE, cell.get("ok"));
        Map<String, Object> other = json("net.py", "x = 3\n# %% second\n\ny = x + z\n").get(1);
        assertEquals("4", number(Json.map(other.get("error")).get("line")));
    }

    /** Drawn scripts, cut into cells at drawn places: an object a cell, the rows and totals of the whole at the end. */
    @Test void aPyIsCutWhereItsLinesSay() throws IOException {
        var random = new Random(15);
        for (int n = 0; n < 6; n++) {
            var text = new StringBuilder("import torch\nimport torch.nn as nn\nx = torch.randn(1, 8)\n");
            int cells = 1;
            int width = 8;
            int params = 0;
            for (int i = 0; i < 5; i++) {
                if (random.nextBoolean()) {
                    text.append(List.of("# %% part ", "#%% ", "# %%").get(random.nextInt(3))).append(i).append('\n');
                    cells++;
                }
                if (random.nextInt(3) == 0) {
                    text.append("s = '''\n# %% a text\n'''\n");
                }
                int next = 1 + random.nextInt(20);
                params += (width + 1) * next;
                text.append("x = nn.Linear(").append(width).append(", ").append(next).append(")(x)\n");
                width = next;
            }
            List<Map<String, Object>> ran = json("net" + n + ".py", text.toString());
            assertEquals(cells, ran.size(), text::toString);
            assertTrue(ran.stream().allMatch(c -> c.get("ok").equals(Boolean.TRUE)), ran::toString);
            assertEquals(String.valueOf(params), params(ran.get(cells - 1)), text::toString);
        }
    }

    @Test void aFileImportsFromItsOwnFolder() throws IOException {
        Files.writeString(folder.resolve("parts.py"), "import torch.nn as nn\ndef block():\n    return nn.Linear(3, 4)\n");
        String text = "import torch\nfrom parts import block\nblock()(torch.randn(1, 3))\n";
        assertEquals("16", params(json("net.py", text).get(0)));
        String marked = "// %% [pytorch]\n// " + text.strip().replace("\n", "\n// ") + "\n";
        assertEquals("16", params(json("net.jsh", marked).get(0)));
    }

    @Test void convertKeepsTheCells() throws IOException {
        Path py = Files.writeString(folder.resolve("a.py"), "import torch\n\n# %% [markdown]\n# # Words\n#\n# more\n\n# %% make\nx = 3\n\n\ny = x\n");
        Convert.convert(py, folder.resolve("a.jsh"));
        assertEquals("// %% [pytorch]\n// import torch\n\n// %% [markdown]\n// # Words\n//\n// more\n\n// %% make [pytorch]\n// x = 3\n//\n//\n// y = x\n",
            Files.readString(folder.resolve("a.jsh")).replaceFirst("(?s)^// ---.*?// ---\n\n", ""));
        Convert.convert(folder.resolve("a.jsh"), folder.resolve("a.ipynb"));
        Convert.convert(folder.resolve("a.ipynb"), folder.resolve("b.jsh"));
        assertEquals(Files.readString(folder.resolve("a.jsh")), Files.readString(folder.resolve("b.jsh")));
        Cell last = Notebook.read(folder.resolve("a.ipynb")).cells().get(2);
        assertEquals("%%pytorch\nx = 3\n\n\ny = x", last.source());
        assertEquals(CellKind.CODE, last.kind());
        assertEquals("make", last.title());
    }

    @Test void storedOutputsStandBehindTheCell() throws IOException {
        Path file = Files.writeString(folder.resolve("net.jsh"), "// %% [pytorch]\n// print(1 + 1)\n// => 3\n");
        var nowhere = new PrintStream(new ByteArrayOutputStream());
        assertEquals(Runner.FAILED, Runner.run(RunOptions.of(file).checking(), nowhere, nowhere));
        assertEquals(Runner.OK, Runner.run(RunOptions.of(file).updating(), nowhere, nowhere));
        assertEquals("// %% [pytorch]\n// print(1 + 1)\n// => 2\n", Files.readString(file));
        assertEquals(Runner.OK, Runner.run(RunOptions.of(file).checking(), nowhere, nowhere));
    }
}

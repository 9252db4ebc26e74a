package layerbook.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import layerbook.session.output.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures beyond a long stand whole in everything that is written: JSON as whole numbers, pages, Markdown, notebooks. */
class BigFiguresWrittenTest {
    private static final BigInteger WIDE = BigInteger.TEN.pow(40);
    private static final BigInteger PARAMS = WIDE.multiply(WIDE).add(WIDE);

    @TempDir Path folder;

    private Path notebook() throws IOException {
        return Files.writeString(folder.resolve("big.jsh"), "// %%\nvar wide = java.math.BigInteger.TEN.pow(40)\ninput(wide)\nlinear(wide, wide)\n");
    }

    private String run(RunOptions options) {
        var out = new ByteArrayOutputStream();
        int code = Runner.run(options, new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(out, true, StandardCharsets.UTF_8));
        assertEquals(Runner.OK, code, () -> out.toString(StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test void jsonHasThemAsExactWholeNumbers() throws IOException {
        JsonNode cell = new ObjectMapper().readTree(run(new RunOptions(List.of(notebook()), false, false, null, null, null, true, 1, Map.of(), false, false, View.PLAIN, false)));
        assertEquals(PARAMS, cell.get("totals").get("params").bigIntegerValue());
        assertEquals(WIDE.multiply(WIDE), cell.get("totals").get("counts").get("MACS").bigIntegerValue());
        assertEquals(WIDE.multiply(WIDE).shiftLeft(1), cell.get("totals").get("counts").get("FLOPS").bigIntegerValue());
        JsonNode row = cell.get("rows").get(1);
        assertEquals(PARAMS, row.get("params").bigIntegerValue());
        assertEquals(WIDE, row.get("weights").get("weight").get(0).bigIntegerValue());
        cell.get("totals").get("counts").fields().forEachRemaining(e -> assertTrue(e.getValue().isNull() || e.getValue().bigIntegerValue().compareTo(WIDE) > 0, e.getKey() + " is " + e.getValue()));
    }

    @Test void pagesMarkdownAndNotebooksHaveEveryDigit() throws IOException {
        Path html = folder.resolve("big.html");
        Path markdown = folder.resolve("big.md");
        Path ipynb = folder.resolve("big.ipynb");
        run(new RunOptions(List.of(notebook()), false, false, html, ipynb, markdown, false, 1, Map.of(), false, false, View.PLAIN, false));
        for (Path written : List.of(html, markdown, ipynb)) {
            assertTrue(Files.readString(written).replace(",", "").contains(PARAMS.toString()) || Files.readString(written).replace(",", "").contains(WIDE.toString()), written + " has lost them");
        }
        assertTrue(Files.readString(html).replace(",", "").contains(PARAMS.toString()), "the page's table has the parameters");
    }
}

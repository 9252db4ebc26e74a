package layerbook.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import layerbook.notebook.format.Cell;
import layerbook.notebook.format.Notebook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Running notebooks: what is shown, checked and stored, and the exit code. */
class RunnerTest {
    private static final String LESSON = """
        // %% [markdown]
        // # A lesson

        // %% sizes tags=["parameters"]
        int hidden = 64;
        int twice = 2 * hidden;

        // %%
        System.out.println("twice is " + twice);
        // => twice is 128

        // %% slip
        int zero = 0;
        int x = 1 / zero;

        // %% after
        System.out.println("reached");
        """;

    @TempDir
    Path folder;
    private Path lesson;
    private String out;
    private String err;

    @BeforeEach
    void write() throws IOException {
        lesson = Files.writeString(folder.resolve("lesson.jsh"), LESSON);
    }

    private int run(RunOptions options) {
        var toOut = new ByteArrayOutputStream();
        var toErr = new ByteArrayOutputStream();
        int code = Runner.run(options, new PrintStream(toOut, true, StandardCharsets.UTF_8), new PrintStream(toErr, true, StandardCharsets.UTF_8));
        out = toOut.toString(StandardCharsets.UTF_8);
        err = toErr.toString(StandardCharsets.UTF_8);
        return code;
    }

    private String healed() throws IOException {
        Files.writeString(lesson, LESSON.replace("int zero = 0", "int zero = 1"));
        return Files.readString(lesson);
    }

    @Test
    void aRunShowsWordsAndOutputsAndStopsAtTheFirstFailureWithItsLine() {
        assertEquals(Runner.FAILED, run(RunOptions.of(lesson)));
        assertTrue(out.contains("# A lesson") && out.contains("twice is 128"), out);
        assertTrue(!out.contains("reached"), out);
        assertTrue(err.startsWith(lesson + ":14: cell slip failed"), err);
    }

    @Test
    void keepGoingRunsTheRestAndStillFails() {
        assertEquals(Runner.FAILED, run(RunOptions.of(lesson).keepingGoing()));
        assertTrue(out.contains("reached"), out);
    }

    @Test
    void aFailureThatIsAnnouncedIsNone() throws IOException {
        Files.writeString(lesson, LESSON.replace("// %% slip", "// %% slip tags=[\"raises-exception\"]"));
        assertEquals(Runner.OK, run(RunOptions.of(lesson)), err);
        assertTrue(out.contains("reached"), out);
    }

    @Test
    void checkShowsTheDifferenceFromWhatIsStored() throws IOException {
        healed();
        assertEquals(Runner.OK, run(RunOptions.of(lesson).checking()), out + err);
        assertEquals(Runner.FAILED, run(RunOptions.of(lesson).checking().setting(Map.of("hidden", "5"))));
        assertTrue(out.contains(lesson + ":9: cell 2") && out.contains("- twice is 128") && out.contains("+ twice is 10"), out);
    }

    @Test
    void updateStoresOutputsAndTouchesNothingElse() throws IOException {
        String before = healed().replace("\n", "\r\n").replace("// %% after", "//%%   after");
        Files.writeString(lesson, before);
        assertEquals(Runner.OK, run(RunOptions.of(lesson).updating()), err);
        String expected = before.replace("int twice = 2 * hidden;\r\n", "int twice = 2 * hidden;\r\n// => hidden ==> 64\r\n// => twice ==> 128\r\n")
            .replace("1 / zero;\r\n", "1 / zero;\r\n// => zero ==> 1\r\n// => x ==> 1\r\n") + "// => reached\r\n";
        assertEquals(expected, Files.readString(lesson));
        assertEquals(Runner.OK, run(RunOptions.of(lesson).checking()), out);
    }

    @Test
    void placesInMemoryAreNotStored() throws IOException {
        Files.writeString(lesson, "new Object()\n");
        assertEquals(Runner.OK, run(RunOptions.of(lesson).updating()), err);
        assertEquals("new Object()\n// => $1 ==> java.lang.Object@…\n", Files.readString(lesson));
        assertEquals(Runner.OK, run(RunOptions.of(lesson).checking()), out);
    }

    @Test
    void aFailedRunUpdatesNothing() throws IOException {
        assertEquals(Runner.FAILED, run(RunOptions.of(lesson).updating()));
        assertEquals(LESSON, Files.readString(lesson));
    }

    @Test
    void anIpynbIsUpdatedWithItsOutputs() throws IOException {
        healed();
        Path notebook = folder.resolve("lesson.ipynb");
        Convert.convert(lesson, notebook);
        assertEquals(Runner.OK, run(RunOptions.of(notebook).updating()), err);
        Cell cell = Notebook.read(notebook).cells().get(2);
        assertEquals(List.of(Map.of("output_type", "stream", "name", "stdout", "text", "twice is 128\n")), cell.outputs());
    }

    @Test
    void settingWhatIsNotThereIsAnError() {
        assertEquals(Runner.UNREADABLE, run(RunOptions.of(lesson).setting(Map.of("depth", "3"))));
        assertTrue(err.contains("declares no depth (it declares hidden, twice)"), err);
        assertEquals(Runner.UNREADABLE, run(RunOptions.of(lesson).setting(Map.of("hiden", "3"))));
        assertTrue(err.contains("declares no hiden; did you mean hidden?"), err);
    }

    @Test
    void whatIsSetFollowsTheTypesOfTheNotebook() throws IOException {
        Files.writeString(lesson, "// %% tags=[\"parameters\"]\nint a = 1;\ndouble b = 2\nString c = \"x; // y\"; // kept\n\n// %%\nSystem.out.println(a + \" \" + b + \" \" + c);\n");
        assertEquals(Runner.OK, run(RunOptions.of(lesson).setting(Map.of("a", "2 * 3 + 1", "b", "3", "c", "it's \"so\""))), out + err);
        assertTrue(out.contains("7 3.0 it's \"so\""), out);
    }

    /** Before anything runs, in words of the notebook: its name, its type, the value, and one that would fit. */
    @Test
    void whatIsNotOfTheTypeIsNotSet() throws IOException {
        Files.writeString(lesson, "// %% tags=[\"parameters\"]\n// sizes\nint a = 1;\ndouble b = 2, c = 3\nboolean d = true\nlong e = 4\nString f = \"x\"\n\n// %%\nSystem.out.println(a + \" \" + b + \" \" + d + \" \" + e);\n");
        for (String[] wrong : new String[][] {{"a", "1.5"}, {"a", "abc"}, {"a", "3000000000"}, {"a", "\"1\""}, {"b", "much"}, {"b", "NaN"}, {"d", "yes"}, {"d", "1"}, {"e", "1.0"}}) {
            assertEquals(Runner.UNREADABLE, run(RunOptions.of(lesson).setting(Map.of(wrong[0], wrong[1]))), wrong[0] + "=" + wrong[1] + "\n" + out);
            assertEquals("", out);
        }
        assertEquals(Runner.UNREADABLE, run(RunOptions.of(lesson).setting(Map.of("a", "1.5"))));
        assertEquals(lesson + ":3: a is declared int, which 1.5 is not; it takes a whole number up to 2,147,483,647, as in --set a=1", err.strip().replaceFirst("^layerbook: ", ""));
        for (String[] right : new String[][] {{"a", "-7"}, {"a", "0x10"}, {"a", "1_000"}, {"a", "Math.max(2, 3)"}, {"b", "1e-3"}, {"b", "3"}, {"b", "a"}, {"d", "false"}, {"e", "3000000000L"}, {"f", "abc"}}) {
            assertEquals(Runner.OK, run(RunOptions.of(lesson).setting(Map.of(right[0], right[1]))), right[0] + "=" + right[1] + "\n" + out + err);
        }
    }

    @Test
    void aFailedRunIsNotSaidToAgree() {
        assertEquals(Runner.FAILED, run(RunOptions.of(lesson).checking()));
        assertEquals("", out);
    }

    @Test
    void anUpdateLeavesAReadOnlyNotebookAsItIs() throws IOException {
        String before = healed();
        assumeTrue(lesson.toFile().setWritable(false) && !Files.isWritable(lesson), "a superuser may write to anything");
        assertEquals(Runner.UNREADABLE, run(RunOptions.of(lesson).updating()));
        assertTrue(err.contains("it is read-only"), err);
        assertEquals(before, Files.readString(lesson));
    }

    @Test
    void formulasAndDiagramsStayWhatTheyAreInEveryForm() throws IOException {
        Files.writeString(lesson, "input(3, 8, 8)\nconv2d(4, 3)\n\n// %%\nexplain(1)\n\n// %%\nmermaid()\n\n// %%\ndiagram()\n");
        Path page = folder.resolve("a.html");
        Path notebook = folder.resolve("a.ipynb");
        Path text = folder.resolve("a.md");
        assertEquals(Runner.OK, run(RunOptions.of(lesson).writing(page, notebook, text)), err);
        String markdown = Files.readString(text);
        assertTrue(markdown.contains("\n$$\\begin{aligned}\nP &= ") && markdown.contains("```mermaid\nflowchart") && markdown.contains("```text\n"), markdown);
        String image = "![network diagram](data:image/svg+xml;base64,";
        assertTrue(markdown.contains(image), markdown);
        String drawing = new String(java.util.Base64.getDecoder().decode(markdown.substring(markdown.indexOf(image) + image.length(), markdown.indexOf(')', markdown.indexOf(image)))));
        assertTrue(drawing.startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"") && drawing.contains("prefers-color-scheme:dark"), drawing);
        String html = Files.readString(page);
        assertTrue(html.contains("<span class=\"math display\">") && html.contains("<svg "), html);
        String json = Files.readString(notebook);
        assertTrue(json.contains("\"text/vnd.mermaid\"") && json.contains("\"text/latex\"") && json.contains("<svg "), json);
    }

    @Test
    void oneObjectALineForPrograms() {
        assertEquals(Runner.FAILED, run(RunOptions.of(lesson).asJson(1).keepingGoing()));
        String[] lines = out.split("\n");
        assertEquals("{\"cell\":\"sizes\",\"line\":5,\"ok\":true,\"stdout\":\"\",\"value\":null,\"rows\":[],\"totals\":null,\"warnings\":[],\"error\":null}", lines[0]);
        assertEquals("{\"cell\":2,\"line\":9,\"ok\":true,\"stdout\":\"twice is 128\\n\",\"value\":null,\"rows\":[],\"totals\":null,\"warnings\":[],\"error\":null}", lines[1]);
        assertTrue(lines[2].startsWith("{\"cell\":\"slip\",\"line\":13,\"ok\":false,") && lines[2].contains("\"error\":{\"kind\":\"runtime\",")
            && lines[2].contains("\"line\":14,\"column\":"), lines[2]);
        assertEquals(4, lines.length);
    }

    @Test
    void severalFilesRunSideBySideAndSpeakInOrder() throws IOException {
        Path second = Files.writeString(folder.resolve("second.jsh"), "System.out.println(\"second\");\n");
        assertEquals(Runner.FAILED, run(RunOptions.of(lesson, second, folder.resolve("none.jsh")).asJson(1)) - 1);
        String[] lines = out.split("\n");
        assertTrue(lines[0].startsWith("{\"file\":\"" + lesson + "\",\"cell\":\"sizes\""), out);
        assertTrue(lines[lines.length - 1].startsWith("{\"file\":\"" + second + "\",\"cell\":1,"), out);
        assertTrue(err.contains("none.jsh: no such file"), err);
    }

    @Test
    void theRunIsWrittenOutAsAPageANotebookAndText() throws IOException {
        healed();
        Path page = folder.resolve("a.html");
        Path notebook = folder.resolve("a.ipynb");
        Path text = folder.resolve("a.md");
        assertEquals(Runner.OK, run(RunOptions.of(lesson).writing(page, notebook, text)), err);
        String html = Files.readString(page);
        assertTrue(html.contains("<title>A lesson</title>") && html.contains("<span class=\"k\">int</span>") && html.contains("twice is 128"), html);
        assertTrue(!html.contains("katex") && !html.contains("<script"), "no formulas, no scripts");
        assertTrue(Files.readString(text).contains("```text\ntwice is 128\n```"), Files.readString(text));
        assertEquals(List.of("twice is 128"), Notebook.read(notebook).cells().get(2).storedLines());
    }

    @Test
    void aPageWithFormulasBringsWhatDrawsThem() throws IOException {
        Files.writeString(lesson, "// %% [markdown]\n// $P = 448$\n");
        Path page = folder.resolve("a.html");
        assertEquals(Runner.OK, run(RunOptions.of(lesson).writing(page, null, null)), err);
        String html = Files.readString(page);
        assertTrue(html.contains("katex.render") && html.contains("data:font/woff2;base64,") && !html.contains("url(fonts/"));
    }

    @Test
    void aPersonSeesHowFarSeveralRunsAre() throws IOException {
        Path second = Files.writeString(folder.resolve("second.jsh"), "System.out.println(\"second\");\n");
        healed();
        RunOptions o = RunOptions.of(lesson, second, folder.resolve("none.jsh"));
        run(new RunOptions(o.files(), true, false, null, null, null, false, 1, Map.of(), false, false, o.view(), true));
        assertTrue(err.contains("0 of 3 done  ") && err.contains("lesson.jsh  2/4") && err.contains("3 of 3 done"), err);
        assertTrue(err.endsWith("\r\u001b[K"), "nothing is left of it");
        assertTrue(!out.contains("\r"), out);
    }
}

package layerbook.notebook;

import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.stream.Collectors;
import layerbook.notebook.format.Notebook;
import layerbook.session.Session;
import layerbook.session.output.Output;
import layerbook.session.output.Settings;
import layerbook.session.output.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, titles, words, paths and messages of others show their control characters; none reaches the terminal as such. Nothing of a notebook runs before it is told to. */
class NoTerminalIsTakenOverTest {
    /** Clears the screen, sets the title, rings, goes back over the line, turns the text, and the one-byte form of the first. */
    private static final String TAKING_OVER = "a\u001b[2J\u001b]0;owned\u0007\r\b\u202e\u009b2Jz";

    @TempDir Path folder;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

    private void harmless(String shown) {
        String rest = shown.replaceAll("\u001b\\[[0-9;]*m", ""); // our own colours
        assertFalse(rest.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t' || c == '\u202e'), () -> rest.chars().mapToObj(c -> c < 32 || c > 126 ? "<" + Integer.toHexString(c) + ">" : "" + (char) c).collect(Collectors.joining()));
        assertTrue(shown.contains("a\u241b[2J"), () -> "the name is shown: " + shown);
    }

    private RunOptions options(Path file, boolean check, Path html, View view) {
        return new RunOptions(List.of(file), check, false, html, null, null, false, 1, Map.of(), true, false, view, false);
    }

    @ParameterizedTest(name = "colour {0}")
    @ValueSource(booleans = {false, true})
    void aNotebookOfOthersIsShownAndDoesNothingToTheTerminal(boolean colour) throws IOException {
        Path file = Files.writeString(folder.resolve("a\u001b[2J.jsh"), "// %% [markdown]\n// # " + TAKING_OVER.replace("\r", "") + "\n\n// %% " + TAKING_OVER.replace("\r", "") + "\nthrow new RuntimeException(\"" + java(TAKING_OVER) + "\")\n// => other\n\n"
            + "// %%\ninput(3)\nvar l = own(\"" + java(TAKING_OVER) + "\", linear(3, 2))\nl\nsymbol(\"" + java(TAKING_OVER) + "\")\nexplain(1)\ntree()\n");
        Runner.run(options(file, true, folder.resolve("a\u001b[2J.html"), new View(80, colour, true, true)), out, out);
        harmless(said.toString(StandardCharsets.UTF_8));
    }

    @Test void whatCannotBeReadIsNamedAndDoesNothingToTheTerminal() {
        Runner.run(options(folder.resolve("a\u001b[2J.jsh"), false, null, View.PLAIN), out, out);
        harmless(said.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"own(\"%s\", relu())", "throw new IllegalStateException(\"%s\")", "check(false, \"%s\")", "/save %s", "/open %s", "/nothing %s", "symbol(\"%s\")", "tensor(shape(symbol(\"%s\"), 3)).view(7)",
        "var s = \"%s\"", "block(\"%s\", () -> { input(3); add(relu()); })", "/set echo %s", "explain(\"%s\")", "Convention.of(\"%s\", \"%s\", Map.of())", "record L() implements Layer { public Rule rule() { return Rule.of(\"%s\").takes(N, C).gives(N, C); } }\ninput(3)\nnew L()"})
    void whatIsTypedWithSuchNamesIsShownSo(String typed) {
        try (var session = Session.open(Settings.standard())) {
            NotebookCommands.addTo(session);
            var outputs = new ArrayList<Output>();
            String name = typed.startsWith("/") ? TAKING_OVER.replace("\r", "") : java(TAKING_OVER);
            for (String text : List.of(typed.replace("%s", name), "/list", "/vars", "/net")) {
                session.run(text, outputs::add);
            }
            String shown = outputs.stream().map(o -> o.plain(new View(100, true, true, true))).collect(Collectors.joining("\n"));
            String rest = shown.replaceAll("\u001b\\[[0-9;]*m", "");
            assertFalse(rest.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t' || c == '\u202e'), () -> rest.replace("\u001b", "<ESC>"));
        }
    }

    private static String java(String text) {
        return text.chars().mapToObj(c -> c < 32 || c > 126 ? String.format("\\u%04x", c) : "" + (char) c).collect(Collectors.joining()).replace("\\u000d", "\\r").replace("\\u0008", "\\b");
    }

    @Test void convertingAndReadingANotebookRunsNothingOfIt() throws IOException {
        Path ran = folder.resolve("ran");
        Path file = Files.writeString(folder.resolve("one.jsh"), "// %% [markdown]\n// # One\n\n// %% parameters tags=[\"parameters\"]\nint n = 3\n\n// %%\nFiles.createFile(Path.of(\"" + ran + "\"))\n");
        Convert.convert(file, folder.resolve("two.ipynb"));
        Convert.convert(folder.resolve("two.ipynb"), folder.resolve("three.jsh"));
        assertTrue(Notebook.read(folder.resolve("two.ipynb")).cells().size() == 3);
        assertTrue(FileNames.of(folder + "/").size() >= 0);
        assertFalse(Files.exists(ran), "it ran");
        Runner.run(options(file, false, null, View.PLAIN), out, out);
        assertTrue(Files.exists(ran), "told to, it runs");
    }
}

package layerbook.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import layerbook.io.JsonText;
import layerbook.notebook.format.Cell;
import layerbook.notebook.format.Header;
import org.junit.jupiter.api.Test;

/** Where cells begin and end, and what belongs to them. */
class CellSplitTest {
    private static List<String> sources(String text) throws IOException {
        return Formats.fromText(text).cells().stream().map(Cell::source).toList();
    }

    @Test
    void aMarkerInABlockCommentOrTextBlockSplitsNothing() throws IOException {
        assertEquals(List.of("/* a\n// %% no\n*/ int x;", "y"), sources("// %%\n/* a\n// %% no\n*/ int x;\n\n// %%\ny\n"));
        assertEquals(List.of("var s = \"\"\"\n  // %% no \\\"\"\"\n  \"\"\";", "y"), sources("// %%\nvar s = \"\"\"\n  // %% no \\\"\"\"\n  \"\"\";\n\n// %%\ny\n"));
    }

    @Test
    void quotesAndCommentsOfOneLineHideNothing() throws IOException {
        String code = "String a = \"/*\"; char c = '\"'; // \"\"\" it's\n/open a/*.jsh\n/* one */ int b;";
        assertEquals(List.of(code, "y"), sources("// %%\n" + code + "\n\n// %%\ny\n"));
    }

    @Test
    void aCommentThatNeverClosesHidesNoCells() throws IOException {
        assertEquals(List.of("/* oops", "x", "y"), sources("// %%\n/* oops\n\n// %%\nx\n\n// %%\ny\n"));
    }

    @Test
    void markdownCarriesNoJavaQuotes() throws IOException {
        assertEquals(List.of("a /* b", "y"), sources("// %% [markdown]\n// a /* b\n\n// %%\ny\n"));
    }

    @Test
    void storedOutputsAreNotSource() throws IOException {
        Cell cell = Formats.fromText("// %% sum\nint a = 1;\n// words\n// => a ==> 1\n// =>\n// => end\n").cells().get(0);
        assertEquals("int a = 1;\n// words", cell.source());
        assertEquals(List.of("a ==> 1", "", "end"), cell.storedLines());
    }

    @Test
    void linesAreCountedFromTheHeadOfTheFile() throws IOException {
        var cells = Formats.fromText("// ---\n// jupyter:\n//   x: 1\n// ---\n\n// %% [markdown]\n// a\n\n// %%\n\nint b;\n").cells();
        assertEquals(List.of(7, 10), cells.stream().map(Cell::line).toList());
    }

    @Test
    void theHeadIsReadAsYaml() throws IOException {
        Header head = Formats.fromText("// ---\n// jupyter:\n//   kernelspec:\n//     name: layerbook\n//   list:\n//   - a: 1\n//     b: 'it''s'\n//   - \"q\"\n// ---\n").header();
        assertEquals("{\"kernelspec\": {\"name\": \"layerbook\"}, \"list\": [{\"a\": 1, \"b\": \"it's\"}, \"q\"]}", JsonText.inline(head.metadata()));
    }

    @Test
    void aHeadThatIsNotUnderstoodIsKept() throws IOException {
        String text = "// ---\n// jupyter: &anchor *alias\n// ---\n// %%\nx\n";
        assertTrue(Formats.fromText(text).header().metadata().isEmpty());
        assertEquals(text, Formats.fromText(text).text());
    }
}

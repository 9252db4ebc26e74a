package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a notebook gets of an explanation: formulas that it can set, and text for where it cannot. */
class ExplanationMimeTest extends Typed {
    private Map<String, Object> mime(String text) {
        type(text);
        return outputs.get(outputs.size() - 1).mime();
    }

    @Test void formulasComeAsMarkdownAndAsLatexEachOnItsOwn() {
        type("input(3, 32, 32)\nconv2d(16, 3, padding(1))");
        Map<String, Object> mime = mime("explain(1)");
        String markdown = String.valueOf(mime.get("text/markdown"));
        assertTrue(markdown.contains("$C_{\\mathrm{out}} = 16$ output channels"), markdown);
        assertTrue(markdown.contains("$$\\begin{aligned}\nP &= C_{\\mathrm{out}} \\cdot \\left(C_{\\mathrm{in}} \\cdot k^{2} + 1\\right) \\\\\n&= 16 "), markdown);
        assertTrue(markdown.contains("\\mathrm{FLOPs} &= "), "several letters are a word: " + markdown);
        assertTrue(markdown.startsWith("**1 conv2d\\_1"), "what Markdown would take for emphasis is escaped: " + markdown);
        String latex = String.valueOf(mime.get("text/latex"));
        assertEquals(latex.split("begin\\{aligned}", -1).length, latex.split("\\$\\$", -1).length / 2 + 1, "every formula between its own signs: " + latex);
        assertFalse(mime.containsKey("text/html"), "front ends would take HTML first, and set no formulas in it");
    }

    @Test void aTableIsHtmlAndText() {
        assertEquals(java.util.Set.of("text/plain", "text/html"), mime("input(3, 32, 32)").keySet());
        assertEquals(java.util.Set.of("text/plain", "text/html"), mime("table()").keySet());
    }
}

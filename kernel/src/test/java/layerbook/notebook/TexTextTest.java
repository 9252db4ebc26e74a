package layerbook.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import layerbook.notebook.format.Cell;
import layerbook.notebook.format.CellKind;
import layerbook.notebook.format.Notebook;
import layerbook.page.TexText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Formulas in words, as a terminal shows them. */
class TexTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "P = C_{out} \\cdot (C_{in} \\cdot k^2 + 1) | P = Cₒᵤₜ·(Cᵢₙ·k² + 1)",
        "H' = \\left\\lfloor \\frac{H + 2p - k}{s} \\right\\rfloor + 1 | H′ = ⌊(H + 2p − k) / s⌋ + 1",
        "d_{in} | d_(in)",
        "y = \\gamma \\cdot \\frac{x - \\mu}{\\sqrt{\\sigma^2 + \\epsilon}} + \\beta | y = γ·(x − μ) / (√(σ² + ε)) + β",
        "\\underbrace{4 d^2 + 4 d}_{\\text{attention}} + 4 \\, T^2 d | 4 d² + 4 d [attention] + 4 T² d",
        "\\text{MACs} = F_{out} \\cdot F_{in} | MACs = Fₒᵤₜ·Fᵢₙ",
        "r = 1 + \\sum_i d_i \\, (k_i - 1) \\prod_{j < i} s_j | r = 1 + Σᵢ dᵢ (kᵢ − 1) Π_(j < i) sⱼ"})
    void readsAsItIsSaid(String tex, String text) {
        assertEquals(text.replace("d_(in)", "dᵢₙ"), TexText.formula(tex));
    }

    @Test
    void onlyFormulasOfATextAreTouched() {
        assertEquals("it costs $5 and $6; k = 3 and\n    a·b\n`$x`", TexText.of("it costs $5 and $6; $k = 3$ and\n$$a \\cdot b$$\n`$x`"));
    }

    static List<Path> notebooks() throws IOException {
        return LessonsTest.notebooks();
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void noStrokeOfTexIsLeftInALesson(Path lesson) throws IOException {
        for (Cell cell : Notebook.read(lesson).cells()) {
            if (cell.kind() == CellKind.MARKDOWN) {
                String text = TexText.of(cell.source());
                assertFalse(text.contains("\\") || text.contains("$") || text.contains("lfloor"), text);
            }
        }
    }
}

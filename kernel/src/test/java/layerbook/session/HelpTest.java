package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import layerbook.layers.Catalogue;
import layerbook.session.output.View;
import org.junit.jupiter.api.Test;

/** Help: one screen, and a page for every word. */
class HelpTest extends Typed {
    private String page(String word, int width) {
        type("?" + word);
        return outputs.get(0).plain(View.PLAIN.withWidth(width));
    }

    @Test void theOverviewFitsAScreenAndNamesEveryCommand() {
        type("/help");
        String shown = outputs.get(0).plain(View.PLAIN);
        assertTrue(shown.lines().count() <= 22, shown);
        assertTrue(shown.lines().allMatch(l -> l.length() <= 80), shown);
        session.commands().all().forEach(c -> assertTrue(shown.contains("/" + c.name()), c.name() + " in\n" + shown));
    }

    @Test void aLayersPageHasItsFormulasAndAnExample() {
        type("input(8, 10, 10);");
        String page = page("conv2d", 80);
        for (String part : List.of("Slides a window over an image", "stride       how far the window moves (standard 1)", "takes N×Cᵢₙ×H×W, gives N×Cₒᵤₜ×H′×W′",
            "conv2d(8, 16, 3)   N×8×10×10 → N×16×8×8", "P = Cₒᵤₜ·(Cᵢₙ·k² + 1)", "FLOPs = 2·N·Cₒᵤₜ·H′·W′·Cᵢₙ·k²")) {
            assertTrue(page.contains(part), part + " in\n" + page);
        }
    }

    @Test void everyLayerHasAPageThatFitsAndAnExample() {
        List<String> layers = Catalogue.all().stream().map(s -> s.factory()).toList();
        Stream<String> without = layers.stream().filter(layer -> {
            String page = page(layer, 60);
            page.lines().filter(l -> l.startsWith("  ") && !l.contains(" = ") && !l.contains("→") && !l.contains("): ")).forEach(l -> assertTrue(l.length() <= 100, layer + ": " + l));
            return !page.contains("Here, for example:");
        });
        List<String> none = without.toList();
        assertEquals(List.of(), none, "without an example");
    }

    @Test void optionsConventionsAndCommandsHavePages() {
        assertTrue(page("padding", 80).startsWith("padding(..)\n  zeros put around"), shown());
        assertTrue(page("FLOPS", 80).startsWith("FLOPS: 2 per multiply-add"), shown());
        assertEquals("/undo [how many]\n  takes the last statement back\n  in Java: undo()  undo(howMany)", page("/undo", 80));
        assertTrue(page("params", 80).startsWith("params()"), shown());
        assertEquals("?conv2d", assertFails("?conv2D", "command", "there is no help on conv2D").fix());
        assertEquals("?padding", assertFails("?pading", "command", "there is no help on pading").fix());
        assertEquals("/undo", assertFails("/undoo", "command", "there is no command /undoo").fix());
    }

    @Test void asciiPagesAreAscii() {
        type("?conv2d");
        String page = outputs.get(0).plain(new View(80, false, false, true));
        assertTrue(page.chars().allMatch(c -> c < 128), page);
        assertTrue(page.contains("C_out"), page);
    }
}

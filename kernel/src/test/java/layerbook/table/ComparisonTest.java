package layerbook.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import layerbook.count.Convention;
import layerbook.count.Conventions;
import layerbook.count.NetworkView;
import layerbook.net.NetworkBuilder;
import layerbook.session.words.Nn;
import org.junit.jupiter.api.Test;

/** One network in all conventions: nothing lost, nothing cut, and a reason for each difference. */
class ComparisonTest {
    private static Comparison of(int rows) {
        var book = new NetworkBuilder();
        return book.within(() -> {
            Nn.input(3, 32, 32);
            Nn.add(Nn.conv2d(16, 3, Nn.padding(1)));
            for (int i = 1; i < rows; i++) {
                Nn.add(Nn.relu());
            }
            return Comparison.of(NetworkView.last(book.graph()), Conventions.all());
        });
    }

    private static void assertFits(Comparison c, int width) {
        String text = c.text(width, true, false);
        text.lines().forEach(l -> assertTrue(Widths.of(l) <= width, l));
        for (Convention convention : Conventions.all()) {
            assertTrue(text.lines().anyMatch(l -> l.contains("  " + convention.name()) && l.strip().startsWith("#")), convention + " by layer");
            assertTrue(text.lines().anyMatch(l -> l.startsWith(convention.name() + " ")), convention + " in total");
        }
    }

    @Test void everyConventionIsThereWhateverTheWidth() {
        assertFits(of(4), 60);
        assertFits(of(4), 80);
        assertFits(of(4), 160);
    }

    @Test void aLongNetworkIsFoldedButItsTotalsAreNot() {
        Comparison c = of(200);
        assertFits(c, 80);
        String text = c.text(80, true, false);
        assertTrue(text.contains("⋮ 181 rows"), text);
        assertTrue(text.lines().count() < 120, text);
        assertEquals(202, c.table().rowCount());
    }

    @Test void eachDifferenceHasItsReasonAndItsNumber() {
        String text = String.join("\n", of(2).reasons());
        assertTrue(text.contains("· 16,384 more than MACS: conv2d +16,384 (biases)"), text);
        assertTrue(text.contains("· 49,152 more than MACS: relu +32,768 (counted by a hook and by the patched function), conv2d +16,384 (biases)"), text);
        assertTrue(text.contains("· 32,768 more than FLOPS: conv2d +16,384 (biases), relu +16,384 (1 per number)"), text);
    }

    @Test void itIsATableInNotebooksToo() {
        String html = of(2).html();
        assertEquals(3, html.split("<table", -1).length, html);
        List.of("PTFLOPS", "EVERY_OP", "TORCHSUMMARY", "KERAS").forEach(name -> assertTrue(html.contains(name), name));
    }
}

package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import layerbook.lesson.Diagram;
import layerbook.session.output.Result;
import org.junit.jupiter.api.Test;

class DrawingsTest extends Typed {
    private static final String BLOCK = "var x = tensor(64, 56, 56);\nvar y = x.then(conv2d(64, 64, 3, padding(1))).relu();\nvar z = y.add(x);";

    @Test void aSkipWaitsOnARail() {
        type(BLOCK);
        assertShows("diagram()",
            "     layer               output      params",
            "───────────────────────────────────────────",
            "○    input               N×64×56×56",
            "├─╮",
            "● │  conv2d 64→64 k3 p1  N×64×56×56  36,928",
            "● │  relu                N×64×56×56",
            "●─╯  add                 N×64×56×56");
    }

    @Test void branchesAreJoinedFromTheirRails() {
        type("var x = tensor(8, 4, 4);\nvar a = x.then(conv2d(8, 2, 1));\nvar b = x.then(conv2d(8, 3, 1));\ncat(1, x, a, b);");
        assertShows("diagram()",
            "       layer          output    params",
            "──────────────────────────────────────",
            "○      input          N×8×4×4",
            "├─╮",
            "● │    conv2d 8→2 k1  N×2×4×4       18",
            "╰─┼─╮",
            "●─┤ │  conv2d 8→3 k1  N×3×4×4       27",
            "●─┴─╯  cat 1          N×13×4×4");
    }

    @Test void mermaidHasABoxForEachCallAndAnArrowForEachTensor() {
        type(BLOCK);
        type("mermaid()");
        assertEquals(4, shown().lines().filter(l -> l.contains("[\"")).count());
        assertEquals(4, shown().lines().filter(l -> l.contains("-->|\"N×64×56×56\"|")).count());
    }

    @Test void aDeepNetworkIsFoldedToItsBlocksAndTheirParametersAddUp() {
        type("class Block extends Model { Unit a = own(linear(8, 8)), b = own(linear(8, 8)); public Tensor forward(Tensor x) { return x.then(a).relu().then(b).add(x); } }");
        type("class Net extends Model { List<Block> layers = new ArrayList<>(); Net() { for (int i = 0; i < 20; i++) layers.add(new Block()); }"
            + " public Tensor forward(Tensor x) { for (Block b : layers) x = x.then(b); return x; } }");
        Result traced = type("var net = trace(new Net(), 8)");
        assertTrue(traced.ok(), this::shown);
        var folded = (Diagram) type("diagram(net)").value();
        assertEquals(21, folded.nodes().size());
        assertEquals("layers.0", folded.nodes().get(1).name());
        assertEquals("144", folded.nodes().get(1).params());
        var whole = (Diagram) type("diagram(net, 1)").value();
        assertEquals(2, whole.nodes().size());
        assertEquals("2,880", whole.nodes().get(1).params());
    }

    @Test void aBlockThatIsUsedTwiceInARowIsTwoBoxes() {
        type("class Block extends Model { Unit a = own(linear(8, 8)); public Tensor forward(Tensor x) { return x.then(a).relu().add(x); } }");
        type("class Net extends Model { Block shared = new Block(); public Tensor forward(Tensor x) { return x.then(shared).then(shared).then(shared); } }");
        var folded = (Diagram) type("diagram(trace(new Net(), 8), 1)").value();
        assertEquals("[, shared, shared, shared]", folded.nodes().stream().map(Diagram.Node::name).toList().toString());
        assertEquals("[, 72, , ]", folded.nodes().stream().map(Diagram.Node::params).toList().toString());
        assertEquals("[[], [0], [1], [2]]", folded.nodes().stream().map(Diagram.Node::inputs).toList().toString());
    }

    @Test void theReceptiveFieldGrowsByTheWindowTimesTheJump() {
        type("input(3, 32, 32); conv2d(16, 3, padding(1)); maxPool2d(2); conv2d(32, 3, dilation(2)); flatten(); linear(10);");
        var field = (layerbook.lesson.ReceptiveField) type("receptiveField()").value();
        assertEquals("[1, 3, 4, 12, null, null]", java.util.stream.IntStream.range(0, 6).mapToObj(field::field).toList().toString());
        assertTrue(shown().contains("all"), this::shown);
    }

    @Test void windowsStandWhereTheRuleSays() {
        assertShows("windows(conv2d(1, 1, 3, stride(2), padding(1)), 3, 5)",
            "conv2d(1, 1, 3, stride(2), padding(1)): (3 + 2·1 − 3) / 2 + 1 → 2, (5 + 2·1 − 3) / 2 + 1 → 3 places",
            "",
            "  ■ ■ ■ ▣ ▣ · ·",
            "  ■ ■ ■ ▣ ▣ □ ·",
            "  ■ ■ ■ ▣ ▣ □ ·",
            "  · □ □ □ □ □ ·",
            "  · · · · · · ·",
            "",
            "  ■ the first window   ▣ the next one   □ picture   · padding");
        assertFails("windows(relu(), 3)", "option", "windows(conv2d(1, 1, 3, padding(1)), 7, 7)");
    }

    @Test void picturesAreSvgWithoutScripts() {
        type(BLOCK);
        String html = ((Diagram) type("diagram()").value()).html();
        assertTrue(html.startsWith("<svg ") && html.endsWith("</svg>"), html);
        assertFalse(html.contains("script"));
    }
}

package layerbook.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import layerbook.count.Conventions;
import layerbook.count.Cost;
import layerbook.count.Site;
import layerbook.formula.Expr;
import layerbook.layer.Applied;
import layerbook.layer.Kind;
import layerbook.layer.Param;
import layerbook.layers.TruthCase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every measured layer is explained, and what is worked out line by line ends at the numbers of the ledger. */
class EveryLayerExplainedTest {
    static Stream<TruthCase> cases() {
        return TruthCase.all();
    }

    @ParameterizedTest(name = "{0}") @MethodSource("cases") void endsAtTheLedgersNumbers(TruthCase c) {
        Applied a = c.applied();
        Cost cost = Conventions.FLOPS.cost(new Site(a, true, null, null));
        Explanation e = Explanation.of("row", "doc", a, Conventions.FLOPS, cost);
        Map<String, List<Expr>> ends = e.lines().stream().collect(Collectors.groupingBy(Explanation.Line::letter, Collectors.mapping(l -> l.working().result(), Collectors.toList())));

        String params = Expr.sum(a.weights().stream().map(Param::size).toList()).normal().text();
        assertEquals(a.weights().isEmpty() ? null : params, ends.containsKey("P") ? ends.get("P").get(0).text() : null, "parameters");
        a.rule().where().keySet().forEach(letter -> assertEquals(a.letters().get(letter).text(), ends.get(letter.name()).get(0).text(), "size " + letter.name()));
        if (!a.amount(Kind.MULTIPLY_ADD).isZero()) {
            assertEquals(cost.amount().text(), ends.get("FLOPs").get(0).text(), "work");
        }
        for (int width : new int[] {60, 80, 120}) {
            String text = e.text(width, true, false);
            assertTrue(text.contains(a.output().shape().text()), text);
            assertFalse(text.contains("null") || text.contains("@"), text);
        }
        assertTrue(e.text(80, false, false).chars().allMatch(ch -> ch < 128), () -> e.text(80, false, false));
    }
}

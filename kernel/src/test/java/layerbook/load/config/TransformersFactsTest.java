package layerbook.load.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import layerbook.count.Conventions;
import layerbook.count.Network;
import layerbook.formula.Expr;
import layerbook.layer.Letters;
import layerbook.net.Members;
import layerbook.net.NetworkBuilder;
import layerbook.net.Unit;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Small networks of each family and head are what transformers builds: parameters by name and size, multiply-adds, the shape of the logits (facts.py). */
class TransformersFactsTest {
    private static final List<?> FACTS = (List<?>) PublishedConfigsTest.resource("facts.json").get("facts");

    @Test void eachModelTypeHasAFact() {
        var types = FACTS.stream().map(f -> config(f).get("model_type")).collect(Collectors.toSet());
        List<String> without = Families.modelTypes().stream().filter(t -> !types.contains(t)).toList();
        assertEquals(List.of("internlm2", "RefinedWeb", "RefinedWebModel", "kimi_k2"), without, "those whose code is not in transformers");
    }

    @TestFactory Stream<DynamicTest> parametersWorkAndLogitsAreThoseOfTransformers() {
        return FACTS.stream().map(f -> DynamicTest.dynamicTest(title(f), () -> holds((Map<?, ?>) f)));
    }

    private static Map<String, Object> config(Object fact) {
        @SuppressWarnings("unchecked")
        var config = (Map<String, Object>) ((Map<?, ?>) fact).get("config");
        return config;
    }

    private static String title(Object fact) {
        return ((List<?>) config(fact).get("architectures")).get(0) + " " + config(fact);
    }

    private static void holds(Map<?, ?> fact) {
        var book = new NetworkBuilder();
        Pretrained built = Families.of(config(fact), book);
        Network net = built.trace(book);
        Map<String, List<BigInteger>> mine = parameters(built, book);
        BigInteger total = BigInteger.ZERO;
        for (Map.Entry<?, ?> theirs : ((Map<?, ?>) fact.get("parameters")).entrySet()) {
            assertTrue(mine.containsKey(theirs.getKey()), theirs.getKey() + " is not among " + mine.keySet());
            assertEquals(theirs.getValue(), mine.get(theirs.getKey()), "sizes of " + theirs.getKey());
            total = total.add(mine.get(theirs.getKey()).stream().reduce(BigInteger.ONE, BigInteger::multiply));
        }
        assertEquals(total, net.paramsExact(), "parameters");
        Expr macs = net.flopsFormula(Conventions.MACS).at(Map.of(Letters.N, Expr.of(2), Letters.T, Expr.of(5)));
        assertEquals(Expr.of((BigInteger) fact.get("macs")), macs, "multiply-adds");
        if (fact.get("logits") != null) {
            List<?> shape = net.output().shape().dims().stream().map(d -> d.at(Map.of(Letters.N, Expr.of(2), Letters.T, Expr.of(5))).exact()).toList();
            List<?> wanted = (List<?>) fact.get("logits");
            assertEquals(wanted, title(fact).contains("MultipleChoice") ? List.of(shape.get(0), shape.get(1)) : shape, "logits");
        }
    }

    /** All names under which a weight stands, tied ones under each of theirs. */
    static Map<String, List<BigInteger>> parameters(Pretrained built, NetworkBuilder book) {
        Map<String, List<BigInteger>> out = new LinkedHashMap<>();
        for (Members.Member m : Members.of(built.model())) {
            if (m.unitOrModel() instanceof Unit unit) {
                book.weightsOf(unit).forEach(w -> out.put(m.isOwn() && w.name().equals("weight") ? m.path() : m.path().isEmpty() ? w.name() : m.path() + "." + w.name(),
                    w.dims().stream().map(Expr::exact).toList()));
            }
        }
        return out;
    }
}

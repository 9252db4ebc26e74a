package layerbook.count;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;
import layerbook.formula.Expr;
import layerbook.layer.Letters;
import layerbook.net.Call;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every graph that was traced, built as a user builds it: the shape of each node, the weights of each module, the totals. */
class GraphsTruthTest {
    private static final Map<Expr.Sym, Expr> ONE_EXAMPLE = Map.of(Letters.N, Expr.ONE);

    /** Graphs that are not built here, each with its reason: there should be none. */
    private static final Map<String, String> LEFT_OUT = Map.of();

    static Stream<TruthModel> models() {
        return TruthModel.all().stream().filter(m -> m.graph() != null && !LEFT_OUT.containsKey(m.name()));
    }

    @ParameterizedTest(name = "{0}") @MethodSource("models") void asMeasured(TruthModel m) {
        TruthGraph g = TruthGraph.of(m);
        assertAll(() -> shapes(g), () -> modules(g), () -> totals(g));
    }

    private static void shapes(TruthGraph g) {
        g.model().graph().forEach(n -> {
            String name = n.get("name").asText();
            if (isBuffer(g, n)) {
                return;
            }
            assertEquals(TruthModel.shape(n.get("shape")), g.values().get(name).shape().at(ONE_EXAMPLE), g.model() + " " + name);
        });
    }

    /** A kept tensor is no value of ours; {@link #totals} holds how many there are. */
    private static boolean isBuffer(TruthGraph g, JsonNode n) {
        String path = n.get("target").asText();
        TruthModel.Row owner = g.model().row(path.substring(0, Math.max(0, path.lastIndexOf('.'))));
        return owner != null && owner.buffers().containsKey(path.substring(path.lastIndexOf('.') + 1));
    }

    private static void modules(TruthGraph g) {
        for (Call c : g.network().calls()) {
            TruthModel.Row row = g.model().row(c.name());
            if (c.what() == Call.What.MODULE && row != null) {
                var weights = new java.util.LinkedHashMap<String, layerbook.shape.Shape>();
                c.applied().weights().forEach(w -> weights.put(w.name(), new layerbook.shape.Shape(w.dims())));
                assertEquals(row.weights(), weights, g.model() + " " + c.name());
            }
        }
    }

    private static void totals(TruthGraph g) {
        Network n = g.network();
        TruthModel m = g.model();
        assertEquals(m.figure("params"), n.paramsExact(), "params");
        assertEquals(m.figure("buffers"), Ledger.of(n.graph()).totals(n.number()).buffers().exact(), "buffers");
        assertEquals(m.figure("flopcounter_2x/flops"), n.flopsExact(), "flops");
        assertEquals(m.figure("flopcounter_2x/flops"), n.flopsFormula(Conventions.FLOP_COUNTER).at(ONE_EXAMPLE).exact(), "flops");
    }
}

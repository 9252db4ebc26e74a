package layerbook.count;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import layerbook.formula.Expr;
import layerbook.layer.Letters;
import layerbook.net.Call;
import layerbook.net.NetworkBuilder;
import layerbook.session.words.Nn;
import layerbook.shape.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Measured models as classes: every module under PyTorch's dotted name, in order, with its shapes and weights; the totals. */
class ModelsTruthTest {
    private static final Map<Expr.Sym, Expr> ONE_EXAMPLE = Map.of(Letters.N, Expr.ONE);
    /** Containers of the file that own bare weights: rows of ours are those weights, or the attention layer as a whole. */
    private static final List<String> BARE = List.of("VisionTransformer", "Encoder");

    static Stream<String> names() {
        return VisionModels.all().keySet().stream().sorted();
    }

    /** Each model of the file is built as a graph or as a class. */
    @Test void nothingIsLeftOut() {
        var built = new TreeSet<>(TruthModel.withGraph());
        built.addAll(VisionModels.all().keySet());
        assertEquals(new TreeSet<>(TruthModel.all().stream().map(TruthModel::name).toList()), built);
    }

    @ParameterizedTest @MethodSource("names") void asMeasured(String name) {
        TruthModel m = TruthModel.find(name);
        Object[] sizes = m.input().slice(1, m.input().rank()).toArray();
        Network n = new NetworkBuilder().within(() -> Nn.trace(VisionModels.all().get(name), sizes));
        assertAll(() -> assertEquals(measured(m), built(n)), () -> totals(m, n));
    }

    private static List<String> measured(TruthModel m) {
        var out = new ArrayList<String>();
        for (TruthModel.Row r : m.rows()) {
            if (!BARE.contains(r.className())) {
                boolean attention = isAttention(r.className());
                var output = r.json().get("out");
                out.add(r.path() + " " + TruthModel.shape(attention ? output.get(0) : output) + " " + (attention ? "" : r.weights()));
            }
        }
        return out;
    }

    private static List<String> built(Network n) {
        var out = new ArrayList<String>();
        for (Call c : n.calls()) {
            if (c.what() == Call.What.MODULE) {
                var weights = new LinkedHashMap<String, Shape>();
                c.applied().weights().forEach(w -> weights.put(w.name(), new Shape(w.dims())));
                boolean attention = isAttention(c.layer().className());
                out.add(c.name() + " " + c.outputs().get(0).shape().at(ONE_EXAMPLE) + " " + (attention ? "" : weights));
            }
        }
        return out;
    }

    /** The file has the attention layer's own weights alone; ours has those of its output map with it. */
    private static boolean isAttention(String className) {
        return className.equals("MultiheadAttention");
    }

    private static void totals(TruthModel m, Network n) {
        assertEquals(m.figure("params"), n.paramsExact(), "params");
        assertEquals(m.figure("buffers"), Ledger.of(n.graph()).totals(n.number()).buffers().exact(), "buffers");
        assertEquals(m.figure("flopcounter_2x/flops"), n.flopsExact(), "flops");
        var output = m.json().get("output");
        assertEquals(TruthModel.shape(output.isObject() ? output.get("out") : output), n.output().shape().at(ONE_EXAMPLE), "output");
    }
}

package layerbook.count;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import layerbook.formula.Expr;
import layerbook.layer.Letters;
import layerbook.net.NetworkBuilder;
import layerbook.session.words.Nn;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every counter's totals, parameters included, for every model that was measured. */
class CountedModelsTruthTest {
    private static final Map<Expr.Sym, Expr> ONE_EXAMPLE = Map.of(Letters.N, Expr.ONE);

    /** Our figure, the tool's, and why they differ; the only ones. */
    private record Otherwise(String ours, String measured, String why) {}

    private static final String SUBCLASS = "torchvision's Conv3DSimple is a subclass, and the tool looks classes up exactly: it misses most convolutions; here they are plain conv3d";
    private static final Map<String, Otherwise> OTHERWISE = Map.of(
        "convnext_tiny TORCHINFO", new Otherwise("4468980136", "4468983208", "the graph has torchvision's LayerNorm2d as the functions inside it; as modules torchinfo counts their 3,072 weights"),
        "vit_b_16 PTFLOPS", new Otherwise("18326946568", "null", "the tool fails because the model gives attention's arguments by name; by position it counts"),
        "r3d_18 THOP", new Otherwise("40781903360", "1591637504", SUBCLASS), "r3d_18 THOP params", new Otherwise("33371472", "415056", SUBCLASS),
        "r3d_18 PTFLOPS", new Otherwise("40779846032", "1589580176", SUBCLASS));

    static Stream<TruthModel> models() {
        return TruthModel.all().stream();
    }

    @ParameterizedTest(name = "{0}") @MethodSource("models") void asMeasured(TruthModel m) {
        NetworkView network = NetworkView.of(built(m));
        Map<String, Expr> params = ParamsAs.of(network);
        List<Executable> all = new ArrayList<>();
        for (CountersTruthTest.Counter t : CountersTruthTest.COUNTERS) {
            String measured = String.valueOf(t.measured(m.json()));
            String ours = Ledger.of(network.graph()).count(network.number(), t.convention()).known().at(ONE_EXAMPLE).exact().toString();
            same(all, m + " " + t.convention(), measured, ours);
            if (t.params(m.json()) != null) {
                same(all, m + " " + t.convention() + " params", t.params(m.json()).toString(), params.get(t.convention().name()).exact().toString());
            }
        }
        assertAll(all);
    }

    private static void same(List<Executable> all, String what, String measured, String ours) {
        Otherwise other = OTHERWISE.getOrDefault(what, new Otherwise(measured, measured, ""));
        all.add(() -> assertEquals(other.measured(), measured, what + " as measured"));
        all.add(() -> assertEquals(other.ours(), ours, what));
    }

    private static Network built(TruthModel m) {
        return m.graph() != null ? TruthGraph.of(m).network()
            : new NetworkBuilder().within(() -> Nn.trace(VisionModels.all().get(m.name()), m.input().slice(1, m.input().rank()).toArray()));
    }
}

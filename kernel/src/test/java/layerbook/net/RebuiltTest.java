package layerbook.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import layerbook.count.Conventions;
import layerbook.count.Ledger;
import layerbook.count.NetworkView;
import layerbook.count.ParamsAs;
import layerbook.formula.Expr;
import layerbook.layer.Layer;
import layerbook.layer.Option;
import layerbook.layers.Catalogue;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A network that is worked out again with other sizes is the network that one would have written with these sizes. */
class RebuiltTest {
    /** What a random network is made from: the same numbers give the same network but for one width. */
    private record Plan(long seed, int width) {}

    private static Layer linear(int in, int out, boolean bias) {
        return Catalogue.find("linear").orElseThrow().read(new Object[] {in, out, Option.of("bias", bias)});
    }

    /** Blocks that are tied, shared and frozen by chance, two towers and two heads, one of which comes back twice. */
    private static final class Random2 extends Model {
        final List<Unit> units = new ArrayList<>();
        final Unit changing;
        final Unit behind;
        final Unit unused = Unit.of(linear(5, 5, true));
        final Tensor scale;
        private final Random random;

        Random2(Plan plan, NetworkBuilder builder) {
            random = new Random(plan.seed());
            for (int i = 0; i < 4; i++) {
                units.add(Unit.of(linear(8, 8, random.nextBoolean())));
            }
            changing = Unit.of(linear(8, plan.width(), random.nextBoolean()));
            behind = Unit.of(Catalogue.find("linear").orElseThrow().read(new Object[] {8}));
            scale = builder.parameter(List.of(Expr.of(8)));
            for (int i = 0; i < 3; i++) {
                if (random.nextInt(3) > 0) {
                    builder.tie(units.get(random.nextInt(4)).weight(), units.get(random.nextInt(4)).weight());
                }
                if (random.nextBoolean()) {
                    Unit frozen = random.nextBoolean() ? changing : units.get(random.nextInt(4));
                    builder.freeze(Set.copyOf(builder.weightsOf(frozen).stream().map(p -> frozen.ref(p.name())).toList()), true);
                }
            }
        }

        public List<Tensor> forward(Tensor x, Tensor y) {
            for (int i = 0; i < 5; i++) {
                x = random.nextBoolean() ? x.then(units.get(random.nextInt(4))) : x.relu();
            }
            Tensor z = x.then(changing).then(behind).mul(scale);
            Tensor other = y.then(units.get(random.nextInt(4)));
            y.then(units.get(random.nextInt(4)));
            return java.util.Arrays.asList(z, null, other, random.nextBoolean() ? z : x);
        }
    }

    private static NetworkView traced(NetworkBuilder builder, Random2 model) {
        return builder.within(() -> {
            builder.run(model, List.of(rows(builder), rows(builder)), java.util.Map.of());
            return NetworkView.last(builder.graph());
        });
    }

    private static Tensor rows(NetworkBuilder builder) {
        return builder.tensor(TensorType.of(Shape.of(Expr.symbol("N"), Expr.of(8))));
    }

    static Stream<Long> seeds() {
        return IntStream.range(0, 60).mapToObj(Long::valueOf);
    }

    @ParameterizedTest @MethodSource("seeds") void isWhatOneWouldHaveWritten(long seed) {
        var builder = new NetworkBuilder();
        var model = builder.within(() -> new Random2(new Plan(seed, 6), builder));
        NetworkView old = traced(builder, model);
        Graph before = builder.graph();
        int width = 3 + new Random(seed).nextInt(9);
        boolean bias = new Random(seed + 1).nextBoolean();
        Rebuilt now = Rebuilt.of(old.graph(), old.number(), c -> c.outputs().get(0), c -> c.unit() == model.changing ? linear(8, width, bias)
            : c.unit() != null ? c.unit().layer() : c.layer());
        assertSame(before, builder.graph());
        assertEquals(null, now.why());

        var fresh = new NetworkBuilder();
        var written = fresh.within(() -> new Random2(new Plan(seed, width), fresh));
        NetworkView expected = traced(fresh, written);
        NetworkView rebuilt = new NetworkView(now.graph(), old.number());
        int extra = (bias ? width : 0) - (written.changing.layer().rule().weights().size() > 1 ? width : 0);
        assertEquals(expected.params().exact().intValue() + extra, rebuilt.params().exact().intValue());
        assertEquals(trainable(expected) + (isFrozen(before, model.changing) ? 0 : extra), trainable(rebuilt));
        assertEquals(names(expected), names(rebuilt));
        assertEquals(expected.outputs(), rebuilt.outputs());
        assertEquals(expected.unused().size(), rebuilt.unused().size());
        assertEquals(Ledger.of(expected.graph()).count(expected.number(), Conventions.MACS).known(), Ledger.of(now.graph()).count(rebuilt.number(), Conventions.MACS).known());
        assertTrue(ParamsAs.of(rebuilt).keySet().containsAll(ParamsAs.of(expected).keySet()));
    }

    private static boolean isFrozen(Graph graph, Unit unit) {
        return graph.facts().isFrozen(unit.ref("weight"));
    }

    private static int trainable(NetworkView network) {
        return Ledger.of(network.graph()).totals(network.number()).trainable().exact().intValue();
    }

    private static List<String> names(NetworkView network) {
        return network.calls().stream().map(Call::name).toList();
    }

    @Test void nothingChangedGivesTheSameCalls() {
        var builder = new NetworkBuilder();
        NetworkView old = traced(builder, builder.within(() -> new Random2(new Plan(7, 6), builder)));
        Rebuilt now = Rebuilt.of(old.graph(), old.number(), c -> c.outputs().get(0), c -> c.unit() != null ? c.unit().layer() : c.layer());
        for (Call c : old.calls()) {
            assertSame(c, now.graph().call(c.index()));
        }
    }

    @Test void tiedWeightsOfDifferentSizesDoNotFit() {
        var builder = new NetworkBuilder();
        Unit a = Unit.of("a", linear(8, 8, true));
        Unit b = Unit.of("b", linear(8, 8, true));
        NetworkView old = builder.within(() -> {
            builder.tie(a.weight(), b.weight());
            rows(builder).then(a).then(b);
            return NetworkView.last(builder.graph());
        });
        Rebuilt now = Rebuilt.of(old.graph(), old.number(), c -> c.outputs().get(0), c -> c.unit() == b ? linear(8, 9, true) : c.unit() != null ? c.unit().layer() : c.layer());
        assertEquals("b", now.stopped().name());
        assertTrue(now.why().getMessage().contains("tied"), now.why().getMessage());
    }
}

package layerbook.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import layerbook.formula.Expr;
import layerbook.layer.Option;
import layerbook.layers.Catalogue;
import layerbook.net.Model;
import layerbook.net.NetworkBuilder;
import layerbook.net.Tensor;
import layerbook.net.Unit;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;
import layerbook.table.EchoTable;
import layerbook.table.Grid;
import layerbook.table.Torchinfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A network is all that its model ran and holds. Random models (several inputs and outputs that need not meet, shared, tied and unused units, results that
 * nobody returns, units from outside) are counted by hand beside the graph: a list of what was called and a set of what is held.
 */
class NetworkOfAModelTest {
    private static final int WIDTH = 6;

    static Stream<Long> seeds() {
        return LongStream.range(0, 150).boxed();
    }

    /** What the model did, kept beside the graph. */
    private static final class Tally {
        final Set<Unit> weights = Collections.newSetFromMap(new IdentityHashMap<>());
        final Map<Unit, Unit> tied = new IdentityHashMap<>();
        long macs;

        long params() {
            long bias = weights.stream().filter(u -> u.layer().rule().weights().size() > 1).count() * WIDTH;
            Set<Unit> groups = Collections.newSetFromMap(new IdentityHashMap<>());
            weights.forEach(u -> groups.add(root(u)));
            return groups.size() * (long) WIDTH * WIDTH + bias;
        }

        private Unit root(Unit u) {
            return tied.containsKey(u) ? root(tied.get(u)) : u;
        }

        void tie(Unit a, Unit b) {
            if (root(a) != root(b)) {
                tied.put(root(a), root(b));
            }
        }
    }

    private static Unit square(Random random) {
        return Unit.of(Catalogue.find("linear").orElseThrow().read(new Object[] {WIDTH, WIDTH, Option.of("bias", random.nextBoolean())}));
    }

    /** A block that is used by another: it returns a list with a gap. */
    private static final class Block extends Model {
        final List<Unit> units = new ArrayList<>();
        private final Random random;
        private final Tally tally;

        Block(Random random, Tally tally) {
            this.random = random;
            this.tally = tally;
            for (int i = 0; i < 1 + random.nextInt(3); i++) {
                units.add(square(random));
            }
        }

        public List<Tensor> forward(Tensor x, int times, boolean gap) {
            Tensor y = x;
            for (int i = 0; i < times; i++) {
                y = through(y, units.get(random.nextInt(units.size())), tally);
            }
            return gap ? Arrays.asList(null, y) : List.of(y);
        }
    }

    private static Tensor through(Tensor x, Unit unit, Tally tally) {
        tally.macs += (long) WIDTH * WIDTH;
        tally.weights.add(unit);
        return x.then(unit);
    }

    private static final class Whole extends Model {
        final List<Unit> units = new ArrayList<>();
        final Map<String, Object> more = new LinkedHashMap<>();
        final Block block;
        final Unit again;
        private final Unit outside;
        private final Random random;
        private final Tally tally;
        private int returned;
        private int nulls;

        Whole(Random random, Tally tally, Unit outside) {
            this.random = random;
            this.tally = tally;
            for (int i = 0; i < 1 + random.nextInt(4); i++) {
                units.add(square(random));
            }
            block = new Block(random, tally);
            again = units.get(0);
            more.put("unused", square(random));
            this.outside = random.nextBoolean() ? outside : null;
            if (this.outside != null) {
                tally.weights.add(outside); // a field holds it
            }
            tally.weights.addAll(units);
            tally.weights.addAll(block.units);
            tally.weights.add((Unit) more.get("unused"));
        }

        public Object forward(List<Tensor> inputs, Tensor left, int times) {
            var made = new ArrayList<Tensor>(inputs);
            for (int i = random.nextInt(6); i >= 0; i--) {
                Tensor x = made.get(random.nextInt(made.size()));
                made.add(switch (random.nextInt(4)) {
                    case 0 -> x.relu();
                    case 1 -> x.then(block, times + count(times), random.nextBoolean()).add(x);
                    default -> through(x, random.nextBoolean() ? again : units.get(random.nextInt(units.size())), tally);
                });
            }
            var out = new LinkedHashMap<String, Object>();
            for (int i = 0; i < 1 + random.nextInt(3); i++) {
                boolean none = i > 0 && random.nextInt(4) == 0;
                out.put("out" + i, none ? null : random.nextBoolean() ? made.get(random.nextInt(made.size())) : List.of(made.get(made.size() - 1)));
                returned++;
                nulls += none ? 1 : 0;
            }
            out.put("times", times);
            return out;
        }

        private int count(int times) {
            return 0 * times;
        }
    }

    @ParameterizedTest @MethodSource("seeds") void isCountedAsByHand(long seed) {
        var random = new Random(seed);
        var builder = new NetworkBuilder();
        builder.within(() -> {
            var tally = new Tally();
            Unit outside = square(random);
            Unit nobodys = square(random);
            builder.hold("outside", outside);
            builder.hold("nobodys", nobodys);
            rows(builder).then(nobodys);
            var model = new Whole(random, tally, outside);
            for (int i = random.nextInt(3); i > 0; i--) {
                Unit a = model.units.get(random.nextInt(model.units.size()));
                Unit b = random.nextBoolean() ? model.block.units.get(0) : (Unit) model.more.get("unused");
                builder.tie(a.weight(), b.weight());
                tally.tie(a, b);
            }
            List<Tensor> inputs = Stream.generate(() -> rows(builder)).limit(1 + random.nextInt(3)).collect(Collectors.toList());
            Network net = Network.trace(builder, model, Arrays.asList(inputs, null, 1 + random.nextInt(2)));

            assertEquals(tally.params(), net.params(), "parameters");
            assertEquals(tally.macs, net.macs(), "multiply-adds");
            assertEquals(model.returned, net.outputs().size(), "outputs");
            assertEquals(model.nulls, net.outputs().stream().filter(Objects::isNull).count(), "gaps");
            NetworkView view = NetworkView.last(builder.graph());
            assertEquals(net.number(), view.number(), "the network of the last call");
            assertEquals(tally.params(), view.params().exact().longValue());
            assertTrue(Torchinfo.of(view, 3).text(400, true, false).contains(String.format("Total params: %,d", tally.params())));
            assertEquals(Expr.of(tally.params()).text(), lastSum(view), "the last Σ");
            assertEquals(inputs.size(), view.calls().stream().filter(c -> c.inputs().isEmpty() && c.unit() == null).count(), "inputs");

            Network second = Network.trace(builder, model, Arrays.asList(List.of(rows(builder)), null, 1));
            assertEquals(tally.params(), second.params(), "a second run is a network of its own with the same weights");
            return null;
        });
    }

    private static String lastSum(NetworkView view) {
        Grid grid = EchoTable.of(view.graph(), view.number(), 0, Conventions.MACS, true);
        List<String> sums = grid.columns().stream().filter(c -> c.head().equals("Σ params")).findFirst().orElseThrow().cells();
        return sums.get(sums.size() - 1);
    }

    private static Tensor rows(NetworkBuilder builder) {
        return builder.tensor(TensorType.of(Shape.of(Expr.symbol("N"), Expr.of(WIDTH))));
    }
}

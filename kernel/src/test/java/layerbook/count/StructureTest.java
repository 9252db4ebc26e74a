package layerbook.count;

import static layerbook.session.words.Nn.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import layerbook.formula.Expr;
import layerbook.net.Call;
import layerbook.net.Model;
import layerbook.net.NetworkBuilder;
import layerbook.net.Sequential;
import layerbook.net.Tensor;
import layerbook.net.Unit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dotted names as PyTorch's named_modules gives them, blocks as sums of their rows, networks that become one. */
class StructureTest {
    static class Pair extends Model {
        Unit fc = own(linear(8, 8));
        Sequential act = sequential(relu(), sequential(linear(8, 8)));

        public Tensor forward(Tensor x) {
            return x.then(fc).then(act);
        }
    }

    static class Base extends Model {
        Unit stem = own(linear(8, 8));

        public Tensor forward(Tensor x) {
            return x.then(stem);
        }
    }

    static class Everything extends Base {
        record Two(Tensor first, Tensor second) {}

        List<Model> list = List.of(new Pair(), sequential(new Pair(), tanh()));
        Unit[] array = {own(relu()), own(linear(8, 8))};
        Map<String, Unit> map = new LinkedHashMap<>(Map.of("a", own(linear(8, 8))));
        Optional<Unit> perhaps = Optional.of(own(linear(8, 8)));
        Unit again = stem;
        Unit none;

        public Two forward(Tensor x, Tensor y) {
            Tensor z = x.add(y).then(stem).then(list.get(0)).then(list.get(1)).then(array[0]).then(array[1]);
            return new Two(z.then(map.get("a")).then(perhaps.get()).then(again), z);
        }
    }

    private static List<String> modules(Network n) {
        return n.calls().stream().filter(c -> c.what() == Call.What.MODULE).map(Call::name).toList();
    }

    private static <T> T in(Supplier<T> something) {
        return new NetworkBuilder().within(something);
    }

    @Test void fieldsGiveNames() {
        assertEquals(List.of("stem", "list.0.fc", "list.0.act.0", "list.0.act.1.0", "list.1.0.fc", "list.1.0.act.0", "list.1.0.act.1.0", "list.1.1",
            "array.0", "array.1", "map.a", "perhaps", "stem"), modules(in(() -> trace(new Everything(), tensor(8), tensor(8)))));
    }

    @Test void secondModelIsToldApart() {
        Network n = in(() -> {
            Tensor y = tensor(8).then(new Base()).then(new Base());
            return new Network(NetworkBuilder.current(), NetworkBuilder.current().graph(), 0, null, y);
        });
        assertEquals(List.of("stem", "base_1.stem"), modules(n));
    }

    @ParameterizedTest @ValueSource(ints = {1, 2, 3, 9}) void blocksAreSumsOfTheirRows(int depth) {
        Network n = in(() -> trace(new Everything(), tensor(8), tensor(8)));
        Ledger ledger = Ledger.of(n.graph());
        List<Block> blocks = Block.of(n.calls(), depth);
        assertEquals(n.calls(), blocks.stream().flatMap(b -> b.calls().stream()).toList());
        assertEquals(n.paramsFormula(), Expr.sum(blocks.stream().map(b -> b.added(ledger).params()).toList()).normal());
        for (Convention c : Conventions.all()) {
            assertEquals(n.flopsFormula(c), Expr.sum(blocks.stream().map(b -> b.cost(ledger, c).amount()).toList()).normal(), c.name());
        }
    }

    @Test void foldedToOneName() {
        Network n = in(() -> trace(new Everything(), tensor(8), tensor(8)));
        assertEquals(List.of("input", "input", "add_1", "stem", "list", "array", "map", "perhaps", "stem"), Block.of(n.calls(), 1).stream().map(Block::name).toList());
    }

    /** One unit in two networks counts in each; once a call joins them, it counts once, and rows and totals agree. */
    @Test void joinedNetworksCountSharedWeightsOnce() {
        in(() -> {
            Unit fc = own(linear(8, 8));
            Tensor a = tensor(8).then(fc).then(linear(8, 8));
            Tensor b = tensor(8).then(fc);
            var apart = NetworkBuilder.current().graph();
            assertEquals(72, Ledger.of(apart).totals(apart.networkOf(b.call())).params().exact().intValue());
            assertEquals(144, Ledger.of(apart).totals(apart.networkOf(a.call())).params().exact().intValue());
            Tensor both = a.add(b);
            var joined = NetworkBuilder.current().graph();
            Ledger ledger = Ledger.of(joined);
            assertEquals(144, ledger.totals(joined.networkOf(both.call())).params().exact().intValue());
            assertEquals(144, joined.calls().stream().mapToInt(c -> ledger.added(c).params().exact().intValue()).sum());
            assertEquals(144, ledger.upTo(both.call()).params().exact().intValue());
            assertEquals(0, ledger.added(b.call()).params().exact().intValue());
            assertEquals(72, Ledger.of(apart).added(b.call()).params().exact().intValue());
            return null;
        });
    }

    /** Running sums in a table of a joined network are those of its rows in order. */
    @Test void runningSumsOfAJoinedNetwork() {
        in(() -> {
            Tensor x = tensor(8);
            Tensor y = tensor(8);
            Tensor z = x.then(linear(8, 8)).add(y.then(linear(8, 8))).mul(parameter(8)).then(linear(8, 8));
            var g = NetworkBuilder.current().graph();
            Ledger ledger = Ledger.of(g);
            Expr params = Expr.ZERO;
            Expr work = Expr.ZERO;
            for (Call c : g.network(g.networkOf(z.call()))) {
                params = params.plus(ledger.added(c).params()).normal();
                work = work.plus(ledger.cost(c, Conventions.FLOPS).amount()).normal();
                assertEquals(params, ledger.upTo(c).params(), c.name());
                assertEquals(work, ledger.upTo(c, Conventions.FLOPS).known(), c.name());
            }
            return null;
        });
    }

    @Test void tiedAcrossModelsThenFrozen() {
        in(() -> {
            Pair one = new Pair();
            Pair other = new Pair();
            tie(one.fc.weight(), other.fc.weight());
            freeze(one.fc);
            Tensor y = tensor(8).then(one).then(other);
            var g = NetworkBuilder.current().graph();
            Totals t = Ledger.of(g).totals(g.networkOf(y.call()));
            assertEquals(4 * 72 - 64, t.params().exact().intValue());
            assertEquals(4 * 72 - 64 - 72, t.trainable().exact().intValue());
            return null;
        });
    }

    /** On a stack as large as that of a session. */
    @Test void aThousandBlocksInBlocks() throws Exception {
        var deep = new java.util.concurrent.FutureTask<>(() -> in(() -> {
            Model inner = new Base();
            for (int i = 0; i < 1_000; i++) {
                inner = sequential(inner);
            }
            return modules(trace(inner, 8)).get(0);
        }));
        new Thread(null, deep, "deep", 8L << 20).start();
        assertEquals("0.".repeat(1_000) + "stem", deep.get());
    }

    @Tag("slow") @Test void aLongList() {
        in(() -> {
            var units = new ArrayList<Unit>();
            for (int i = 0; i < 100_000; i++) {
                units.add(own(linear(8, 8)));
            }
            NetworkBuilder.current().hold("units", units);
            tensor(8).then(units.get(70_000));
            var g = NetworkBuilder.current().graph();
            assertEquals("units.70000", g.last().name());
            // a unit that is held at top level counts in the networks that use it
            assertEquals(72, Ledger.of(g).totals(g.networkOf(g.last())).params().exact().intValue());
            return null;
        });
    }

    @Test void lengthThatTakesTheBatchIsSaid() {
        in(() -> {
            tensor(10, 40).then(lstm(40, 80));
            tensor(10, 64).then(multiheadAttention(64, 8, batchFirst(true)), tensor(10, 64), tensor(10, 64));
            List<String> said = NetworkBuilder.current().takeWarnings();
            assertEquals(1, said.size(), said::toString);
            assertTrue(said.get(0).startsWith("N lands on the length"), said::toString);
            return null;
        });
    }
}

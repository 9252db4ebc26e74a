package layerbook.count;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import layerbook.formula.Expr;
import layerbook.layer.Layer;
import layerbook.layer.Part;
import layerbook.net.Call;
import layerbook.net.Model;
import layerbook.net.NetworkBuilder;
import layerbook.net.Tensor;
import layerbook.net.Unit;
import layerbook.session.words.Nn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In every convention the rows add up to the total, and the parts of a composite to the composite, in random networks with shared modules. */
class RowsAddUpTest {
    private static final int WIDTH = 8;

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    /** Layers and functions that keep the shape N×T×8. */
    private static final List<Supplier<Layer>> LAYERS = List.of(() -> Nn.linear(WIDTH, WIDTH), Nn::relu, Nn::gelu, () -> Nn.layerNorm(WIDTH), () -> Nn.softmax(Nn.dim(-1)), Nn::prelu,
        () -> Nn.transformerEncoderLayer(WIDTH, 2, 16), () -> Nn.transformerEncoderLayer(WIDTH, 2, 16, Nn.batchFirst(true)), () -> Nn.rnn(WIDTH, WIDTH), () -> Nn.gru(WIDTH, WIDTH), Nn::sigmoid);
    private static final List<UnaryOperator<Tensor>> FUNCTIONS = List.of(Tensor::relu, x -> x.add(x), x -> x.mul(2), x -> x.softmax(-1), x -> x.matmul(Nn.tensor(Nn.shape(WIDTH, WIDTH))));

    public static final class Chain extends Model {
        private final List<Object> steps;
        private final List<UnaryOperator<Tensor>> after;

        Chain(List<Object> steps, List<UnaryOperator<Tensor>> after) {
            this.steps = steps;
            this.after = after;
        }

        public Tensor forward(Tensor x) {
            Tensor y = x;
            for (Object step : steps) {
                y = y.then(step);
            }
            for (UnaryOperator<Tensor> f : after) {
                y = f.apply(y);
            }
            return y;
        }
    }

    private static Network random(long seed) {
        var random = new Random(seed);
        var pool = new ArrayList<Object>();
        for (int i = 0; i < 2 + random.nextInt(3); i++) {
            pool.add(Unit.of(LAYERS.get(random.nextInt(LAYERS.size())).get()));
        }
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            var steps = new ArrayList<Object>();
            var after = new ArrayList<UnaryOperator<Tensor>>();
            IntStream.range(0, 1 + random.nextInt(3)).forEach(k -> steps.add(pool.get(random.nextInt(pool.size()))));
            IntStream.range(0, random.nextInt(2)).forEach(k -> after.add(FUNCTIONS.get(random.nextInt(FUNCTIONS.size()))));
            pool.add(new Chain(steps, after));
        }
        Object last = pool.get(pool.size() - 1);
        return new NetworkBuilder().within(() -> Nn.trace((Model) last, random.nextBoolean() ? Nn.tensor(Nn.shape(2, 5, WIDTH)) : Nn.tensor(5, WIDTH)));
    }

    @ParameterizedTest @MethodSource("seeds") void rows(int seed) {
        Network n = random(seed);
        Ledger ledger = Ledger.of(n.graph());
        for (Convention c : Conventions.all()) {
            Expr sum = Expr.ZERO;
            boolean unknown = false;
            for (Call call : n.calls()) {
                Cost cost = ledger.cost(call, c);
                unknown |= cost instanceof Cost.Unknown;
                sum = cost.amount() == null ? sum : sum.plus(cost.amount()).normal();
                parts(Site.of(call), c);
            }
            assertEquals(sum, ledger.count(n.number(), c).known(), c + " of network " + seed);
            assertEquals(unknown, ledger.count(n.number(), c).atLeast(), c + " of network " + seed);
        }
    }

    /** Where a convention asks the parts, they make the whole. */
    private static void parts(Site site, Convention c) {
        if (site.call().what() == Call.What.INPUT || c.own(site) != null) {
            return;
        }
        Cost sum = Cost.UNCOUNTED;
        for (Part p : site.applied().parts()) {
            sum = sum.plus(site.part(p).cost(c));
            parts(site.part(p), c);
        }
        assertEquals(site.cost(c), sum, c + " " + site.rule());
    }
}

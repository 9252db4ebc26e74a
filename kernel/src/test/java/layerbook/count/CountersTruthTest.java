package layerbook.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import layerbook.layer.Layer;
import layerbook.layers.TruthCase;
import layerbook.net.NetworkBuilder;
import layerbook.net.Tensor;
import layerbook.net.Unit;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every counter's figure for every single layer that was measured. */
class CountersTruthTest {
    record Counter(Convention convention, String key, String figure) {
        /** The measured figure; null if the tool fails. */
        BigInteger measured(JsonNode json) {
            JsonNode f = json.at("/" + key + "/" + figure);
            return f.isMissingNode() || f.isNull() ? null : f.bigIntegerValue();
        }

        BigInteger params(JsonNode json) {
            JsonNode f = json.at("/" + key + "/params");
            return f.isMissingNode() || f.isNull() ? null : f.bigIntegerValue();
        }
    }

    static final List<Counter> COUNTERS = List.of(new Counter(Conventions.THOP, "thop", "macs"), new Counter(Conventions.TORCHINFO, "torchinfo", "mult_adds"),
        new Counter(Conventions.FVCORE, "fvcore", "flops"), new Counter(Conventions.PTFLOPS, "ptflops", "macs"), new Counter(Conventions.DEEPSPEED, "deepspeed", "flops"),
        new Counter(Conventions.FLOP_COUNTER, "flopcounter_2x", "flops"));

    /** All of them: what a tool fails on is unknown, and nothing is left out. */
    @TestFactory Stream<DynamicTest> asMeasured() {
        var tests = new ArrayList<DynamicTest>();
        TruthCase.all().forEach(c -> COUNTERS.forEach(t -> tests.add(DynamicTest.dynamicTest(t.convention() + " " + c, () -> check(t, c)))));
        return tests.stream();
    }

    private static void check(Counter counter, TruthCase c) {
        Cost cost = counter.convention().cost(new Site(c.applied(), true, null, null));
        BigInteger measured = counter.measured(c.json());
        if (measured == null) {
            assertInstanceOf(Cost.Unknown.class, cost, "the tool fails here");
            return;
        }
        assertEquals(measured, cost.amount().exact());
    }

    // ---- parameters as each tool totals them

    @TestFactory Stream<DynamicTest> parameters() {
        var tests = new ArrayList<DynamicTest>();
        TruthCase.all().forEach(c -> {
            NetworkView network = alone(c.layer(), c);
            COUNTERS.stream().filter(t -> t.params(c.json()) != null)
                .forEach(t -> tests.add(DynamicTest.dynamicTest(t.convention() + " params " + c, () -> assertEquals(t.params(c.json()), t.convention().params(network).exact()))));
            tests.add(DynamicTest.dynamicTest("params " + c, () -> assertEquals(c.json().get("params").bigIntegerValue(), network.params().exact())));
        });
        return tests.stream();
    }

    /** The layer as the only module of a network. */
    private static NetworkView alone(Layer layer, TruthCase c) {
        var book = new NetworkBuilder();
        return book.within(() -> {
            List<Tensor> inputs = c.inputs().types().stream().map(book::tensor).toList();
            inputs.get(0).then(Unit.of(layer), inputs.subList(1, inputs.size()).toArray());
            return NetworkView.last(book.graph());
        });
    }
}

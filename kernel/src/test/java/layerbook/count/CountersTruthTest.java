package layerbook.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import layerbook.layers.TruthCase;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every counter's figure for every single layer that was measured. */
class CountersTruthTest {
    private record Counter(Convention convention, String key, String figure) {}

    private static final List<Counter> COUNTERS = List.of(new Counter(Conventions.THOP, "thop", "macs"), new Counter(Conventions.TORCHINFO, "torchinfo", "mult_adds"),
        new Counter(Conventions.FVCORE, "fvcore", "flops"), new Counter(Conventions.PTFLOPS, "ptflops", "macs"), new Counter(Conventions.DEEPSPEED, "deepspeed", "flops"),
        new Counter(Conventions.FLOP_COUNTER, "flopcounter_2x", "flops"));

    /** What the written rules leave out: measured and not held to. */
    private static final Map<String, Set<String>> LEFT_OUT = Map.of(
        "ptflops", Set.of("LPPool1d", "LPPool2d", "LocalResponseNorm"),
        "deepspeed", Set.of("LPPool1d", "LPPool2d", "LocalResponseNorm", "TransformerEncoderLayer", "TransformerDecoderLayer", "Transformer", "MultiheadAttention"));

    @TestFactory Stream<DynamicTest> asMeasured() {
        var tests = new ArrayList<DynamicTest>();
        TruthCase.all().forEach(c -> COUNTERS.stream().filter(t -> !LEFT_OUT.getOrDefault(t.key(), Set.of()).contains(c.className()))
            .forEach(t -> tests.add(DynamicTest.dynamicTest(t.key() + " " + c, () -> check(t, c)))));
        return tests.stream();
    }

    private static void check(Counter counter, TruthCase c) {
        Cost cost = counter.convention().cost(new Site(c.applied(), true, null, null));
        JsonNode measured = c.json().get(counter.key());
        if (measured == null || !measured.has(counter.figure()) || measured.get(counter.figure()).isNull()) {
            assertInstanceOf(Cost.Unknown.class, cost, "the tool fails here");
            return;
        }
        assertEquals(measured.get(counter.figure()).bigIntegerValue(), cost.amount().exact());
    }
}

package layerbook.layers;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import layerbook.formula.Expr;
import layerbook.layer.Applied;
import layerbook.layer.Kind;
import layerbook.layer.Param;
import layerbook.shape.TensorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every single layer that was measured in PyTorch: output shapes, weights by name and shape, buffers, multiply-adds. */
class LayersTruthTest {
    /** What PyTorch's own counter leaves out although it is a product: DESIGN's MACs count it. */
    private static final Set<String> COUNTED_BY_US_ALONE = Set.of("Bilinear");
    /** Layers of the file that the catalogue does not have: none should be missing. */
    private static final Set<String> MISSING = Set.of();

    static Stream<TruthCase> cases() {
        return TruthCase.all().filter(c -> c.signature() != null);
    }

    @Test void noLayerIsMissing() {
        var missing = new TreeSet<String>();
        TruthCase.all().filter(c -> c.signature() == null).forEach(c -> missing.add(c.className()));
        assertEquals(MISSING, missing);
    }

    @ParameterizedTest(name = "{0}") @MethodSource("cases") void asMeasured(TruthCase c) {
        Applied a = c.applied();
        assertAll(
            () -> assertEquals(c.outputs().toString(), a.outputs().stream().map(TensorType::shape).toList().toString(), "output"),
            () -> assertEquals(shapes(c.json().get("param_shapes")), shapes(a.weights()), "weights"),
            () -> assertEquals(c.json().get("params").asText(), sum(a.weights()), "params"),
            () -> assertEquals(c.json().get("buffers").asText(), sum(a.buffers()), "buffers"),
            () -> assertEquals(shapes(c.json().get("buffer_shapes")), shapes(a.buffers()), "buffer shapes"));
        if (!COUNTED_BY_US_ALONE.contains(c.className())) {
            BigInteger twice = a.amount(Kind.MULTIPLY_ADD).exact().shiftLeft(1);
            assertEquals(c.json().get("flopcounter_2x").get("flops").bigIntegerValue(), twice, "twice the multiply-adds");
        }
    }

    private static String sum(List<Param> params) {
        return Expr.sum(params.stream().map(Param::size).toList()).normal().exact().toString();
    }

    private static Map<String, String> shapes(JsonNode n) {
        var out = new LinkedHashMap<String, String>();
        n.fields().forEachRemaining(e -> out.put(e.getKey(), TruthCase.shape(e.getValue()).text()));
        return new java.util.TreeMap<>(out);
    }

    private static Map<String, String> shapes(List<Param> params) {
        var out = new java.util.TreeMap<String, String>();
        params.forEach(p -> out.put(p.name(), new layerbook.shape.Shape(p.dims()).text()));
        return out;
    }
}

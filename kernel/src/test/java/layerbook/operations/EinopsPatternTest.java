package layerbook.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.formula.Expr;
import layerbook.layers.TruthCase;
import layerbook.net.NetworkBuilder;
import layerbook.net.Tensor;
import layerbook.shape.DType;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;
import org.junit.jupiter.api.Test;

/** Patterns of einops, drawn by {@code truth/einops_patterns.py}: the same sizes, or a refusal where einops refuses. */
class EinopsPatternTest {
    @Test void everyPatternGivesWhatEinopsGives() throws IOException {
        var wrong = new ArrayList<String>();
        int refused = 0;
        for (JsonNode c : TruthCase.file("einops.json").get("cases")) {
            String want = c.get("out").isNull() ? "refused" : shape(c.get("out")).text();
            String here = here(c);
            refused += want.equals("refused") ? 1 : 0;
            if (!here.equals(want) && !(want.equals("refused") && here.startsWith("refused"))) {
                wrong.add(c + " here: " + here);
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(refused > 20, "both verdicts are drawn");
    }

    private static String here(JsonNode c) {
        Map<String, Expr> sizes = new LinkedHashMap<>();
        c.get("sizes").fields().forEachRemaining(e -> sizes.put(e.getKey(), Expr.of(e.getValue().asLong())));
        try {
            return rearranged(shape(c.get("shape")), c.get("operation").asText(), c.get("pattern").asText(), sizes).shape().text();
        } catch (Refusal refusal) {
            return "refused: " + refusal.getMessage();
        }
    }

    private static Tensor rearranged(Shape from, String operation, String pattern, Map<String, Expr> sizes) {
        var builder = new NetworkBuilder();
        return builder.within(() -> EinopsPattern.of(pattern).apply(builder.tensor(new TensorType(from, DType.FLOAT32)), operation, sizes));
    }

    private static Shape shape(JsonNode sizes) {
        var out = new ArrayList<Expr>();
        sizes.forEach(s -> out.add(Expr.of(s.asLong())));
        return new Shape(out);
    }

    @Test void lettersStaySizes() {
        Expr n = Expr.symbol("N");
        Expr t = Expr.symbol("T");
        Shape from = new Shape(List.of(n, t, Expr.of(768)));
        assertEquals("N×8×T×96", rearranged(from, "rearrange", "b t (h d) -> b h t d", Map.of("h", Expr.of(8))).shape().text());
        assertEquals(new Shape(List.of(n.times(t).normal(), Expr.of(768))), rearranged(from, "rearrange", "b t d -> (b t) d", Map.of()).shape());
        assertEquals("N×768", rearranged(from, "mean", "b t d -> b d", Map.of()).shape().text());
    }
}

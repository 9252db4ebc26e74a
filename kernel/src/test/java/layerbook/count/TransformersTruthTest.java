package layerbook.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import layerbook.formula.Expr;
import layerbook.layer.Letters;
import layerbook.layers.TruthCase;
import layerbook.net.Model;
import layerbook.net.NetworkBuilder;
import layerbook.session.words.Nn;
import layerbook.shape.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Language and vision transformers at their published configurations: parameters, and the work of one forward with the length left open. */
class TransformersTruthTest {
    private record Row(JsonNode json) {
        @Override public String toString() {
            return json.get("name").asText();
        }
    }

    static Stream<Row> rows() {
        List<Row> out = new ArrayList<>();
        TruthCase.file("transformers.json").get("rows").forEach(r -> out.add(new Row(r)));
        return out.stream();
    }

    @ParameterizedTest(name = "{0}") @MethodSource("rows") void asMeasured(Row row) {
        Network n = traced(row.json().get("family").asText(), row.json().get("config"));
        int length = row.json().get("forward_input").get(1).asInt();
        var at = Map.<Expr.Sym, Expr>of(Letters.N, Expr.ONE, Letters.T, Expr.of(length));
        assertEquals(row.json().get("params_formula").bigIntegerValue(), n.paramsExact(), "params");
        assertEquals(row.json().get("forward_flops_2x").bigIntegerValue(), n.flopsFormula().at(at).exact(), "work");
    }

    private static Network traced(String family, JsonNode config) {
        var c = new Transformers.Config(config);
        return new NetworkBuilder().within(() -> family.equals("vit") ? Nn.trace(model(family, c), 3, c.of("image"), c.of("image"))
            : Nn.trace(model(family, c), Nn.tensor(Nn.shape(Letters.N, Letters.T), Nn.INT64)));
    }

    private static Model model(String family, Transformers.Config c) {
        return switch (family) {
            case "gpt2" -> new Transformers.Gpt2(c);
            case "bert" -> new Transformers.Bert(c);
            case "llama" -> new Transformers.Llama(c);
            case "t5" -> new Transformers.T5(c);
            case "vit" -> new Transformers.Vit(c);
            default -> throw new IllegalArgumentException(family);
        };
    }

    // ---- larger than any in the file; figures from the models' own repositories

    @Test void fourHundredBillion() {
        assertEquals(new BigInteger("405853388800"), traced("llama", config("layers:126,heads:128,kv_heads:8,hidden:16384,intermediate:53248,vocab:128256")).paramsExact());
    }

    /** Work past 2^63: a long would be wrong, so the word for larger numbers is named; with letters left, the word for formulas. */
    @Test void workBeyondALong() {
        Network n = traced("llama", config("layers:126,heads:128,kv_heads:8,hidden:16384,intermediate:53248,vocab:128256"));
        BigInteger work = n.flopsFormula().at(Map.of(Letters.N, Expr.of(4096), Letters.T, Expr.of(131072))).exact();
        assertEquals(new BigInteger("1014593442052162191360"), work);
        var open = assertThrows(Refusal.class, n::flops);
        assertEquals("flopsFormula()", open.suggestion());
        Network large = new NetworkBuilder().within(() -> Nn.trace(new Transformers.Llama(new Transformers.Config(wide())), Nn.tensor(Nn.shape(4096, 131072), Nn.INT64)));
        assertEquals("flopsExact()", assertThrows(Refusal.class, large::flops).suggestion());
    }

    private static JsonNode wide() {
        return config("layers:1,heads:128,kv_heads:8,hidden:1048576,intermediate:1048576,vocab:128256");
    }

    @Test void experts() {
        assertEquals(new BigInteger("46702792704"), traced("llama", config("layers:32,heads:32,kv_heads:8,hidden:4096,intermediate:14336,vocab:32000,experts:8")).paramsExact());
        assertEquals(new BigInteger("140620634112"), traced("llama", config("layers:56,heads:48,kv_heads:8,hidden:6144,intermediate:16384,vocab:32000,experts:8")).paramsExact());
    }

    private static JsonNode config(String brief) {
        var out = new ObjectMapper().createObjectNode();
        for (String pair : brief.split(",")) {
            out.put(pair.split(":")[0], Integer.parseInt(pair.split(":")[1]));
        }
        return out;
    }
}

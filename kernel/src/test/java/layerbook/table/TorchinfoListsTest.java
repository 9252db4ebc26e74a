package layerbook.table;

import static layerbook.session.words.Nn.layerNorm;
import static layerbook.session.words.Nn.linear;
import static layerbook.session.words.Nn.own;
import static layerbook.session.words.Nn.relu;
import static layerbook.session.words.Nn.shape;
import static layerbook.session.words.Nn.tensor;
import static layerbook.session.words.Nn.trace;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import layerbook.count.NetworkView;
import layerbook.net.Model;
import layerbook.net.NetworkBuilder;
import layerbook.net.Tensor;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Models of nested and shared lists, walked step by step or called by hand, are printed as torchinfo 1.8.0 printed them; drawn by torchinfo_lists.py. */
class TorchinfoListsTest {
    @TestFactory Stream<DynamicTest> asTorchinfoPrintsThem() throws IOException {
        JsonNode all = new ObjectMapper().readTree(TorchinfoListsTest.class.getResourceAsStream("/table/torchinfo_lists.json"));
        var tests = new ArrayList<DynamicTest>();
        all.forEach(c -> tests.add(DynamicTest.dynamicTest(c.get("model").toString(), () -> {
            var columns = new ArrayList<Tree.Column>();
            c.get("columns").forEach(name -> columns.add(Tree.column(name.asText())));
            String text = new NetworkBuilder().within(() -> Torchinfo.of(NetworkView.of(trace(new Made(c.get("model"), new HashMap<>()), tensor(shape(2, 8)))), c.get("depth").asInt(), columns).text());
            assertEquals(c.get("text").asText(), text);
        })));
        return tests.stream();
    }

    /** A model that is data, as torchinfo_lists.py describes it. */
    static class Made extends Model {
        private final Map<String, Object> children = new LinkedHashMap<>();
        private final List<String> calls = new ArrayList<>();

        Made(JsonNode spec, Map<String, Object> shared) {
            spec.get("calls").forEach(c -> calls.add(c.asText()));
            spec.get("children").properties().forEach(e -> children.put(e.getKey(), build(e.getValue(), shared)));
        }

        private static Object build(JsonNode spec, Map<String, Object> shared) {
            if (spec.isArray()) {
                var list = new ArrayList<>();
                spec.forEach(s -> list.add(build(s, shared)));
                return list;
            } else if (spec.isTextual()) {
                return leaf(spec.asText());
            }
            return spec.has("same") ? shared.computeIfAbsent(spec.get("same").asText(), k -> leaf(spec.get("leaf").asText())) : new Made(spec, shared);
        }

        private static Object leaf(String name) {
            return own(name.equals("linear") ? linear(8, 8) : name.equals("norm") ? layerNorm(8) : relu());
        }

        @Override protected Iterable<Map.Entry<String, Object>> declaredMembers() {
            return children.entrySet();
        }

        public Tensor forward(Tensor x) {
            for (String call : calls) {
                String[] path = call.substring(call.indexOf(':') + 1).split("\\.");
                Object module = children.get(path[0]);
                for (int i = 1; i < path.length; i++) {
                    module = ((List<?>) module).get(Integer.parseInt(path[i]));
                }
                x = call.startsWith("forward:") ? ((Made) module).forward(x) : x.then(module);
            }
            return x;
        }
    }
}

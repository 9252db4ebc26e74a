package layerbook.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.stream.Stream;
import layerbook.count.NetworkView;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The texts that torchsummary and torchinfo printed of models in PyTorch, character for character; where a tool failed, ours says so. */
class MeasuredTextsTest {
    @TestFactory Stream<DynamicTest> asPrinted() throws IOException {
        JsonNode all = new ObjectMapper().readTree(MeasuredTextsTest.class.getResourceAsStream("/table/texts.json"));
        var tests = new ArrayList<DynamicTest>();
        all.properties().forEach(e -> e.getValue().properties().forEach(t ->
            tests.add(DynamicTest.dynamicTest(e.getKey() + " " + t.getKey(), () -> check(t.getKey(), t.getValue().asText(), NetworkView.of(MeasuredModels.network(e.getKey())))))));
        return tests.stream();
    }

    private static void check(String tool, String printed, NetworkView network) {
        switch (tool) {
            case "torchsummary" -> assertEquals(printed, Torchsummary.of(network).text());
            case "torchsummary_fails" -> assertTrue(Torchsummary.of(network).text().contains("torchsummary itself fails"), Torchsummary.of(network).text());
            case "torchinfo" -> assertEquals(printed, Torchinfo.of(network, 3).text());
            case "torchinfo_1" -> assertEquals(printed, Torchinfo.of(network, 1).text());
            default -> throw new IllegalArgumentException(tool);
        }
    }
}

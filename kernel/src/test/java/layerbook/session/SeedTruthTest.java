package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import layerbook.session.output.Result;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The article's network as its own script writes it, at both sizes of picture: what each counter printed, out of the session. */
class SeedTruthTest extends Typed {
    private static final String NET = "class Net extends Model {\n"
        + "    Unit conv1 = own(conv2d(3, 16, 3, padding(1))), bn1 = own(batchNorm2d(16)), pool1 = own(maxPool2d(2, stride(2)));\n"
        + "    Unit conv2 = own(conv2d(16, 32, 3, padding(1))), bn2 = own(batchNorm2d(32)), pool2 = own(maxPool2d(2, stride(2)));\n"
        + "    Unit fc1 = own(linear(2048, 64)), fc2 = own(linear(64, 10));\n"
        + "    public Tensor forward(Tensor x) {\n"
        + "        x = x.then(conv1).then(bn1).relu().then(pool1).then(conv2).then(bn2).relu().then(pool2);\n"
        + "        return x.view(-1, 2048).then(fc1).relu().then(fc2);\n"
        + "    }\n}\n";

    private static JsonNode measured(int size) throws IOException {
        try (InputStream in = SeedTruthTest.class.getResourceAsStream("/truth/seed.json")) {
            return new ObjectMapper().readTree(in).get("inputs").get(String.valueOf(size));
        }
    }

    private Object value(String text) {
        Result result = type(text);
        assertTrue(result.ok(), this::shown);
        return result.value();
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 224})
    void everyCounterSaysWhatItPrinted(int size) throws IOException {
        JsonNode seed = measured(size);
        assertTrue(type(NET + "var net = trace(new Net(), 3, " + size + ", " + size + ")").ok(), this::shown);
        assertEquals(seed.at("/thop/macs").asLong(), value("flops(net, THOP)"));
        assertEquals(seed.at("/torchinfo/mult_adds").asLong(), value("flops(net, TORCHINFO)"));
        assertEquals(seed.at("/fvcore/flops").asLong(), value("flops(net, FVCORE)"));
        assertEquals(seed.at("/ptflops/macs").asLong(), value("flops(net, PTFLOPS)"));
        assertEquals(seed.at("/deepspeed/flops").asLong(), value("flops(net, DEEPSPEED)"));
        assertEquals(seed.at("/deepspeed/macs").asLong(), value("flops(net, MACS)"));
        assertEquals(seed.at("/flopcounter_2x/flops").asLong(), value("flops(net, FLOP_COUNTER)"));
        assertEquals(seed.at("/thop/params").asLong(), value("params(net)"));
        value("summary(net)");
        assertEquals(seed.at("/torchsummary_text").asText().stripTrailing(), shown());
        value("summary(net, TORCHINFO)");
        assertEquals(seed.at("/torchinfo_text").asText().stripTrailing(), shown());
    }
}

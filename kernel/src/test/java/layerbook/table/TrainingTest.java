package layerbook.table;

import static layerbook.session.words.Nn.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Stream;
import layerbook.count.Backward;
import layerbook.count.Memory;
import layerbook.count.Network;
import layerbook.count.NetworkView;
import layerbook.count.Optimizer;
import layerbook.formula.Expr;
import layerbook.layer.Letters;
import layerbook.net.Model;
import layerbook.net.NetworkBuilder;
import layerbook.net.Tensor;
import layerbook.net.Unit;
import layerbook.shape.DType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What PyTorch 1.13 really keeps for the backward pass (bytes in saved_tensors_hooks at batches of 2 and 4, weights and scalars apart, each piece of memory once),
 * and the multiply-adds of the matrix products and convolutions that its dispatcher runs forward and backward at a batch of 1.
 */
class TrainingTest {
    @TestFactory Stream<DynamicTest> asMeasured() throws IOException {
        JsonNode all = new ObjectMapper().readTree(TrainingTest.class.getResourceAsStream("/table/training.json"));
        var tests = new ArrayList<DynamicTest>();
        all.properties().forEach(e -> tests.add(DynamicTest.dynamicTest(e.getKey(), () -> check(e.getValue(), NetworkView.of(network(e.getKey()))))));
        return tests.stream();
    }

    private static void check(JsonNode measured, NetworkView network) {
        Expr kept = Memory.training(network, DType.FLOAT32, Optimizer.SGD).activations();
        assertEquals(measured.get("2").asLong(), at(kept, 2), () -> "kept at a batch of 2: " + kept.text());
        assertEquals(measured.get("4").asLong(), at(kept, 4), () -> "kept at a batch of 4: " + kept.text());
        Backward.Row total = Backward.total(Backward.of(network));
        assertEquals(measured.get("forward").asLong(), at(total.forward(), 1), "forward");
        assertEquals(measured.get("backward").asLong(), at(total.backward(), 1), "backward");
    }

    private static long at(Expr e, long batch) {
        return e.at(Map.of(Letters.N, Expr.of(batch))).exact().longValueExact();
    }

    private static Network network(String name) {
        return new NetworkBuilder().within(() -> switch (name) {
            case "Net32" -> trace(new SummariesTest.Net(), 3, 32, 32);
            case "Mlp" -> trace(new Mlp(), 10, 32);
            case "Mix" -> trace(new Mix(), 8, 12, 12);
            case "Dot" -> trace(new Dot(), 6, 16);
            case "Head" -> head();
            case "Layer" -> trace(sequential(transformerEncoderLayer(16, 4, dimFeedforward(32), dropout(0.0), batchFirst(true)), linear(16, 3)), 6, 16);
            case "Before" -> trace(sequential(transformerEncoderLayer(16, 4, dimFeedforward(32), dropout(0.0), batchFirst(true), normFirst(true), activation("gelu")), linear(16, 3)), 6, 16);
            case "Pools" -> trace(sequential(convTranspose2d(4, 6, 3, stride(2)), maxPool2d(3, stride(2)), hardswish(), reflectionPad2d(1), adaptiveMaxPool2d(3), logSigmoid(), flatten(), linear(54, 4)), 4, 9, 9);
            case "resnet18" -> trace(new MeasuredModels.ResNet(), 3, 64, 64);
            default -> MeasuredModels.network(name);
        });
    }

    private static Network head() {
        var model = new Head();
        freeze(model.a);
        return trace(model, 3, 16, 16);
    }

    static class Mlp extends Model {
        final Unit norm = own(layerNorm(32));
        final Unit up = own(linear(32, 64));
        final Unit act = own(gelu());
        final Unit down = own(linear(64, 32));

        public Tensor forward(Tensor x) {
            return x.add(x.then(norm).then(up).then(act).then(down));
        }
    }

    static class Mix extends Model {
        final Unit c = own(conv2d(8, 8, 3, padding(1)));
        final Unit g = own(groupNorm(4, 8));
        final Unit s = own(silu());
        final Unit p = own(avgPool2d(2));
        final Unit u = own(upsample(scaleFactor(2)));
        final Unit i = own(instanceNorm2d(8));
        final Unit a = own(adaptiveAvgPool2d(1));
        final Unit l = own(linear(8, 3));
        final Unit sm = own(softmax(1));

        public Tensor forward(Tensor x) {
            Tensor y = x.then(c).then(g).then(s).then(p).then(u);
            y = y.mul(y.sigmoid()).then(i);
            return y.then(a).flatten(1).then(l).then(sm);
        }
    }

    static class Dot extends Model {
        final Unit q = own(linear(16, 16));
        final Unit k = own(linear(16, 16));
        final Unit v = own(linear(16, 16));
        final Unit o = own(linear(16, 16));

        public Tensor forward(Tensor x) {
            Tensor scores = x.then(q).matmul(x.then(k).transpose(1, 2)).div(4.0);
            return scores.softmax(-1).matmul(x.then(v)).then(o);
        }
    }

    static class Head extends Model {
        final Unit a = own(conv2d(3, 4, 3));
        final Unit b = own(conv2d(4, 5, 3));
        final Unit fc = own(linear(720, 4));

        public Tensor forward(Tensor x) {
            return x.then(a).relu().then(b).relu().flatten(1).then(fc);
        }
    }
}

package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files at the prompt: {@code load(..)}, {@code /load}, a checkpoint against a network, names of files completed. */
class LoadingTest extends Typed {
    private static final String FILES = Path.of("src/test/resources/files").toAbsolutePath() + "/";

    @Test void aCheckpointShowsItsTensorsAndTotals() {
        type("load(\"" + FILES + "article_cnn.pt\")");
        assertTrue(shown().contains("conv1") && shown().contains("136,874") && shown().contains("8 tensors"), shown());
        type("/load " + FILES + "article_cnn_whole.pt");
        assertTrue(shown().contains("conv2d 3→16 k3 p1"), shown());
        type("load(\"" + FILES + "resnet18.safetensors\").tensors().size()");
        assertTrue(shown().contains("122"), shown());
    }

    @Test void aGraphIsANetworkToEveryWord() {
        type("var file = load(\"" + FILES + "article_cnn_op16_dyn.onnx\");");
        type("macs(file)");
        assertTrue(shown().contains("1753728"), shown());
        type("file.network().params()");
        assertTrue(shown().contains("136874"), shown());
        type("flops(file, THOP)");
        type("tree(file.network())");
        assertTrue(shown().contains("conv1"), shown());
    }

    @Test void aCheckpointThatCannotAnswerSaysWhy() {
        type("var file = load(\"" + FILES + "article_cnn.pt\");");
        assertTrue(assertFails("flops(file)", "runtime", "article_cnn.pt, a PyTorch state dict, does not say what is computed").details().get(0).contains("why"));
        // the frame breaks its lines where the path of this folder wants it, so the message itself is asked
        assertEquals("there is no file " + FILES + "article_cnn.pq",
            assertFails("load(\"" + FILES + "article_cnn.pq\")", "runtime", "there is no file").message());
    }

    @Test void storedStandsAgainstBuilt() {
        type("class Net extends Model {\n    Unit conv1 = own(conv2d(3, 16, 3, padding(1)));\n    Unit conv2 = own(conv2d(16, 32, 3, padding(1)));\n"
            + "    Unit fc1 = own(linear(2048, 64));\n    Unit fc2 = own(linear(64, 100));\n    public Tensor forward(Tensor x) {\n"
            + "        return x.then(conv1).maxPool2d(2).then(conv2).maxPool2d(2).flatten(1).then(fc1).then(fc2);\n    }\n}");
        type("var net = trace(new Net(), 3, 32, 32);");
        type("compare(load(\"" + FILES + "article_cnn.pt\"), net)");
        assertTrue(shown().replace("\n", " ").contains("6 names match, 2 with another shape; 0 names only stored, 0 numbers; 0 only built"), shown());
        assertTrue(shown().replaceAll(" +", " ").contains("fc2.weight 10×64 100×64 other shape"), shown());
    }

    @Test void aTiedTableThatIsStoredTwiceIsSaid() {
        type("var x = tensor(shape(N, 5), INT64)");
        type("var table = own(embedding(50, 16))");
        type("var head = own(linear(16, 50, bias(false)))");
        type("tie(table.weight(), head.weight())");
        type("x = x.then(table).then(head)");
        type("compare(load(\"" + FILES + "tied.safetensors\"), x)");
        assertTrue(shown().contains("800 numbers are stored twice: the network ties head.weight"), shown());
    }

    @Test void namesOfFilesAreCompleted() {
        type("1");
        List<String> found = completions("load(\"" + FILES + "article_cnn_o");
        assertEquals(List.of(FILES + "article_cnn_op13.onnx", FILES + "article_cnn_op16_dyn.onnx"), found);
        assertEquals(List.of(FILES + "hostile/"), completions("/load " + FILES + "host"));
    }

    private List<String> completions(String text) {
        return session.complete(text, text.length()).stream().map(c -> text.substring(0, c.from()) + c.text()).map(t -> t.replaceFirst("^(/load |load\\(\")", "")).toList();
    }
}

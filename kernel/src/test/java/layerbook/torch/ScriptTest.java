package layerbook.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import layerbook.net.NetworkBuilder;
import org.junit.jupiter.api.Test;

/** Scripts print what they print with PyTorch. */
class ScriptTest {
    private static String resource(String name) throws IOException {
        try (InputStream in = ScriptTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String printed(String text) {
        var out = new StringBuilder();
        var book = new NetworkBuilder();
        book.within(() -> {
            Script.ofText("net.py", text).run(out::append);
            return null;
        });
        return out.toString();
    }

    @Test void theArticlesNetworkPrintsWhatTorchsummaryAndThopPrint() throws IOException {
        String seed = resource("/truth/seed.txt");
        assertEquals(seed.substring(0, seed.indexOf("90.75M") + 7), printed(resource("/torch/cnn.py")));
    }

    @Test void theArticlesFirstNetworkHasItsParameters() throws IOException {
        assertEquals("89610", printed(resource("/torch/mlp.py")).lines().findFirst().orElse(""));
    }

    /** composites.txt is what PyTorch 1.13 prints for composites.py. */
    @Test void compositeLayersHaveAllTheirParameters() throws IOException {
        assertEquals(resource("/torch/composites.txt"), printed(resource("/torch/composites.py")));
    }

    @Test void aWrongPatternOfEinopsIsAnErrorThatAScriptCatches() {
        assertEquals("does not fit\nunknown\n(2, 2, 3)\n", printed("""
            import torch
            from einops import rearrange
            from einops.layers.torch import Rearrange
            try:
                rearrange(torch.zeros(2, 5), "a (b c) -> a b c", b=2)
            except RuntimeError:
                print("does not fit")
            try:
                Rearrange("a b) -> a b")
            except Exception:
                print("unknown")
            print(tuple(rearrange(torch.zeros(2, 6), "a (b c) -> a b c", b=2).shape))
            """));
    }

    @Test void aWeightThatTwoModulesShareIsCountedOnce() {
        assertEquals("80\n", printed("""
            import torch.nn as nn
            class Tied(nn.Module):
                def __init__(self):
                    super().__init__()
                    self.wte = nn.Embedding(10, 8)
                    self.head = nn.Linear(8, 10, bias=False)
                    self.head.weight = self.wte.weight
            print(sum(p.numel() for p in Tied().parameters()))
            """));
    }
}

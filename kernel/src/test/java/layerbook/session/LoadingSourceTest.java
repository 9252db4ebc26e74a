package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import layerbook.session.output.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PyTorch source at the prompt: {@code load("net.py")} and {@code /load net.py}. */
class LoadingSourceTest extends Typed {
    private static final String FOLDER = Path.of("src/test/resources/torch").toAbsolutePath() + "/";
    private static final String SMALL = "load(\"" + FOLDER + "small.py\")";

    @TempDir
    Path folder;

    @Test void aFileShowsWhatCanBeMadeOfIt() {
        type(SMALL);
        assertTrue(shown().contains("Net    class     (num_classes=10)") && shown().contains("small  function  (num_classes=5)"), shown());
        String byWord = shown();
        type("/load " + FOLDER + "small.py");
        assertEquals(byWord, shown());
        type(SMALL + ".names()");
        assertTrue(shown().endsWith("[Block, Net, Other, small]"), shown());
    }

    @Test void aModelIsMadeByACallOfPythonAndTraced() {
        type("var net = " + SMALL + ".make(\"small(num_classes=7)\");");
        assertEquals(0, session.book().graph().size());
        type("trace(net, 3, 32, 32).params()");
        assertEquals(String.valueOf(3 * 8 * 9 + 8 + 8 * 7 + 7), value());
        type("macs(net)");
        assertEquals(String.valueOf(3 * 8 * 9 * 32 * 32 + 8 * 7), value());
    }

    /** Parameters of drawn multilayer perceptrons are the sum of (inputs + 1) · outputs over their layers. */
    @Test void drawnNetworksHaveTheirParameters() throws IOException {
        var random = new Random(15);
        Path file = Files.writeString(folder.resolve("mlp.py"), """
            import torch.nn as nn
            def mlp(*sizes, bias=True):
                return nn.Sequential(*[nn.Linear(a, b, bias=bias) for a, b in zip(sizes, sizes[1:])])
            """);
        type("var file = load(\"" + file + "\");");
        for (int n = 0; n < 8; n++) {
            int[] sizes = random.ints(2 + random.nextInt(4), 1, 50).toArray();
            boolean bias = random.nextBoolean();
            long params = 0;
            var call = new StringBuilder("mlp(");
            for (int i = 0; i < sizes.length; i++) {
                call.append(sizes[i]).append(", ");
                params += i == 0 ? 0 : (long) (sizes[i - 1] + (bias ? 1 : 0)) * sizes[i];
            }
            call.append("bias=").append(bias ? "True" : "False").append(")");
            type("trace(file.make(\"" + call + "\"), " + sizes[0] + ").params()");
            assertEquals(String.valueOf(params), value(), call::toString);
        }
    }

    /** The value of the last text, without its name and the rows behind it. */
    private String value() {
        return shown().lines().findFirst().orElse("").replaceFirst("^\\$\\d+ ==> ", "");
    }

    @Test void aScriptThatRunsOneModelIsItsNetwork() {
        type("var file = load(\"" + FOLDER + "cnn.py\");");
        type("params(file)");
        assertTrue(shown().contains("136970"), shown());
    }

    @Test void aRefusalListsWhatThereIsWithACallThatRuns() {
        Problem none = assertFails(SMALL + ".network()", "runtime", "small.py runs no model on an input");
        assertTrue(shown().contains("Other(width)"), shown());
        assertTrue(none.fix().startsWith("trace(load("), none::fix);
        assertFixRuns(none);
        Problem unknown = assertFails(SMALL + ".make(\"smal(3)\")", "runtime", "name 'smal' is not defined");
        assertTrue(unknown.fix().endsWith(".make(\"small()\")"), unknown::fix);
        assertFixRuns(unknown);
        assertFails(SMALL + ".make(\"torch.pi\")", "option", "torch.pi is no module");
        assertFails(SMALL + ".tensors()", "runtime", "stores no tensors");
    }

    @Test void severalModelsThatRunAreAmbiguous() throws IOException {
        Path file = Files.writeString(folder.resolve("two.py"), """
            import torch
            import torch.nn as nn
            class Net(nn.Module):
                def __init__(self, n=4):
                    super().__init__()
                    self.fc = nn.Linear(n, n)
                def forward(self, x):
                    return self.fc(x)
            for n in (4, 5):
                Net(n)(torch.randn(1, n))
            """);
        assertFails("load(\"" + file + "\").network()", "runtime", "two.py runs 2 models");
        assertEquals(0, session.book().graph().size());
    }

    @Test void errorsOfTheFileSayFileLineAndColumn() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.py"), "import torch.nn as nn\nclass Net(nn.Modul):\n    pass\n");
        Problem first = assertFails("load(\"" + broken + "\")", "runtime", "Modul");
        assertTrue(first.details().get(0).contains("broken.py:2:"), () -> first.details().toString());
        Path raising = Files.writeString(folder.resolve("raising.py"), """
            import torch.nn as nn
            class Net(nn.Module):
                def __init__(self):
                    raise ValueError("no width")
            """);
        Problem second = assertFails("load(\"" + raising + "\").make(\"Net()\")", "runtime", "ValueError: no width");
        assertTrue(second.details().get(0).contains("raising.py:4:9"), () -> second.details().toString());
    }
}

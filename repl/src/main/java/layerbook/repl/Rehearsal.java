package layerbook.repl;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import layerbook.notebook.RunOptions;
import layerbook.notebook.Runner;
import org.jline.terminal.Size;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jline.terminal.spi.Pty;

/**
 * A short session without a person: the launcher keeps the classes it loads in an archive, so that the next start need not read and check them.
 * It goes the ways that people wait for: typing, errors, completion, commands; a notebook; a kernel.
 */
public final class Rehearsal {
    private static final List<String> KEYS = List.of("input(3, 32, 32)\r", "conv2d(16, 3, padding(1))\r", "batchNorm2d()\r", "relu()\r", "maxPool2d(2)\r",
        "flatten()\r", "linear(1024, 64)\r", "\t\r", "/undo\r", "dropout(0.5)\r", "conv2d(16, 3, pa\t\t\u0015", "var x = tensor(3, 8, 8)\r", "x.\t\t\u0015",
        "x.then(relu())\r", "for (int i = 0; i < 2; i++) {\rSystem.out.println(i);\r}\r", "int undeclared = nothing\r", "class Net extends Model {\r}\r",
        "explain(1)\r", "/echo teach\r", "relu()\r", "/help\rq\u0015", "?conv2d\rq\u0015", "/list\r", "/flops all\rq\u0015", "params()\r", "\u001b[A\u0015", "/exit\r");
    private static final String NOTEBOOK = """
        // %% [markdown]
        // # A rehearsal
        // %% parameters
        int channels = 16;
        // %% first
        input(3, 32, 32)
        conv2d(channels, 3, padding(1))
        batchNorm2d()
        relu()
        explain(1)
        check(params() == 448 + 32)
        // %% tensors
        var x = tensor(3, 32, 32);
        var conv = own(conv2d(inChannels(3), outChannels(16), kernelSize(3), stride(1), padding(1)))
        x = x.then(conv).then(own("pool", maxPool2d(2))).then(relu());
        check(x.size(2).exact().intValue() == 16);
        x = x.view(-1, 16 * 16 * 16);
        // %% a layer that does not fit tags=["raises-exception"]
        x.then(linear(1024, 64))
        // %% more
        x = x.then(linear(4096, 10));
        net(x)
        chart(x)
        System.out.println("share: " + Math.round(100.0 * params(x) / flops(x)) + " %");
        var joined = cat(1, parameter(1, 1, 8).expand(N, 1, 8), tensor(4, 8)).transpose(1, 2).flatten(1);
        // %% class
        class Net extends Model {
            Unit conv = own(conv2d(3, 16, 3, padding(1)));
            Unit fc = own(linear(16 * 32 * 32, 10));

            public Tensor forward(Tensor x) {
                x = x.then(conv).then(relu());
                return x.view(-1, 16 * 32 * 32).then(fc);
            }
        }
        String slip(int padding, long params) {
            if (padding != 2) return "not so";
            return "so";
        }
        if (channels == 0) System.out.println("none");
        else check(channels == 16 && slip(2, 448).equals("so"), slip(1, 2));
        for (int i = 0; i < 2; i++) {
            x = x.then(relu());
        }
        var net = trace(new Net(), 3, 32, 32);
        check(params(net) == 448 + (16 * 32 * 32 + 1) * 10)
        """;

    private static final String PYTHON = """
        import torch
        import torch.nn as nn
        import torch.nn.functional as F
        from torchsummary import summary
        from thop import profile

        class Net(nn.Module):
            def __init__(self, channels=16):
                super().__init__()
                self.conv = nn.Conv2d(3, channels, kernel_size=3, padding=1)
                self.norm = nn.BatchNorm2d(channels)
                self.pool = nn.MaxPool2d(2)
                self.parts = nn.Sequential(*[nn.Linear(channels, channels) for _ in range(2)])

            def forward(self, x):
                x = self.pool(F.relu(self.norm(self.conv(x))))
                x = x.view(x.size(0), x.shape[1], -1).mean(-1)
                return self.parts(x) + x[:, None, 0]

        net = Net()
        summary(net, (3, 32, 32))
        flops, params = profile(net, inputs=(torch.randn(1, 3, 32, 32),))
        print('FLOPs: {:.2f}M'.format(flops / 1e6), f"{params:.0f}", sum(p.numel() for p in net.parameters()))
        """;

    private Rehearsal() {}

    public static void main(String[] args) throws IOException {
        Path places = Files.createTempDirectory("layerbook-rehearsal");
        System.setProperty("layerbook.places", places.toString());
        try {
            terminal();
            notebook(places.resolve("rehearsal.jsh"));
            python(places.resolve("rehearsal.py"));
            summaries(RehearsedFiles.in(places));
            layerbook.jupyter.Rehearsal.run(List.of("1 + 1", "System.out.println(1)", "input(3, 32, 32)\nconv2d(16, 3, padding(1))\nrelu()"));
        } finally {
            remove(places);
        }
        System.exit(0);
    }

    /** Types into a terminal of its own: a pair of pseudo-terminals, one end of which is ours as the system's would be. */
    private static void terminal() {
        try (Pty pty = new JniTerminalProvider().open(null, new Size(100, 40))) {
            var jline = Console.on(pty, "xterm-256color", () -> { });
            jline.enterRawMode();
            daemon(() -> pty.getMasterInput().transferTo(OutputStream.nullOutputStream()));
            daemon(() -> typeOn(pty.getMasterOutput()));
            new Terminal(jline).converse();
        } catch (IOException | RuntimeException | LinkageError e) {
            System.err.println("no terminal to rehearse with: " + e); // its classes are read at the start then, as without an archive
        }
    }

    private static Object typeOn(OutputStream keyboard) throws IOException {
        keyboard.write(String.join("", KEYS).getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
        return null;
    }

    private static void daemon(Callable<?> task) {
        Thread thread = new Thread(new FutureTask<>(task));
        thread.setDaemon(true);
        thread.start();
    }

    private static void notebook(Path file) throws IOException {
        Files.writeString(file, NOTEBOOK);
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        Main.run(List.of("run", file.toString())); // as far as the cell that fails
        Runner.run(RunOptions.of(file).keepingGoing(), nowhere, nowhere);
        Runner.run(RunOptions.of(file).asJson(1), nowhere, nowhere);
    }

    private static void summaries(List<String> files) {
        for (String file : files) {
            Summary.plain(List.of(file)).call();
        }
        var json = new ArrayList<>(files);
        json.add("--json");
        Summary.plain(json).call();
        Summary.plain(files).call();
    }

    private static void python(Path file) throws IOException {
        Files.writeString(file, PYTHON);
        Main.run(List.of("run", "--plain", file.toString()));
        Main.run(List.of("summary", file.toString(), "--make", "Net()", "--input", "3,32,32", "--json"));
        Main.run(List.of("summary", file.toString(), "--input", "3,32,32"));
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}

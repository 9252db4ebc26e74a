import java.nio.file.Files;
import java.nio.file.Path;
import layerbook.session.Session;
import layerbook.session.output.Settings;
import layerbook.session.output.View;

/** ResNet-152 built and counted in every convention, warm and in this process: milliseconds each. The argument is the notebook that has its blocks. */
public class Graph {
    private static final String ROUNDS = """
        for (int i = 0; i < 40; i++) {
            long began = System.nanoTime();
            var x = tensor(3, 224, 224);
            x = conv(x, 64, 7, 2).relu().maxPool2d(3, stride(2), padding(1));
            x = stage(x, 64, 3, 1);
            x = stage(x, 128, 8, 2);
            x = stage(x, 256, 36, 2);
            x = stage(x, 512, 3, 2);
            x = x.adaptiveAvgPool2d(1).flatten(1).then(linear(1000));
            check(params(x) == 60192808);
            for (var convention : List.of(MACS, FLOPS, THOP, TORCHINFO, FVCORE, PTFLOPS, DEEPSPEED, FLOP_COUNTER, EVERY_OP)) {
                flops(x, convention);
            }
            if (i >= 20) System.out.println((System.nanoTime() - began) / 1e6);
        };
        """;

    public static void main(String[] args) throws java.io.IOException {
        String blocks = Files.readString(Path.of(args[0])).split("// %% network")[0];
        try (Session session = Session.open(Settings.standard())) {
            session.run(blocks, out -> { });
            session.run(ROUNDS, out -> System.out.print(out.plain(View.PLAIN)));
        }
        System.exit(0);
    }
}

package layerbook.repl;

import java.nio.file.Path;
import java.util.List;
import layerbook.jupyter.Install;
import layerbook.jupyter.Kernel;

/** The program. The ways that people wait for are chosen here by hand; everything else, help included, by {@link CommandLine}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(run(args)); // not a return: threads that still warm something up must not hold the program back
    }

    /** Picocli takes 100 ms to start: a plain {@code layerbook} goes past it. */
    static int run(String[] args) {
        if (args.length == 0) {
            return Surroundings.atTerminal() ? Terminal.start() : Piped.start();
        }
        if (args.length == 3 && args[0].equals("jupyter") && args[1].equals("start")) {
            return Kernel.start(Path.of(args[2]));
        }
        if (args.length >= 2 && args[0].equals("jupyter")) {
            return Install.main(List.of(args).subList(1, args.length), System.out, System.err);
        }
        return CommandLine.execute(args);
    }
}

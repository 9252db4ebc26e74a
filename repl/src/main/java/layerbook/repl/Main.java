package layerbook.repl;

/** The program. The ways that people wait for are chosen here by hand; everything else, help included, by {@link CommandLine}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(run(args)); // not a return: threads that still warm something up must not hold the program back
    }

    /** Picocli takes 100 ms to start: a plain {@code layerbook} goes past it. */
    static int run(String[] args) {
        if (args.length == 0) {
            return Invocation.atTerminal() ? Terminal.start() : Piped.start();
        }
        return CommandLine.execute(args);
    }
}

package layerbook.repl;

/** The whole command line. */
final class CommandLine {
    private CommandLine() {}

    static int execute(String[] args) {
        System.out.println("layerbook");
        return 0;
    }
}

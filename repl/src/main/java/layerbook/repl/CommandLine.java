package layerbook.repl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import layerbook.notebook.Convert;
import layerbook.notebook.LearnCommand;
import layerbook.notebook.RunOptions;
import layerbook.notebook.Runner;
import layerbook.session.output.ControlCharacters;
import layerbook.session.output.View;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.Unmatched;

/** The whole command line, for help and for what {@link Main} does not choose by hand. */
@Command(name = "layerbook", version = {"Layerbook 0.1", "Java ${java.version} (${java.vendor}), ${java.home}"},
    header = "Parameters, FLOPs and shapes of neural networks, statement by statement.",
    description = {"", "Without arguments: the terminal. With notebooks: runs them, as @|bold layerbook run|@ does.",
        "Statements can also come through a pipe:  printf 'input(3, 32, 32)\\nconv2d(16, 3)\\n' | layerbook", ""},
    synopsisHeading = "", customSynopsis = {"layerbook [NOTEBOOK.jsh ...]", "layerbook COMMAND [...]"}, commandListHeading = "%nCommands:%n",
    subcommands = {CommandLine.Run.class, CommandLine.ConvertFiles.class, CommandLine.LearnLesson.class, Summary.class, CommandLine.Jupyter.class,
        CommandLine.Examine.class})
final class CommandLine implements Callable<Integer> {
    /** Not understood: the arguments are wrong. */
    static final int WRONG = 2;

    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "Shows this help.")
    private boolean help;

    @Option(names = {"-V", "--version"}, versionHelp = true, description = "Says which version this is, and which Java.")
    private boolean version;

    static int execute(List<String> arguments) {
        boolean colour = Surroundings.outputIsTerminal() && Surroundings.colour(System.getenv());
        boolean notebook = !arguments.isEmpty() && isNotebook(arguments.get(0));
        List<String> full = new ArrayList<>(arguments);
        if (notebook) {
            full.add(0, "run");
        }
        var out = new PrintWriter(Surroundings.out(), true);
        int code = new picocli.CommandLine(new CommandLine())
            .setOut(out)
            .registerConverter(Path.class, CommandLine::path)
            .setColorScheme(picocli.CommandLine.Help.defaultColorScheme(colour ? Ansi.ON : Ansi.OFF))
            .setUsageHelpWidth(Math.min(100, Surroundings.plainView().width()))
            .setParameterExceptionHandler((e, words) -> misunderstood(e))
            .setExecutionExceptionHandler((e, line, result) -> failed(e))
            .execute(full.toArray(String[]::new));
        out.flush();
        return code;
    }

    /** A first argument that is no command but names a file: {@code layerbook lesson.jsh} is {@code layerbook run lesson.jsh}. */
    static boolean isNotebook(String argument) {
        return !argument.startsWith("-") && (argument.endsWith(".jsh") || argument.endsWith(".ipynb") || argument.contains("/"));
    }

    /** One line, what may have been meant, and where help is: the whole usage would push the error out of sight. */
    private static int misunderstood(picocli.CommandLine.ParameterException e) {
        var err = Surroundings.err();
        err.println("layerbook: " + ControlCharacters.text(String.valueOf(e.getMessage())));
        picocli.CommandLine.UnmatchedArgumentException.printSuggestions(e, new PrintWriter(err, true));
        err.println("  " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help says what there is");
        return WRONG;
    }

    private static int failed(Exception e) {
        boolean file = e instanceof IOException || e instanceof UncheckedIOException || e instanceof InvalidPathException;
        System.err.println("layerbook: " + ControlCharacters.text(e instanceof InvalidPathException name ? noName(name) : file ? String.valueOf(e.getMessage()) : e.toString()));
        return file ? WRONG : 1;
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new TypeConversionException(noName(e));
        }
    }

    /** Java names files by the signs of the locale. */
    static String noName(InvalidPathException e) {
        return e.getInput() + " cannot be the name of a file in this locale (" + e.getReason() + "); try LC_ALL=C.UTF-8";
    }

    @Override public Integer call() {
        return Surroundings.atTerminal() ? Terminal.start() : Piped.start();
    }

    @Command(name = "run", header = "Runs notebooks: shows the text, runs each cell, prints what it shows; stops at the first that fails.",
        footer = {"", "Exit code: 0, or 1 if a cell failed or differs from what is stored, or 2 if a file cannot be read or written, or 130 if you stopped it: then nothing is written."})
    static final class Run implements Callable<Integer> {
        @Parameters(arity = "1..*", paramLabel = "FILE", description = "Notebooks: .jsh or .ipynb.")
        private List<Path> files;
        @Option(names = "--check", description = "Compares what the cells show with what is stored in the notebook.")
        private boolean check;
        @Option(names = "--update", description = "Stores what the cells show in the notebook.")
        private boolean update;
        @Option(names = "--html", paramLabel = "FILE", description = "Writes the run as a page that needs nothing else.")
        private Path html;
        @Option(names = "--ipynb", paramLabel = "FILE", description = "Writes the run as a Jupyter notebook.")
        private Path ipynb;
        @Option(names = "--md", paramLabel = "FILE", description = "Writes the run as Markdown, drawings as images in the file (GitHub shows no such images; --ipynb is shown there whole).")
        private Path markdown;
        @Option(names = "--json", description = "Prints one JSON object a line, one for each code cell.")
        private boolean json;
        @Option(names = "--batch", paramLabel = "N", defaultValue = "1", description = "Examples that JSON counts for (1).")
        private long batch;
        @Option(names = "--set", paramLabel = "NAME=VALUE", description = "Sets a variable of the cell tagged parameters.")
        private List<String> set = new ArrayList<>();
        @Option(names = "--keep-going", description = "Runs the cells behind a failed one too.")
        private boolean keepGoing;
        @Spec
        private CommandSpec spec;
        @Option(names = "--watch", description = "Runs again, from the changed cell, whenever the file changes.")
        private boolean watch;

        @Override public Integer call() {
            return run(new RunOptions(files, check, update, html, ipynb, markdown, json, batch, values(), keepGoing, watch, runView(), progress()));
        }

        private Map<String, String> values() {
            var values = new LinkedHashMap<String, String>();
            for (String one : set) {
                if (!one.matches("\\s*[\\p{L}_$][\\w$]*\\s*=\\s*\\S.*")) {
                    throw new ParameterException(spec.commandLine(), "--set wants NAME=VALUE, as in --set hidden=128; not " + one);
                }
                values.put(one.substring(0, one.indexOf('=')).strip(), one.substring(one.indexOf('=') + 1).strip());
            }
            return values;
        }
    }

    static int run(RunOptions options) {
        if (options.writes()) {
            Outlet.standard().goesOn();
        }
        PrintStream out = Surroundings.out();
        Interrupts.stop(Runner::interrupt);
        int code = Runner.run(options, out, Surroundings.err());
        out.flush();
        return code;
    }

    /** How a run may look: coloured and as wide as the window at a terminal, plain in a file. */
    static View runView() {
        return Surroundings.plainView();
    }

    static boolean progress() {
        return Surroundings.atTerminal();
    }

    @Command(name = "convert", header = "Converts a notebook, .jsh to .ipynb or back, without loss.")
    static final class ConvertFiles implements Callable<Integer> {
        @Parameters(paramLabel = "IN", description = "The notebook to read.")
        private Path in;
        @Parameters(paramLabel = "OUT", description = "The notebook to write; the ending of its name says what it becomes.")
        private Path out;

        @Override public Integer call() throws IOException {
            Convert.convert(in, out);
            return 0;
        }
    }

    @Command(name = "learn", header = "Steps through a lesson, one line an Enter; you predict, it counts.")
    static final class LearnLesson implements Callable<Integer> {
        @Parameters(arity = "0..1", paramLabel = "LESSON", description = "A lesson's number or name (2, cnn), zh/2 in Chinese, or any notebook; without it: which there are, and how far you are.")
        private String lesson;
        @Option(names = "--reset", description = "Forgets how far you have come, in this lesson or in all.")
        private boolean reset;

        @Override public Integer call() throws IOException {
            var out = Surroundings.out();
            var lessons = new LearnCommand(Path.of(System.getProperty("layerbook.home", "."), "notebooks"), Places.lessons(), out, runView());
            var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            return reset ? lessons.reset(lesson) : lesson == null ? lessons.list("") : lessons.take(lesson, prompt -> ask(prompt, out, in));
        }
    }

    private static String ask(String prompt, PrintStream out, BufferedReader in) {
        out.print(prompt);
        out.flush();
        try {
            return in.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Command(name = "jupyter", header = "Makes Jupyter know this kernel (install), takes that back (uninstall), or serves it (start FILE).")
    static final class Jupyter implements Callable<Integer> {
        @Unmatched
        private List<String> words = new ArrayList<>();

        @Override public Integer call() {
            return Main.jupyter(words);
        }
    }

    @Command(name = "doctor", header = "Says what is here, what is missing, and how to mend it.")
    static final class Examine implements Callable<Integer> {
        @Override public Integer call() {
            return Doctor.start();
        }
    }
}

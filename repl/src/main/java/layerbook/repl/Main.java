package layerbook.repl;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import layerbook.io.BadFile;
import layerbook.jupyter.Install;
import layerbook.jupyter.Kernel;
import layerbook.notebook.RunOptions;
import layerbook.session.output.ControlCharacters;

/** The program. The ways that people wait for are chosen here by hand; everything else, help included, by {@link CommandLine}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        int code;
        try {
            code = run(List.of(args));
        } catch (OutOfMemoryError e) {
            System.err.println("layerbook: this " + BadFile.doesNotFit());
            code = CommandLine.WRONG;
        } catch (InvalidPathException e) {
            System.err.println("layerbook: " + ControlCharacters.text(CommandLine.noName(e)));
            code = CommandLine.WRONG;
        }
        System.exit(Outlet.standard().end(code, Surroundings.err())); // not a return: threads that still warm something up must not hold the program back
    }

    /** Picocli takes 100 ms to start: the terminal, a pipe, a plain {@code run FILE} and Jupyter's start go past it. */
    static int run(List<String> args) {
        if (args.isEmpty()) {
            return Surroundings.atTerminal() ? Terminal.start() : Piped.start();
        }
        List<String> behind = args.subList(1, args.size());
        if (args.get(0).equals("jupyter") && !behind.isEmpty() && !behind.get(0).startsWith("-")) {
            return jupyter(behind);
        }
        PythonArguments python = python(args, behind);
        if (python != null) {
            return args.get(0).equals("summary") ? PythonFile.summary(python) : PythonFile.run(python);
        }
        Summary summary = args.get(0).equals("summary") ? Summary.plain(behind) : null;
        if (summary != null) {
            return summary.call();
        }
        List<String> files = args.get(0).equals("run") ? behind : args;
        if (!files.isEmpty() && files.stream().allMatch(CommandLine::isNotebook)) {
            return CommandLine.run(new RunOptions(files.stream().map(Path::of).toList(), false, false, null, null, null, false, 1,
                java.util.Map.of(), false, false, CommandLine.runView(), CommandLine.progress()));
        }
        return CommandLine.execute(args);
    }

    /** The arguments of {@code summary FILE.py}, {@code run FILE.py} and {@code FILE.py}; null for anything else. */
    private static PythonArguments python(List<String> args, List<String> behind) {
        if (args.get(0).equals("summary")) {
            return PythonArguments.read(behind);
        }
        PythonArguments python = PythonArguments.read(args.get(0).equals("run") ? behind : args);
        boolean run = python != null && python.make() == null && python.batched().isEmpty() && python.folders().isEmpty() && !python.json();
        return run ? python : null;
    }

    static int jupyter(List<String> words) {
        if (words.size() == 2 && words.get(0).equals("start")) {
            return Kernel.start(Path.of(words.get(1)));
        }
        return Install.main(words, Surroundings.out(), Surroundings.err());
    }
}

package layerbook.repl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import layerbook.notebook.Cell;
import layerbook.notebook.Kind;
import layerbook.notebook.Notebook;
import layerbook.session.Output;
import layerbook.session.Result;
import layerbook.session.Session;
import layerbook.session.Settings;
import layerbook.session.View;

/**
 * {@code layerbook learn}: a lesson cell by cell. Before a cell runs the learner may say how many parameters it will add; statements of one's own
 * may be tried in between.
 */
final class Learn {
    private final Session session;
    private final View view;
    private final PrintStream out;
    private final BufferedReader in;
    private int right;
    private int asked;

    Learn(Session session, View view, PrintStream out, BufferedReader in) {
        this.session = session;
        this.view = view;
        this.out = out;
        this.in = in;
    }

    static int start(String name) throws IOException {
        PrintStream out = Surroundings.out();
        Path lessons = Path.of(System.getProperty("layerbook.home", "."), "notebooks");
        Optional<Path> lesson = name == null ? Optional.empty() : find(lessons, name);
        if (lesson.isEmpty()) {
            return list(lessons, name, out);
        }
        try (Session session = Session.open(Settings.standard())) {
            var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            return new Learn(session, Surroundings.plainView(), out, in).teach(Notebook.read(lesson.get()));
        } finally {
            out.flush();
        }
    }

    private static Optional<Path> find(Path lessons, String name) throws IOException {
        if (Files.isRegularFile(Path.of(name))) {
            return Optional.of(Path.of(name));
        }
        return all(lessons).stream().filter(p -> p.getFileName().toString().startsWith(name)
            || p.getFileName().toString().replaceFirst("^\\d+-", "").startsWith(name)).findFirst();
    }

    private static List<Path> all(Path lessons) throws IOException {
        if (!Files.isDirectory(lessons)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(lessons)) {
            return files.filter(p -> p.toString().endsWith(".jsh")).sorted().toList();
        }
    }

    private static int list(Path lessons, String name, PrintStream out) throws IOException {
        out.println(name == null ? "Lessons:" : "There is no lesson " + name + ". There are:");
        for (Path lesson : all(lessons)) {
            out.println("  layerbook learn " + lesson.getFileName().toString().replaceFirst("\\.jsh$", ""));
        }
        out.flush();
        return name == null ? 0 : CommandLine.WRONG;
    }

    /** Goes through the lesson; 1 if a cell failed. */
    int teach(Notebook lesson) throws IOException {
        out.println("Enter runs a cell. A number is your guess: how many parameters does it add? Or try a statement of your own. q leaves.\n");
        boolean ok = true;
        for (Cell cell : lesson.cells()) {
            if (cell.kind() == Kind.MARKDOWN) {
                out.println(cell.source() + "\n");
            } else if (cell.kind() == Kind.CODE) {
                cell.source().lines().forEach(line -> out.println((view.unicode() ? "│ " : "| ") + line));
                Optional<Long> guess = ask();
                if (guess == null) {
                    return ok ? 0 : 1;
                }
                ok &= run(cell, guess);
            }
        }
        out.println(asked == 0 ? "The end." : "The end: " + right + " of " + asked + " guesses right.");
        return ok ? 0 : 1;
    }

    /** What the learner answers: a guess, or none; null to leave. Statements of the learner's own are run, and it is asked again. */
    private Optional<Long> ask() throws IOException {
        while (true) {
            out.print("? ");
            out.flush();
            String line = in.readLine();
            if (line == null || line.strip().equals("q")) {
                return null;
            }
            String answer = line.strip().replace(",", "").replace("_", "");
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            if (answer.matches("\\d{1,18}")) {
                return Optional.of(Long.parseLong(answer));
            }
            session.run(line, this::show);
        }
    }

    private boolean run(Cell cell, Optional<Long> guess) {
        Long before = guess.map(g -> params()).orElse(0L);
        Result result = session.run(cell.source(), this::show);
        guess.ifPresent(g -> judge(g, params() - before));
        out.println();
        return result.ok();
    }

    private void judge(long guess, long added) {
        asked++;
        right += guess == added ? 1 : 0;
        out.printf(guess == added ? "  Right: %,d.%n" : "  It added %,d; you said %,d.%n", added, guess);
    }

    /** The parameters so far; 0 while there is no network. */
    private long params() {
        Result result = session.run("params()", output -> { });
        return result.ok() && result.value() instanceof Number number ? number.longValue() : 0;
    }

    private void show(Output output) {
        String text = output.plain(view);
        out.print(text);
        if (!(output instanceof Output.Printed) && !text.isEmpty()) {
            out.println();
        }
    }
}

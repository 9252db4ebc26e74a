package layerbook.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import layerbook.notebook.format.Cell;
import layerbook.notebook.format.CellKind;
import layerbook.notebook.format.Magics;
import layerbook.notebook.format.Notebook;
import layerbook.notebook.format.PyTorchCell;
import layerbook.session.Command;
import layerbook.session.Invocation;
import layerbook.session.Session;
import layerbook.session.output.Result;

/** The commands of a session that have to do with files: {@code /save}, {@code /open}, {@code /run}. */
public final class NotebookCommands {
    private static final String OVER = "--over";
    private static final String RECORD = "-r";
    private Path saved;
    private Path recordingTo;

    private NotebookCommands() {}

    /** Gives the session these commands. */
    public static void addTo(Session session) {
        var files = new NotebookCommands();
        session.commands()
            .add(new Command("save", "[--over] [-r] FILE", "writes what worked in this session as a notebook; -r goes on recording", files::save, FileNames::of))
            .add(new Command("open", "FILE", "runs the code of a notebook in this session", invocation -> run(invocation, false), FileNames::of))
            .add(new Command("run", "FILE", "runs a notebook in this session and shows its words too", invocation -> run(invocation, true), FileNames::of));
    }

    private void save(Invocation invocation) throws IOException {
        boolean over = invocation.words().contains(OVER);
        boolean record = invocation.words().contains(RECORD);
        String name = FileNames.home(String.join(" ", invocation.words().stream().filter(w -> !w.equals(OVER) && !w.equals(RECORD)).toList()));
        if (record && name.equals("off")) {
            stop(invocation);
            return;
        }
        if (name.isEmpty() && saved == null) {
            throw new Command.Refused("/save wants the name of a file", "/save " + (record ? RECORD + " " : "") + "my-net.jsh");
        }
        Path file = name.isEmpty() ? saved : Path.of(name);
        if (Files.exists(file) && !file.equals(saved) && !over) {
            throw new Command.Refused(file + " is there already", "/save " + OVER + (record ? " " + RECORD : "") + " " + file);
        }
        if (record) {
            record(invocation, file);
        } else {
            write(invocation, file);
        }
        saved = file;
    }

    private static void write(Invocation invocation, Path file) throws IOException {
        List<String> statements = invocation.session().statements();
        SessionRecording.notebook(statements).write(file);
        invocation.say("saved " + statements.size() + (statements.size() == 1 ? " statement" : " statements") + " in " + file);
    }

    private void record(Invocation invocation, Path file) throws IOException {
        int from = invocation.session().statements().size();
        var recording = new SessionRecording(file);
        recording.keep(List.of());
        invocation.session().whenRun("recording", () -> {
            List<String> statements = invocation.session().statements();
            recording.keep(statements.subList(Math.min(from, statements.size()), statements.size()));
        });
        recordingTo = file;
        invocation.say("recording in " + file + " from now on; /save " + RECORD + " off ends it");
    }

    private void stop(Invocation invocation) {
        if (recordingTo == null) {
            throw new Command.Refused("nothing is being recorded", "/save " + RECORD + " my-net.jsh");
        }
        invocation.session().whenRun("recording", null);
        invocation.say("no longer recording in " + recordingTo);
        recordingTo = null;
    }

    private static void run(Invocation invocation, boolean words) throws IOException {
        if (invocation.arguments().isEmpty()) {
            throw new Command.Refused("which notebook?", "/open notebooks/02-cnn.jsh");
        }
        Path file = Path.of(FileNames.home(invocation.arguments()));
        List<Cell> cells = runnable(Notebook.read(file), invocation.session()).cells();
        int at = 0;
        for (Cell cell : cells) {
            invocation.progress("cell " + ++at + " of " + cells.size());
            if (cell.kind() == CellKind.CODE) {
                Result result = invocation.run(cell.source());
                if (!result.ok() && !cell.tagged("raises-exception")) {
                    int line = cell.line() + result.problem().map(problem -> Math.max(1, problem.line())).orElse(1) - 1;
                    throw new Command.Refused(file + ":" + line + ": stopped here", null);
                }
            } else if (words && cell.kind() == CellKind.MARKDOWN) {
                invocation.say(cell.source());
            }
        }
    }

    /** The notebook as it runs: a magic that is no command was a comment in the {@code .jsh}, such as {@code // %d stands for a number}. */
    static Notebook runnable(Notebook notebook, Session session) {
        if (notebook.cells().stream().noneMatch(cell -> cell.kind() == CellKind.CODE && cell.source().indexOf('%') >= 0)) {
            return notebook;
        }
        session.book(); // once there is a book the session knows its commands
        Set<String> commands = session.commands().all().stream().map(Command::name).collect(Collectors.toSet());
        return new Notebook(notebook.header(), notebook.cells().stream()
            .map(cell -> cell.kind() == CellKind.CODE ? cell.withSource(runnable(cell.source(), commands)) : cell).toList());
    }

    private static String runnable(String source, Set<String> commands) {
        if (PyTorchCell.is(source)) {
            return source;
        }
        var text = new StringBuilder();
        for (String line : source.split("\n", -1)) {
            String word = line.strip().replaceFirst("^%+", "").split("\\W", 2)[0];
            boolean comment = Magics.isMagic(line) && line.strip().startsWith("%") && !commands.contains(word);
            text.append(comment ? "// " : "").append(line).append('\n');
        }
        return text.substring(0, text.length() - 1);
    }
}

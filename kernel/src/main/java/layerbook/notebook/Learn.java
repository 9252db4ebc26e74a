package layerbook.notebook;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import layerbook.session.View;

/**
 * {@code layerbook learn}: lists the lessons, keeps one's place in each, and goes through one of them: Enter takes the next step, a word
 * moves or ends, and anything else is tried in the lesson's session. Before a cell shows what it adds, it asks for it.
 */
public final class Learn {
    private static final List<String> HELP = List.of("Enter: go on   b, back: one cell back   again: from the beginning   q, quit: leave",
        "explain ROW: its working line by line   quiz: questions on the network so far", "anything else is run; your place is kept");
    private static final Map<String, String> SHORT = Map.of("b", "back", "q", "quit", ":q", "quit", "exit", "quit", "/exit", "quit");

    private final Path folder;
    private final Path places;
    private final PrintStream out;
    private final View view;

    /**
     * The lessons of a folder.
     *
     * @param folder where the notebooks are
     * @param places the file in which the reader's places are kept; it need not exist
     */
    public Learn(Path folder, Path places, PrintStream out, View view) {
        this.folder = folder;
        this.places = places;
        this.out = out;
        this.view = view;
    }

    /**
     * One lesson as a list shows it.
     *
     * @param name the file's name without its ending
     * @param title the first heading
     * @param place how many cells lie behind the reader
     * @param length how many cells it has
     */
    public record Entry(Path file, String name, String title, int place, int length) {}

    /** The lessons in the order of their names; a file that cannot be read is left out. */
    public List<Entry> lessons() throws IOException {
        Map<String, Integer> kept = kept();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> CellSource.ending(file).equals(".jsh")).sorted().flatMap(file -> entry(file, kept)).toList();
        } catch (java.nio.file.NoSuchFileException e) {
            throw new BadNotebook(folder + ": no such folder, so there are no lessons");
        }
    }

    private static Stream<Entry> entry(Path file, Map<String, Integer> kept) {
        try {
            Notebook notebook = Notebook.read(file);
            int length = (int) notebook.cells().stream().filter(cell -> cell.kind() != Kind.RAW && !cell.source().isBlank()).count();
            String name = Lesson.name(file);
            String title = notebook.cells().stream().flatMap(cell -> cell.source().lines()).filter(line -> line.startsWith("# "))
                .findFirst().map(line -> line.substring(2)).orElse(name);
            return Stream.of(new Entry(file, name, title, Math.min(kept.getOrDefault(name, 0), length), length));
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    /** Prints the list of lessons. */
    public int list() throws IOException {
        List<Entry> lessons = lessons();
        int widest = lessons.stream().mapToInt(entry -> entry.name().length()).max().orElse(0);
        for (Entry entry : lessons) {
            String state = entry.place() == 0 ? "" : entry.place() == entry.length() ? "  done" : "  " + entry.place() + "/" + entry.length();
            out.println("  " + entry.name() + " ".repeat(widest - entry.name().length() + 2) + entry.title() + state);
        }
        out.println("layerbook learn " + (lessons.isEmpty() ? "LESSON" : lessons.get(0).name()) + " begins; your place is kept");
        return Runner.OK;
    }

    /** Forgets the reader's places: that of one lesson, or all of them if it is null. */
    public int reset(String wanted) throws IOException {
        Map<String, Integer> kept = kept();
        if (wanted == null) {
            kept.clear();
        } else {
            kept.remove(find(wanted).name());
        }
        write(kept);
        out.println(wanted == null ? "all lessons begin at their beginnings" : find(wanted).name() + " begins at its beginning");
        return Runner.OK;
    }

    /** The lesson of this name or of the number that its name begins with. */
    private Entry find(String wanted) throws IOException {
        List<Entry> lessons = lessons();
        return lessons.stream().filter(entry -> entry.name().equals(wanted)).findFirst()
            .or(() -> lessons.stream().filter(entry -> entry.name().replaceFirst("^0+", "").startsWith(wanted.replaceFirst("^0+", "") + "-")).findFirst())
            .or(() -> lessons.stream().filter(entry -> !wanted.isEmpty() && entry.name().contains(wanted)).findFirst())
            .orElseThrow(() -> new BadNotebook("there is no lesson " + wanted + "; there are "
                + String.join(", ", lessons.stream().map(Entry::name).toList())));
    }

    /**
     * Goes through a lesson.
     *
     * @param wanted its name or number
     * @param ask shows a prompt and gives the line that was typed, or null at the end of input
     */
    public int take(String wanted, Function<String, String> ask) throws IOException {
        Entry entry = find(wanted);
        int place = entry.place() < entry.length() ? entry.place() : 0;
        while (place >= 0) {
            place = from(entry, place, ask);
        }
        return Runner.OK;
    }

    /** Goes on from a place; gives the place to go to anew, or -1 at the end. */
    private int from(Entry entry, int start, Function<String, String> ask) throws IOException {
        try (Lesson lesson = Lesson.open(entry.file())) {
            if (start > 0) {
                out.println("  (going to where you were: cell " + (start + 1) + " of " + lesson.length() + ")");
                lesson.goTo(start);
            } else {
                help();
            }
            var shown = new TextReport(out, view);
            while (!lesson.finished()) {
                present(lesson, shown);
                String said = answer(lesson, shown, ask);
                if (said == null || said.equals("quit")) {
                    return -1;
                }
                if (said.equals("again") || said.equals("back")) {
                    return said.equals("again") ? 0 : Math.max(0, lesson.place() - 1);
                }
                if (lesson.upcoming().kind() == Kind.CODE) {
                    if (!run(lesson, shown, ask)) {
                        return -1;
                    }
                } else {
                    lesson.step(output -> { });
                }
                keep(entry.name(), lesson.place());
            }
            out.println("  That was all of " + entry.title() + ".");
            return -1;
        }
    }

    /** Runs a code cell; what it adds is asked for before it is shown. False at the end of input. */
    private boolean run(Lesson lesson, TextReport shown, Function<String, String> ask) {
        var ended = new AtomicBoolean();
        lesson.asks(prompt -> {
            String answer = ask.apply(prompt);
            ended.set(answer == null);
            return answer;
        });
        lesson.step(shown::shows);
        out.println();
        return !ended.get();
    }

    private void present(Lesson lesson, TextReport shown) {
        Cell cell = lesson.upcoming();
        if (cell.kind() == Kind.CODE) {
            shown.begins(cell, lesson.place() + 1, lesson.length());
        } else {
            shown.words(cell);
        }
    }

    /** Asks until Enter is pressed or a word says where to go; what else is typed is run. Null at the end of input. */
    private String answer(Lesson lesson, TextReport shown, Function<String, String> ask) {
        while (true) {
            String prompt = "[" + (lesson.place() + 1) + "/" + lesson.length() + (lesson.upcoming().kind() == Kind.CODE ? " run it] " : "] ");
            String line = ask.apply(prompt);
            if (line == null) {
                return null;
            }
            String word = SHORT.getOrDefault(line.strip(), line.strip());
            if (word.isEmpty() || List.of("quit", "again", "back").contains(word)) {
                return word;
            }
            if (word.equals("help")) {
                help();
            } else if (word.matches("explain [\\w.]+")) {
                reveal(lesson, word.substring(8), ask);
            } else {
                lesson.asks(ask::apply);
                lesson.attempt(word.matches("quiz( .*)?") ? "/" + word : line, shown::shows);
            }
        }
    }

    private void help() {
        HELP.forEach(line -> out.println("  " + line));
    }

    /** The working of a row, a line an Enter: in letters, with the numbers put in, worked out. */
    private void reveal(Lesson lesson, String row, Function<String, String> ask) {
        var text = new StringBuilder();
        lesson.attempt("/explain " + row, output -> text.append(output.plain(view)).append('\n'));
        List<String> lines = text.toString().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            out.println(lines.get(i));
            boolean step = i + 1 < lines.size() && lines.get(i + 1).contains(" = ") && lines.get(i + 1).startsWith("  ");
            if (step && !"".equals(Objects.requireNonNullElse(ask.apply("  ..."), "q").strip())) {
                return;
            }
        }
    }

    private Map<String, Integer> kept() throws IOException {
        Map<String, Integer> kept = new TreeMap<>();
        if (Files.isReadable(places)) {
            for (String line : Files.readAllLines(places)) {
                int equals = line.lastIndexOf('=');
                if (equals > 0 && line.substring(equals + 1).matches("[0-9]{1,6}")) {
                    kept.put(line.substring(0, equals), Integer.valueOf(line.substring(equals + 1)));
                }
            }
        }
        return kept;
    }

    private void keep(String name, int place) throws IOException {
        Map<String, Integer> kept = kept();
        kept.put(name, place);
        write(kept);
    }

    private void write(Map<String, Integer> kept) throws IOException {
        Files.createDirectories(places.toAbsolutePath().getParent());
        AtomicFile.write(places, writer -> {
            for (Map.Entry<String, Integer> entry : kept.entrySet()) {
                writer.write(entry.getKey() + "=" + entry.getValue() + "\n");
            }
        });
    }
}

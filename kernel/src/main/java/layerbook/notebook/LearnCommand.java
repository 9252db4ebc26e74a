package layerbook.notebook;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import layerbook.io.BadFile;
import layerbook.notebook.format.Cell;
import layerbook.notebook.format.CellSource;
import layerbook.notebook.format.Notebook;
import layerbook.session.output.ControlCharacters;
import layerbook.session.output.View;
import layerbook.table.Widths;

/** {@code layerbook learn}: lists the lessons with their goals, keeps one's place in each, and goes through one of them. */
public final class LearnCommand {
    private static final Pattern GOAL = Pattern.compile("\\*\\*(?:Goal\\.|目标。)\\*\\* *([^\\n]*(?:\\n[^\\n]+)*)");
    private static final String CHINESE = "zh";
    private static final Set<String> NOTEBOOKS = Set.of(".jsh", ".java", ".ipynb");

    private final Path folder;
    private final Bookmarks kept;
    private final PrintStream out;
    private final View view;

    /**
     * The lessons of a folder.
     *
     * @param folder where the notebooks are; a folder {@code zh} in it holds those in Chinese
     * @param places the file in which the reader's places are kept; it need not exist
     */
    public LearnCommand(Path folder, Path places, PrintStream out, View view) {
        this.folder = folder;
        this.kept = new Bookmarks(places);
        this.out = out;
        this.view = view;
    }

    /**
     * One lesson as a list shows it.
     *
     * @param name the file's name without its ending; {@code zh/01-linear} for one in Chinese
     * @param title the first heading
     * @param goal what a reader can do behind it, or the empty string
     * @param place how many cells lie behind the reader
     * @param length how many cells it has
     */
    public record Entry(Path file, String name, String title, String goal, int place, int length) {
        /** How far the reader has come: nothing, {@code 7 of 40}, or {@code done}. */
        String state() {
            return place == 0 ? "" : place == length ? "done" : place + " of " + length;
        }
    }

    /** The lessons in the order of their names; a file that cannot be read is left out. */
    public List<Entry> lessons() throws IOException {
        return lessons("");
    }

    private List<Entry> lessons(String language) throws IOException {
        Map<String, Integer> places = places();
        Path where = folder.resolve(language);
        try (Stream<Path> files = Files.list(where)) {
            return files.filter(file -> CellSource.ending(file).equals(".jsh")).sorted()
                .flatMap(file -> entry(file, (language.isEmpty() ? "" : language + "/") + Lesson.name(file), places)).toList();
        } catch (NoSuchFileException e) {
            throw new BadFile(where + ": no such folder, so there are no lessons");
        }
    }

    /** A lesson can be taken without them. */
    private Map<String, Integer> places() {
        try {
            return kept.all();
        } catch (IOException e) {
            out.println("  (your places in the lessons cannot be read: " + ControlCharacters.text(e.getMessage()) + ")");
            return Map.of();
        }
    }

    private static Stream<Entry> entry(Path file, String name, Map<String, Integer> places) {
        try {
            List<Cell> cells = Notebook.read(file).cells().stream().filter(Lesson::isTaken).toList();
            String title = cells.stream().flatMap(cell -> cell.source().lines()).filter(line -> line.startsWith("# "))
                .findFirst().map(line -> line.substring(2)).orElse(name);
            String goal = cells.stream().map(cell -> GOAL.matcher(cell.source())).filter(Matcher::find).findFirst().map(found -> plain(found.group(1))).orElse("");
            return Stream.of(new Entry(file, name, title, goal, Math.min(places.getOrDefault(name, 0), cells.size()), cells.size()));
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    /** A paragraph of Markdown as it reads without its signs; Chinese has no blank where a line was broken. */
    private static String plain(String markdown) {
        return markdown.replaceAll("(?<=[\\u3000-\\uffef])\\n", "").replace('\n', ' ').replaceAll("[*$`]", "").replace("^2", "²").strip();
    }

    /** Prints the list of lessons; {@code zh} for those in Chinese. */
    public int list(String language) throws IOException {
        List<Entry> lessons = lessons(language);
        for (Entry entry : lessons) {
            String state = entry.state().isEmpty() ? "" : "   " + (view.unicode() ? "▸ " : "> ") + entry.state();
            out.println("  " + entry.name() + "   " + entry.title().replaceFirst("^\\d+ · ", "") + state);
            Widths.wrap(firstSentence(entry.goal()), Math.max(30, view.width() - 6)).forEach(line -> out.println("      " + line));
        }
        String first = lessons.stream().filter(entry -> entry.place() < entry.length()).findFirst().map(Entry::name).orElse("LESSON");
        out.println("layerbook learn " + first + " begins or goes on; your place is kept, --reset forgets it"
            + (language.isEmpty() && Files.isDirectory(folder.resolve(CHINESE)) ? "; 中文: layerbook learn zh" : ""));
        return Runner.OK;
    }

    private static String firstSentence(String goal) {
        Matcher end = Pattern.compile("(?<=[.?!])(?= [A-Z])|(?<=。)").matcher(goal);
        return end.find() ? goal.substring(0, end.start()) : goal;
    }

    /** Forgets the reader's places: that of one lesson, or all of them if it is null. */
    public int reset(String wanted) throws IOException {
        if (wanted == null) {
            kept.clear();
            out.println("all lessons begin at their beginnings");
        } else {
            Entry entry = find(wanted);
            kept.remove(entry.name());
            out.println(entry.name() + " begins at its beginning");
        }
        return Runner.OK;
    }

    /** The lesson in this file, of this name, or of the number that its name begins with. */
    private Entry find(String wanted) throws IOException {
        Path file = Path.of(wanted);
        if (NOTEBOOKS.contains(CellSource.ending(file)) || !CellSource.ending(file).isEmpty() && Files.isRegularFile(file)) {
            Notebook.read(file); // says what is wrong with it
            Path real = file.toRealPath();
            boolean ours = Files.isDirectory(folder) && real.startsWith(folder.toRealPath());
            String name = ours ? folder.toRealPath().relativize(real).toString().replaceFirst("\\.\\w+$", "") : real.toString();
            return entry(file, name, places()).findFirst().orElseThrow();
        }
        boolean chinese = wanted.startsWith(CHINESE + "/");
        List<Entry> lessons = lessons(chinese ? CHINESE : "");
        String number = wanted.replaceFirst("^zh/", "").replaceFirst("^0+", "");
        return lessons.stream().filter(entry -> entry.name().equals(wanted)).findFirst()
            .or(() -> lessons.stream().filter(entry -> entry.name().replaceFirst("^zh/", "").replaceFirst("^0+", "").startsWith(number + "-")).findFirst())
            .or(() -> lessons.stream().filter(entry -> !wanted.isEmpty() && entry.name().contains(wanted)).findFirst())
            .orElseThrow(() -> new BadFile("there is no lesson " + wanted + "; there are "
                + String.join(", ", lessons.stream().map(Entry::name).toList())));
    }

    /**
     * Goes through a lesson; {@code zh} lists those in Chinese.
     *
     * @param wanted its file, its name or its number
     * @param ask shows a prompt and gives the line that was typed, or null at the end of input
     */
    public int take(String wanted, Function<String, String> ask) throws IOException {
        if (wanted.equals(CHINESE) && Files.isDirectory(folder.resolve(CHINESE))) {
            return list(CHINESE);
        }
        var answers = new ArrayList<String>(1);
        Entry entry = find(wanted);
        var walk = new Walk(entry, kept, out, view, prompt -> {
            String line = ask.apply(prompt);
            if (line != null && answers.isEmpty()) {
                answers.add(line);
            }
            return line;
        });
        walk.go();
        if (walk.ended()) {
            out.println();
            out.println(answers.isEmpty()
                ? "  Nobody answers here: a lesson asks as it goes, at a terminal. To read it whole: layerbook run " + entry.file()
                : "  (the input ended; your place is kept)");
        }
        return walk.ended() && answers.isEmpty() ? Runner.FAILED : Runner.OK;
    }
}

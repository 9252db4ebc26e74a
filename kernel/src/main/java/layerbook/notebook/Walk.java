package layerbook.notebook;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import layerbook.notebook.format.Cell;
import layerbook.notebook.format.CellKind;
import layerbook.session.output.ControlCharacters;
import layerbook.session.output.Output;
import layerbook.session.output.View;

/**
 * One way through a lesson. Each Enter brings the next words, or the next line of code with what it shows; before a line shows what it adds,
 * it asks for it. An exercise asks for its answer until it is right or left. Anything else that is typed runs in the lesson's session.
 */
final class Walk {
    private static final List<String> HELP = List.of("Enter: the next line   r, rest: the rest of the cell   b, back   again: from the beginning   q, quit",
        "explain ROW: its working line by line   quiz: questions on the network so far   help", "anything else is run; your place is kept");
    private static final Map<String, Move> WORDS = Map.ofEntries(Map.entry("", Move.ON), Map.entry("r", Move.REST), Map.entry("rest", Move.REST), Map.entry("b", Move.BACK),
        Map.entry("back", Move.BACK), Map.entry("again", Move.AGAIN), Map.entry("q", Move.QUIT), Map.entry("quit", Move.QUIT), Map.entry(":q", Move.QUIT),
        Map.entry("exit", Move.QUIT), Map.entry("/exit", Move.QUIT));

    /** Where the reader wants to go. */
    private enum Move { ON, REST, BACK, AGAIN, QUIT }

    private final LearnCommand.Entry entry;
    private final Bookmarks kept;
    private final PrintStream out;
    private final View view;
    private final TextReport shown;
    private final Function<String, String> person;
    private boolean ended;
    private boolean unkept;

    Walk(LearnCommand.Entry entry, Bookmarks kept, PrintStream out, View view, Function<String, String> person) {
        this.entry = entry;
        this.kept = kept;
        this.out = out;
        this.view = view;
        this.shown = new TextReport(out, view);
        this.person = person;
    }

    /** Whether nobody was there to answer. */
    boolean ended() {
        return ended;
    }

    /** Begins at the reader's place, or at the beginning of a lesson that is done. */
    void go() throws IOException {
        int place = entry.place() < entry.length() ? entry.place() : 0;
        while (place >= 0) {
            place = from(place);
        }
    }

    /** Goes on from a place; gives the place to go to anew, or -1 at the end. */
    private int from(int start) throws IOException {
        try (Lesson lesson = Lesson.open(entry.file())) {
            if (start > 0) {
                out.println("  (going to where you were: cell " + (start + 1) + " of " + lesson.length() + "; help: the words you can say)");
                lesson.goTo(start);
            } else {
                help();
            }
            lesson.asks(this::ask);
            while (!lesson.finished()) {
                Move move = next(lesson);
                if (move == Move.QUIT) {
                    return -1;
                } else if (move == Move.AGAIN) {
                    return 0;
                } else if (move == Move.BACK) {
                    return lesson.isInside() ? lesson.place() : Math.max(0, lesson.place() - 1);
                }
                keep(lesson.place());
            }
            out.println("  That was all of " + ControlCharacters.text(entry.title()) + ".");
            return -1;
        }
    }

    private void keep(int place) {
        try {
            kept.put(entry.name(), place);
        } catch (IOException e) {
            if (!unkept) {
                out.println("  (your place is not kept: " + ControlCharacters.text(e.getMessage()) + ")");
            }
            unkept = true;
        }
    }

    /** One step of the reader's: words are shown first and left with Enter, code comes with Enter. */
    private Move next(Lesson lesson) {
        Cell cell = lesson.upcoming();
        if (Parameters.are(cell) && !lesson.isInside()) {
            return exercise(lesson);
        }
        if (cell.kind() != CellKind.CODE) {
            shown.words(cell);
        }
        Move move = move(lesson);
        if (move == Move.ON || move == Move.REST) {
            if (cell.kind() == CellKind.CODE) {
                code(lesson, move);
            } else {
                lesson.pass();
            }
        }
        return ended ? Move.QUIT : move;
    }

    /** Shows a line, or the rest of the cell, and then what it shows. */
    private void code(Lesson lesson, Move move) {
        Cell cell = lesson.upcoming();
        String line = lesson.line().strip();
        boolean whole = move == Move.REST;
        if (!lesson.isInside() && !cell.title().isEmpty()) {
            out.println("  " + (view.unicode() ? "· " : "- ") + ControlCharacters.text(cell.title()));
        }
        var outputs = new ArrayList<Output>();
        if (whole) {
            String rest = cell.source();
            shown.code(lesson.isInside() ? rest.substring(rest.indexOf(line)) : rest);
            lesson.rest(shown::shows);
        } else if (line.matches("(?s)explain\\(.*\\);?")) {
            shown.code(line);
            lesson.step(outputs::add);
            reveal(outputs);
        } else {
            shown.code(line);
            var silent = new AtomicBoolean(true);
            boolean ok = lesson.step(output -> {
                silent.set(false);
                shown.shows(output);
            });
            if (ok && silent.get() && line.startsWith("check(")) {
                out.println(view.unicode() ? "  ✓" : "  ok");
            }
        }
        if (!lesson.isInside()) {
            out.println();
        }
    }

    /** Asks for the values of an exercise, and says what slipped, until they are right or left out. */
    private Move exercise(Lesson lesson) {
        Cell cell = lesson.upcoming();
        out.println("  " + ControlCharacters.text(cell.title()) + " (Enter leaves it)");
        while (true) {
            var values = new LinkedHashMap<String, String>();
            for (String name : Parameters.declared(cell)) {
                String typed = ask("  " + name + " = ");
                if (typed == null || WORDS.getOrDefault(typed.strip().toLowerCase(Locale.ROOT), Move.ON) != Move.ON) {
                    return typed == null ? Move.QUIT : WORDS.get(typed.strip().toLowerCase(Locale.ROOT));
                }
                if (!typed.isBlank()) {
                    values.put(name, typed.strip());
                }
            }
            if (values.isEmpty()) {
                lesson.rest(output -> { });
                return Move.ON;
            }
            lesson.asks(null);
            boolean right = lesson.attempt(Parameters.put(cell, values).source(), output -> {
                if (output instanceof Output.Failed || output instanceof Output.Printed) {
                    shown.shows(output);
                }
            }).ok();
            lesson.asks(this::ask);
            if (right) {
                out.println(view.unicode() ? "  ✓ Right.\n" : "  Right.\n");
                lesson.pass();
                return Move.ON;
            }
        }
    }

    /** Asks until Enter is pressed or a word says where to go; what else is typed is run. */
    private Move move(Lesson lesson) {
        while (true) {
            String line = ask("[" + (lesson.place() + 1) + "/" + lesson.length() + "] ");
            if (line == null) {
                return Move.QUIT;
            }
            String word = line.strip();
            if (WORDS.containsKey(word.toLowerCase(Locale.ROOT))) {
                return WORDS.get(word.toLowerCase(Locale.ROOT));
            }
            if (word.equals("help") || word.equals("?")) {
                help();
            } else if (word.matches("explain [\\w.]+")) {
                var outputs = new ArrayList<Output>();
                lesson.attempt("/explain " + word.substring(8), outputs::add);
                reveal(outputs);
            } else {
                lesson.attempt(word.matches("quiz( .*)?") ? "/" + word : line, shown::shows);
            }
        }
    }

    private String ask(String prompt) {
        String line = person.apply(prompt);
        ended |= line == null;
        return line;
    }

    private void help() {
        HELP.forEach(line -> out.println("  " + line));
    }

    /** The working of a row, a line an Enter: in letters, with the numbers put in, worked out. What is typed instead shows the rest at once. */
    private void reveal(List<Output> outputs) {
        var text = new StringBuilder();
        outputs.forEach(output -> text.append(output.plain(view)).append('\n'));
        List<String> lines = text.toString().lines().toList();
        boolean whole = false;
        boolean naming = false;
        for (int i = 0; i < lines.size(); i++) {
            out.println(lines.get(i));
            naming = (naming || lines.get(i).startsWith("  with ")) && !lines.get(i).isBlank();
            boolean step = i + 1 < lines.size() && !naming && lines.get(i + 1).matches("  +(\\S+ +)?= .*");
            if (step && !whole) {
                String typed = ask("  ...");
                if (typed == null) {
                    return;
                }
                whole = !typed.isBlank();
            }
        }
    }
}

package layerbook.jupyter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import layerbook.notebook.NotebookCommands;
import layerbook.notebook.RunOptions;
import layerbook.notebook.Runner;
import layerbook.notebook.format.Notebook;
import layerbook.session.Session;
import layerbook.session.output.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two programs that are killed at any moment while they {@code /save}, record, {@code run --update} and write the kernel's history, which they share:
 * each file is the old one or the new one, whole, no line of the history is lost, and what was begun does not pile up.
 */
@Tag("slow")
class KilledWhileWritingTest {
    private static final int KILLS = 120;
    /** So many on a busy machine, where more would take too long. */
    private static final int FEWEST = 30;
    private static final int WORDS = 3000;
    private static final String LESSON = "// %% [markdown]\n" + "// words before it\n".repeat(WORDS) + "\n// %%\nvar t = System.nanoTime()\n";

    @TempDir
    Path folder;
    private final Program[] programs = new Program[2];
    private final Set<String> kept = new HashSet<>();
    private final Map<String, Integer> done = new HashMap<>();

    /** Does everything that writes, over and over, and says a line after each: its letter, and what was kept. */
    public static final class Writer {
        private interface Work {
            void once(int i) throws Exception;
        }

        public static void main(String[] args) {
            Path folder = Path.of(args[0]);
            String which = args[1];
            PrintStream out = System.out;
            var silent = new PrintStream(PrintStream.nullOutputStream());
            over("saved", out, statements(folder.resolve("save" + which + ".jsh"), false));
            over("recorded", out, statements(folder.resolve("record" + which + ".jsh"), true));
            over("updated", out, i -> Runner.run(RunOptions.of(folder.resolve("update" + which + ".jsh")).updating(), silent, silent));
            History history = History.at(folder.resolve("history.jsonl"));
            String run = which + "-" + ProcessHandle.current().pid() + "-";
            over("kept", out, i -> {
                history.add(i, run + i, null);
                say(out, run + i);
                Thread.sleep(10); // so that the file stays below the length at which it is shortened
            });
        }

        private static Work statements(Path file, boolean record) {
            Session session = Session.open(Settings.standard());
            NotebookCommands.addTo(session);
            if (record) {
                session.run("/save --over -r " + file, output -> { });
            }
            return i -> {
                session.run(statement(i), output -> { });
                if (!record) {
                    session.run("/save --over " + file, output -> { });
                }
            };
        }

        private static void over(String name, PrintStream out, Work work) {
            new Thread(() -> {
                for (int i = 0; ; i++) {
                    try {
                        work.once(i);
                    } catch (Exception e) {
                        say(out, "failed " + e);
                    }
                    say(out, name);
                }
            }).start();
        }

        private static synchronized void say(PrintStream out, String line) {
            out.println(line);
        }
    }

    private static String statement(int i) {
        return "int a" + i + " = " + i;
    }

    private record Program(Process process, BufferedReader said) {}

    private Program start(int which) throws IOException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto", "-XX:TieredStopAtLevel=1",
            "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), Writer.class.getName(), folder.toString(), "" + which)
            .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        return new Program(process, new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
    }

    @AfterEach
    void end() throws InterruptedException {
        for (Program program : programs) {
            if (program != null) {
                program.process().toHandle().destroyForcibly();
                program.process().waitFor();
            }
        }
    }

    private void hear(String line) {
        assertNotNull(line, "the writer writes");
        assertTrue(!line.startsWith("failed"), line);
        if (line.contains("-")) {
            kept.add(line);
        } else {
            done.merge(line, 1, Integer::sum);
        }
    }

    @Test
    void eachFileIsTheOldOneOrTheNewOneAndNoLineIsLost() throws Exception {
        var random = new Random(7);
        for (int which = 0; which < programs.length; which++) {
            for (String name : List.of("save", "record")) {
                Files.writeString(folder.resolve(name + which + ".jsh"), text(1));
            }
            Files.writeString(folder.resolve("update" + which + ".jsh"), LESSON);
            programs[which] = start(which);
        }
        long enough = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        int kill = 0;
        for (; kill < KILLS && (kill < FEWEST || System.nanoTime() < enough); kill++) {
            int which = random.nextInt(programs.length);
            Program program = programs[which];
            int updates = done.getOrDefault("updated", 0) + kill % 2; // a whole run takes longest: every second time there is one
            for (int lines = random.nextInt(20); lines >= 0 || done.getOrDefault("updated", 0) < updates; lines--) {
                hear(program.said().readLine());
            }
            for (int spin = random.nextInt(200_000); spin > 0; spin--) {
                Thread.onSpinWait(); // a moment that is different each time
            }
            program.process().toHandle().destroyForcibly(); // what it has said can still be read
            assertTrue(program.process().waitFor(20, TimeUnit.SECONDS));
            program.said().lines().filter(line -> !line.isBlank()).forEach(this::hear);
            assertWhole(which, "kill " + kill);
            programs[which] = start(which);
        }
        end();
        for (Program program : programs) {
            program.said().lines().filter(line -> !line.isBlank()).forEach(this::hear);
        }
        int kills = kill;
        assertTrue(List.of("saved", "recorded", "updated", "kept").stream().allMatch(what -> done.getOrDefault(what, 0) > kills / 4), "all of it went on: " + done);
        assertNothingLost();
        Notebook.parse(text(1), "last").write(folder.resolve("save0.jsh"));
        assertEquals(Set.of("save0.jsh", "save1.jsh", "record0.jsh", "record1.jsh", "update0.jsh", "update1.jsh", "history.jsonl", "history.jsonl.lock"),
            Set.copyOf(names()), "what the next to write leaves");
    }

    private void assertWhole(int which, String when) throws IOException {
        for (String name : List.of("save", "record")) {
            String text = Files.readString(folder.resolve(name + which + ".jsh"));
            int cells = text.split("// %%", -1).length - 1;
            assertEquals(text(cells), text, name + " after " + when);
        }
        String updated = Files.readString(folder.resolve("update" + which + ".jsh"));
        assertTrue(updated.startsWith(LESSON) && updated.substring(LESSON.length()).matches("(// => t ==> \\d+\n)?"), "update after " + when + ": " + updated.length() + " signs");
        long begun = names().stream().filter(name -> name.endsWith(".part")).count();
        assertTrue(begun <= 3L * programs.length, begun + " drafts after " + when);
    }

    private static String text(int cells) {
        return IntStream.range(0, cells).mapToObj(i -> "// %%\n" + statement(i) + "\n").collect(Collectors.joining("\n"));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private void assertNothingLost() throws IOException {
        var found = new HashMap<String, Integer>();
        for (String line : Files.readAllLines(folder.resolve("history.jsonl"))) {
            String code = line.replaceAll(".*\"code\":\"?([^\",]*).*", "$1");
            assertTrue(line.startsWith("{") && line.endsWith("}"), "a whole line: " + line);
            found.merge(code, 1, Integer::sum);
        }
        kept.forEach(entry -> assertEquals(1, found.getOrDefault(entry, 0), "how often the history has " + entry));
    }
}

package layerbook.repl;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sessions in processes of their own that share one history and one file of settings, and are killed at any moment: no entry is lost but by
 * shortening, no setting is half written, and what was begun does not pile up.
 */
@Tag("slow")
class KilledAtThePromptTest {
    private static final int KILLS = 30;
    private static final String ENTRY = "(\\d+) (\\d+) (x+)";

    @TempDir
    Path home;
    private final List<Process> sessions = new ArrayList<>();
    /** The highest number that each session is known to have entered. */
    private final Map<String, Integer> entered = new HashMap<>();

    /** Enters statements and changes settings, over and over; a statement is said when it is in the history. */
    public static final class Typist {
        public static void main(String[] args) throws Exception {
            Path home = Path.of(args[0]);
            String me = String.valueOf(ProcessHandle.current().pid());
            PrintStream out = System.out;
            try (var terminal = TerminalBuilder.builder().dumb(true).provider("dumb").build()) {
                LineReader reader = LineReaderBuilder.builder().terminal(terminal).history(new SharedHistory(home.resolve("history"), Integer.parseInt(args[1]))).build();
                reader.getHistory().attach(reader);
                new Thread(() -> settings(home.resolve("settings"))).start();
                for (int i = 0; ; i++) {
                    reader.getHistory().add(me + " " + i + " " + "x".repeat(i % 7 == 0 ? 20_000 : 1 + i % 5));
                    out.println(me + " " + i);
                    Thread.sleep(1);
                }
            }
        }

        private static void settings(Path file) {
            try {
                Preferences preferences = Preferences.load(file);
                for (int i = 0; ; i++) {
                    preferences.set("theme", i % 2 == 0 ? "light" : "dark");
                }
            } catch (IOException e) {
                System.out.println("failed " + e);
                System.exit(1);
            }
        }
    }

    private Process start(int most) throws IOException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto", "-XX:TieredStopAtLevel=1",
            "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), Typist.class.getName(), home.toString(), "" + most)
            .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        sessions.add(process);
        return process;
    }

    @AfterEach
    void end() throws InterruptedException {
        for (Process process : sessions) {
            process.toHandle().destroyForcibly(); // what it has said can still be read
            process.waitFor();
        }
    }

    private void hear(String line) {
        assertNotNull(line, "the session goes on");
        assertTrue(line.matches("\\d+ \\d+"), line);
        entered.merge(line.substring(0, line.indexOf(' ')), Integer.parseInt(line.substring(line.indexOf(' ') + 1)), Math::max);
    }

    private static BufferedReader said(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "shortened to {0} entries")
    @ValueSource(ints = {1_000_000, 200})
    void noEntryIsLostAndNoSettingIsHalf(int most) throws Exception {
        Files.writeString(home.resolve("settings"), "prompt = \"> \"\ntheme = dark\nfuture = yes\n");
        var random = new Random(most);
        var running = new ArrayList<>(List.of(start(most), start(most)));
        var readers = new ArrayList<>(running.stream().map(KilledAtThePromptTest::said).toList());
        for (int kill = 0; kill < KILLS; kill++) {
            int which = random.nextInt(running.size());
            for (int lines = random.nextInt(100); lines >= 0; lines--) {
                hear(readers.get(which).readLine());
            }
            running.get(which).toHandle().destroyForcibly();
            assertTrue(running.get(which).waitFor(20, TimeUnit.SECONDS));
            readers.get(which).lines().filter(line -> !line.isBlank()).forEach(this::hear);
            String settings = Files.readString(home.resolve("settings"));
            assertTrue(settings.matches("(# .*\n)?prompt = \"> \"\ntheme = (light|dark)\nfuture = yes\n"), "after kill " + kill + ": " + settings);
            running.set(which, start(most));
            readers.set(which, said(running.get(which)));
        }
        end();
        for (BufferedReader reader : readers) {
            reader.lines().filter(line -> !line.isBlank()).forEach(this::hear);
        }
        assertNoGap(most > 1_000);
        Preferences.load(home.resolve("settings")).set("theme", "light");
        assertEquals(Set.of("history", "history.lock", "settings"), names(), "what the next to write leaves");
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    /** Each session's entries are there from the first, or from where the file was shortened, to the last that it entered, each whole and once. */
    private void assertNoGap(boolean fromTheFirst) throws IOException {
        var found = new TreeMap<String, List<Integer>>();
        for (String line : Files.readAllLines(home.resolve("history"))) {
            String text = line.substring(line.indexOf(':') + 1);
            assertTrue(text.matches(ENTRY), "a whole entry: " + line.length() + " signs");
            int number = Integer.parseInt(text.split(" ")[1]);
            assertEquals(number % 7 == 0 ? 20_000 : 1 + number % 5, text.replaceAll(ENTRY, "$3").length(), "the length of entry " + number);
            found.computeIfAbsent(text.split(" ")[0], session -> new ArrayList<>()).add(number);
        }
        assertTrue(found.size() > 1, "sessions in the file: " + found.size());
        found.forEach((session, numbers) -> {
            for (int i = 1; i < numbers.size(); i++) {
                assertEquals(numbers.get(i - 1) + 1, numbers.get(i), "the entry of session " + session + " behind " + numbers.get(i - 1));
            }
            assertTrue(numbers.get(numbers.size() - 1) >= entered.getOrDefault(session, 0), "the last entry of session " + session);
        });
        if (fromTheFirst) {
            found.forEach((session, numbers) -> assertEquals(0, numbers.get(0), "the first entry of session " + session));
            assertTrue(found.keySet().containsAll(entered.keySet()), "all sessions are there");
        }
    }
}

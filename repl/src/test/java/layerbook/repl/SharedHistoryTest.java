package layerbook.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One history for all sessions. */
class SharedHistoryTest {
    @TempDir
    Path home;

    private LineReader reader(Terminal terminal, int size) {
        Path file = home.resolve("history");
        LineReader reader = LineReaderBuilder.builder().terminal(terminal).history(new SharedHistory(file, size))
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true).build();
        reader.getHistory().attach(reader);
        return reader;
    }

    private static List<String> lines(LineReader reader) {
        var lines = new ArrayList<String>();
        reader.getHistory().forEach(entry -> lines.add(entry.line()));
        return lines;
    }

    private static Terminal dumb() throws IOException {
        return TerminalBuilder.builder().dumb(true).provider("dumb").build();
    }

    @Test void twoSessionsLoseNothing() throws Exception {
        try (Terminal terminal = dumb()) {
            List<Thread> sessions = IntStream.range(0, 2).mapToObj(s -> {
                LineReader reader = reader(terminal, 1_000);
                return new Thread(() -> IntStream.range(0, 100).forEach(i -> reader.getHistory().add("s" + s + " " + i)));
            }).toList();
            sessions.forEach(Thread::start);
            for (Thread each : sessions) {
                each.join();
            }
            assertEquals(200, new TreeSet<>(lines(reader(terminal, 1_000))).size());
        }
    }

    @Test void severalLinesAreOneEntry() throws IOException {
        try (Terminal terminal = dumb()) {
            String text = "int f() {\n    return \"\\n\".length();\n}";
            reader(terminal, 1_000).getHistory().add(text);
            assertEquals(List.of(text), lines(reader(terminal, 1_000)));
        }
    }

    @Test void whatIsNoEntryCostsNoOther() throws IOException {
        Path file = home.resolve("history");
        Files.write(file, "1700000000000:int caf\u00e9 = 1\nanother program's\n:\n1700000000001:1 + 1".getBytes(StandardCharsets.ISO_8859_1));
        try (Terminal terminal = dumb()) {
            LineReader reader = reader(terminal, 1);
            assertEquals(List.of("int caf\uFFFD = 1", "another program's", ":", "1 + 1"), lines(reader));
            reader.getHistory().add("2 + 2");
            assertEquals(List.of("1 + 1", "2 + 2"), lines(reader(terminal, 1)).subList(3, 5));
        }
    }

    @Test void aLongFileIsShortenedToItsNewest() throws IOException {
        try (Terminal terminal = dumb()) {
            for (int i = 0; i < 20; i++) {
                reader(terminal, 10).getHistory().add("entry " + i);
            }
            List<String> lines = lines(reader(terminal, 10));
            assertEquals("entry 19", lines.get(lines.size() - 1));
            assertTrue(lines.size() >= 10 && lines.size() <= 13, lines::toString);
        }
    }
}

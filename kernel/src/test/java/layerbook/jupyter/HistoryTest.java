package layerbook.jupyter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    @TempDir Path folder;

    private static List<List<Object>> find(History history, Object... content) {
        var map = new HashMap<String, Object>();
        for (int i = 0; i < content.length; i += 2) {
            map.put((String) content[i], content[i + 1]);
        }
        return history.find(Message.because(null, List.of(), "history_request", map));
    }

    private History history() {
        return History.at(folder.resolve("state").resolve("history.jsonl"));
    }

    @Test void theTailReachesIntoEarlierSessions() {
        History before = history();
        before.add(1, "int a = 1", null);
        before.add(2, "a + 1", "2");
        History now = history();
        now.add(1, "int b = 2", null);
        assertEquals(List.of(List.of(1, 2, "a + 1"), List.of(2, 1, "int b = 2")), find(now, "hist_access_type", "tail", "n", 2));
        assertEquals(List.of("a + 1", "2"), find(now, "hist_access_type", "tail", "n", 2, "output", true).get(0).get(2));
    }

    @Test void aRangeIsOfOneSession() {
        History before = history();
        before.add(1, "one", null);
        before.add(2, "two", null);
        before.add(3, "three", null);
        History now = history();
        now.add(1, "uno", null);
        assertEquals(List.of(List.of(1, 2, "two")), find(now, "hist_access_type", "range", "session", 1, "start", 2, "stop", 3));
        assertEquals(List.of(List.of(1, 3, "three")), find(now, "hist_access_type", "range", "session", -1, "start", 3));
        assertEquals(List.of(List.of(2, 1, "uno")), find(now, "hist_access_type", "range", "session", 0));
    }

    @Test void aSearchKnowsStarAndQuestionMark() {
        History history = history();
        List.of("conv2d(1)", "relu()", "conv3d(1)", "relu()", "conv2d(1)", "a.b(c)").forEach(code -> history.add(1, code, null));
        assertEquals(3, find(history, "hist_access_type", "search", "pattern", "conv?d*").size());
        assertEquals(List.of("relu()", "conv2d(1)", "a.b(c)"), find(history, "hist_access_type", "search", "pattern", "*(*)", "unique", true, "n", 3)
            .stream().map(r -> r.get(2)).toList());
        assertEquals(List.of(), find(history, "hist_access_type", "search", "pattern", "[rc]*"));
        assertEquals(List.of("a.b(c)"), find(history, "hist_access_type", "search", "pattern", "*.*").stream().map(r -> r.get(2)).toList());
    }

    @Test void twoKernelsThatShareAFileLoseNothing() throws Exception {
        var threads = new Thread[4];
        for (int k = 0; k < threads.length; k++) {
            int kernel = k;
            threads[k] = new Thread(() -> {
                History history = history();
                for (int i = 0; i < 200; i++) {
                    history.add(i + 1, "kernel " + kernel + " cell " + i, null);
                }
            });
            threads[k].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        var rows = find(history(), "hist_access_type", "tail", "n", 10_000);
        assertEquals(800, rows.size());
        assertEquals(4, new HashSet<>(rows.stream().map(r -> r.get(0)).toList()).size(), "each kernel has a session number of its own");
    }

    @Test void aLineCutShortByACrashCostsNoOther() throws Exception {
        history().add(1, "before", null);
        Files.writeString(folder.resolve("state").resolve("history.jsonl"), "{\"session\":1,\"line\":2,\"co", StandardOpenOption.APPEND);
        History after = history();
        after.add(1, "after", null);
        assertEquals(List.of("before", "after"), find(after, "hist_access_type", "tail").stream().map(r -> r.get(2)).toList());
    }

    @Test void whereNoFileCanBeWrittenMemoryHasToDo() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        History history = History.at(file.resolve("history.jsonl"));
        history.add(1, "kept", "7");
        assertEquals(List.of(List.of(1, 1, "kept")), find(history, "hist_access_type", "tail"));
    }

    @Test void aLongHistoryIsShortenedToItsNewest() throws Exception {
        var lines = new StringBuilder();
        for (int i = 0; i < 20_100; i++) {
            lines.append("{\"session\":1,\"line\":").append(i).append(",\"code\":\"c").append(i).append("\",\"output\":null}\n");
        }
        Files.createDirectories(folder.resolve("state"));
        Path file = Files.writeString(folder.resolve("state").resolve("history.jsonl"), lines);
        History history = history();
        history.add(1, "new", null);
        assertEquals(List.of("c20099", "new"), find(history, "hist_access_type", "tail", "n", 2).stream().map(r -> r.get(2)).toList());
        assertTrue(Files.readAllLines(file).size() < 10_100);
    }
}

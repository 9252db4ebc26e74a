package layerbook.jupyter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import layerbook.io.Journal;
import layerbook.io.WellFormedText;

/**
 * The cells that were run, in this session and before, in a file of one JSON object a line. A line is appended under a lock, so kernels
 * that share the file lose none; a line that was cut short by a crash is passed over. Where the file cannot be written, memory has to do.
 */
public final class History {
    private static final int MOST = 20_000;
    private static final int TAIL = 10;
    private static final int LONGEST_OUTPUT = 10_000;

    private record Entry(int session, int line, String code, String output) {
        Entry(Map<String, Object> json) {
            this(number(json, "session"), number(json, "line"), json.get("code") instanceof String s ? s : null,
                json.get("output") instanceof String s ? s : null);
        }

        private static int number(Map<String, Object> json, String name) {
            return json.get(name) instanceof Integer n ? n : 0;
        }

        String json() {
            var json = new LinkedHashMap<String, Object>();
            json.put("session", session);
            json.put("line", line);
            json.put("code", code);
            json.put("output", output);
            return new String(Json.bytes(json), StandardCharsets.UTF_8);
        }
    }

    private final Journal file;
    private final List<Entry> unsaved = new ArrayList<>();
    private int session;

    private History(Path file) {
        this.file = new Journal(file);
    }

    /** A history in this file, which is made when the first cell has run. */
    public static History at(Path file) {
        return new History(file);
    }

    /** The user's own: {@code LAYERBOOK_HISTORY}, or {@code layerbook/jupyter-history.jsonl} where programs keep their state. */
    public static History standard() {
        String told = System.getenv("LAYERBOOK_HISTORY");
        if (told != null && !told.isBlank()) {
            return at(Path.of(told));
        }
        String state = System.getenv("XDG_STATE_HOME");
        Path folder = state == null || state.isBlank() ? Path.of(System.getProperty("user.home"), ".local", "state") : Path.of(state);
        return at(folder.resolve("layerbook").resolve("jupyter-history.jsonl"));
    }

    /** Takes this session's number, so that the first cell need not wait for it. */
    synchronized void warm() {
        if (session == 0) {
            session = 1;
            locked(() -> {
                List<Entry> before = read();
                session = 1 + before.stream().mapToInt(Entry::session).max().orElse(0);
                if (before.size() > MOST) {
                    file.rewrite(before.subList(before.size() - MOST / 2, before.size()).stream().map(Entry::json).toList());
                }
                file.append(new Entry(session, 0, null, null).json());
            });
        }
    }

    synchronized void add(int line, String code, String output) {
        warm();
        String kept = output != null && output.length() > LONGEST_OUTPUT ? WellFormedText.first(output, LONGEST_OUTPUT) + "…" : output;
        var entry = new Entry(session, line, code, kept);
        if (!locked(() -> file.append(entry.json()))) {
            unsaved.add(entry);
        }
    }

    /** Makes a change while no other kernel makes one; whether that went well. */
    private boolean locked(Journal.Change change) {
        try {
            file.locked(change);
            return true;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private List<Entry> read() {
        var entries = new ArrayList<Entry>();
        try {
            for (String line : file.lines()) {
                try {
                    entries.add(new Entry(Json.object(line.getBytes(StandardCharsets.UTF_8))));
                } catch (IOException cutShort) {
                    continue;
                }
            }
        } catch (IOException unreadable) {
            // What is remembered of this session is all there is.
        }
        return entries;
    }

    /** What a history request asks for, as the protocol lists it: session, line, and the cell or the pair of cell and output. */
    synchronized List<List<Object>> find(Message request) {
        warm();
        List<Entry> all = read();
        all.addAll(unsaved);
        all.removeIf(entry -> entry.code == null);
        List<Entry> found = switch (request.text("hist_access_type", "tail")) {
            case "range" -> range(all, request);
            case "search" -> search(all, request);
            default -> last(all, request.number("n", TAIL));
        };
        boolean output = request.flag("output", false);
        return found.stream().map(entry -> row(entry, output)).toList();
    }

    private static List<Object> row(Entry entry, boolean output) {
        var pair = new ArrayList<Object>();
        pair.add(entry.code);
        pair.add(entry.output);
        return List.of(entry.session, entry.line, output ? pair : entry.code);
    }

    private static List<Entry> last(List<Entry> all, int n) {
        return all.subList(Math.max(0, all.size() - Math.max(0, n)), all.size());
    }

    /** Session 0 is this one, -1 the one before it; from line {@code start}, without {@code stop}. */
    private List<Entry> range(List<Entry> all, Message request) {
        int asked = request.number("session", 0);
        int wanted = asked > 0 ? asked : session + asked;
        int start = request.number("start", 0);
        int stop = request.number("stop", Integer.MAX_VALUE);
        return all.stream().filter(e -> e.session == wanted && e.line >= start && e.line < stop).toList();
    }

    private static List<Entry> search(List<Entry> all, Message request) {
        Pattern pattern = glob(request.text("pattern", "*"));
        List<Entry> found = all.stream().filter(entry -> pattern.matcher(entry.code).matches()).toList();
        if (request.flag("unique", false)) {
            var newest = new LinkedHashMap<String, Entry>();
            for (Entry entry : found) {
                newest.remove(entry.code);
                newest.put(entry.code, entry);
            }
            found = List.copyOf(newest.values());
        }
        Integer n = request.number("n");
        return n == null ? found : last(found, n);
    }

    /** A star stands for anything, a question mark for one character. */
    private static Pattern glob(String pattern) {
        var regex = new StringBuilder();
        for (char c : pattern.replaceAll("\\*+", "*").toCharArray()) {
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}

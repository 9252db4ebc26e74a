package layerbook.jupyter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import layerbook.session.Session;
import layerbook.session.output.Output;
import layerbook.session.output.Result;

/** Runs cells: one at a time, on the shell's thread. */
final class Execution {
    private static final Pattern ASKS = Pattern.compile("\\s*(?:\\?{1,2}\\s*([\\w./%]+)|([\\w./%]+)\\s*\\?{1,2})\\s*");
    private static final Pattern ENDS = Pattern.compile("(?s).*(^|\n)([/%]exit\\b|exit\\s*\\()[^\n]*\\s*");

    private final SessionOnce session;
    private final History history;
    private final FrontEndInput input;
    private final Widgets widgets;
    private final Runnable failed;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private int count;

    /** @param failed called when a cell has failed that those behind it depend on */
    Execution(SessionOnce session, History history, FrontEndInput input, Widgets widgets, Runnable failed) {
        this.session = session;
        this.history = history;
        this.input = input;
        this.widgets = widgets;
        this.failed = failed;
    }

    Map<String, Object> answer(Request request) {
        Message message = request.message();
        String code = message.text("code");
        boolean silent = message.flag("silent", false);
        boolean stored = !silent && message.flag("store_history", true);
        if (stored) {
            count++;
        }
        if (!silent) {
            request.publish("execute_input", Map.of("code", code, "execution_count", count));
        }
        var cell = new Cell(request, code, count, silent, widgets);
        input.askerIs(message, message.flag("allow_stdin", false), cell::pause);
        delete(message.metadata().get("deletedCells"), cell);
        List<Map<String, Object>> payload = run(code, stored ? cellId(message) : null, cell);
        cell.settle();
        if (stored) {
            history.add(count, code, cell.shown());
        }
        return cell.error() == null ? ok(request, payload) : error(request, cell.error());
    }

    /** What the front end calls the cell, so that running it again is known as such; null where it does not say. */
    private static String cellId(Message message) {
        Object id = message.metadata().getOrDefault("cellId", message.metadata().get("cell_id"));
        return id instanceof String s && s.length() <= 200 ? s : null;
    }

    private List<Map<String, Object>> run(String code, String id, Cell cell) {
        Matcher asks = ASKS.matcher(code);
        if (code.isBlank()) {
            return List.of();
        }
        if (asks.matches()) {
            return page(asks, cell);
        }
        Session session = this.session.get();
        Result result = session.run(code, id, cell);
        result.problem().ifPresent(cell::fail);
        sayStale(session, cell, "what this cell added before");
        sayOutdated(session, cell);
        if (id != null) {
            numbers.put(id, count);
        }
        boolean ends = result.exit().isPresent() && ENDS.matcher(code).matches();
        return ends ? List.of(Map.of("source", "ask_exit", "keepkernel", false)) : List.of();
    }

    /** Front ends tell which cells were deleted with the next one that they run. */
    private void delete(Object deleted, Cell cell) {
        if (deleted instanceof List<?> ids && ids.stream().anyMatch(numbers::containsKey)) {
            session.get().delete(ids.stream().map(String::valueOf).toList());
            sayStale(session.get(), cell, "a cell that was deleted");
            ids.forEach(numbers::remove);
        }
    }

    /** A cell that was run again may leave others behind that built on it. */
    private void sayStale(Session session, Cell cell, String what) {
        String cells = session.takeStale().stream().map(this::named).collect(Collectors.joining(", "));
        if (!cells.isEmpty()) {
            cell.accept(new Output.Warning("stale: " + cells + " built on " + what + "; what they added is gone until they are run again"));
        }
    }

    private void sayOutdated(Session session, Cell cell) {
        String cells = session.takeOutdated().entrySet().stream().map(e -> named(e.getKey()) + " (uses " + String.join(", ", e.getValue()) + ")").collect(Collectors.joining(", "));
        if (!cells.isEmpty()) {
            cell.accept(new Output.Warning("stale: " + cells + " ran before this cell changed that; what they showed and added is of before until they are run again"));
        }
    }

    private String named(String id) {
        return "In[" + numbers.getOrDefault(id, 0) + "]";
    }

    /** {@code ?conv2d} opens the pager of the front end. */
    private List<Map<String, Object>> page(Matcher asks, Cell cell) {
        String word = (asks.group(1) == null ? asks.group(2) : asks.group(1)).replace('%', '/');
        var found = session.get().inspect(word, word.length(), 1);
        if (found.isEmpty()) {
            cell.accept(new Output.Warning("there is no help on " + Traceback.clean(word)));
            return List.of();
        }
        return List.of(Map.of("source", "page", "data", found.get().mime(), "start", 0));
    }

    private Map<String, Object> ok(Request request, List<Map<String, Object>> payload) {
        var expressions = new LinkedHashMap<String, Object>();
        request.message().map("user_expressions").forEach((name, text) -> expressions.put(name, value(request, String.valueOf(text))));
        return Map.of("status", "ok", "execution_count", count, "payload", payload, "user_expressions", expressions);
    }

    /** What one expression of the front end's own comes to: shown nowhere, only told in the reply. */
    private Map<String, Object> value(Request request, String text) {
        var cell = new Cell(request, text, count, true, widgets);
        run(text, null, cell);
        if (cell.error() != null) {
            return errorContent(cell.error());
        }
        return Map.of("status", "ok", "data", Map.of("text/plain", String.valueOf(cell.value())), "metadata", Map.of());
    }

    private Map<String, Object> error(Request request, Traceback error) {
        if (request.message().flag("stop_on_error", true)) {
            failed.run();
        }
        var content = errorContent(error);
        content.put("execution_count", count);
        content.put("payload", new ArrayList<>());
        content.put("user_expressions", Map.of());
        return content;
    }

    private static Map<String, Object> errorContent(Traceback error) {
        var content = new LinkedHashMap<>(error.content());
        content.put("status", "error");
        return content;
    }
}

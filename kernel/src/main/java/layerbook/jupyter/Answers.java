package layerbook.jupyter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import layerbook.session.output.Completeness;
import layerbook.session.output.Completion;

/** What is answered to each kind of request. */
final class Answers implements Handler {
    private static final int MOST_MATCHES = 1000;

    private final SessionOnce session;
    private final Map<String, Handler> handlers = new LinkedHashMap<>();

    Answers(SessionOnce session, History history, Outbox outbox, FrontEndInput input, Runnable failed, Runnable end) {
        this.session = session;
        var comms = new Comms(outbox);
        var execution = new Execution(session, history, input, new Widgets(comms), failed);
        handlers.put("kernel_info_request", request -> Info.reply());
        handlers.put("execute_request", execution::answer);
        handlers.put("complete_request", this::complete);
        handlers.put("inspect_request", this::inspect);
        handlers.put("is_complete_request", this::isComplete);
        handlers.put("history_request", request -> Map.of("status", "ok", "history", history.find(request.message())));
        handlers.put("comm_info_request", request -> Map.of("status", "ok", "comms", comms.open(request.message().text("target_name", ""))));
        handlers.put("comm_open", comms::opened);
        handlers.put("comm_msg", comms::told);
        handlers.put("comm_close", comms::closed);
        handlers.put("interrupt_request", this::interrupt);
        handlers.put("shutdown_request", request -> shutdown(request, end));
    }

    /** A kind that is not known here is passed over, as the protocol wants it. */
    @Override public Map<String, Object> answer(Request request) throws Exception {
        Handler handler = handlers.get(request.message().type());
        return handler == null ? null : handler.answer(request);
    }

    private Map<String, Object> interrupt(Request request) {
        session.interrupt();
        return Map.of("status", "ok");
    }

    private Map<String, Object> shutdown(Request request, Runnable end) {
        Map<String, Object> content = Map.of("status", "ok", "restart", request.message().flag("restart", false));
        request.publish("shutdown_reply", content);
        request.reply(content);
        request.status("idle");
        end.run();
        return null;
    }

    private Map<String, Object> complete(Request request) {
        String code = request.message().text("code");
        int cursor = Cursor.index(code, request.message().number("cursor_pos", Integer.MAX_VALUE));
        List<Completion> found = session.get().complete(code, cursor);
        int from = found.stream().mapToInt(Completion::from).min().orElse(cursor);
        var matches = new LinkedHashSet<String>();
        var typed = new ArrayList<Map<String, Object>>();
        for (Completion one : found) {
            String text = code.substring(from, one.from()) + one.text();
            if (matches.size() < MOST_MATCHES && matches.add(text)) {
                typed.add(Map.of("text", text, "start", Cursor.position(code, from), "end", Cursor.position(code, cursor),
                    "type", type(one.kind()), "signature", one.signature() == null ? "" : one.signature()));
            }
        }
        return Map.of("status", "ok", "matches", matches, "cursor_start", Cursor.position(code, from),
            "cursor_end", Cursor.position(code, cursor), "metadata", Map.of("_jupyter_types_experimental", typed));
    }

    /** The front ends have icons for these. */
    private static String type(String kind) {
        return switch (kind) {
            case "layer", "method" -> "function";
            case "option" -> "param";
            case "variable" -> "instance";
            case "file" -> "path";
            case "unit" -> "property";
            case "command" -> "magic";
            default -> kind.toLowerCase(Locale.ROOT);
        };
    }

    private Map<String, Object> inspect(Request request) {
        String code = request.message().text("code");
        int cursor = Cursor.index(code, request.message().number("cursor_pos", Integer.MAX_VALUE));
        var found = session.get().inspect(code, cursor, request.message().number("detail_level", 0));
        return Map.of("status", "ok", "found", found.isPresent(), "data", found.isPresent() ? found.get().mime() : Map.of(),
            "metadata", Map.of());
    }

    private Map<String, Object> isComplete(Request request) {
        Completeness is = session.get().checked(request.message().text("code"));
        String status = is.status().name().toLowerCase(Locale.ROOT);
        return is.status() == Completeness.Status.INCOMPLETE ? Map.of("status", status, "indent", is.indent()) : Map.of("status", status);
    }
}

package layerbook.jupyter;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One message of the protocol.
 *
 * @param identities frames in front of it: on a router socket whom it comes from or goes to, on iopub its topic
 * @param header id, type, session, date
 * @param parent the header of the request that this one answers, or empty
 * @param metadata e.g. {@code cellId}
 * @param content what the type prescribes
 * @param buffers raw bytes behind it
 */
record Message(List<byte[]> identities, Map<String, Object> header, Map<String, Object> parent, Map<String, Object> metadata,
               Map<String, Object> content, List<byte[]> buffers) {
    static final String VERSION = "5.4";

    /** Ids need to be different from all others, not hard to guess. */
    static final String SESSION = new java.util.UUID(System.nanoTime() ^ ProcessHandle.current().pid() << 40,
        System.currentTimeMillis() << 16 ^ new Object().hashCode()).toString();
    private static final AtomicLong COUNT = new AtomicLong();

    /** A message of the kernel's own, said because of {@code request}, which may be null. */
    static Message because(Message request, List<byte[]> to, String type, Map<String, ?> content) {
        var copy = new LinkedHashMap<String, Object>(content);
        return new Message(to, header(type, request), request == null ? Map.of() : request.header, Map.of(), copy, List.of());
    }

    private static Map<String, Object> header(String type, Message request) {
        var header = new LinkedHashMap<String, Object>();
        header.put("msg_id", SESSION + "_" + COUNT.incrementAndGet());
        header.put("msg_type", type);
        header.put("username", request == null ? "kernel" : request.header.getOrDefault("username", "kernel"));
        header.put("session", SESSION);
        header.put("date", Instant.now().truncatedTo(ChronoUnit.MICROS).toString());
        header.put("version", VERSION);
        return header;
    }

    String type() {
        return (String) header.get("msg_type");
    }

    String id() {
        return (String) header.get("msg_id");
    }

    /** A text that the content must have. */
    String text(String name) {
        if (content.get(name) instanceof String s) {
            return s;
        }
        throw new IllegalArgumentException(type() + " needs " + name + " as text, and has " + content.get(name));
    }

    String text(String name, String otherwise) {
        return content.get(name) instanceof String s ? s : otherwise;
    }

    boolean flag(String name, boolean otherwise) {
        return content.get(name) instanceof Boolean b ? b : otherwise;
    }

    /** A whole number, or null if there is none that fits. */
    Integer number(String name) {
        return content.get(name) instanceof Number n && n.doubleValue() == n.intValue() ? (Integer) n.intValue() : null;
    }

    int number(String name, int otherwise) {
        Integer n = number(name);
        return n == null ? otherwise : n;
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> map(String name) {
        return content.get(name) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}

package layerbook.jupyter;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Channels between a widget in the front end and its other half in the kernel. */
final class Comms {
    private static final int MOST = 10_000;

    /** Of the protocol between widgets and their models; front ends look for it in the metadata. */
    private static final String WIDGETS = "2.1.0";

    /** One channel that the kernel opened. */
    private record Comm(String target, Consumer<Message> heard) {}

    private final Map<String, Comm> comms = new ConcurrentHashMap<>();
    private final Outbox outbox;

    Comms(Outbox outbox) {
        this.outbox = outbox;
    }

    /** The channels that are open: for all targets, or for one. */
    Map<String, Object> open(String target) {
        var found = new java.util.TreeMap<String, Object>();
        comms.forEach((id, comm) -> {
            if (target.isEmpty() || comm.target.equals(target)) {
                found.put(id, Map.of("target_name", comm.target));
            }
        });
        return found;
    }

    /** Opens a channel from this side; {@code heard} gets each message that comes by it. */
    void open(Message because, String id, String target, Map<String, Object> data, Consumer<Message> heard) {
        if (comms.size() < MOST) {
            comms.put(id, new Comm(target, heard));
            outbox.publish(because, "comm_open", Map.of("comm_id", id, "target_name", target, "data", data), Map.of("version", WIDGETS));
        }
    }

    void tell(Message because, String id, Map<String, Object> data) {
        outbox.publish(because, "comm_msg", Map.of("comm_id", id, "data", data));
    }

    /** The front end opens a channel: nothing here waits for one, so it is closed again, as the protocol wants it. */
    Map<String, Object> opened(Request request) {
        request.publish("comm_close", Map.of("comm_id", request.message().text("comm_id"), "data", Map.of()));
        return null;
    }

    Map<String, Object> told(Request request) {
        Comm comm = comms.get(request.message().text("comm_id"));
        if (comm != null) {
            comm.heard.accept(request.message());
        }
        return null;
    }

    Map<String, Object> closed(Request request) {
        comms.remove(request.message().text("comm_id"));
        return null;
    }
}

package layerbook.jupyter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** A front end for tests: asks by one door, hears on another. */
final class FrontEnd implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final ZContext context = new ZContext(1);
    private final Connection connection;
    private final Wire wire;
    final ZMQ.Socket shell;
    final ZMQ.Socket control;
    final ZMQ.Socket stdin;
    final ZMQ.Socket iopub;
    final ZMQ.Socket heartbeat;

    FrontEnd(Connection connection) {
        this(connection, "front");
    }

    /** @param identity by which replies find it; one that is there already is taken over */
    FrontEnd(Connection connection, String identity) {
        this.connection = connection;
        wire = new Wire(new Signer(connection.keyBytes(), connection.scheme()));
        shell = socket(SocketType.DEALER, connection.shell(), identity);
        control = socket(SocketType.DEALER, connection.control(), identity);
        stdin = socket(SocketType.DEALER, connection.stdin(), identity);
        iopub = socket(SocketType.SUB, connection.iopub(), identity);
        heartbeat = socket(SocketType.REQ, connection.heartbeat(), identity);
        iopub.subscribe("");
        if (!hear().type().equals("iopub_welcome")) {
            throw new AssertionError("who subscribes is welcomed first");
        }
    }

    private ZMQ.Socket socket(SocketType type, int port, String identity) {
        ZMQ.Socket socket = context.createSocket(type);
        socket.setIdentity(identity.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        socket.setReceiveTimeOut(PATIENCE_MILLIS);
        socket.connect(connection.address(port));
        return socket;
    }

    /** Sends a request; the id that answers to it will name as their parent's. */
    String ask(ZMQ.Socket door, String type, Map<String, Object> content) {
        Message message = Message.because(null, List.of(), type, content);
        send(door, wire.frames(message));
        return message.id();
    }

    String execute(String code, Object... options) {
        var content = new HashMap<String, Object>(Map.of("code", code, "silent", false, "store_history", true, "allow_stdin", true));
        for (int i = 0; i < options.length; i += 2) {
            content.put((String) options[i], options[i + 1]);
        }
        return ask(shell, "execute_request", content);
    }

    static void send(ZMQ.Socket door, List<byte[]> frames) {
        for (int i = 0; i < frames.size(); i++) {
            door.send(frames.get(i), i + 1 < frames.size() ? ZMQ.SNDMORE : 0);
        }
    }

    /** The next message from a door. */
    Message hear(ZMQ.Socket door) {
        Message heard = hearOrNull(door);
        if (heard == null) {
            throw new AssertionError("nothing came within " + door.getReceiveTimeOut() + " ms");
        }
        return heard;
    }

    /** The next message from a door, or null if none comes in time. */
    Message hearOrNull(ZMQ.Socket door) {
        var frames = new ArrayList<byte[]>();
        do {
            byte[] frame = door.recv();
            if (frame == null) {
                return null;
            }
            frames.add(frame);
        } while (door.hasReceiveMore());
        Optional<Message> message = wire.read(frames);
        return message.orElseThrow(() -> new AssertionError("what came is no message"));
    }

    private Message hear() {
        return hear(iopub);
    }

    /** The reply to a request. */
    Message reply(ZMQ.Socket door, String id) {
        Message reply = hear(door);
        while (!id.equals(reply.parent().get("msg_id"))) {
            reply = hear(door);
        }
        return reply;
    }

    /** All that is published because of a request, from busy to idle. */
    List<Message> published(String id) {
        var heard = new ArrayList<Message>();
        while (heard.isEmpty() || !isIdle(heard.get(heard.size() - 1))) {
            Message next = hear();
            if (id.equals(next.parent().get("msg_id"))) {
                heard.add(next);
            }
        }
        return heard;
    }

    /** The next message on iopub of this type, whatever comes before it. */
    Message next(String type) {
        Message next = hear();
        while (!next.type().equals(type)) {
            next = hear();
        }
        return next;
    }

    private static boolean isIdle(Message message) {
        return message.type().equals("status") && "idle".equals(message.content().get("execution_state"));
    }

    static List<String> types(List<Message> messages) {
        return messages.stream().map(m -> m.type().equals("status") ? m.text("execution_state", "") : m.type()).toList();
    }

    static String stream(List<Message> messages, String name) {
        var text = new StringBuilder();
        messages.stream().filter(m -> m.type().equals("stream") && m.text("name", "").equals(name)).forEach(m -> text.append(m.text("text")));
        return text.toString();
    }

    @Override public void close() {
        context.close();
    }
}

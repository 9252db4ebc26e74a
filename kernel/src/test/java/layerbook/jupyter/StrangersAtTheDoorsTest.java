package layerbook.jupyter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zeromq.ZMQ;

/**
 * Who knows the key may still say nonsense, and who does not may talk to the ports in any language. From fixed seeds; afterwards the kernel answers and runs a cell.
 */
@Tag("slow")
class StrangersAtTheDoorsTest extends AtTheDoors {
    private static final List<String> TYPES = List.of("kernel_info_request", "execute_request", "complete_request", "inspect_request", "is_complete_request", "history_request",
        "comm_info_request", "comm_open", "comm_msg", "comm_close", "interrupt_request", "input_reply", "debug_request", "execute_reply", "", "a type without end");
    private static final List<String> FIELDS = List.of("code", "cursor_pos", "detail_level", "silent", "store_history", "user_expressions", "allow_stdin", "stop_on_error", "hist_access_type",
        "output", "raw", "session", "start", "stop", "n", "pattern", "unique", "target_name", "comm_id", "data", "value", "restart", "status");
    private static final int NONSENSE = 700;
    private static final int VISITS = 60;
    private static final int CROWD = 1000;
    private static final int SUBSCRIPTIONS = 5000;
    private static final long MOST_MORE_MEMORY = 64L << 20;

    /** A new front end is answered by shell and control, and its cell is run. */
    private void goesOnAsEver() {
        try (var other = new FrontEnd(kernel.connection(), "another")) {
            for (ZMQ.Socket door : List.of(other.shell, other.control)) {
                assertEquals("ok", other.reply(door, other.ask(door, "kernel_info_request", Map.of())).text("status"));
            }
            String asked = other.execute("6 * 7");
            assertEquals("ok", other.reply(other.shell, asked).text("status"));
            assertTrue(other.published(asked).stream().anyMatch(m -> m.content().toString().contains("42")), "the cell gives 42");
            other.heartbeat.send("still there?");
            assertEquals("still there?", other.heartbeat.recvStr());
        }
    }

    // ---- signed nonsense

    @ParameterizedTest(name = "seed {0}: numbers for texts, lists for numbers, what is missing and what is too deep: answered or passed over, and the next cell runs")
    @ValueSource(longs = {11, 12})
    void whatIsSignedAndOfTheWrongTypesDoesNoHarm(long seed) {
        var random = new Random(seed);
        Wire wire = new Wire(new Signer(ANYWHERE.keyBytes(), "hmac-sha256"));
        for (int i = 0; i < NONSENSE; i++) {
            ZMQ.Socket door = List.of(front.shell, front.control, front.stdin).get(random.nextInt(3));
            String type = TYPES.get(random.nextInt(TYPES.size()));
            Message sound = Message.because(null, List.of(), type, nonsense(random));
            FrontEnd.send(door, wire.frames(bent(sound, random)));
        }
        goesOnAsEver();
    }

    private static Message bent(Message m, Random random) {
        var header = new LinkedHashMap<>(m.header());
        if (random.nextInt(3) == 0) {
            header.put(List.of("username", "session", "date", "version").get(random.nextInt(4)), value(random, 0));
        }
        return new Message(m.identities(), header, random.nextBoolean() ? m.parent() : nonsense(random), random.nextBoolean() ? m.metadata() : Map.of("cellId", String.valueOf(value(random, 0)), "deletedCells", String.valueOf(value(random, 0))),
            m.content(), random.nextInt(10) == 0 ? List.of(new byte[random.nextInt(1000)]) : List.of());
    }

    private static Map<String, Object> nonsense(Random random) {
        var content = new HashMap<String, Object>();
        for (String field : FIELDS) {
            if (random.nextInt(3) == 0) {
                content.put(field, value(random, 0));
            }
        }
        return content;
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth > 3 ? 7 : 10)) {
            case 0 -> null;
            case 1 -> random.nextLong();
            case 2 -> new java.math.BigInteger(400, random);
            case 3 -> random.nextDouble() * Double.MAX_VALUE;
            case 4 -> random.nextBoolean();
            case 5 -> List.of("x", "", "range", "tail", "search", "*", "?conv2d", "%undo", "/nothing", "(((", "\u0000\u001b[2J", "𝒳".repeat(50), "a".repeat(100_000)).get(random.nextInt(13));
            case 6 -> -1;
            case 7 -> Stream.generate(() -> value(random, depth + 1)).limit(random.nextInt(4)).toList();
            case 8 -> new HashMap<>(Map.of("method", "update", "state", Map.of("index", "1"), "a", List.of()));
            default -> new HashMap<String, Object>(java.util.Collections.singletonMap("data", value(random, depth + 1)));
        };
    }

    // ---- any language

    @Test void noiseAndHalfASentenceAtEveryPortLeaveTheKernelDeafToNobody() throws Exception {
        var random = new Random(7);
        var open = new ArrayList<Socket>();
        long before = used();
        for (int i = 0; i < VISITS; i++) {
            for (int port : ports()) {
                var visitor = new Socket(InetAddress.getByName("127.0.0.1"), port);
                say(visitor, visit(random));
                if (random.nextInt(3) == 0) {
                    open.add(visitor); // and hangs about
                } else {
                    visitor.close();
                }
            }
        }
        goesOnAsEver();
        for (Socket s : open) {
            s.close();
        }
        goesOnAsEver();
        long more = used() - before;
        assertTrue(more < MOST_MORE_MEMORY, "memory grew by " + more);
        assertFalse(Files.exists(folder.resolve("ran")));
    }

    @Test void aThousandWhoComeAndSayNothingKeepNobodyOut() throws Exception {
        var crowd = new ArrayList<Socket>();
        try {
            for (int i = 0; i < CROWD; i++) {
                crowd.add(new Socket(InetAddress.getByName("127.0.0.1"), ports().get(i % 5)));
            }
            goesOnAsEver();
        } finally {
            for (Socket s : crowd) {
                s.close();
            }
        }
        goesOnAsEver();
    }

    @Test void aMessageWithoutEndIsCutOffBeforeMemoryIs() throws Exception {
        long most = Runtime.getRuntime().maxMemory();
        byte[] part = new byte[1 << 20];
        try (var visitor = new Socket(InetAddress.getByName("127.0.0.1"), kernel.connection().shell())) {
            say(visitor, join(GREETING, READY));
            for (long sent = 0; sent < 2 * most; sent += part.length) {
                say(visitor, join(new byte[] {3, 0, 0, 0, 0, 0, 16, 0, 0}, part)); // a long frame, and more to come
            }
        } catch (IOException hungUp) {
            // It is not listened to any longer: just so.
        }
        goesOnAsEver();
    }

    @Test void topicsWithoutNumberAndWithoutEndDoNotPileUp() throws Exception {
        var random = new Random(5);
        long before = used();
        var visitors = new ArrayList<Socket>();
        for (int length : new int[] {100, 800, 100_000, 30_000_000}) {
            var visitor = new Socket(InetAddress.getByName("127.0.0.1"), kernel.connection().iopub());
            visitors.add(visitor);
            try {
                say(visitor, join(GREETING, ready("SUB")));
                for (int i = 0; i < Math.max(3, 3_000_000 / length); i++) {
                    byte[] topic = new byte[length];
                    random.nextBytes(topic);
                    topic[0] = 1;
                    say(visitor, join(new byte[] {2, 0, 0, 0, 0, (byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length}, topic));
                }
            } catch (IOException hungUp) {
                // Too long a topic costs its sender the line.
            }
        }
        goesOnAsEver();
        long more = used() - before;
        for (Socket s : visitors) {
            s.close();
        }
        assertTrue(more < 2 * MOST_MORE_MEMORY, "memory grew by " + more);
    }

    @Test void whoSubscribesWithoutEndPushesOutNothingThatOthersWaitFor() throws Exception {
        byte[] everything = {0, 1, 1};
        byte[] many = new byte[everything.length * SUBSCRIPTIONS];
        for (int i = 0; i < many.length; i++) {
            many[i] = everything[i % everything.length];
        }
        try (var visitor = new Socket(InetAddress.getByName("127.0.0.1"), kernel.connection().iopub())) {
            say(visitor, GREETING);
            visitor.getInputStream().readNBytes(GREETING.length);
            say(visitor, ready("SUB"));
            visitor.getInputStream().readNBytes(ready("XPUB").length);
            new Thread(() -> readAll(visitor)).start();
            for (int i = 0; i < 10; i++) {
                say(visitor, many);
            }
            String asked = front.execute("for (int i = 0; i < 100; i++) System.out.println(i)");
            for (int i = 0; i < 10; i++) {
                say(visitor, many);
            }
            goesOnAsEver();
            List<Message> heard = front.published(asked);
            assertEquals(IntStream.range(0, 100).mapToObj(i -> i + "\n").collect(Collectors.joining()), FrontEnd.stream(heard, "stdout"));
        }
    }

    private static void readAll(Socket visitor) {
        try {
            visitor.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException closed) {
            // The visit is over.
        }
    }

    @Test void sizesThatAreOnlyAnnouncedCostNothing() throws Exception {
        var crowd = new ArrayList<Socket>();
        long before = used();
        for (int i = 0; i < 200; i++) {
            var visitor = new Socket(InetAddress.getByName("127.0.0.1"), kernel.connection().shell());
            say(visitor, join(GREETING, READY, new byte[] {2, 0, 0, 0, 0, 3, (byte) 0xFF, 0, 0})); // nearly 64 MB will follow, it says
            crowd.add(visitor);
        }
        goesOnAsEver();
        long more = used() - before;
        for (Socket s : crowd) {
            s.close();
        }
        assertTrue(more < Runtime.getRuntime().maxMemory() / 8 + MOST_MORE_MEMORY, "memory grew by " + more);
    }

    private List<Integer> ports() {
        Connection c = kernel.connection();
        return List.of(c.shell(), c.control(), c.iopub(), c.stdin(), c.heartbeat());
    }

    private static void say(Socket visitor, byte[] words) throws IOException {
        visitor.getOutputStream().write(words);
        visitor.getOutputStream().flush();
    }

    /** How a ZeroMQ peer introduces itself: version 3.0, no security. */
    private static final byte[] GREETING = greeting("NULL");
    private static final byte[] READY = ready("DEALER");

    private static byte[] greeting(String mechanism) {
        byte[] greeting = new byte[64];
        greeting[0] = (byte) 0xFF;
        greeting[9] = 0x7F;
        greeting[10] = 3;
        System.arraycopy(mechanism.getBytes(StandardCharsets.US_ASCII), 0, greeting, 12, mechanism.length());
        return greeting;
    }

    private static byte[] ready(String type) {
        byte[] name = "Socket-Type".getBytes(StandardCharsets.US_ASCII);
        byte[] kind = type.getBytes(StandardCharsets.US_ASCII);
        byte[] body = join(new byte[] {5}, "READY".getBytes(StandardCharsets.US_ASCII), new byte[] {(byte) name.length}, name, new byte[] {0, 0, 0, (byte) kind.length}, kind);
        return join(new byte[] {4, (byte) body.length}, body);
    }

    private static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] visit(Random random) {
        byte[] noise = new byte[random.nextInt(400)];
        random.nextBytes(noise);
        byte[] bent = READY.clone();
        bent[random.nextInt(bent.length)] ^= (byte) (1 << random.nextInt(8));
        byte[] oddGreeting = GREETING.clone();
        oddGreeting[random.nextInt(64)] ^= (byte) (1 << random.nextInt(8));
        return switch (random.nextInt(12)) {
            case 0 -> noise;
            case 1 -> "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
            case 2 -> java.util.Arrays.copyOf(GREETING, random.nextInt(64));
            case 3 -> join(GREETING, noise);
            case 4 -> join(oddGreeting, READY, noise);
            case 5 -> join(greeting(List.of("PLAIN", "CURVE", "GSSAPI", "nothing").get(random.nextInt(4))), noise);
            case 6 -> join(GREETING, bent, noise);
            case 7 -> join(GREETING, ready(List.of("REQ", "PUB", "SUB", "ROUTER", "XSUB", "").get(random.nextInt(6))), noise);
            case 8 -> join(GREETING, READY, new byte[] {2, -1, -1, -1, -1, -1, -1, -1, -1}, noise);
            case 9 -> join(GREETING, READY, new byte[] {(byte) random.nextInt(256)}, noise);
            case 10 -> join(GREETING, READY, new byte[] {4, 5, 4, 'P', 'I', 'N', 'G'}, noise);
            default -> new byte[0];
        };
    }

    private static long used() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(50);
            least = Math.min(least, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least;
    }
}

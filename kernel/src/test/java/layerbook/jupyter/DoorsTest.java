package layerbook.jupyter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zeromq.ZMQ;

/** Whatever knocks at the kernel's doors: nothing runs that was not signed, nothing breaks, and the next good request is answered. */
class DoorsTest extends AtTheDoors {
    private static final int ROUNDS = 1500;

    private void answersAsEver() {
        for (ZMQ.Socket door : List.of(front.shell, front.control)) {
            assertEquals("ok", front.reply(door, front.ask(door, "kernel_info_request", Map.of())).text("status"));
        }
    }

    private List<byte[]> frames(String key, String type, Map<String, Object> content) {
        return new Wire(new Signer(key.getBytes(StandardCharsets.UTF_8), "hmac-sha256")).frames(Message.because(null, List.of(), type, content));
    }

    private Map<String, Object> mark(Path file) {
        return Map.of("code", "Files.createFile(Path.of(\"" + file + "\"))", "silent", false);
    }

    @Test void whatIsSignedWithAnotherKeyIsNeitherRunNorAnswered() {
        Path forged = folder.resolve("forged");
        for (String key : List.of("", "the wrong key", "the right key ", "THE RIGHT KEY")) {
            FrontEnd.send(front.shell, frames(key, "execute_request", mark(forged)));
            FrontEnd.send(front.control, frames(key, "shutdown_request", Map.of("restart", false)));
        }
        answersAsEver();
        assertFalse(Files.exists(forged));
    }

    @Test void aReplayedRequestIsRunOnce() {
        List<byte[]> request = frames("the right key", "execute_request", Map.of("code", "1 + 1", "silent", false));
        for (int i = 0; i < 5; i++) {
            FrontEnd.send(front.shell, request);
        }
        assertEquals(1, front.hear(front.shell).content().get("execution_count"));
        assertEquals(2, front.reply(front.shell, front.execute("2")).content().get("execution_count"));
    }

    @Test void anOversizedFrameCostsTheSenderItsLineAndNobodyElse() {
        front.shell.send(new byte[(1 << 26) + 1]);
        try (var other = new FrontEnd(kernel.connection())) {
            assertEquals("ok", other.reply(other.control, other.ask(other.control, "kernel_info_request", Map.of())).text("status"));
        }
    }

    @Test void tenThousandFramesAreOneDroppedMessage() {
        for (int i = 0; i < 10_000; i++) {
            front.shell.send(new byte[] {(byte) i}, ZMQ.SNDMORE);
        }
        front.shell.send(new byte[0]);
        answersAsEver();
    }

    @Test void aFloodIsWorkedOffInOrder() {
        int flood = 5000;
        var sent = new ArrayList<String>();
        for (int i = 0; i < flood; i++) {
            sent.add(front.ask(front.shell, "is_complete_request", Map.of("code", i)));
            if (i % 100 == 99) {
                for (int j = i - 99; j <= i; j++) {
                    assertEquals(sent.get(j), front.hear(front.shell).parent().get("msg_id"));
                }
            }
        }
        answersAsEver();
    }

    @Test void itBindsWhereItIsToldAndNowhereElse() throws Exception {
        assertEquals("127.0.0.1", kernel.connection().ip());
        Connection c = kernel.connection();
        for (int port : List.of(c.shell(), c.control(), c.iopub(), c.stdin(), c.heartbeat())) {
            assertEquals(List.of("127.0.0.1"), listeners(port), "port " + port);
        }
    }

    @Test void withoutAnAddressInTheFileItIsLoopback() throws Exception {
        Path file = Files.writeString(folder.resolve("connection.json"),
            "{\"shell_port\":1,\"control_port\":2,\"iopub_port\":3,\"stdin_port\":4,\"hb_port\":5,\"key\":\"k\",\"ip\":\"\"}");
        assertEquals("127.0.0.1", Connection.read(file).ip());
        assertEquals("127.0.0.1", Connection.read(Files.writeString(file, Files.readString(file).replace(",\"ip\":\"\"", ""))).ip());
    }

    /** The addresses at which somebody listens on this port, as the system has them (Linux; elsewhere the test is passed over). */
    private static List<String> listeners(int port) throws Exception {
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isReadable(Path.of("/proc/net/tcp")), "this system does not list its sockets");
        var found = new ArrayList<String>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            for (String line : Files.exists(Path.of(table)) ? Files.readAllLines(Path.of(table)) : List.<String>of()) {
                String[] fields = line.strip().split("\\s+");
                if (fields[1].endsWith(String.format(":%04X", port)) && fields[3].equals("0A")) {
                    found.add(address(fields[1].split(":")[0]));
                }
            }
        }
        return found;
    }

    /** Words of four bytes, each with its last byte first. */
    private static String address(String hex) throws Exception {
        byte[] bytes = new byte[hex.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            int from = i - i % 4 + 3 - i % 4;
            bytes[i] = (byte) Integer.parseInt(hex.substring(2 * from, 2 * from + 2), 16);
        }
        return java.net.InetAddress.getByAddress(bytes).getHostAddress();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noiseOnEverySocketDoesNoHarm(long seed) {
        var random = new Random(seed);
        Path ran = folder.resolve("ran");
        Runtime.getRuntime().gc();
        long before = used();
        for (int round = 0; round < ROUNDS; round++) {
            List<byte[]> noise = noise(random, ran);
            ZMQ.Socket door = List.of(front.shell, front.control, front.stdin, front.iopub).get(random.nextInt(4));
            if (door == front.iopub) {
                front.iopub.subscribe(noise.get(0));
                front.iopub.unsubscribe(noise.get(0));
            } else {
                FrontEnd.send(door, noise);
            }
        }
        answersAsEver();
        assertFalse(Files.exists(ran), "noise was run");
        Runtime.getRuntime().gc();
        assertTrue(used() - before < 64 << 20, "memory grew by " + (used() - before));
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** A good request with one thing wrong, or plain rubbish. */
    private List<byte[]> noise(Random random, Path ran) {
        List<byte[]> frames = new ArrayList<>(frames(random.nextBoolean() ? "the right key" : "guess", "execute_request", mark(ran)));
        int victim = random.nextInt(frames.size());
        switch (random.nextInt(6)) {
            case 0 -> frames.set(victim, rubbish(random));
            case 1 -> frames.set(1 + random.nextInt(frames.size() - 1), rubbish(random));
            case 2 -> frames.subList(2 + random.nextInt(4), frames.size()).clear();
            case 3 -> java.util.Collections.swap(frames, 1, 2 + random.nextInt(4));
            case 4 -> frames.set(2, java.util.Arrays.copyOf(frames.get(2), frames.get(2).length / 2));
            default -> {
                frames.clear();
                for (int i = random.nextInt(12); i >= 0; i--) {
                    frames.add(rubbish(random));
                }
            }
        }
        frames.add(0, new byte[0]);
        return spoilt(frames);
    }

    /** Makes sure that chance has not left a request whole. */
    private List<byte[]> spoilt(List<byte[]> frames) {
        if (new Wire(new Signer(ANYWHERE.keyBytes(), "hmac-sha256")).read(frames).isPresent()) {
            frames.remove(frames.size() - 1);
        }
        return frames;
    }

    private static byte[] rubbish(Random random) {
        byte[] bytes = new byte[random.nextInt(random.nextInt(20) == 0 ? 100_000 : 60)];
        random.nextBytes(bytes);
        return bytes;
    }
}

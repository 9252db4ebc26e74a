package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import layerbook.session.output.Result;
import layerbook.session.output.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a statement does, an interrupt stops it or leaves it behind with a word, and the session goes on with all its variables. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public class EverythingStopsTest {
    private static final int PATIENCE = 60;
    private static final int INTERRUPTS = 200;
    private static final Semaphore BEGUN = new Semaphore(0);

    /** Where an asterisk stands, the test hears that the code has begun. */
    private static final Map<String, String> CODE = Map.ofEntries(
        Map.entry("a loop", "{ * while (true) { } }"),
        Map.entry("a nested loop that catches Throwable", "{ * while (true) { try { while (true) { } } catch (Throwable t) { } } }"),
        Map.entry("a sleep that is begun again when interrupted", "{ * while (true) { try { Thread.sleep(100_000); } catch (InterruptedException e) { } } }"),
        Map.entry("recursion", "class R { static int down(int n) { try { return down(n + 1) + down(n + 2); } catch (StackOverflowError e) { return down(n - 1); } } }\n"
            + "{ * R.down(0); }"),
        Map.entry("a sleep", "{ * Thread.sleep(100_000); }"),
        Map.entry("a lock", "var lock = new Object(); var owner = new Thread(() -> { synchronized (lock) { layerbook.session.EverythingStopsTest.sleep(); } });"
            + " owner.setDaemon(true); owner.start();\n{ while (owner.getState() != Thread.State.TIMED_WAITING) { Thread.onSpinWait(); } * synchronized (lock) { } }"),
        Map.entry("a socket that accepts", "{ var server = new java.net.ServerSocket(0); * server.accept(); }"),
        Map.entry("a blocking read", "{ var in = new java.io.PipedInputStream(new java.io.PipedOutputStream()); * in.read(); }"),
        Map.entry("a read that heeds nothing", "{ var socket = new java.net.Socket(\"127.0.0.1\", PORT); * socket.getInputStream().read(); }"),
        Map.entry("a parallel stream", "{ * java.util.stream.LongStream.range(0, Long.MAX_VALUE).parallel().filter(n -> n < 0).count(); }"),
        Map.entry("a huge sort", "{ var r = new java.util.Random(1); int[] a = r.ints(20_000_000).toArray(); * while (true) { Arrays.sort(a.clone()); } }"),
        Map.entry("invokeAll", "{ var two = java.util.concurrent.Executors.newFixedThreadPool(2, t -> { var d = new Thread(t); d.setDaemon(true); return d; });"
            + " two.invokeAll(List.<java.util.concurrent.Callable<Integer>>of(() -> { * while (true) { } }, () -> { Thread.sleep(100_000); return 1; })); }"),
        Map.entry("a toString without end", "class T { public String toString() { * while (true) { } } }\nnew T()"),
        Map.entry("a layer's rule without end", "record Bad() implements Layer { public layerbook.layer.Rule rule() { * while (true) { } } }\ninput(3, 8, 8)\nnew Bad()"));

    private final Session session = Session.open(Settings.standard());

    /** A server that takes calls and says nothing. */
    private final java.net.ServerSocket silent = listening();

    private static java.net.ServerSocket listening() {
        try {
            return new java.net.ServerSocket(0, 50, java.net.InetAddress.getLoopbackAddress());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public static void begun() {
        BEGUN.release();
    }

    public static void sleep() {
        try {
            Thread.sleep(100_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterAll void close() throws java.io.IOException {
        session.close();
        silent.close();
    }

    static Stream<Arguments> code() {
        return CODE.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(e -> Arguments.of(e.getKey(), e.getValue()));
    }

    private Result interrupted(String code) throws Exception {
        BEGUN.drainPermits();
        var result = new CompletableFuture<Result>();
        String told = code.replace("*", "layerbook.session.EverythingStopsTest.begun();").replace("PORT", "" + silent.getLocalPort());
        var runs = new Thread(() -> result.complete(session.run(told, out -> { })));
        runs.setDaemon(true);
        runs.start();
        assertTrue(BEGUN.tryAcquire(PATIENCE, TimeUnit.SECONDS), () -> "it did not begin: " + result.getNow(null));
        session.interrupt();
        return result.get(PATIENCE, TimeUnit.SECONDS);
    }

    @Test void twoHundredInterruptsLeaveNoThreadBehind() throws Exception {
        interrupted("{ * while (true) { } }");
        int before = Thread.activeCount();
        for (int i = 0; i < INTERRUPTS; i++) {
            assertEquals("stopped", interrupted(i % 2 == 0 ? "{ * while (true) { } }" : "{ * Thread.sleep(100_000); }").problem().orElseThrow().kind());
        }
        int more = Thread.activeCount() - before;
        assertTrue(more < 10, more + " threads more after " + INTERRUPTS + " interrupts");
    }

    @ParameterizedTest(name = "{0} is stopped, and the variables stay")
    @MethodSource("code")
    void isStopped(String name, String code) throws Exception {
        session.run("int kept = 7", out -> { });
        Result result = interrupted(code);
        assertFalse(result.ok());
        assertEquals("stopped", result.problem().orElseThrow().kind(), () -> result.problem().toString());
        assertEquals(7, session.run("kept", out -> { }).value());
    }
}

package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import layerbook.session.output.Result;
import layerbook.session.output.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A session of a long day: layers, variables, methods and classes made and made anew, errors of every kind, prints, undo and redo, completion, interrupts.
 * What it holds on to, and what a statement costs, is at the end what it was early on. {@code -Dlayerbook.day=10000} is the whole day; the tests take a part of it.
 */
@Tag("slow")
class AnEightHourDayTest {
    private static final int STATEMENTS = Integer.getInteger("layerbook.day", 1_500);
    private static final int PARTS = 10;
    private static final int PATIENCE = 120;
    /** What may be more at the end than after the first tenths. */
    private static final long MOST_MORE_HEAP = 64L << 20;
    private static final long MOST_MORE_CLASSES = 32L << 20;
    private static final int MOST_MORE_THREADS = 4;
    private static final int MOST_MORE_FILES = 8;
    /** How many times the CPU of an early statement a late one may take; the machine is not ours alone. */
    private static final double MOST_SLOWER = 3;

    private final Session session = Session.open(Settings.standard());
    private final Random random = new Random(20261124);
    private int typed;
    private int failed;

    /** What is held after a tenth of the day, and what a statement of it cost in CPU time of the whole process. */
    private record Held(int statements, long heap, long classes, int threads, long files, double cpuMillis) {
        @Override public String toString() {
            return String.format("%,6d statements: heap %3d MB, classes %3d MB, %2d threads, %3d files, %.1f ms of CPU a statement", statements, heap >> 20, classes >> 20, threads, files, cpuMillis);
        }
    }

    @AfterEach void close() {
        session.close();
    }

    @Test void memoryThreadsFilesAndTheCostOfAStatementStayWhatTheyWere() throws Exception {
        var day = new java.util.ArrayList<Held>();
        for (int part = 0; part < PARTS; part++) {
            long before = cpu();
            int from = typed;
            while (typed < (long) STATEMENTS * (part + 1) / PARTS) {
                hour();
            }
            double each = (cpu() - before) / 1e6 / (typed - from);
            day.add(held(each));
            System.out.println(day.get(part));
        }
        Held early = day.get(2);
        Held late = day.get(PARTS - 1);
        String all = day.stream().map(Held::toString).collect(java.util.stream.Collectors.joining("\n", "\n", ""));
        assertTrue(failed > typed / 10, "errors are among them: " + failed);
        assertTrue(late.heap - early.heap < MOST_MORE_HEAP, () -> "the heap grows" + all);
        assertTrue(late.classes - early.classes < MOST_MORE_CLASSES, () -> "classes pile up" + all);
        assertTrue(late.threads - early.threads <= MOST_MORE_THREADS, () -> "threads pile up" + all);
        assertTrue(late.files - early.files <= MOST_MORE_FILES, () -> "files stay open" + all);
        assertTrue(late.cpuMillis < MOST_SLOWER * early.cpuMillis, () -> "statements become dear" + all);
    }

    // ---- what is typed

    /** Some forty statements, as they come in a day; numbers and names differ from time to time. */
    private void hour() throws Exception {
        int n = 1 + random.nextInt(60);
        goes("input(3, 32, 32)", "conv2d(" + n + ", 3, padding(1))", "batchNorm2d()", "relu()", "maxPool2d(2)");
        goes("var x = tensor(3, " + (16 + n) + ", 16)", "x = x.then(conv2d(3, " + n + ", 3))", "x = x.relu().flatten(1)", "x");
        goes("int i = " + n, "i = i * 2 + 1", "i", "var data = new long[50_000]", "String said" + random.nextInt(20) + " = \"" + "text ".repeat(n) + "\"");
        goes("int f(int a) { return a + " + n + "; }", "f(i)", "class Net { int width = " + n + "; int twice() { return 2 * width; } }", "new Net().twice()");
        goes("class Block extends Model { Unit fc = own(linear(8, " + n + ")); public Tensor forward(Tensor x) { return x.then(fc).relu(); } }", "trace(new Block(), 8).params()");
        fails("linear(7, 7)", "nothing", "int j = \"no\"", "1 / (i - i)", "List.of(1).get(" + n + ")", "f(");
        goes("for (int k = 0; k < 300; k++) System.out.println(\"line \" + k)", "var list = new ArrayList<int[]>()", "for (int k = 0; k < 100; k++) list.add(new int[1000])");
        goes("/undo", "/undo", "/redo", "var y" + random.nextInt(30) + " = i + " + n, "explain(1)", "params()", "/flops THOP", "/flops FLOPS", "/list", "table()");
        session.complete("conv2d(3, " + n + ", pad", 16);
        session.inspect("conv2d", 3, 0);
        interrupted();
        assertEquals(2 * n + 1, session.run("i = " + (2 * n + 1), out -> { }).value());
    }

    private void goes(String... statements) {
        for (String s : statements) {
            Result result = session.run(s, out -> { });
            assertTrue(result.ok(), () -> s + ": " + result.problem());
            typed++;
        }
    }

    private void fails(String... statements) {
        for (String s : statements) {
            assertTrue(!session.run(s, out -> { }).ok(), s);
            failed++;
            typed++;
        }
    }

    private void interrupted() throws Exception {
        var begun = new java.util.concurrent.CountDownLatch(1);
        var result = new CompletableFuture<Result>();
        var runs = new Thread(() -> result.complete(session.run("{ System.out.println(\"begun\"); while (true) { } }", out -> begun.countDown())));
        runs.setDaemon(true);
        runs.start();
        assertTrue(begun.await(PATIENCE, TimeUnit.SECONDS), "it begins");
        session.interrupt();
        assertEquals("stopped", result.get(PATIENCE, TimeUnit.SECONDS).problem().orElseThrow().kind());
        runs.join();
        typed++;
    }

    // ---- what is held

    private Held held(double cpuMillis) throws InterruptedException {
        long heap = Long.MAX_VALUE;
        long classes = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(100); // cleaners and soon-to-end threads get their turn
            heap = Math.min(heap, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
            classes = Math.min(classes, metaspace());
        }
        long files = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix ? unix.getOpenFileDescriptorCount() : 0;
        return new Held(typed, heap, classes, ManagementFactory.getThreadMXBean().getThreadCount(), files, cpuMillis);
    }

    private static long metaspace() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(p -> List.of("Metaspace", "Compressed Class Space").contains(p.getName()))
            .map(java.lang.management.MemoryPoolMXBean::getUsage).mapToLong(MemoryUsage::getUsed).sum();
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}

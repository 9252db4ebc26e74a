package layerbook.repl;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jline.builtins.ScreenTerminal;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jline.terminal.spi.Pty;

/** A terminal that a test types into: a real pair of pseudo-terminals, what is written to it drawn on a screen that the test reads. */
final class TypedTerminal implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private final Pty pty;
    private final ScreenTerminal screen;
    private final org.jline.terminal.Terminal jline;
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();
    private final StringBuilder raw = new StringBuilder();

    TypedTerminal(int columns, int rows, Path places) throws IOException {
        this(columns, rows, places, "xterm-256color");
    }

    TypedTerminal(int columns, int rows, Path places, String type) throws IOException {
        System.setProperty("layerbook.places", places.toString());
        pty = new JniTerminalProvider().open(null, new Size(columns, rows));
        screen = new ScreenTerminal(columns, rows);
        jline = Console.on(pty, type, () -> { });
        if (!Console.isDumb(jline)) {
            jline.enterRawMode();
        }
        daemon(this::draw);
        daemon(() -> exit.complete(new Terminal(jline).converse()));
    }

    private interface Task {
        void run() throws Exception;
    }

    private void daemon(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (Exception | Error e) {
                exit.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void draw() throws IOException {
        Reader written = new InputStreamReader(pty.getMasterInput(), StandardCharsets.UTF_8);
        char[] some = new char[4096];
        for (int n = written.read(some); n >= 0; n = written.read(some)) {
            synchronized (raw) {
                raw.append(some, 0, n);
                screen.write(new String(some, 0, n));
                raw.notifyAll();
            }
        }
    }

    TypedTerminal type(String keys) throws IOException {
        pty.getMasterOutput().write(keys.getBytes(StandardCharsets.UTF_8));
        pty.getMasterOutput().flush();
        return this;
    }

    /** Waits until the screen shows this. */
    TypedTerminal await(String text) throws InterruptedException {
        return awaitThat(shown -> shown.contains(text), text);
    }

    /** Waits until the last line of the screen that is not blank is this. */
    TypedTerminal awaitLast(String line) throws InterruptedException {
        return awaitThat(shown -> shown.stripTrailing().endsWith("\n" + line) || shown.strip().equals(line), "last line " + line);
    }

    private TypedTerminal awaitThat(java.util.function.Predicate<String> there, String what) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE;
        synchronized (raw) {
            while (!there.test(shown())) {
                long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
                if (left <= 0) {
                    throw new AssertionError("not on the screen: " + what + "\n" + shown());
                }
                raw.wait(left);
            }
        }
        return this;
    }

    /** The screen as lines, without blanks at their ends. */
    String shown() {
        synchronized (raw) {
            StringBuilder out = new StringBuilder();
            screen.toString().lines().forEach(line -> out.append(line.stripTrailing()).append('\n'));
            return out.toString().stripTrailing() + "\n";
        }
    }

    /** Everything that was written, control sequences included. */
    String written() {
        synchronized (raw) {
            return raw.toString();
        }
    }

    void resize(int columns, int rows) throws IOException {
        pty.setSize(new Size(columns, rows));
        synchronized (raw) {
            screen.setSize(columns, rows);
        }
        jline.raise(Signal.WINCH);
    }

    /** Ctrl-C as the terminal driver would send it while a statement runs. */
    void interrupt() {
        jline.raise(Signal.INT);
    }

    int exit() throws InterruptedException, ExecutionException, TimeoutException {
        return exit.get(60, TimeUnit.SECONDS);
    }

    /** Leaves as a user would, whatever stands on the line, and waits until that is done: a session that goes on would write into files that the test removes. */
    @Override public void close() throws IOException {
        long until = System.nanoTime() + PATIENCE;
        while (!hasEnded() && System.nanoTime() < until) {
            interrupt();
            type("\u0004");
        }
        jline.close();
        System.clearProperty("layerbook.places");
    }

    private boolean hasEnded() {
        try {
            exit.get(200, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException | InterruptedException e) {
            return true; // it broke: the test says so by itself
        }
    }
}

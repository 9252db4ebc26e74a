package layerbook.jupyter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import layerbook.io.BadFile;
import layerbook.notebook.NotebookCommands;
import layerbook.session.Command;
import layerbook.session.Session;
import layerbook.session.output.ControlCharacters;
import layerbook.session.output.Settings;
import sun.misc.Signal;

/**
 * A session that answers Jupyter's messages until it is told to shut down.
 * <pre>{@code
 * try (var kernel = new Kernel(connection, () -> Session.open(Settings.standard()), History.at(file))) {
 *     kernel.await();
 * }
 * }</pre>
 */
public final class Kernel implements AutoCloseable {
    private static final int CROWDED = 2000;

    /** Stands in the shell's queue behind everything that had arrived when a cell failed. */
    private static final Request ABORTED_UP_TO_HERE = new Request(null, null, null);

    private final BlockingQueue<Request> shell = new LinkedBlockingQueue<>();
    private final BlockingQueue<Request> control = new LinkedBlockingQueue<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicBoolean ending = new AtomicBoolean();
    private final Sockets sockets;
    private final Outbox outbox;
    private final FrontEndInput input;
    private final SessionOnce session;
    private final Answers answers;
    private boolean aborting;

    /** Binds and answers at once; the session is opened meanwhile. */
    public Kernel(Connection connection, Supplier<Session> opener, History history) {
        session = new SessionOnce(opener);
        outbox = new Outbox(this::send);
        input = new FrontEndInput(outbox);
        sockets = new Sockets(connection, new Wire(new Signer(connection.keyBytes(), connection.scheme())), this::received,
            () -> shell.size() >= CROWDED); // the last to be made: it hands over what it hears from here on
        answers = new Answers(session, history, outbox, input, this::abortWaiting, this::endSoon);
        outbox.publish(null, "status", Map.of("execution_state", "starting"));
        start("layerbook-shell", this::answerShell);
        start("layerbook-control", this::answerControl);
        start("layerbook-history", history::warm);
    }

    private static Thread start(String name, Runnable body) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /**
     * Serves one connection file until the front end shuts the kernel down, then ends the program.
     *
     * @return the exit code, where there was nothing to serve
     */
    public static int start(Path connectionFile) {
        try {
            var kernel = new Kernel(Connection.read(connectionFile), Kernel::session, History.standard());
            System.setIn(kernel.input());
            Signal.handle(new Signal("INT"), signal -> kernel.interrupt());
            Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> System.err.println(Traceback.ofThread(thread, thrown)));
            kernel.endWithParent();
            kernel.await();
            end();
            return 0;
        } catch (IOException | RuntimeException e) {
            String what = e instanceof BadFile ? e.getMessage() : connectionFile + ": " + e.getMessage();
            System.err.println("layerbook: cannot serve " + ControlCharacters.text(what));
            return 2;
        }
    }

    /** A session with the commands that a kernel has. */
    static Session session() {
        var standard = Settings.standard();
        var session = Session.open(new Settings(standard.classPath(), standard.directory(), true));
        NotebookCommands.addTo(session);
        session.asks(Kernel::answer);
        session.commands().add(new Command("exit", "", "ends the kernel", invocation -> invocation.exit(0)));
        return session;
    }

    /** An answer to what is asked in a cell (the question itself is among its outputs), from the front end that ran it; null where that lets nobody be asked. */
    private static String answer(String question) {
        var line = new java.io.ByteArrayOutputStream();
        try {
            int next = System.in.read();
            for (int b = next; b >= 0 && b != '\n'; b = System.in.read()) {
                line.write(b);
            }
            return next < 0 ? null : line.toString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            return null; // interrupted while waiting
        }
    }

    /** Threads and hooks that user code left behind get half a second. */
    private static void end() {
        try {
            start("layerbook-end", () -> System.exit(0)).join(500);
        } catch (InterruptedException e) {
            // Then at once.
        }
        Runtime.getRuntime().halt(0);
    }

    /** A front end that died without a word leaves no kernel behind. */
    private void endWithParent() {
        String parent = System.getenv("JPY_PARENT_PID");
        if (parent != null && parent.matches("[1-9][0-9]{0,9}") && !parent.equals("1")) {
            ProcessHandle.of(Long.parseLong(parent)).ifPresentOrElse(p -> p.onExit().thenRun(this::close), this::close);
        }
    }

    /** The connection that was really bound: the ports are known, even where 0 was asked for. */
    public Connection connection() {
        return sockets.bound();
    }

    /** What user code should read as System.in: each line is asked of the front end. */
    public InputStream input() {
        return input;
    }

    /** Stops the cell that is running, as an interrupt message does. */
    public void interrupt() {
        session.interrupt();
    }

    /** Waits until the kernel has been shut down. */
    public void await() {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Door door, Message message) {
        sockets.send(door, message);
    }

    private void received(Door door, Message message) {
        var request = new Request(door, message, outbox);
        switch (door) {
            case SHELL -> shell.add(request);
            case CONTROL -> control.add(request);
            case STDIN -> input.received(message);
            case IOPUB -> { }
        }
    }

    private void answerShell() {
        try {
            while (true) {
                Request request = shell.take();
                if (shell.size() == CROWDED / 2) {
                    sockets.poke();
                }
                if (request == ABORTED_UP_TO_HERE) {
                    aborting = false;
                } else if (aborting && request.isExecute()) {
                    answer(request, r -> Map.of("status", "aborted"));
                } else {
                    answer(request, answers);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answerControl() {
        try {
            while (true) {
                answer(control.take(), answers);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Busy, answer, idle: whatever a request does to us, the front end hears the end of it. */
    private static void answer(Request request, Handler handler) {
        request.status("busy");
        try {
            Map<String, Object> content = handler.answer(request);
            if (content != null) {
                request.reply(content);
            }
        } catch (Throwable e) {
            request.reply(Map.of("status", "error", "ename", e.getClass().getSimpleName(), "evalue", String.valueOf(e.getMessage()),
                "traceback", List.of()));
        } finally {
            request.status("idle");
        }
    }

    /** After a failed cell the cells that already wait behind it are not run. */
    private void abortWaiting() {
        aborting = true;
        sockets.onceShellIsRead(() -> shell.add(ABORTED_UP_TO_HERE));
    }

    /** The request that ends the kernel is answered first. */
    private void endSoon() {
        start("layerbook-shutdown", this::close);
    }

    /** Stops what is running, sends what is still to be said, closes the sockets. */
    @Override public void close() {
        if (ending.compareAndSet(false, true)) {
            session.interrupt();
            outbox.close();
            sockets.close();
            session.close();
            ended.countDown();
        } else {
            await();
        }
    }
}

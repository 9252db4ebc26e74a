package layerbook.session.jshell;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The two threads of a session, and how to stop what they do. The compiler's thread takes a text statement by statement; the worker
 * carries out what was compiled. Stopping goes in stages: the worker is interrupted and told to stop at its next check; then stopped by
 * force where Java can; then left behind; and if it is the compiler that hangs, that is left behind too.
 */
public final class ExecutionThreads implements AutoCloseable {
    private static final int AGAIN = 100;
    private static final int FORCE = 700;
    private static final int LEAVE = 1300;
    private static final int LEAVE_COMPILER = 1800;
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "layerbook-stop");
        thread.setDaemon(true);
        return thread;
    });

    /** On a compiler's thread: the run whose text it takes, also once it was left behind and others run. */
    private static final ThreadLocal<Stop.Run> MINE = new ThreadLocal<>();

    private final Runnable before;
    private Worker compiler;
    private Worker worker;
    private Stop.Run run;

    /** {@code before} is what the worker does before each task. */
    public ExecutionThreads(Runnable before) {
        this.before = before;
        compiler = newCompiler();
        worker = newWorker();
    }

    private static Worker newCompiler() {
        return new Worker("layerbook-compile", 64);
    }

    private static Worker newWorker() {
        return new Worker("layerbook-session", 8);
    }

    /** Carries out a whole text on the compiler's thread. */
    public <T> T whole(Callable<T> text) throws Throwable {
        Worker on;
        Stop.Run mine = new Stop.Run();
        synchronized (this) {
            compiler = compiler.isAlive() ? compiler : newCompiler();
            on = compiler;
            run = mine;
        }
        try {
            return on.call(() -> {
                MINE.set(mine);
                return text.call();
            });
        } finally {
            synchronized (this) {
                run = null;
            }
            if (mine.isStopped()) {
                CLOCK.schedule(mine::forget, 2, TimeUnit.SECONDS);
            }
        }
    }

    /** Carries out user code on the worker, as part of the text that runs. */
    public <T> T call(Callable<T> task) throws Throwable {
        Worker on;
        Stop.Run mine;
        synchronized (this) {
            worker = worker.isAlive() ? worker : newWorker();
            on = worker;
            mine = MINE.get() == null ? run : MINE.get();
        }
        if (mine != null && mine.isStopped()) {
            throw new Stop.Stopped();
        }
        return on.call(() -> {
            Stop.enter(mine);
            before.run();
            return task.call();
        });
    }

    /** Whether the text that this thread takes was told to stop. */
    public boolean isStopped() {
        return MINE.get() != null && MINE.get().isStopped();
    }

    /** Whether this thread was left behind: others have taken its place, and what it still does must change nothing. */
    public synchronized boolean isLeftBehind() {
        return MINE.get() != null && MINE.get() != run;
    }

    /** Whether this is one of our own threads, which must not wait for us. */
    public synchronized boolean isInside() {
        return compiler.isThisThread() || worker.isThisThread();
    }

    /** Begins to stop what runs now; returns at once. */
    public synchronized void interrupt() {
        if (run == null || run.isStopped()) {
            return;
        }
        run.stop();
        Stop.Run stopped = run;
        Worker stuck = worker;
        Worker compiles = compiler;
        stuck.interrupt();
        for (int at = AGAIN; at < FORCE; at += AGAIN) {
            later(at, stopped, stuck::interrupt);
        }
        later(FORCE, stopped, stuck::stop);
        later(FORCE, stopped, () -> {
            if (!stuck.isBusy()) {
                compiles.leaveBehind();
            }
        });
        later(LEAVE, stopped, () -> {
            if (stuck.isBusy()) {
                stuck.leaveBehind();
            }
        });
        later(LEAVE_COMPILER, stopped, compiles::leaveBehind);
    }

    private void later(int milliseconds, Stop.Run stopped, Runnable stage) {
        CLOCK.schedule(() -> {
            synchronized (this) {
                if (run == stopped) {
                    stage.run();
                }
            }
        }, milliseconds, TimeUnit.MILLISECONDS);
    }

    @Override public synchronized void close() {
        worker.close();
        compiler.close();
    }
}

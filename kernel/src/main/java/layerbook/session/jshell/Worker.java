package layerbook.session.jshell;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;

/** A thread that carries out tasks one after the other, and that can be left behind if a task never ends. */
public final class Worker implements AutoCloseable {
    /** What a task is said to have thrown whose worker was left behind. */
    public static final class LeftBehind extends Error {
        LeftBehind() {
            super("left behind");
        }
    }

    private record Task<T>(Callable<T> work, CompletableFuture<T> done) {
        void run() {
            try {
                done.complete(work.call());
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        }
    }

    private final LinkedBlockingQueue<Task<?>> tasks = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile Task<?> current;
    private volatile boolean closed;

    Worker(String name, int megabytesOfStack) {
        thread = new Thread(null, this::serve, name, (long) megabytesOfStack << 20);
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        while (!closed) {
            try {
                Task<?> task = tasks.take();
                Thread.interrupted();   // an interrupt that came late was meant for the task before
                task.run();
            } catch (InterruptedException late) {
                continue;
            }
        }
    }

    /** Runs the task on the worker and waits for it. */
    <T> T call(Callable<T> work) throws Throwable {
        var task = new Task<>(work, new CompletableFuture<T>());
        current = task;
        tasks.add(task);
        try {
            return task.done.get();
        } catch (ExecutionException e) {
            throw e.getCause();
        } finally {
            current = null;
        }
    }

    boolean isBusy() {
        return current != null;
    }

    /** Whether it still takes tasks. */
    boolean isAlive() {
        return !closed && thread.isAlive();
    }

    void interrupt() {
        thread.interrupt();
    }

    /** Stops the thread by force where Java still can; the methods are gone or refuse from Java 20 on. */
    void stop() {
        if (Runtime.version().feature() < 20 && current != null) {
            try {
                Thread.class.getMethod("stop").invoke(thread);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("Thread.stop is missing", e);
            }
        }
    }

    /** Gives up on what runs now: whoever waits for it goes on, and the thread ends whenever its task does. */
    void leaveBehind() {
        closed = true;
        Task<?> task = current;
        if (task != null) {
            task.done.completeExceptionally(new LeftBehind());
        }
    }

    boolean isThisThread() {
        return Thread.currentThread() == thread;
    }

    @Override public void close() {
        closed = true;
        thread.interrupt();
    }
}

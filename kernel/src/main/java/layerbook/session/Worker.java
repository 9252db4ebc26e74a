package layerbook.session;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;

/** The thread that carries out user code, one task after the other. */
final class Worker implements AutoCloseable {
    private final LinkedBlockingQueue<FutureTask<?>> tasks = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closed;

    Worker(String name, Runnable first) {
        thread = new Thread(null, () -> {
            first.run();
            serve();
        }, name, 8L << 20);
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        while (!closed) {
            try {
                tasks.take().run();
            } catch (InterruptedException e) {
                Thread.interrupted();   // meant for a task that was already over
            }
        }
    }

    /** Runs the task on the worker and waits for it. */
    <T> T call(Callable<T> task) throws Throwable {
        var future = new FutureTask<>(task);
        tasks.add(future);
        try {
            return future.get();
        } catch (java.util.concurrent.ExecutionException e) {
            throw e.getCause();
        }
    }

    void interrupt() {
        thread.interrupt();
    }

    @Override public void close() {
        closed = true;
        thread.interrupt();
    }
}

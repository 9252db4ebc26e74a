package layerbook.repl;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Something slow to make: made on a thread of its own once it is started, waited for by whoever needs it first. */
final class Later<T> {
    private final FutureTask<T> task;
    private boolean started;

    private Later(Supplier<T> maker) {
        task = new FutureTask<>(maker::get);
    }

    static <T> Later<T> of(Supplier<T> maker) {
        return new Later<>(maker);
    }

    /** Begins, if that has not been done. Called when the prompt stands: before that, it would only take time from it. */
    synchronized void start() {
        if (!started) {
            started = true;
            Thread thread = new Thread(task, "layerbook-later");
            thread.setDaemon(true);
            thread.start();
        }
    }

    synchronized boolean isStarted() {
        return started;
    }

    boolean isReady() {
        return task.isDone();
    }

    T get() {
        start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

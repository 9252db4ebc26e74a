package layerbook.jupyter;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import layerbook.session.Session;

/** The session, being opened on a thread of its own so that the first questions need not wait for it. */
final class SessionOnce {
    private final CompletableFuture<Session> opening = new CompletableFuture<>();

    SessionOnce(Supplier<Session> opener) {
        var thread = new Thread(() -> {
            try {
                opening.complete(opener.get());
            } catch (Throwable e) {
                opening.completeExceptionally(e);
            }
        }, "layerbook-open");
        thread.setDaemon(true);
        thread.start();
    }

    /** The session; waits until it is there. */
    Session get() {
        return opening.join();
    }

    void interrupt() {
        Session session = opening.isCompletedExceptionally() ? null : opening.getNow(null);
        if (session != null) {
            session.interrupt();
        }
    }

    void close() {
        if (opening.isDone() && !opening.isCompletedExceptionally()) {
            opening.join().close();
        }
    }
}

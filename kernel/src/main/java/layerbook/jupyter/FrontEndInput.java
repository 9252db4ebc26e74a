package layerbook.jupyter;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** System.in of a notebook: when a cell reads, the front end that ran it is asked for a line. */
final class FrontEndInput extends InputStream {
    private final Outbox outbox;
    private final BlockingQueue<Message> replies = new LinkedBlockingQueue<>(16);
    private volatile Message asker;
    private volatile Runnable before = () -> { };
    private volatile boolean allowed;
    private volatile boolean stale;
    private byte[] line = new byte[0];
    private int next;

    FrontEndInput(Outbox outbox) {
        this.outbox = outbox;
    }

    /** From now on it is this request's front end that is asked, if it allows that; what a cell before left unread is gone. {@code before} is done before it is asked. */
    void askerIs(Message request, boolean allowed, Runnable before) {
        this.before = before;
        stale = true;
        this.allowed = allowed;
        asker = request;
    }

    /** A message has come by the stdin door; more replies than were asked for are let go. */
    void received(Message message) {
        if (message.type().equals("input_reply")) {
            replies.offer(message);
        }
    }

    @Override public synchronized int read() throws IOException {
        return available() > 0 || ask() ? line[next++] & 0xFF : -1;
    }

    @Override public synchronized int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (available() == 0 && !ask()) {
            return -1;
        }
        int count = Math.min(length, available());
        System.arraycopy(line, next, into, from, count);
        next += count;
        return count;
    }

    @Override public synchronized int available() {
        if (stale) {
            stale = false;
            next = line.length;
        }
        return line.length - next;
    }

    private boolean ask() throws IOException {
        Message request = asker;
        if (request == null || !allowed) {
            outbox.print(request, "stderr", "  ! nobody can be asked for input here: System.in is at its end\n");
            return false;
        }
        System.out.flush(); // a question that was printed comes before the place for its answer
        System.err.flush();
        before.run();
        replies.clear();
        outbox.say(Door.STDIN, Message.because(request, request.identities(), "input_request", Map.of("prompt", "", "password", false)));
        try {
            line = (replies.take().text("value", "") + "\n").getBytes(StandardCharsets.UTF_8);
            next = 0;
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for input");
        }
    }
}

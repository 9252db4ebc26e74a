package layerbook.jupyter;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import layerbook.session.output.LineInput;

/** System.in of a notebook: when a cell reads, the front end that ran it is asked for a line. */
final class FrontEndInput extends LineInput {
    private final Outbox outbox;
    private final BlockingQueue<Message> replies = new LinkedBlockingQueue<>(16);
    private volatile Message asker;
    private volatile Runnable before = () -> { };
    private volatile boolean allowed;

    FrontEndInput(Outbox outbox) {
        super(StandardCharsets.UTF_8);
        this.outbox = outbox;
    }

    /** From now on it is this request's front end that is asked, if it allows that; what a cell before left unread is gone. {@code before} is done before it is asked. */
    void askerIs(Message request, boolean allowed, Runnable before) {
        this.before = before;
        forget();
        this.allowed = allowed;
        asker = request;
    }

    /** A message has come by the stdin door; more replies than were asked for are let go. */
    void received(Message message) {
        if (message.type().equals("input_reply")) {
            replies.offer(message);
        }
    }

    @Override protected String ask() throws IOException {
        Message request = asker;
        if (request == null || !allowed) {
            outbox.print(request, "stderr", "  ! nobody can be asked for input here: System.in is at its end\n");
            return null;
        }
        before.run();
        replies.clear();
        outbox.say(Door.STDIN, Message.because(request, request.identities(), "input_request", Map.of("prompt", "", "password", false)));
        try {
            return replies.take().text("value", "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for input");
        }
    }
}

package layerbook.jupyter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the kernel says, in order. Printed text is gathered for a moment, so that 20,000 lines become a few messages; whatever else is
 * said behind it closes the gathering first. Threads of the user only touch the queue, never a socket: they may be interrupted at any time.
 */
final class Outbox implements AutoCloseable {
    private static final long GATHER_NANOS = 50_000_000;
    private static final int ENOUGH = 1 << 18;
    private static final int CROWDED = 1000;
    private static final int MOST_TURNS = 16;

    /** Where messages go when it is their turn. */
    interface Post {
        void send(Door door, Message message);
    }

    private record Said(Door door, Message message) {}

    private record Turn(String stream, StringBuilder text) {}

    /** Text under way, all printed because of one request. */
    private static final class Gathered {
        final Message parent;
        final List<Turn> turns = new ArrayList<>();
        final long due = System.nanoTime() + GATHER_NANOS;
        int length;

        Gathered(Message parent) {
            this.parent = parent;
        }

        /** Streams keep taking turns as they were printed; a cell that goes back and forth too often gets one piece of each. */
        void add(String stream, String text) {
            length += text.length();
            for (int i = turns.size() - 1; i >= 0; i--) {
                if (turns.get(i).stream.equals(stream)) {
                    turns.get(i).text.append(text);
                    return;
                }
                if (turns.size() < MOST_TURNS) {
                    break;
                }
            }
            turns.add(new Turn(stream, new StringBuilder(text)));
        }
    }

    private final Object lock = new Object();
    private final ArrayDeque<Object> queue = new ArrayDeque<>();
    private final Post post;
    private final Thread thread;
    private boolean closed;

    Outbox(Post post) {
        this.post = post;
        thread = new Thread(this::run, "layerbook-outbox");
        thread.setDaemon(true);
        thread.start();
    }

    void say(Door door, Message message) {
        synchronized (lock) {
            waitForRoom();
            queue.add(new Said(door, message));
            lock.notifyAll();
        }
    }

    /** Publishes on iopub, because of a request (null: of nobody's). */
    void publish(Message request, String type, Map<String, ?> content) {
        say(Door.IOPUB, Message.because(request, List.of(type.getBytes(java.nio.charset.StandardCharsets.US_ASCII)), type, content));
    }

    /** As publish, with metadata. */
    void publish(Message request, String type, Map<String, ?> content, Map<String, Object> metadata) {
        Message plain = Message.because(request, List.of(type.getBytes(java.nio.charset.StandardCharsets.US_ASCII)), type, content);
        say(Door.IOPUB, new Message(plain.identities(), plain.header(), plain.parent(), metadata, plain.content(), plain.buffers()));
    }

    void print(Message parent, String stream, String text) {
        if (text.isEmpty()) {
            return;
        }
        synchronized (lock) {
            if (queue.peekLast() instanceof Gathered last && last.parent == parent && last.length < ENOUGH) {
                last.add(stream, text);
                if (last.length >= ENOUGH) {
                    lock.notifyAll();
                }
                return;
            }
            waitForRoom();
            var gathered = new Gathered(parent);
            gathered.add(stream, text);
            queue.add(gathered);
            lock.notifyAll();
        }
    }

    private void waitForRoom() {
        while (queue.size() >= CROWDED && !closed) {
            try {
                lock.wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void run() {
        try {
            for (Object next = next(); next != null; next = next()) {
                send(next);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Object next) {
        if (next instanceof Said said) {
            post.send(said.door, said.message);
        } else if (next instanceof Gathered gathered) {
            for (Turn turn : gathered.turns) {
                var content = Map.of("name", turn.stream, "text", turn.text.toString());
                post.send(Door.IOPUB, Message.because(gathered.parent, List.of("stream".getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
                    "stream", content));
            }
        }
    }

    /** What is to be sent next, or null after the end; waits until it is due. */
    private Object next() throws InterruptedException {
        synchronized (lock) {
            while (true) {
                Object head = queue.peek();
                if (head == null) {
                    if (closed) {
                        return null;
                    }
                    lock.wait();
                } else {
                    long left = head instanceof Gathered g && queue.size() == 1 && g.length < ENOUGH && !closed ? g.due - System.nanoTime() : 0;
                    if (left <= 0) {
                        queue.poll();
                        keepOpenPair(head);
                        lock.notifyAll();
                        return head;
                    }
                    lock.wait(left / 1_000_000, (int) (left % 1_000_000));
                }
            }
        }
    }

    /** A character outside the basic plane may have been printed by halves: its first half waits for the second. */
    private void keepOpenPair(Object head) {
        if (head instanceof Gathered gathered && queue.isEmpty() && !closed) {
            Turn last = gathered.turns.get(gathered.turns.size() - 1);
            int end = last.text.length() - 1;
            if (end > 0 && Character.isHighSurrogate(last.text.charAt(end))) {
                var rest = new Gathered(gathered.parent);
                rest.add(last.stream, last.text.substring(end));
                last.text.setLength(end);
                queue.add(rest);
            }
        }
    }

    /** Sends what is left, then stops. */
    @Override public void close() {
        synchronized (lock) {
            closed = true;
            lock.notifyAll();
        }
        try {
            thread.join(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

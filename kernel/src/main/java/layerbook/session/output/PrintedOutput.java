package layerbook.session.output;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Gathers what user code prints into pieces of a sensible size, in order with the other outputs. A piece goes out when it is
 * big, when something else is to be shown, and otherwise after a twentieth of a second.
 */
public final class PrintedOutput {
    private static final int PIECE = 8192;
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "layerbook-print");
        thread.setDaemon(true);
        return thread;
    });

    private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();
    private String stream = "stdout";
    private boolean awaited;
    private boolean closed;
    private Consumer<Output> out = o -> { };
    private Consumer<Output> printedTo = out;

    /** Where the outputs go of this thread, and of those it starts, as long as they last; not set: where all others go. */
    private final InheritableThreadLocal<LateOutputs> own = new InheritableThreadLocal<>();

    /** Where outputs go from now on. */
    public synchronized void to(Consumer<Output> consumer) {
        flush();
        out = consumer;
    }

    /** Carries something out whose outputs nobody is to see. */
    public <T> T quietly(Supplier<T> something) {
        Consumer<Output> before;
        synchronized (this) {
            before = out;
            to(o -> { });
        }
        try {
            return something.get();
        } finally {
            to(before);
        }
    }

    /** From here on this thread, and those it starts, print to what takes the outputs now, if that still takes them later. */
    synchronized void enter() {
        if (out instanceof LateOutputs late) {
            own.set(late);
        } else {
            own.remove();
        }
    }

    private Consumer<Output> here() {
        return own.get() == null ? out : own.get();
    }

    /** From now on nobody hears what is printed. */
    public synchronized void close() {
        to(o -> { });
        closed = true;
    }

    synchronized void write(String name, byte[] bytes, int from, int length) {
        if (closed) {
            return;
        }
        Consumer<Output> here = here();
        if (!name.equals(stream) || here != printedTo) {
            flush();
            stream = name;
            printedTo = here;
        }
        for (int at = from; at < from + length; at += PIECE) { // a program may hand over any number of bytes at once
            gathered.write(bytes, at, Math.min(PIECE, from + length - at));
            if (gathered.size() >= PIECE) {
                flushWholeCharacters();
            }
        }
        if (gathered.size() > 0 && !awaited) {
            awaited = true;
            CLOCK.schedule(this::flushWholeCharacters, 50, TimeUnit.MILLISECONDS);
        }
    }

    /** Shows something else, after what was printed before it. */
    public synchronized void show(Output output) {
        flush();
        out.accept(output);
    }

    /** Says that the last statement of a text begins, to who wants to know. */
    public synchronized void lastBegins() {
        if (out instanceof LateOutputs late) {
            late.lastBegins();
        }
    }

    /** As show, for what user code shows. */
    synchronized void showHere(Output output) {
        flush();
        here().accept(output);
    }

    /** Sends on everything that was printed. */
    public synchronized void flush() {
        send(gathered.size());
    }

    /** As flush, but keeps back a character of which only the first bytes have come. */
    private synchronized void flushWholeCharacters() {
        awaited = false;
        byte[] bytes = gathered.toByteArray();
        int end = bytes.length;
        int back = 0;
        while (back < 3 && back < end && (bytes[end - 1 - back] & 0xC0) == 0x80) {
            back++;
        }
        boolean torn = back < end && Integer.numberOfLeadingZeros(~(bytes[end - 1 - back] << 24)) > back + 1;
        send(torn ? end - 1 - back : end);
    }

    private void send(int length) {
        if (length == 0) {
            return;
        }
        byte[] bytes = gathered.toByteArray();
        gathered.reset();
        gathered.write(bytes, length, bytes.length - length);
        printedTo.accept(new Output.Printed(stream, new String(bytes, 0, length, StandardCharsets.UTF_8)));
    }
}

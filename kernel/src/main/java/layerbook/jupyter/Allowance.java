package layerbook.jupyter;

import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import zmq.Msg;
import zmq.msg.MsgAllocator;

/**
 * Room for the frames that arrive, over all connections: whoever knocks has not shown yet that he knows the key, and ZeroMQ itself would keep a message
 * without end until memory ends. What does not fit ends the message that it belongs to and has no content, so that its signature does not hold.
 */
final class Allowance implements MsgAllocator {
    /** What a frame costs besides its bytes. */
    private static final int OVERHEAD = 256;
    private static final long NANOS_BETWEEN_COLLECTIONS = 1_000_000_000L;
    private static final byte PING = 4;
    private static final int SHORTEST_PING = 7;
    private static final Cleaner CLEANER = Cleaner.create(task -> {
        Thread thread = new Thread(task, "layerbook-frames");
        thread.setDaemon(true);
        return thread;
    });

    private static ByteBuffer nowhere = ByteBuffer.allocateDirect(0);

    private final long most;
    private final int largestFrame;
    private final AtomicLong taken = new AtomicLong();
    private long collected = System.nanoTime() - NANOS_BETWEEN_COLLECTIONS;

    /** @param largestFrame no frame is larger */
    Allowance(long most, int largestFrame) {
        this.most = most;
        this.largestFrame = largestFrame;
    }

    /** Takes in what there is no room for; all write over each other in it. Made when it is needed first, which is in an attack. */
    private static synchronized ByteBuffer nowhere(int size, int largest) {
        if (nowhere.capacity() < size) {
            nowhere = ByteBuffer.allocateDirect(largest);
        }
        return nowhere.duplicate().limit(size).slice();
    }

    @Override public Msg allocate(int size) {
        if (size < 0 || size > largestFrame) {
            return new Surplus(nowhere(0, 0)); // ZeroMQ takes an announced size beyond 2^63 for a negative one
        }
        long cost = (long) size + OVERHEAD;
        if (taken.addAndGet(cost) > most) {
            taken.addAndGet(-cost);
            collect();
            return new Surplus(nowhere(size, largestFrame));
        }
        Msg frame = new Frame(size);
        AtomicLong all = taken;
        CLEANER.register(frame, () -> all.addAndGet(-cost));
        return frame;
    }

    /** Frames that were read count until they are collected, and nothing else may make that happen soon. */
    private synchronized void collect() {
        if (System.nanoTime() - collected > NANOS_BETWEEN_COLLECTIONS) {
            System.gc();
            collected = System.nanoTime();
        }
    }

    /** A frame that ends no thread of ZeroMQ's. */
    static class Frame extends Msg {
        Frame(int size) {
            super(size);
        }

        Frame(ByteBuffer bytes) {
            super(bytes);
        }

        /** A PING that is too short for what belongs into it would end ZeroMQ's thread. */
        @Override public boolean isCommand() {
            return super.isCommand() && !(size() > 0 && size() < SHORTEST_PING && get(0) == PING);
        }
    }

    private static final class Surplus extends Frame {
        Surplus(ByteBuffer nowhere) {
            super(nowhere);
        }

        @Override public boolean hasMore() {
            return false;
        }
    }
}

package layerbook.jupyter;

import java.util.concurrent.atomic.AtomicInteger;
import zmq.Msg;
import zmq.msg.MsgAllocator;

/**
 * Room for what subscribers ask for. Front ends ask for everything, which costs nothing; topics are kept letter by letter in a tree until the subscriber goes,
 * and whoever subscribes has not shown that he knows the key. What there is no room for is no subscription.
 */
final class Subscriptions implements MsgAllocator {
    /** The longest frame: what a subscriber introduces itself with is longer than any topic of the protocol. */
    static final int LARGEST_FRAME = 1024;
    private static final int LETTERS = 200_000;
    /** What a topic costs besides its letters: its subscriber is welcomed, and who subscribes to everything hears that too. */
    private static final int OVERHEAD = 200;
    /** What a frame begins with that asks for a topic. */
    static final byte SUBSCRIBE = 1;
    private static final byte NOTHING = 2;

    private final AtomicInteger left = new AtomicInteger(LETTERS);

    @Override public Msg allocate(int size) {
        return new Asked(size < 0 || size > LARGEST_FRAME ? 0 : size); // ZeroMQ takes an announced size beyond 2^63 for a negative one
    }

    private final class Asked extends Allowance.Frame {
        private boolean looked;
        private boolean refused;

        Asked(int size) {
            super(size);
        }

        /** The first byte says what the frame is. */
        @Override public byte get(int index) {
            byte is = super.get(index);
            if (index != 0 || is != SUBSCRIBE || isCommand()) {
                return is;
            }
            if (!looked) {
                looked = true;
                int cost = size() == 1 ? 0 : size() + OVERHEAD;
                refused = left.addAndGet(-cost) < 0;
                left.addAndGet(refused ? cost : 0);
            }
            return refused ? NOTHING : is;
        }

        /** What is handed on to be read: of what was refused nothing, or it would be taken for a subscription after all. */
        @Override public byte[] data() {
            return refused ? new byte[0] : super.data();
        }
    }
}

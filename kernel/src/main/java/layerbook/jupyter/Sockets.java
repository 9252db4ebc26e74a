package layerbook.jupyter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * The five sockets, owned by one thread that waits in poll and nowhere else. Other threads hand it what is to be sent and poke it
 * through a pipe that is polled like a socket. Heartbeats are echoed and subscribers welcomed right here.
 */
final class Sockets implements AutoCloseable {
    private static final int LARGEST_FRAME = 1 << 26;
    private static final int MOST_FRAMES = 1024;
    private static final int BATCH = 64;
    private static final int LINGER_MILLIS = 400;
    private static final int UNREAD_BY_SUBSCRIBER = 20_000;

    private record Outgoing(Door door, List<byte[]> frames) {}

    private final ZContext context = new ZContext(1);
    private final Allowance allowance = new Allowance(Math.max(2L * LARGEST_FRAME, Runtime.getRuntime().maxMemory() / 8), LARGEST_FRAME);
    private final Map<Door, ZMQ.Socket> sockets = new EnumMap<>(Door.class);
    private final ZMQ.Socket heartbeat;
    private final Welcomes welcomes = new Welcomes();
    private final Wire wire;
    private final BiConsumer<Door, Message> received;
    private final BooleanSupplier full;
    private final Pipe pokes;
    private final AtomicBoolean poked = new AtomicBoolean();
    private final BlockingQueue<Outgoing> outgoing = new LinkedBlockingQueue<>(1000);
    private final ConcurrentLinkedQueue<Runnable> onceRead = new ConcurrentLinkedQueue<>();
    private final Connection bound;
    private final Thread thread;
    private volatile boolean closing;

    /**
     * Binds at once and starts to read.
     *
     * @param received gets each message that is one; must not wait
     * @param full whether to leave further requests at the shell's door for now; {@link #poke} when that has changed
     */
    Sockets(Connection at, Wire wire, BiConsumer<Door, Message> received, BooleanSupplier full) {
        this.wire = wire;
        this.received = received;
        this.full = full;
        context.setLinger(LINGER_MILLIS);
        try {
            pokes = Pipe.open();
            pokes.source().configureBlocking(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            int shell = bind(Door.SHELL, SocketType.ROUTER, at, at.shell());
            int control = bind(Door.CONTROL, SocketType.ROUTER, at, at.control());
            int iopub = bind(Door.IOPUB, SocketType.XPUB, at, at.iopub());
            int stdin = bind(Door.STDIN, SocketType.ROUTER, at, at.stdin());
            heartbeat = socket(SocketType.ROUTER);
            bound = new Connection(at.ip(), shell, control, iopub, stdin, bind(heartbeat, at, at.heartbeat()), at.key(), at.scheme());
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
        thread = new Thread(this::run, "layerbook-sockets");
        thread.setDaemon(true);
        thread.start();
    }

    /** The connection with the ports that were really bound, where 0 was asked for. */
    Connection bound() {
        return bound;
    }

    private int bind(Door door, SocketType type, Connection at, int port) {
        ZMQ.Socket socket = socket(type);
        sockets.put(door, socket);
        return bind(socket, at, port);
    }

    private ZMQ.Socket socket(SocketType type) {
        ZMQ.Socket socket = context.createSocket(type);
        socket.setLinger(LINGER_MILLIS);
        socket.setMaxMsgSize(type == SocketType.XPUB ? Subscriptions.LARGEST_FRAME : LARGEST_FRAME);
        socket.setMsgAllocator(type == SocketType.XPUB ? new Subscriptions() : allowance);
        socket.setIPv6(true);
        if (type == SocketType.XPUB) {
            socket.setXpubVerbose(true);
            socket.setSndHWM(UNREAD_BY_SUBSCRIBER);
        } else {
            socket.setRouterHandover(true);
        }
        return socket;
    }

    private static int bind(ZMQ.Socket socket, Connection at, int port) {
        try {
            if (port != 0) {
                socket.bind(at.address(port));
                return port;
            }
            return socket.bindToRandomPort(at.address(0).replaceFirst(":0$", ""));
        } catch (ZMQException e) {
            throw new IllegalStateException("cannot listen on " + at.address(port) + ": " + e.getMessage(), e);
        }
    }

    /** Hands a message over to be sent; waits if a thousand are on their way already. */
    void send(Door door, Message message) {
        try {
            outgoing.put(new Outgoing(door, wire.frames(message)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        poke();
    }

    /** Runs this on the socket thread once every request that has reached the shell's door by now has been handed over. */
    void onceShellIsRead(Runnable then) {
        onceRead.add(then);
        poke();
    }

    void poke() {
        if (poked.compareAndSet(false, true)) {
            try {
                pokes.sink().write(ByteBuffer.wrap(new byte[1]));
            } catch (IOException closed) {
                // The socket thread has gone, and with it everybody who would want to know.
            }
        }
    }

    private void run() {
        try (ZMQ.Poller poller = context.createPoller(6)) {
            poller.register(pokes.source(), ZMQ.Poller.POLLIN);
            poller.register(heartbeat, ZMQ.Poller.POLLIN);
            poller.register(sockets.get(Door.CONTROL), ZMQ.Poller.POLLIN);
            poller.register(sockets.get(Door.STDIN), ZMQ.Poller.POLLIN);
            poller.register(sockets.get(Door.IOPUB), ZMQ.Poller.POLLIN);
            loop(poller);
        } catch (ZMQException gone) {
            // The context was closed under us: the end.
        } finally {
            context.close();
        }
    }

    private void loop(ZMQ.Poller poller) {
        ZMQ.Socket shell = sockets.get(Door.SHELL);
        boolean listening = false;
        while (!(closing && outgoing.isEmpty())) {
            if (listening == full.getAsBoolean()) {
                listening = !listening;
                if (listening) {
                    poller.register(shell, ZMQ.Poller.POLLIN);
                } else {
                    poller.unregister(shell);
                }
            }
            if (!closing) {
                poller.poll(welcomes.millisToWait());
            }
            turn(listening);
        }
    }

    private void turn(boolean listening) {
        try {
            takePokes();
            welcome();
            echo();
            take(Door.CONTROL);
            take(Door.STDIN);
            boolean allRead = !listening || take(Door.SHELL);
            if (allRead) {
                for (Runnable then = onceRead.poll(); then != null; then = onceRead.poll()) {
                    then.run();
                }
            }
            sendAll();
        } catch (IllegalStateException | IndexOutOfBoundsException | NegativeArraySizeException | AssertionError stumbled) {
            poke(); // a message that ZeroMQ stumbles over is lost, and nothing else
        }
    }

    private void takePokes() {
        try {
            var some = ByteBuffer.allocate(16);
            while (pokes.source().read(some) > 0) {
                some.clear();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        poked.set(false);
    }

    private void sendAll() {
        for (Outgoing next = outgoing.poll(); next != null; next = outgoing.poll()) {
            if (next.door == Door.IOPUB) {
                welcome();
            }
            send(sockets.get(next.door), next.frames);
        }
    }

    private static void send(ZMQ.Socket socket, List<byte[]> frames) {
        int last = frames.size() - 1;
        for (int i = 0; i <= last; i++) {
            socket.send(frames.get(i), ZMQ.DONTWAIT | (i < last ? ZMQ.SNDMORE : 0));
        }
    }

    /** Hands over up to a batch of messages; whether nothing was left. */
    private boolean take(Door door) {
        ZMQ.Socket socket = sockets.get(door);
        for (int i = 0; i < BATCH; i++) {
            List<byte[]> frames = receive(socket);
            if (frames == null) {
                return true;
            }
            wire.read(frames).ifPresent(message -> received.accept(door, message));
        }
        poke();
        return false;
    }

    private void echo() {
        for (int i = 0; i < BATCH; i++) {
            List<byte[]> frames = receive(heartbeat);
            if (frames == null) {
                return;
            }
            send(heartbeat, frames);
        }
        poke();
    }

    private void welcome() {
        ZMQ.Socket iopub = sockets.get(Door.IOPUB);
        for (int i = 0; i < BATCH; i++) {
            List<byte[]> frames = receive(iopub);
            if (frames == null) {
                break;
            }
            welcomes.take(frames.get(0));
        }
        for (Message welcome = welcomes.next(); welcome != null; welcome = welcomes.next()) {
            send(iopub, wire.frames(welcome));
        }
    }

    /** All frames of one message, or null if none is there. Of a message with absurdly many frames the rest is let go. */
    private static List<byte[]> receive(ZMQ.Socket socket) {
        byte[] frame = socket.recv(ZMQ.DONTWAIT);
        if (frame == null) {
            return null;
        }
        var frames = new ArrayList<byte[]>(8);
        frames.add(frame);
        while (socket.hasReceiveMore()) {
            frame = socket.recv(ZMQ.DONTWAIT);
            if (frame == null) {
                break;
            }
            if (frames.size() < MOST_FRAMES) {
                frames.add(frame);
            }
        }
        return frames;
    }

    /** Sends what is still on its way, then closes; comes back when that is done, or after a second. */
    @Override public void close() {
        closing = true;
        poke();
        try {
            thread.join(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

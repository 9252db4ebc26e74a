package layerbook.load.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * An open file of which parts are read by position; the rest stays on disk. Closed by whoever opened it.
 * <pre>{@code
 * try (Source source = Source.open(path)) { long length = source.bytes(0, 8).getLong(); }
 * }</pre>
 */
public final class Source implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final FileChannel channel;
    private final long size;

    private Source(Path path, FileChannel channel) throws IOException {
        this.path = path;
        this.channel = channel;
        this.size = channel.size();
    }

    /** Opens a file for reading. */
    public static Source open(Path path) throws IOException {
        return new Source(path, FileChannel.open(path, StandardOpenOption.READ));
    }

    public Path path() {
        return path;
    }

    /** The length of the file in bytes. */
    public long size() {
        return size;
    }

    /** Some bytes, little-endian; fewer than asked for where the file ends. Meant for small parts: they are held in memory. */
    public ByteBuffer bytes(long from, int count) throws IOException {
        ByteBuffer out = ByteBuffer.allocate((int) Math.max(0, Math.min(count, size - from))).order(ByteOrder.LITTLE_ENDIAN);
        while (out.hasRemaining()) {
            if (channel.read(out, from + out.position()) < 0) {
                break;
            }
        }
        return out.flip();
    }

    /** The bytes from here on as a buffered stream; skipping moves without reading. Each stream has its own place, and closing one leaves the file open. */
    public InputStream stream(long from) {
        return new BufferedInputStream(new From(from), BUFFER);
    }

    /** The rest of the file from a place on. */
    private final class From extends InputStream {
        private long at;

        From(long at) {
            this.at = at;
        }

        @Override public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override public int read(byte[] into, int from, int count) throws IOException {
            int n = channel.read(ByteBuffer.wrap(into, from, count), at);
            at += Math.max(0, n);
            return n;
        }

        @Override public long skip(long count) {
            long n = Math.max(0, Math.min(count, size - at));
            at += n;
            return n;
        }

        @Override public int available() {
            return (int) Math.max(0, Math.min(size - at, Integer.MAX_VALUE));
        }
    }

    /** Whether the file begins with these bytes. */
    public boolean begins(int... first) throws IOException {
        ByteBuffer head = bytes(0, first.length);
        if (head.remaining() < first.length) {
            return false;
        }
        for (int b : first) {
            if ((head.get() & 0xff) != b) {
                return false;
            }
        }
        return true;
    }

    @Override public void close() throws IOException {
        channel.close();
    }
}

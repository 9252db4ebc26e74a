package layerbook.load.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The first bytes of a stream; it ends behind them. Closing it leaves the other one open. */
public final class BoundedStream extends FilterInputStream {
    private long left;

    public BoundedStream(InputStream in, long count) {
        super(in);
        this.left = count;
    }

    /** How many bytes may still come. */
    public long left() {
        return left;
    }

    @Override public int read() throws IOException {
        int b = left <= 0 ? -1 : super.read();
        left -= b < 0 ? 0 : 1;
        return b;
    }

    @Override public int read(byte[] into, int from, int count) throws IOException {
        if (left <= 0 && count > 0) {
            return -1;
        }
        int n = super.read(into, from, (int) Math.min(count, left));
        left -= Math.max(0, n);
        return n;
    }

    @Override public long skip(long count) throws IOException {
        long n = super.skip(Math.min(count, left));
        left -= n;
        return n;
    }

    @Override public int available() throws IOException {
        return (int) Math.min(super.available(), left);
    }

    @Override public boolean markSupported() {
        return false;
    }

    @Override public void close() {
        // whoever opened the stream closes it
    }
}

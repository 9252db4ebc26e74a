package layerbook.session.output;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;

/** {@code System.in} where a person types: when code reads and nothing is left of the line before, a line is asked for. */
public abstract class LineInput extends InputStream {
    private final Charset charset;
    private volatile boolean stale;
    private byte[] line = new byte[0];
    private int next;

    /** @param charset in which code reads, see {@link Charset#defaultCharset} */
    protected LineInput(Charset charset) {
        this.charset = charset;
    }

    /**
     * Asks for a line, and waits for it; what was printed before has been shown.
     *
     * @return the line without its end, or null where the input ends
     * @throws java.io.InterruptedIOException if the statement was stopped meanwhile
     */
    protected abstract String ask() throws IOException;

    /** What was typed and not read is gone; another text begins. */
    public void forget() {
        stale = true;
    }

    @Override public synchronized int read() throws IOException {
        return available() > 0 || fill() ? line[next++] & 0xFF : -1;
    }

    @Override public synchronized int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (available() == 0 && !fill()) {
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

    private boolean fill() throws IOException {
        System.out.flush(); // a question that was printed comes before the place for its answer
        System.err.flush();
        String typed = ask();
        if (typed == null) {
            return false;
        }
        line = (typed + "\n").getBytes(charset);
        next = 0;
        return true;
    }
}

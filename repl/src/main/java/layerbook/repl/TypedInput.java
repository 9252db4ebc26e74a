package layerbook.repl;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.Charset;
import layerbook.session.output.LineInput;
import org.jline.reader.UserInterruptException;

/**
 * {@code System.in} at the terminal: what reads it while a statement runs gets the line that is typed then. Ctrl-C stops the statement, Ctrl-D is the end
 * of the input. A thread that outlives its statement reads the end: what is typed then is for the prompt.
 */
final class TypedInput extends LineInput {
    private static final int TURNS = 100;
    private static final int TURN = 10; // milliseconds

    private final Prompt prompt;
    private final Runnable interrupt;
    private final Object turn = new Object();
    private boolean running;
    private Thread asking;

    /** @param interrupt stops the statement that runs */
    TypedInput(Prompt prompt, Runnable interrupt) {
        super(Charset.defaultCharset());
        this.prompt = prompt;
        this.interrupt = interrupt;
    }

    /** A statement begins. */
    void begin() {
        forget();
        synchronized (turn) {
            running = true;
        }
    }

    /** The statement is over; whoever still reads does so no longer when this comes back. */
    void end() {
        synchronized (turn) {
            running = false;
            for (int i = 0; asking != null && i < TURNS; i++) {
                asking.interrupt();
                try {
                    turn.wait(TURN);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    private boolean isRunning() {
        synchronized (turn) {
            return running;
        }
    }

    @Override protected String ask() throws IOException {
        synchronized (turn) {
            if (!running) {
                return null;
            }
            asking = Thread.currentThread();
        }
        try {
            return prompt.typed();
        } catch (UserInterruptException e) {
            if (!isRunning()) {
                return null;
            }
            interrupt.run();
            throw new InterruptedIOException("interrupted while waiting for input");
        } finally {
            synchronized (turn) {
                asking = null;
                turn.notifyAll();
            }
        }
    }
}

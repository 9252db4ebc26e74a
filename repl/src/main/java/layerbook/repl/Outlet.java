package layerbook.repl;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.IntConsumer;

/**
 * Where a program's output goes; remembers why it could not be written, which a PrintStream swallows. Once whoever reads has had enough, as
 * {@code head} has, the program ends at once and quietly, as Unix programs do.
 */
final class Outlet extends FilterOutputStream {
    /** What shells say of a program that ended because nobody reads: 128 and the number of SIGPIPE. */
    static final int UNHEARD = 141;

    private static final Outlet STANDARD = new Outlet(new FileOutputStream(FileDescriptor.out),
        code -> new Thread(() -> System.exit(code), "layerbook-unheard").start()); // not on this thread: it may hold what an end waits for

    private final IntConsumer end;
    private volatile IOException failure;
    private volatile boolean goesOn;

    Outlet(OutputStream to, IntConsumer end) {
        super(to);
        this.end = end;
    }

    /** The standard output of this process. */
    static Outlet standard() {
        return STANDARD;
    }

    /** From now on nobody's reading is no reason to end: files are written, too. */
    Outlet goesOn() {
        goesOn = true;
        return this;
    }

    @Override public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            boolean first = failure == null;
            failure = first ? e : failure;
            if (first && isUnheard() && !goesOn) {
                end.accept(UNHEARD);
            }
            throw e;
        }
    }

    /** The exit code at the end: {@code code}, or, if output was lost, at least {@link CommandLine#WRONG}, and a line that says so. */
    int end(int code, PrintStream err) {
        if (failure == null) {
            return code;
        }
        if (isUnheard()) {
            return goesOn ? code : UNHEARD;
        }
        err.println("layerbook: the output cannot be written (" + failure.getMessage() + "); make room there or send it to another place");
        return Math.max(code, CommandLine.WRONG);
    }

    private boolean isUnheard() {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }
}

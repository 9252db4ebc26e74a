package layerbook.session.output;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.function.Supplier;
import layerbook.io.WellFormedText;

/**
 * Sends what user code prints to its session. The process has one {@code System.out}; sessions are told apart by the thread that
 * prints, or by the thread that started it. Everybody else prints where they always did.
 */
public final class StandardStreams {
    private static final InheritableThreadLocal<PrintedOutput> HERE = new InheritableThreadLocal<>();
    private static final ThreadLocal<Boolean> MUTED = new ThreadLocal<>();
    private static volatile PrintedOutput latest;
    private static PrintStream out;
    private static PrintStream err;
    private static int sessions;

    private StandardStreams() {}

    /** Puts our streams in place when the first session opens. */
    public static synchronized void open() {
        if (sessions++ == 0) {
            if (System.out != out) {
                out = stream("stdout", System.out);
                System.setOut(out);
            }
            if (System.err != err) {
                err = stream("stderr", System.err);
                System.setErr(err);
            }
        }
    }

    /** A session closes. Our streams stay: what it started may print on, which nobody is to find in the output of the program. */
    public static synchronized void close() {
        if (--sessions == 0) {
            latest = null;
        }
    }

    /** Undoes what user code did with {@code System.setOut}; says whether there was something to undo. */
    public static synchronized boolean restore() {
        boolean changed = System.out != out || System.err != err;
        if (sessions > 0 && changed) {
            System.setOut(out);
            System.setErr(err);
        }
        return changed;
    }

    /** From here on this thread, and those it starts, print to this session. */
    public static void enter(PrintedOutput printing) {
        HERE.set(printing);
        printing.enter();
        latest = printing;
    }

    /** Says which session threads of the common pool print to. */
    public static void running(PrintedOutput printing) {
        latest = printing;
    }

    /** Asks the compiler, which prints a stack of thousands of lines before it throws what broke it: that is said in our words. */
    public static <T> T muted(Supplier<T> compiler) {
        MUTED.set(true);
        try {
            return compiler.get();
        } finally {
            MUTED.remove();
        }
    }

    private static PrintedOutput current() {
        PrintedOutput mine = HERE.get();
        boolean shared = Thread.currentThread() instanceof ForkJoinWorkerThread;
        return shared && latest != null ? latest : mine;
    }

    /** Shows something in the session that this thread belongs to; without one, its text is printed. */
    public static void show(Output output) {
        PrintedOutput printing = current();
        if (printing != null) {
            printing.showHere(output);
        } else if (!output.plain(View.PLAIN).isEmpty()) {
            System.out.println(output.plain(View.PLAIN));
        }
    }

    private static PrintStream stream(String name, PrintStream otherwise) {
        return new Unclosed(new OutputStream() {
            @Override public void write(int b) {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override public void write(byte[] b, int from, int length) {
                PrintedOutput printing = current();
                if (MUTED.get() != null) {
                    return;
                }
                if (printing == null) {
                    otherwise.write(b, from, length);
                } else {
                    printing.write(name, b, from, length);
                }
            }

            @Override public void flush() {
                PrintedOutput printing = current();
                if (printing == null) {
                    otherwise.flush();
                } else {
                    printing.flush();
                }
            }
        });
    }

    /** A stream that others print to as well: closing it only flushes. */
    private static final class Unclosed extends PrintStream {
        Unclosed(OutputStream to) {
            super(to, false, WellFormedText.UTF_8);
        }

        @Override public void close() {
            flush();
        }
    }
}

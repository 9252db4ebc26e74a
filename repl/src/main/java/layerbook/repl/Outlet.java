package layerbook.repl;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Locale;

/** Where a program's output goes; remembers why it could not be written, which a PrintStream swallows. */
final class Outlet extends FilterOutputStream {
    private IOException failure;

    Outlet(OutputStream to) {
        super(to);
    }

    @Override public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            failure = failure == null ? e : failure;
            throw e;
        }
    }

    /** The exit code at the end: {@code code}, or, if output was lost, at least {@link CommandLine#WRONG}, and a line that says so. */
    int end(int code, PrintStream err) {
        if (failure == null || closedByReader()) {
            return code;
        }
        err.println("layerbook: the output cannot be written (" + failure.getMessage() + "); make room there or send it to another place");
        return Math.max(code, CommandLine.WRONG);
    }

    /** Whoever reads has had enough, as {@code head} has: no error. */
    private boolean closedByReader() {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }
}

package layerbook.repl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import layerbook.notebook.NotebookCommands;
import layerbook.session.Session;
import layerbook.session.output.Completeness;
import layerbook.session.output.Output;
import layerbook.session.output.Result;
import layerbook.session.output.Settings;
import layerbook.session.output.View;

/**
 * Statements from a pipe: {@code printf 'input(3, 32, 32)\nrelu()\n' | layerbook}. Each runs as soon as it is complete; what it shows goes to
 * standard output, what went wrong to standard error. A statement that fails does not stop the next, as at the prompt, but the exit code is 1.
 * An interrupt stops the statement that runs, and nothing behind it is read.
 */
final class Piped {
    private static final Pattern GOES_ON = Pattern.compile("\\s*(\\.|(else|catch|finally)\\b).*", Pattern.DOTALL);

    private final Session session;
    private final View view;
    private final PrintStream out;
    private final PrintStream err;
    private final StringBuilder text = new StringBuilder();
    private boolean failed;
    private boolean lineOpen;
    private volatile boolean running;
    private volatile boolean interrupted;
    private Integer exit;

    Piped(Session session, View view, PrintStream out, PrintStream err) {
        this.session = session;
        this.view = view;
        this.out = out;
        this.err = err;
    }

    static int start() {
        PrintStream out = Surroundings.out();
        PrintStream err = Surroundings.err();
        try (Session session = Session.open(Settings.standard())) {
            NotebookCommands.addTo(session);
            var piped = new Piped(session, Surroundings.plainView(), out, err);
            Interrupts.stop(piped::interrupt);
            return piped.read(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            err.println("layerbook: cannot read standard input: " + e.getMessage());
            return 2;
        } finally {
            out.flush();
        }
    }

    /** Runs statement by statement. One that is complete waits for the next line, which may go on with it ({@code .then(..)}). */
    int read(BufferedReader in) throws IOException {
        boolean complete = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (complete && !GOES_ON.matcher(line).matches() && !session.continues(text.toString(), line)) {
                run();
                if (exit != null) {
                    return exit;
                }
            }
            text.append(line).append('\n');
            complete = session.completeness(text.toString()).status() != Completeness.Status.INCOMPLETE;
        }
        if (!text.toString().isBlank()) {
            run();
        }
        return exit != null ? exit : failed ? 1 : 0;
    }

    /** Stops what runs; says whether something did. */
    private boolean interrupt() {
        interrupted = true;
        session.interrupt();
        return running;
    }

    private void run() {
        running = true;
        Result result = session.run(text.toString(), this::show);
        running = false;
        text.setLength(0);
        failed |= !result.ok();
        exit = interrupted ? (Integer) Interrupts.CODE : result.exit().orElse(null);
        endLine();
        out.flush();
        if (interrupted) {
            err.println("layerbook: interrupted; nothing behind this statement was run");
        }
    }

    /** Also what threads print after their statement has ended. */
    private synchronized void show(Output output) {
        if (output instanceof Output.Printed printed) {
            boolean error = printed.stream().equals("stderr");
            (error ? err : out).print(printed.text());
            lineOpen = !error && !printed.text().endsWith("\n");
            return;
        }
        endLine();
        String shown = output.plain(view);
        if (output instanceof Output.Failed || output instanceof Output.Warning) {
            out.flush();
            err.println(shown);
        } else if (!shown.isEmpty()) {
            out.println(shown);
        }
    }

    private synchronized void endLine() {
        if (lineOpen) {
            out.println();
            lineOpen = false;
        }
    }
}

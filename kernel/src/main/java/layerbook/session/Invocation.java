package layerbook.session;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import layerbook.session.output.Output;
import layerbook.session.output.Problem;
import layerbook.session.output.Result;

/** One use of a command: where it was typed, with what arguments, and where its outputs go. */
public final class Invocation {
    private final Session session;
    private final String arguments;
    private final Consumer<Output> out;
    private Optional<Integer> exit = Optional.empty();
    private Optional<Result> inner = Optional.empty();

    Invocation(Session session, String arguments, Consumer<Output> out) {
        this.session = session;
        this.arguments = arguments;
        this.out = out;
    }

    /** The session it was typed in. */
    public Session session() {
        return session;
    }

    /** What stands behind the command's name, without space around it; empty if nothing does. */
    public String arguments() {
        return arguments;
    }

    /** The arguments, split at spaces. */
    public List<String> words() {
        return arguments.isEmpty() ? List.of() : List.of(arguments.split("\\s+"));
    }

    /** Shows something. */
    public void show(Output output) {
        out.accept(output);
    }

    /** Shows a line or several of plain text. */
    public void say(String text) {
        out.accept(new Output.Shown(view -> text));
    }

    /** Says how far the command has come, to those who wait for it. */
    public void progress(String text) {
        session.progress(text);
    }

    /** Runs more text as part of this command, e.g. the statements of a file; what its failure means is for the command to say. */
    public Result run(String text) {
        return session.runInside(text);
    }

    /** Runs a text in the place of this command: its failure, which is shown, is the command's. */
    public Result runInstead(String text) {
        Result result = session.runInside(text);
        inner = Optional.of(result);
        return result;
    }

    /** Ends the session once the command is over, with this exit code. */
    public void exit(int code) {
        exit = Optional.of(code);
    }

    Optional<Integer> exitCode() {
        return exit;
    }

    /** What went wrong with the text that ran in the place of the command. */
    Optional<Problem> failure() {
        return inner.flatMap(Result::problem);
    }
}

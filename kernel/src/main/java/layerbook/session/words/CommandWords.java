package layerbook.session.words;

import layerbook.layer.Layer;
import layerbook.net.NetworkBuilder;

/** The commands as Java calls, so that notebooks can use them. They are carried out when the statement that says them is over. */
abstract class CommandWords extends OperationWords {
    CommandWords() {}

    /**
     * Takes the last statement back: its rows and the variables it assigned, not its output.
     * <pre>{@code
     * undo()
     * }</pre>
     */
    public static void undo() {
        DeferredCommands.ask("/undo");
    }

    /**
     * Takes the last statements back.
     *
     * @param howMany how many
     */
    public static void undo(int howMany) {
        DeferredCommands.ask("/undo " + howMany);
    }

    /**
     * Does again what was undone.
     * <pre>{@code
     * undo(); redo()
     * }</pre>
     */
    public static void redo() {
        DeferredCommands.ask("/redo");
    }

    /**
     * Puts a layer in the place of a statement and runs the statements after it again.
     * <pre>{@code
     * replace(3, conv2d(32, 3, padding(1)))
     * }</pre>
     *
     * @param statement its number in {@link #list}
     * @param layer the new one
     */
    public static void replace(int statement, Layer layer) {
        NetworkBuilder.current().consume(layer);
        DeferredCommands.ask("/replace " + statement + " " + layer.codeText());
    }

    /**
     * Puts another statement in the place of one, and runs those after it again.
     *
     * @param statement its number in {@link #list}
     * @param code the new statement
     */
    public static void replace(int statement, String code) {
        DeferredCommands.ask("/replace " + statement + " " + code);
    }

    /**
     * Takes a statement out and runs those after it again.
     * <pre>{@code
     * drop(3)
     * }</pre>
     *
     * @param statement its number in {@link #list}
     */
    public static void drop(int statement) {
        DeferredCommands.ask("/drop " + statement);
    }

    /**
     * Runs a statement once more.
     * <pre>{@code
     * rerun(1)
     * }</pre>
     *
     * @param statement its number in {@link #list}
     */
    public static void rerun(int statement) {
        DeferredCommands.ask("/rerun " + statement);
    }

    /**
     * Lists the statements that worked, with their numbers.
     * <pre>{@code
     * list()
     * }</pre>
     */
    public static void list() {
        DeferredCommands.ask("/list");
    }

    /**
     * Shows what the last change did to the networks: a statement, an edit, an undo.
     * <pre>{@code
     * diff()
     * }</pre>
     */
    public static void diff() {
        DeferredCommands.ask("/diff");
    }

    /**
     * Sets whether you are asked for a statement's figures before they are shown. Where nobody can answer, nothing is
     * asked.
     * <pre>{@code
     * predict(false)
     * }</pre>
     *
     * @param on whether to ask
     */
    public static void predict(boolean on) {
        DeferredCommands.ask("/predict " + (on ? "on" : "off"));
    }

    /**
     * Asks questions on the network and marks the answers.
     * <pre>{@code
     * quiz()
     * }</pre>
     */
    public static void quiz() {
        DeferredCommands.ask("/quiz");
    }

    /**
     * Asks so many questions on the network.
     *
     * @param questions how many
     * @param seed the same seed asks the same questions
     */
    public static void quiz(int questions, long seed) {
        DeferredCommands.ask("/quiz " + questions + " seed " + seed);
    }

    /**
     * Lists the variables and their values.
     * <pre>{@code
     * vars()
     * }</pre>
     */
    public static void vars() {
        DeferredCommands.ask("/vars");
    }

    /**
     * Lists the imports.
     * <pre>{@code
     * imports()
     * }</pre>
     */
    public static void imports() {
        DeferredCommands.ask("/imports");
    }

    /**
     * Sets what is shown after each statement.
     * <pre>{@code
     * echo("brief")
     * }</pre>
     *
     * @param mode brief (one line), table, or teach (a card with the formulas worked)
     */
    public static void echo(String mode) {
        DeferredCommands.ask("/echo " + mode);
    }

    /**
     * Starts with an empty network; variables stay.
     * <pre>{@code
     * reset()
     * }</pre>
     */
    public static void reset() {
        DeferredCommands.ask("/reset");
    }

    /**
     * Shows the page of a layer, option, convention, operation or command.
     * <pre>{@code
     * help("conv2d")
     * }</pre>
     *
     * @param word e.g. {@code conv2d}
     */
    public static void help(String word) {
        DeferredCommands.ask("/help " + word);
    }

    /**
     * Lists the commands.
     * <pre>{@code
     * help()
     * }</pre>
     */
    public static void help() {
        DeferredCommands.ask("/help");
    }

    /**
     * Writes the statements that worked in this session as a notebook.
     * <pre>{@code
     * save("lesson.jsh")
     * }</pre>
     *
     * @param file ends in .jsh or .ipynb
     */
    public static void save(String file) {
        DeferredCommands.ask("/save " + file);
    }

    /**
     * Runs the code of a notebook in this session.
     * <pre>{@code
     * open("lesson.jsh")
     * }</pre>
     *
     * @param file a .jsh or .ipynb
     */
    public static void open(String file) {
        DeferredCommands.ask("/open " + file);
    }

    /**
     * Runs a notebook in this session and shows its text as well.
     * <pre>{@code
     * run("lesson.jsh")
     * }</pre>
     *
     * @param file a .jsh or .ipynb
     */
    public static void run(String file) {
        DeferredCommands.ask("/run " + file);
    }

    /**
     * Offers a statement for editing; the edited one replaces it.
     * <pre>{@code
     * edit(1)
     * }</pre>
     *
     * @param statement its number in {@link #list}
     */
    public static void edit(int statement) {
        DeferredCommands.ask("/edit " + statement);
    }

    /**
     * Sets a preference.
     * <pre>{@code
     * set("echo", "brief")
     * }</pre>
     *
     * @param name e.g. echo, batch
     * @param value its value
     */
    public static void set(String name, Object value) {
        DeferredCommands.ask("/set " + name + " " + value);
    }

    /**
     * Lists the preferences and their values.
     * <pre>{@code
     * set()
     * }</pre>
     */
    public static void set() {
        DeferredCommands.ask("/set");
    }

    /**
     * Runs a statement and shows how long it took.
     * <pre>{@code
     * time("params()")
     * }</pre>
     *
     * @param statement one statement of Java
     */
    public static void time(String statement) {
        DeferredCommands.ask("/time " + statement);
    }

    /**
     * Ends the session, or the run of the file.
     * <pre>{@code
     * exit()
     * }</pre>
     */
    public static void exit() {
        DeferredCommands.ask("/exit");
    }

    /**
     * Ends the session with an exit code.
     *
     * @param code 0 for success
     */
    public static void exit(int code) {
        DeferredCommands.ask("/exit " + code);
    }

    /**
     * Shows the stack trace of the last error, or all that the compiler reported.
     * <pre>{@code
     * why()
     * }</pre>
     */
    public static void why() {
        DeferredCommands.ask("/why");
    }
}

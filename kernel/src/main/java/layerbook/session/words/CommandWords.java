package layerbook.session.words;

import layerbook.layer.Layer;
import layerbook.net.NetworkBuilder;

/** The commands as Java calls, so that notebooks can use them. They are carried out when the statement that says them is over. */
abstract class CommandWords extends OperationWords {
    CommandWords() {}

    /** Takes the last statement back. */
    public static void undo() {
        DeferredCommands.ask("/undo");
    }

    /** Takes the last statements back. */
    public static void undo(int howMany) {
        DeferredCommands.ask("/undo " + howMany);
    }

    /** Does again what was undone. */
    public static void redo() {
        DeferredCommands.ask("/redo");
    }

    /** Puts a layer in the place of a statement of {@link #list}, and runs what follows again. */
    public static void replace(int statement, Layer layer) {
        NetworkBuilder.current().consume(layer);
        DeferredCommands.ask("/replace " + statement + " " + layer.codeText());
    }

    /** Puts another statement in the place of one of {@link #list}, and runs what follows again. */
    public static void replace(int statement, String code) {
        DeferredCommands.ask("/replace " + statement + " " + code);
    }

    /** Takes a statement of {@link #list} out, and runs what follows again. */
    public static void drop(int statement) {
        DeferredCommands.ask("/drop " + statement);
    }

    /** Runs a statement of {@link #list} once more. */
    public static void rerun(int statement) {
        DeferredCommands.ask("/rerun " + statement);
    }

    /** Shows the statements that worked, with their numbers. */
    public static void list() {
        DeferredCommands.ask("/list");
    }

    /** Shows what the last change did to the networks: a statement, an edit, taking back. */
    public static void diff() {
        DeferredCommands.ask("/diff");
    }

    /** Whether what a statement shows is asked for before it is shown. Where nobody can be asked, nothing is. */
    public static void predict(boolean on) {
        DeferredCommands.ask("/predict " + (on ? "on" : "off"));
    }

    /** Questions on the network, marked. */
    public static void quiz() {
        DeferredCommands.ask("/quiz");
    }

    /** So many questions on the network; the same seed asks the same. */
    public static void quiz(int questions, long seed) {
        DeferredCommands.ask("/quiz " + questions + " seed " + seed);
    }

    /** Shows the variables and their values. */
    public static void vars() {
        DeferredCommands.ask("/vars");
    }

    /** Shows the imports. */
    public static void imports() {
        DeferredCommands.ask("/imports");
    }

    /** What is shown after a statement from now on: brief, table or teach. */
    public static void echo(String mode) {
        DeferredCommands.ask("/echo " + mode);
    }

    /** An empty network; variables stay. */
    public static void reset() {
        DeferredCommands.ask("/reset");
    }

    /** All about a layer, option, convention or command. */
    public static void help(String word) {
        DeferredCommands.ask("/help " + word);
    }

    /** The commands there are. */
    public static void help() {
        DeferredCommands.ask("/help");
    }

    /** Writes what worked in this session as a notebook. */
    public static void save(String file) {
        DeferredCommands.ask("/save " + file);
    }

    /** Runs the code of a notebook in this session. */
    public static void open(String file) {
        DeferredCommands.ask("/open " + file);
    }

    /** Runs a notebook in this session and shows its words too. */
    public static void run(String file) {
        DeferredCommands.ask("/run " + file);
    }

    /** A statement of {@link #list}, to be changed and replaced. */
    public static void edit(int statement) {
        DeferredCommands.ask("/edit " + statement);
    }

    /** What is preferred from now on: {@code set("echo", "brief")}, {@code set("batch", 32)}. */
    public static void set(String name, Object value) {
        DeferredCommands.ask("/set " + name + " " + value);
    }

    /** What can be set, and how it is. */
    public static void set() {
        DeferredCommands.ask("/set");
    }

    /** Runs a statement and says how long it took. */
    public static void time(String statement) {
        DeferredCommands.ask("/time " + statement);
    }

    /** Leaves: ends the session, or the run of the file. */
    public static void exit() {
        DeferredCommands.ask("/exit");
    }

    /** Leaves with an exit code. */
    public static void exit(int code) {
        DeferredCommands.ask("/exit " + code);
    }

    /** Shows all of Java's words on the last error. */
    public static void why() {
        DeferredCommands.ask("/why");
    }
}

package layerbook.session;

import layerbook.layer.Layer;
import layerbook.net.NetworkBuilder;

/** The commands as Java calls, so that notebooks can use them. They are carried out when the statement that says them is over. */
abstract class CommandWords extends StepWords {
    CommandWords() {}

    /** Takes the last statement back. */
    public static void undo() {
        Deferred.ask("/undo");
    }

    /** Takes the last statements back. */
    public static void undo(int howMany) {
        Deferred.ask("/undo " + howMany);
    }

    /** Does again what was undone. */
    public static void redo() {
        Deferred.ask("/redo");
    }

    /** Puts a layer in the place of a statement of {@link #list}, and runs what follows again. */
    public static void replace(int statement, Layer layer) {
        NetworkBuilder.current().consume(layer);
        Deferred.ask("/replace " + statement + " " + layer.codeText());
    }

    /** Puts another statement in the place of one of {@link #list}, and runs what follows again. */
    public static void replace(int statement, String code) {
        Deferred.ask("/replace " + statement + " " + code);
    }

    /** Takes a statement of {@link #list} out, and runs what follows again. */
    public static void drop(int statement) {
        Deferred.ask("/drop " + statement);
    }

    /** Runs a statement of {@link #list} once more. */
    public static void rerun(int statement) {
        Deferred.ask("/rerun " + statement);
    }

    /** Shows the statements that worked, with their numbers. */
    public static void list() {
        Deferred.ask("/list");
    }

    /** Shows what the last change did to the networks: a statement, an edit, taking back. */
    public static void diff() {
        Deferred.ask("/diff");
    }

    /** Whether what a statement shows is asked for before it is shown. Where nobody can be asked, nothing is. */
    public static void predict(boolean on) {
        Deferred.ask("/predict " + (on ? "on" : "off"));
    }

    /** Questions on the network, marked. */
    public static void quiz() {
        Deferred.ask("/quiz");
    }

    /** So many questions on the network; the same seed asks the same. */
    public static void quiz(int questions, long seed) {
        Deferred.ask("/quiz " + questions + " seed " + seed);
    }

    /** Shows the variables and their values. */
    public static void vars() {
        Deferred.ask("/vars");
    }

    /** Shows the imports. */
    public static void imports() {
        Deferred.ask("/imports");
    }

    /** What is shown after a statement from now on: brief, table or teach. */
    public static void echo(String mode) {
        Deferred.ask("/echo " + mode);
    }

    /** An empty network; variables stay. */
    public static void reset() {
        Deferred.ask("/reset");
    }

    /** All about a layer, option, convention or command. */
    public static void help(String word) {
        Deferred.ask("/help " + word);
    }

    /** The commands there are. */
    public static void help() {
        Deferred.ask("/help");
    }

    /** Writes what worked in this session as a notebook. */
    public static void save(String file) {
        Deferred.ask("/save " + file);
    }

    /** Runs the code of a notebook in this session. */
    public static void open(String file) {
        Deferred.ask("/open " + file);
    }

    /** Runs a notebook in this session and shows its words too. */
    public static void run(String file) {
        Deferred.ask("/run " + file);
    }

    /** A statement of {@link #list}, to be changed and replaced. */
    public static void edit(int statement) {
        Deferred.ask("/edit " + statement);
    }

    /** What is preferred from now on: {@code set("echo", "brief")}, {@code set("batch", 32)}. */
    public static void set(String name, Object value) {
        Deferred.ask("/set " + name + " " + value);
    }

    /** What can be set, and how it is. */
    public static void set() {
        Deferred.ask("/set");
    }

    /** Runs a statement and says how long it took. */
    public static void time(String statement) {
        Deferred.ask("/time " + statement);
    }

    /** Leaves: ends the session, or the run of the file. */
    public static void exit() {
        Deferred.ask("/exit");
    }

    /** Leaves with an exit code. */
    public static void exit(int code) {
        Deferred.ask("/exit " + code);
    }

    /** Shows all of Java's words on the last error. */
    public static void why() {
        Deferred.ask("/why");
    }
}

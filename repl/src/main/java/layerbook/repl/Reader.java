package layerbook.repl;

import java.io.IOException;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import layerbook.session.output.Completeness;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.utils.AttributedString;

/** JLine's line reader, opened up where it lets a subclass in: what Enter does, what a paste is, what stands below the line. */
final class Reader extends LineReaderImpl {
    private final Function<String, Completeness> completeness;
    private final Runnable drawn;
    private final Supplier<AttributedString> hint;
    private Supplier<AttributedString> shownHint;
    private boolean finished;
    private String prefix;
    private String found;
    private String typed;

    /**
     * @param completeness whether a text can be run
     * @param drawn called whenever the line has been drawn
     * @param hint what is said below the line, or null
     */
    Reader(org.jline.terminal.Terminal terminal, Function<String, Completeness> completeness, Runnable drawn, Supplier<AttributedString> hint)
            throws IOException {
        super(terminal, "layerbook");
        this.completeness = completeness;
        this.drawn = drawn;
        this.hint = hint;
    }

    /** Enter: runs what is complete; else goes on in a new line, indented. */
    @Override protected boolean acceptLine() {
        String text = buf.toString();
        Completeness answer = text.isBlank() ? null : completeness.apply(text);
        if (answer == null || answer.status() != Completeness.Status.INCOMPLETE) {
            callWidget(CALLBACK_FINISH);
            state = State.DONE;
            return true;
        }
        newLine(buf.cursor() == buf.length() ? answer.indent() : "");
        return true;
    }

    private void newLine(String indent) {
        buf.write("\n" + indent);
        if (Console.isDumb(terminal)) { // a dumb terminal shows no line of ours: say that more is expected
            terminal.writer().print("      ...> ");
            terminal.flush();
        }
    }

    /** A new line whether or not the text is complete. */
    boolean insertNewLine() {
        newLine("");
        return true;
    }

    /** A closing brace at the beginning of a line stands one step further left than what it closes. */
    boolean closeBrace() {
        String line = buf.upToCursor().substring(buf.upToCursor().lastIndexOf('\n') + 1);
        if (line.isBlank() && line.length() >= 4 && buf.toString().contains("\n")) {
            buf.backspace(4);
        }
        return selfInsert();
    }

    /** Takes a paste exactly as it is; only if it is what a terminal showed, prompts and echoes are left out. */
    @Override public boolean beginPaste() {
        String pasted = doReadStringUntil(BRACKETED_PASTE_END).replace("\r\n", "\n").replace('\r', '\n');
        regionActive = RegionType.PASTE;
        regionMark = buf.cursor();
        buf.write(buf.length() == 0 ? Transcript.statements(pasted) : pasted);
        return true;
    }

    @Override protected void redisplay(boolean flush) {
        hintBelow();
        super.redisplay(flush);
        drawn.run();
    }

    /** JLine shows what {@code post} gives below the line; it is ours only while no menu or search uses it. */
    private void hintBelow() {
        if (post != null && post != shownHint) {
            return;
        }
        AttributedString said = finished || Console.isDumb(terminal) ? null : hint.get();
        shownHint = said == null ? null : () -> said;
        post = shownHint;
    }

    /** The line is read: nothing stays below it. */
    @Override protected void cleanup() {
        finished = true;
        super.cleanup();
        finished = false;
    }

    /** Whether the line is being left as it will stay. */
    boolean isFinished() {
        return finished;
    }

    /** Shows something below the line until this is called with null. */
    void below(Supplier<AttributedString> what) {
        post = what;
    }

    /** The key just read is to be read again. */
    void again() {
        runMacro(getLastBinding());
    }

    /** Takes the suggestion that stands behind the cursor, if one does. */
    boolean takeSuggestion() {
        boolean there = buf.cursor() == buf.length() && getAutosuggestion() == SuggestionType.HISTORY && !getTailTip().isEmpty();
        if (there) {
            buf.write(getTailTip());
        }
        return there;
    }

    /** Up: a line up; from the first line, to the entry before that begins with what stands before the cursor. */
    boolean upOrPrefix() {
        return buf.up() || search(index -> searchBackwards(prefix, index, true));
    }

    boolean downOrPrefix() {
        return buf.down() || search(index -> index >= history.last() ? -1 : searchForwards(prefix, index + 1, true)) || backToTyped();
    }

    private boolean search(IntUnaryOperator next) {
        if (found == null || !buf.toString().equals(found)) {
            prefix = buf.upToCursor();
            typed = buf.toString();
        }
        int index = history.index();
        do {
            index = next.applyAsInt(index);
        } while (index >= 0 && history.get(index).equals(buf.toString()));
        if (index < 0) {
            return false;
        }
        history.moveTo(index);
        found = history.get(index);
        return put(found);
    }

    /** Behind the newest entry stands what was typed before the search. */
    private boolean backToTyped() {
        boolean searching = found != null && buf.toString().equals(found);
        found = null;
        history.moveToEnd();
        return searching && put(typed);
    }

    /** Puts text on the line. */
    boolean put(String text) {
        buf.clear();
        buf.write(text);
        return true;
    }
}

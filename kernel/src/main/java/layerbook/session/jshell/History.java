package layerbook.session.jshell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import layerbook.net.Graph;
import layerbook.net.NetworkBuilder;
import layerbook.net.Tensor;

/**
 * The statements that worked, and what can be taken back: before each change the graph, the variables and the statements as they were.
 * Statements hang in a chain from the last to the first, so that keeping what they were costs nothing.
 */
public final class History {
    /** A statement that worked, with the state before it: the graph, and the variables that it changed (as long as it can be undone). */
    public record Entry(Entry previous, String source, Graph before, Map<String, Object> variables) {}

    /** Something that can be taken back or done again: its name, and the state to go to. */
    public record Change(String what, Graph graph, Map<String, Object> variables, Entry last) {}

    /** Where variables live. */
    public interface Slots {
        /** All values now. */
        Map<String, Object> values();

        /** Puts values back; variables that are not in the map stay. */
        void restore(Map<String, Object> values);

        /** From now on, what is assigned is a change. */
        void settle();

        /** What has been assigned since then, with the values before; variables that are new are not among it. */
        Map<String, Object> changes();

        /** Whether there are new ones since then. */
        boolean grew();
    }

    private final NetworkBuilder book;
    private final Slots slots;
    private final UndoStack done;
    private final UndoStack undone;
    private Entry last;
    private Graph before = Graph.empty();
    private Change open;

    public History(NetworkBuilder book, Slots slots) {
        this(book, slots, Runtime.getRuntime().maxMemory() / 8);
    }

    /** @param most in bytes: what the values may hold together that undo brings back */
    History(NetworkBuilder book, Slots slots, long most) {
        done = new UndoStack(most);
        undone = new UndoStack(most);
        this.book = book;
        this.slots = slots;
    }

    /** A text begins to run. */
    public void begin(String source) {
        slots.settle();
        open = new Change(source.strip(), book.graph(), Map.of(), last);
    }

    /** What runs has failed: the networks are as they were before it, and so are the tensors. Other variables keep what they were given. */
    public void fail() {
        if (open != null && open.graph != book.graph()) {
            var tensors = new LinkedHashMap<>(slots.changes());
            tensors.values().removeIf(v -> !(v instanceof Tensor));
            book.go(open.graph);
            slots.restore(tensors);
        }
    }

    /** It is over; if it changed the graph or a variable, it can be taken back; if it is to be kept, it is one of the statements. */
    public void end(boolean keep) {
        if (open != null) {
            var changed = new LinkedHashMap<>(slots.changes());
            changed.entrySet().removeIf(e -> e.getKey().startsWith("$"));
            var before = new Change(open.what, open.graph, changed, open.last);
            boolean changes = before.graph != book.graph() || !changed.isEmpty() || slots.grew();
            if (keep) {
                last = new Entry(last, before.what, before.graph, before.variables);
            }
            if (changes) {
                push(before);
            }
        }
        open = null;
    }

    private void push(Change change) {
        before = change.graph == book.graph() ? before : change.graph;
        done.push(change);
        undone.putBack(new ArrayDeque<>());
    }

    /** Of the state before, only the variables that are not what they were. */
    private Change changed(Change before, Map<String, Object> now) {
        Map<String, Object> changed = new LinkedHashMap<>(before.variables);
        changed.entrySet().removeIf(e -> Slot.same(e.getValue(), now.get(e.getKey())));
        return new Change(before.what, before.graph, changed, before.last);
    }

    /** Something else changes the graph now, such as a command. */
    public void mark(String what) {
        push(new Change(what, book.graph(), slots.values(), last));
        before = book.graph();
    }

    /** Carries out something that runs many statements, as one change; if it throws, everything is as before. */
    public void asOne(String what, Runnable many) {
        var before = new Change(what, book.graph(), slots.values(), last);
        Deque<Change> doneBefore = done.copy();
        try {
            many.run();
        } catch (RuntimeException e) {
            book.go(before.graph);
            slots.restore(before.variables);
            last = before.last;
            done.putBack(doneBefore);
            throw e;
        }
        done.putBack(doneBefore);
        push(changed(before, slots.values()));
    }

    /** Goes back to before this statement; it and all behind it are forgotten. */
    public void rewind(Entry entry) {
        for (Entry at = last; at != entry.previous; at = at.previous) {
            slots.restore(at.variables);
        }
        book.go(entry.before);
        last = entry.previous;
    }

    /** The networks before the last change, undoing included. */
    public Graph before() {
        return before;
    }

    /** Whether what was done longer ago could have been taken back once, and no longer can. */
    public boolean isForgetful() {
        return done.isForgetful();
    }

    public Optional<String> undo() {
        return swap(done, undone);
    }

    public Optional<String> redo() {
        return swap(undone, done);
    }

    private Optional<String> swap(UndoStack from, UndoStack to) {
        if (from.isEmpty()) {
            return Optional.empty();
        }
        Change change = from.pop();
        Map<String, Object> now = slots.values();
        now.keySet().retainAll(change.variables.keySet());
        to.push(new Change(change.what, book.graph(), now, last));
        before = book.graph();
        List<Entry> behind = to == undone ? behind(change) : List.of();
        book.go(change.graph);
        slots.restore(change.variables);
        last = change.last;
        behind.forEach(e -> last = new Entry(last, e.source, change.graph, Map.of()));
        return Optional.of(change.what);
    }

    /** What came behind a statement that is taken back changed nothing: a class, a method, something printed. It stands. */
    private List<Entry> behind(Change change) {
        var behind = new ArrayList<Entry>();
        Entry at = last;
        while (at != null && at.previous != change.last) {
            behind.add(0, at);
            at = at.previous;
        }
        return at != null && at.source == change.what ? behind : List.of();
    }

    /** The statements that worked and stand, oldest first. */
    public List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        for (Entry at = last; at != null; at = at.previous) {
            entries.add(at);
        }
        Collections.reverse(entries);
        return entries;
    }

    public List<String> statements() {
        return entries().stream().map(Entry::source).toList();
    }
}

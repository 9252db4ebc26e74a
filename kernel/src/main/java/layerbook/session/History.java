package layerbook.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import layerbook.net.Book;
import layerbook.net.Graph;

/** What can be taken back: before each text that changed something, the graph and the variables as they were. */
final class History {
    /** A text with the state before it. */
    private record Step(String source, Graph before, Map<String, Object> variables) {}

    /** Where variables live. */
    interface Slots {
        /** All values now. */
        Map<String, Object> values();

        /** Puts values back; variables that are not in the map stay. */
        void restore(Map<String, Object> values);
    }

    private final Book book;
    private final Slots slots;
    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    private final List<String> statements = new ArrayList<>();
    private Step open;

    History(Book book, Slots slots) {
        this.book = book;
        this.slots = slots;
    }

    /** A text begins to run. */
    void begin(String source) {
        open = new Step(source, book.graph(), slots.values());
    }

    /** It is over; if it changed the graph or a variable, it can be taken back. */
    void end() {
        if (open != null && (open.before != book.graph() || !open.variables.equals(slots.values()))) {
            done.push(open);
            undone.clear();
            statements.add(open.source.strip());
        }
        open = null;
    }

    /** Something else changes the graph now, such as a command. */
    void mark(String what) {
        done.push(new Step(what, book.graph(), slots.values()));
        undone.clear();
    }

    Optional<String> undo() {
        return swap(done, undone);
    }

    Optional<String> redo() {
        return swap(undone, done);
    }

    private Optional<String> swap(Deque<Step> from, Deque<Step> to) {
        if (from.isEmpty()) {
            return Optional.empty();
        }
        Step step = from.pop();
        to.push(new Step(step.source, book.graph(), slots.values()));
        book.go(step.before);
        slots.restore(step.variables);
        return Optional.of(step.source);
    }

    List<String> statements() {
        return List.copyOf(statements);
    }
}

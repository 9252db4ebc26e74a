package layerbook.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import layerbook.net.Book;
import layerbook.net.Graph;
import layerbook.net.Tensor;

/** What can be taken back: before each text that changed something, the graph and the variables as they were. */
final class History {
    /** A text with the state before it: the graph, and the variables that the text changed (all of them while it runs). */
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
    private boolean failed;

    History(Book book, Slots slots) {
        this.book = book;
        this.slots = slots;
    }

    /** A text begins to run. */
    void begin(String source) {
        open = new Step(source, book.graph(), slots.values());
        failed = false;
    }

    /** What runs has failed: the networks are as they were before it, and so are the tensors. Other variables keep what they were given. */
    void fail() {
        failed = true;
        if (open != null && open.before != book.graph()) {
            var tensors = new LinkedHashMap<>(open.variables);
            tensors.values().removeIf(v -> !(v instanceof Tensor));
            book.go(open.before);
            slots.restore(tensors);
        }
    }

    /** It is over; if it changed the graph or a variable, it can be taken back. */
    void end() {
        if (open != null) {
            Map<String, Object> now = slots.values();
            Map<String, Object> changed = new LinkedHashMap<>(open.variables);
            changed.entrySet().removeIf(e -> same(e.getValue(), now.get(e.getKey())));
            if (open.before != book.graph() || !changed.isEmpty() || now.size() != open.variables.size()) {
                done.push(new Step(open.source, open.before, changed));
                undone.clear();
                if (!failed) {
                    statements.add(open.source.strip());
                }
            }
        }
        open = null;
    }

    /** Only values of Java's own are compared by what they say: a user's {@code equals} may do anything. */
    private static boolean same(Object before, Object now) {
        boolean plain = before instanceof Number || before instanceof Boolean || before instanceof Character || before instanceof String;
        return before == now || plain && now != null && before.getClass() == now.getClass() && before.getClass().getName().startsWith("java.lang.")
            && before.equals(now);
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
        Map<String, Object> now = slots.values();
        now.keySet().retainAll(step.variables.keySet());
        to.push(new Step(step.source, book.graph(), now));
        book.go(step.before);
        slots.restore(step.variables);
        return Optional.of(step.source);
    }

    List<String> statements() {
        return List.copyOf(statements);
    }
}

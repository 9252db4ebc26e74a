package layerbook.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.net.Book;
import layerbook.net.Call;
import layerbook.net.Graph;
import layerbook.net.Model;
import layerbook.net.Tensor;
import layerbook.net.Unit;

/**
 * What each cell of a notebook added to the graph: a cell that is run again replaces that, instead of adding it twice. The graph goes
 * back to where it was before the cell, so what later cells had added is gone too, and they are said to be stale; unless the cell adds
 * just what it added before: then nothing has changed.
 */
final class Cells {
    /** @param held the variables with parts of networks in them, before the cell ran */
    private record Ran(Graph before, Graph after, Map<String, Object> held) {
        List<Call> added() {
            return after.size() > before.size() ? after.calls(before.size(), after.size()) : List.of();
        }

        boolean isIn(Graph now) {
            return now == after || !added().isEmpty() && now.has(added().get(0));
        }
    }

    private final Book book;
    private final History history;
    private final History.Slots slots;
    private final Map<String, Ran> ran = new LinkedHashMap<>();
    private final List<String> stale = new ArrayList<>();
    private Ran replaced;
    private Ran current;

    Cells(Book book, History history, History.Slots slots) {
        this.book = book;
        this.history = history;
        this.slots = slots;
    }

    /** A cell is about to run: what it added when it ran last is taken back. */
    void begin(String id) {
        Ran old = ran.get(id);
        Graph now = book.graph();
        replaced = null;
        if (old != null && old.before != old.after && old.isIn(now)) {
            replaced = new Ran(old.before, now, held());
            history.mark("a cell, run again");
            book.go(old.before);
            slots.restore(old.held);
        }
        current = new Ran(book.graph(), null, held());
    }

    /** The cell has run. */
    void end(String id) {
        var done = new Ran(current.before, book.graph(), current.held);
        List<String> later = later(id);
        if (replaced != null && !later.isEmpty() && same(ran.get(id).added(), done.added())) {
            book.go(replaced.after);
            slots.restore(replaced.held);
            return;
        }
        if (replaced != null) {
            later.forEach(ran::remove);
            stale.addAll(later);
        }
        stale.remove(id);
        ran.remove(id);
        ran.put(id, done);
    }

    /** The cells that added something after this one did. */
    private List<String> later(String id) {
        var found = new ArrayList<String>();
        boolean behind = false;
        for (Map.Entry<String, Ran> entry : ran.entrySet()) {
            if (behind && !entry.getValue().added().isEmpty()) {
                found.add(entry.getKey());
            }
            behind |= entry.getKey().equals(id);
        }
        return found;
    }

    private static boolean same(List<Call> before, List<Call> after) {
        if (before.size() != after.size()) {
            return false;
        }
        for (int i = 0; i < before.size(); i++) {
            Call a = before.get(i);
            Call b = after.get(i);
            if (!a.name().equals(b.name()) || a.what() != b.what() || !a.layer().equals(b.layer()) || !a.outputs().equals(b.outputs())
                    || !from(a).equals(from(b))) {
                return false;
            }
        }
        return true;
    }

    private static List<Integer> from(Call call) {
        return call.inputs().stream().map(t -> t.call().index()).toList();
    }

    private Map<String, Object> held() {
        var held = new LinkedHashMap<>(slots.values());
        held.values().removeIf(v -> !(v instanceof Tensor || v instanceof Unit || v instanceof Model));
        return held;
    }

    /** The cells whose additions are gone until they run again, since this was last asked. */
    List<String> takeStale() {
        List<String> taken = List.copyOf(stale);
        stale.clear();
        return taken;
    }
}

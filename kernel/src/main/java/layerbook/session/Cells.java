package layerbook.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import layerbook.net.Call;
import layerbook.net.Graph;
import layerbook.net.Model;
import layerbook.net.NetworkBuilder;
import layerbook.net.Tensor;
import layerbook.net.Unit;
import layerbook.session.jshell.Declaration;
import layerbook.session.jshell.History;

/**
 * What each cell of a notebook added to the graph: a cell that is run again replaces that, instead of adding it twice. The graph goes
 * back to where it was before the cell, so what later cells had added is gone too, and they are said to be stale; unless the cell adds
 * just what it added before: then nothing has changed. Cells that only mention what the cell has changed (a number, a method) keep
 * what they added, and are said to be outdated.
 */
final class Cells {
    /**
     * @param seen what the names in the cell's text meant when it ran, see {@link #meanings}
     * @param held the variables with parts of networks in them, before the cell ran
     */
    private record Ran(String text, Map<String, Object> seen, Graph before, Graph after, Map<String, Object> held) {
        List<Call> added() {
            return after.size() > before.size() ? after.calls(before.size(), after.size()) : List.of();
        }

        boolean isIn(Graph now) {
            return now == after || !added().isEmpty() && now.has(added().get(0));
        }

        /** Whether it builds on something that means another thing now; with a value of its own for the name it does not. */
        boolean isOutdated(String name, Object now) {
            return seen.containsKey(name) && !Objects.equals(seen.get(name), now) && !text.matches("(?s)(.*[\\s;])?" + java.util.regex.Pattern.quote(name) + "\\s*=[^=].*");
        }
    }

    private final NetworkBuilder book;
    private final History history;
    private final History.Slots slots;
    private final Supplier<List<Declaration>> declared;
    private final Map<String, Ran> ran = new LinkedHashMap<>();
    private final List<String> stale = new ArrayList<>();
    private final Map<String, Set<String>> outdated = new LinkedHashMap<>();
    private Ran replaced;
    private Ran current;
    private Map<String, Object> meant;

    Cells(NetworkBuilder book, History history, History.Slots slots, Supplier<List<Declaration>> declared) {
        this.book = book;
        this.history = history;
        this.slots = slots;
        this.declared = declared;
    }

    /** A cell is about to run: what it added when it ran last is taken back. */
    void begin(String id, String text) {
        Ran old = ran.get(id);
        Graph now = book.graph();
        Map<String, Object> means = meanings();
        meant = old == null ? null : means;
        var seen = new HashMap<>(means);
        seen.keySet().retainAll(Declaration.names(text));
        replaced = null;
        if (old != null && old.before != old.after && old.isIn(now)) {
            replaced = new Ran(old.text, old.seen, old.before, now, held());
            takeBack(old, "a cell, run again");
        }
        current = new Ran(text, seen, book.graph(), null, held());
    }

    private void takeBack(Ran cell, String why) {
        history.mark(why);
        book.go(cell.before);
        slots.restore(cell.held);
    }

    /** A cell is no longer in the notebook: what it added goes, and what was built on that with it. */
    void delete(String id) {
        Ran old = ran.get(id);
        if (old != null && old.before != old.after && old.isIn(book.graph())) {
            List<String> later = later(old, book.graph());
            takeBack(old, "a cell, deleted");
            later.forEach(ran::remove);
            stale.addAll(later);
        }
        ran.remove(id);
        stale.remove(id);
    }

    /** The cell has run. */
    void end(String id) {
        var done = new Ran(current.text, current.seen, current.before, book.graph(), current.held);
        List<String> later = replaced == null ? List.of() : later(ran.get(id), replaced.after);
        outdate(id);
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
        ran.put(id, done);
        outdated.keySet().removeIf(cell -> !ran.containsKey(cell));
    }

    /** Cells that ran for the first time after this one did, and mention what it has changed now. */
    private void outdate(String id) {
        if (meant == null) {
            return;
        }
        Map<String, Object> now = meanings();
        var changed = new TreeSet<String>();
        meant.forEach((name, meaning) -> {
            if (now.containsKey(name) && !Objects.equals(meaning, now.get(name))) {
                changed.add(name);
            }
        });
        if (!changed.isEmpty()) {
            behind(id).forEach((cell, was) -> {
                Set<String> names = new TreeSet<>(changed);
                names.removeIf(name -> !was.isOutdated(name, now.get(name)));
                if (!names.isEmpty()) {
                    outdated.put(cell, names);
                }
            });
        }
    }

    /** What names mean, as far as that can be compared: plain values, and what methods and classes are declared as. */
    private Map<String, Object> meanings() {
        var found = new HashMap<String, Object>();
        slots.values().forEach((name, value) -> {
            if (value instanceof String || value instanceof Number || value instanceof Boolean || value instanceof Character) {
                found.put(name, value);
            }
        });
        for (Declaration each : declared.get()) {
            if (!each.isVariable()) {
                found.merge(each.name(), each.source(), (one, other) -> one + "\n" + other);
            }
        }
        return found;
    }

    /** The cells whose additions stand behind those of this one. */
    private List<String> later(Ran cell, Graph now) {
        return ran.entrySet().stream().filter(e -> {
            Ran other = e.getValue();
            return other != cell && !other.added().isEmpty() && other.isIn(now) && other.added().get(0).index() >= cell.before.size();
        }).map(Map.Entry::getKey).toList();
    }

    /** The cells that ran for the first time after this one did. */
    private Map<String, Ran> behind(String id) {
        var found = new LinkedHashMap<String, Ran>();
        boolean behind = false;
        for (Map.Entry<String, Ran> entry : ran.entrySet()) {
            if (behind) {
                found.put(entry.getKey(), entry.getValue());
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

    /** The cells that mention what an earlier cell has changed, with the names, since this was last asked. */
    Map<String, Set<String>> takeOutdated() {
        var taken = new LinkedHashMap<>(outdated);
        outdated.clear();
        return taken;
    }
}

package layerbook.net;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What is known of weights besides their uses: which are tied, which are not trained. Immutable: one fact more is a new object that
 * remembers the one before, in constant time; the sets are worked out when somebody asks.
 */
public final class Facts {
    static final Facts NONE = new Facts();

    private final Facts before;
    private final Consumer<Facts> change;
    private Map<WeightRef, Set<WeightRef>> ties;
    private Set<WeightRef> frozen;

    private Facts() {
        before = null;
        change = null;
        ties = new HashMap<>();
        frozen = new HashSet<>();
    }

    private Facts(Facts before, Consumer<Facts> change) {
        this.before = before;
        this.change = change;
    }

    /** In which two weights are one. */
    Facts tying(WeightRef a, WeightRef b) {
        return new Facts(this, f -> f.join(a, b));
    }

    /** In which these weights are not trained, or are again. */
    Facts freezing(Set<WeightRef> weights, boolean freeze) {
        List<WeightRef> these = List.copyOf(weights);
        return new Facts(this, f -> {
            if (freeze) {
                f.frozen.addAll(these);
            } else {
                these.forEach(f.frozen::remove);
            }
        });
    }

    private void join(WeightRef a, WeightRef b) {
        Set<WeightRef> one = ties.getOrDefault(a, Set.of(a));
        Set<WeightRef> other = ties.getOrDefault(b, Set.of(b));
        if (one == other) {
            return;
        }
        Set<WeightRef> larger = one.size() >= other.size() ? one : other;
        Set<WeightRef> smaller = larger == one ? other : one;
        boolean grow = larger instanceof Group g && g.owner == this;
        Group group = grow ? (Group) larger : new Group(this, larger);
        group.addAll(smaller);
        (grow ? smaller : group).forEach(ref -> ties.put(ref, group));
    }

    /** Weights that are one; it grows as long as the facts that made it are worked out. */
    private static final class Group extends LinkedHashSet<WeightRef> {
        private static final long serialVersionUID = 1;
        private final transient Facts owner;

        Group(Facts owner, Set<WeightRef> first) {
            super(first);
            this.owner = owner;
        }
    }

    private synchronized Facts workedOut() {
        if (frozen == null) {
            var changes = new ArrayDeque<Facts>();
            Facts base = this;
            for (; base.frozen == null; base = base.before) {
                changes.push(base);
            }
            ties = new HashMap<>(base.ties);
            frozen = new HashSet<>(base.frozen);
            changes.forEach(c -> c.change.accept(this));
        }
        return this;
    }

    /** The weights that are one with this one, in an order that stays; itself alone if it is not tied. */
    public Set<WeightRef> tied(WeightRef ref) {
        return workedOut().ties.getOrDefault(ref, Set.of(ref));
    }

    /** Whether this weight, or one tied to it, is not trained. */
    public boolean isFrozen(WeightRef ref) {
        Facts f = workedOut();
        return !f.frozen.isEmpty() && tied(ref).stream().anyMatch(f.frozen::contains);
    }

    /** Whether there is nothing to know. */
    public boolean isEmpty() {
        return before == null;
    }
}

package layerbook.export;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import layerbook.count.NetworkView;
import layerbook.net.Call;
import layerbook.net.Members;
import layerbook.net.ModelRole;
import layerbook.net.Scope;
import layerbook.net.Tensor;
import layerbook.net.Unit;

/**
 * The modules of a network: from the scopes in which its calls were made and the names of its units. A scope that reaches outside of itself, for a layer that
 * another module holds, is no module: its calls stand in the one around it.
 */
final class ModuleTree {
    final Node root;
    final Run run;
    final Attributes attributes = new Attributes();
    private final NetworkView network;
    private final Set<String> dissolved;

    private ModuleTree(NetworkView network, Set<String> dissolved) {
        this.network = network;
        this.dissolved = dissolved;
        names();
        run = runs();
        root = new Node("", Node.Kind.MODULE);
        root.run = run;
        fill();
        kinds(root);
    }

    /** @param dissolved the paths of modules whose calls stand in the module around them */
    static ModuleTree of(NetworkView network, Set<String> dissolved) {
        return new ModuleTree(network, dissolved);
    }

    static boolean isBare(Unit unit) {
        return layerbook.count.Owned.isBare(unit) || unit.layer().factoryName().equals("buffer");
    }

    // ---- names

    private void names() {
        for (Call c : network.calls()) {
            if (c.unit() != null && !(c.what() == Call.What.PARAMETER && !isBare(c.unit()))) {
                attributes.unit(c.unit(), c.name());
                if (c.what() == Call.What.PARAMETER && !c.applied().buffers().isEmpty()) {
                    attributes.buffer(c, c.name());
                }
            }
        }
        for (Members.Member m : network.members()) {
            if (m.unitOrModel() instanceof Unit unit && !m.path().isEmpty()) {
                attributes.unit(unit, m.path());
            }
        }
        for (Unit unit : network.unused()) {
            attributes.unit(unit, unit.givenName() == null ? unit.layer().factoryName() : unit.givenName());
        }
    }

    // ---- runs

    private Run runs() {
        Object model = network.model();
        Run outermost = new Run("", model instanceof layerbook.net.Model m ? Members.className(m) : null, model);
        Deque<Run> open = new ArrayDeque<>(List.of(outermost));
        List<Scope> chain = new ArrayList<>();
        Map<String, Boolean> closed = closed();
        for (Call c : network.calls()) {
            if (c.what() == Call.What.INPUT || c.what() == Call.What.PARAMETER && (!c.applied().weights().isEmpty() || !c.applied().buffers().isEmpty())) {
                continue;
            }
            List<Scope> wanted = scopes(c, closed);
            int same = 0;
            while (same < chain.size() && same < wanted.size() && chain.get(same) == wanted.get(same)) {
                same++;
            }
            while (chain.size() > same) {
                chain.remove(chain.size() - 1);
                open.pop();
            }
            for (Scope s : wanted.subList(same, wanted.size())) {
                Run inner = new Run(s.path(), s.className(), s.model());
                open.peek().steps().add(inner);
                open.push(inner);
                chain.add(s);
            }
            open.peek().steps().add(new Step.One(c));
        }
        return outermost;
    }

    /** The scopes of a call that are modules, outermost first. */
    private List<Scope> scopes(Call c, Map<String, Boolean> closed) {
        var out = new ArrayList<Scope>();
        for (Scope s = c.scope(); s != null; s = s.parent()) {
            if (!s.path().isEmpty() && !dissolved.contains(s.path()) && closed.getOrDefault(s.path(), true) && Members.layer(s.model()) == null) {
                out.add(0, s);
            }
        }
        return out;
    }

    /** Whether all units called in a scope stand under its path. */
    private Map<String, Boolean> closed() {
        Map<String, Boolean> closed = new HashMap<>();
        for (Call c : network.calls()) {
            String held = c.unit() != null && c.what() != Call.What.PARAMETER ? attributes.path(c.unit()) : null;
            for (Scope s = c.scope(); s != null && held != null; s = s.parent()) {
                closed.merge(s.path(), held.startsWith(s.path() + "."), Boolean::logicalAnd);
            }
        }
        return closed;
    }

    // ---- tree

    private void fill() {
        for (Call c : network.calls()) {
            if (c.unit() != null) {
                place(c.unit());
            }
        }
        network.unused().forEach(this::place);
        runs(run);
        sort(root);
    }

    private void place(Unit unit) {
        String path = attributes.path(unit);
        if (path == null) {
            return;
        }
        Node node = root.at(path);
        node.unit = unit;
        node.kind = !isBare(unit) ? Node.Kind.LAYER : unit.layer().factoryName().equals("buffer") ? Node.Kind.BUFFER : Node.Kind.PARAMETER;
    }

    private void runs(Run of) {
        for (Step s : of.steps()) {
            if (s instanceof Run inner) {
                Node node = root.at(inner.path());
                node.kind = Node.Kind.MODULE;
                node.run = node.run == null ? inner : node.run;
                runs(inner);
            }
        }
    }

    /** Numbered children stand in the order of their numbers, whichever was used first. */
    private static void sort(Node node) {
        var keys = new ArrayList<>(node.children.keySet());
        if (!keys.isEmpty() && keys.stream().allMatch(k -> k.matches("\\d{1,9}"))) {
            keys.sort(Comparator.comparingInt(Integer::parseInt));
            var old = new HashMap<>(node.children);
            node.children.clear();
            keys.forEach(k -> node.children.put(k, old.get(k)));
        }
        node.children.values().forEach(ModuleTree::sort);
    }

    private void kinds(Node node) {
        for (Node child : node.children.values()) {
            kinds(child);
            if (child.kind == Node.Kind.DICT && child.isNumbered()) {
                child.kind = Node.Kind.LIST;
            } else if (child.kind == Node.Kind.MODULE && isChain(child)) {
                child.kind = Node.Kind.SEQUENTIAL;
            }
            long tensors = child.children.values().stream().filter(c -> c.kind == Node.Kind.PARAMETER || c.kind == Node.Kind.BUFFER).count();
            boolean parameters = child.children.values().stream().allMatch(c -> c.kind == Node.Kind.PARAMETER);
            child.isHolder = tensors > 0 && (child.kind == Node.Kind.DICT || child.kind == Node.Kind.LIST && !parameters);
        }
    }

    /** Whether a sequence runs its members one after the other, each with what the one before gives. */
    private boolean isChain(Node node) {
        if (Members.role(node.run.model()) != ModelRole.SEQUENTIAL || !node.isNumbered() || node.run.steps().size() != node.children.size()) {
            return false;
        }
        int i = 0;
        Set<Call> before = new HashSet<>();
        for (Step s : node.run.steps()) {
            String path = node.path + "." + i++;
            boolean member = s instanceof Run inner ? inner.path().equals(path)
                : s instanceof Step.One one && one.call().what() == Call.What.MODULE && path.equals(attributes.path(one.call().unit()));
            List<Tensor> inputs = s instanceof Run inner ? inner.inputs(attributes) : ((Step.One) s).call().inputs();
            if (!member || inputs.size() != 1 || !before.isEmpty() && !before.contains(inputs.get(0).call())) {
                return false;
            }
            before = new HashSet<>(s.calls());
        }
        return true;
    }
}

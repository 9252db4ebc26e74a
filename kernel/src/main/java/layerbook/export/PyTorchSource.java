package layerbook.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import layerbook.count.Conventions;
import layerbook.count.Ledger;
import layerbook.count.NetworkView;
import layerbook.count.Owned;
import layerbook.formula.Expr;
import layerbook.layer.Letters;
import layerbook.layer.Param;
import layerbook.net.Call;
import layerbook.net.Members;
import layerbook.net.Model;
import layerbook.net.Tensor;
import layerbook.net.Unit;
import layerbook.net.Unused;
import layerbook.net.WeightRef;
import layerbook.shape.Refusal;
import layerbook.shape.TensorType;
import layerbook.table.Figures;

/**
 * A network as PyTorch source that runs: classes, {@code build()} which makes the model, {@code INPUTS} which lists what goes in as (shape, type) at N = 1.
 * Its {@code state_dict} has the names and shapes that the network has here.
 *
 * @param text the source
 */
public record PyTorchSource(String text) {
    /** What other letters than N stand for in {@code INPUTS}. */
    private static final int LENGTH = 16;

    /**
     * Writes a network.
     *
     * @param outputs what it returns, in order; null where it returned none
     * @throws Refusal for a layer or an operation that PyTorch does not have
     */
    public static PyTorchSource of(NetworkView network, List<Tensor> outputs) {
        Set<String> dissolved = new HashSet<>();
        while (true) {
            try {
                return new PyTorchSource(new Writing(network, outputs, dissolved).text());
            } catch (Inseparable module) {
                if (!dissolved.add(module.path())) {
                    throw Refusal.of("runtime", "this network cannot be written as PyTorch").why("a value in " + module.path() + " has no name in it");
                }
            }
        }
    }

    /** One try to write a network, with the modules that it turned out cannot stand by themselves. */
    private static final class Writing {
        private final NetworkView network;
        private final List<Tensor> outputs;
        private final ModuleTree tree;
        private final Set<List<Integer>> returned = new HashSet<>();

        Writing(NetworkView network, List<Tensor> outputs, Set<String> dissolved) {
            this.network = network;
            this.outputs = outputs;
            this.tree = ModuleTree.of(network, dissolved);
            outputs.stream().filter(t -> t != null).forEach(t -> returned.add(Step.key(t)));
        }

        String text() {
            fill(tree.root);
            Map<Node, String> forwards = new IdentityHashMap<>();
            Map<String, List<Run>> runs = new LinkedHashMap<>();
            collect(tree.run, runs);
            modules(tree.root).forEach(n -> forwards.put(n, forward(n, runs.get(n.path))));
            String classes = new ClassWriter(forwards).text(tree.root, last());
            return header() + "import torch\nfrom torch import nn\n" + (classes.contains("F.") ? "import torch.nn.functional as F\n" : "") + "\n"
                + inputs() + "\n\n" + classes + "\n\ndef build():\n    return " + Piece.text(tree.root.made) + "\n";
        }

        private String header() {
            Expr params = network.params();
            var work = Ledger.of(network.graph()).count(network.number(), Conventions.MACS);
            return "# " + Figures.text(params) + " parameters, " + Figures.text(work) + " multiply-adds for one example.\n# Written by Layerbook.\n";
        }

        // ---- nodes

        /** Gives the nodes their layers, shapes and types. */
        private void fill(Node node) {
            node.children.values().forEach(this::fill);
            if (node.unit == null) {
                return;
            }
            int first = network.graph().firstUse(node.unit);
            Call call = first >= 0 ? network.graph().call(first) : null;
            boolean applied = call != null && call.what() != Call.What.PARAMETER;
            node.layer = applied ? call.layer() : node.unit.layer();
            if (node.kind != Node.Kind.LAYER) {
                node.type = call != null ? call.outputs().get(0) : layerbook.layer.Applied.of(node.unit.layer(), layerbook.layer.Inputs.of()).output();
            }
        }

        private static void collect(Run run, Map<String, List<Run>> runs) {
            runs.computeIfAbsent(run.path(), p -> new ArrayList<>()).add(run);
            run.steps().forEach(s -> {
                if (s instanceof Run inner) {
                    collect(inner, runs);
                }
            });
        }

        private static List<Node> modules(Node node) {
            var out = new ArrayList<Node>();
            if (node.kind == Node.Kind.MODULE) {
                out.add(node);
            }
            node.children.values().forEach(c -> out.addAll(modules(c)));
            return out;
        }

        /** The forward of a module; all runs through it must be the same. */
        private String forward(Node node, List<Run> runs) {
            String text = null;
            for (Run run : runs) {
                boolean root = run.path().isEmpty();
                Set<List<Integer>> used = used(run);
                List<Tensor> inputs = root ? networkInputs() : run.inputs(tree.attributes);
                List<Tensor> out = root ? outputs.stream().filter(t -> t != null).toList() : run.outputs(used);
                String one = new ForwardWriter(run, node, tree.attributes, inputs, network.calls(), returned).text(out, root ? outputs : null);
                if (text != null && !text.equals(one)) {
                    throw new Inseparable(run.path());
                }
                text = one;
            }
            return text;
        }

        private List<Tensor> networkInputs() {
            return network.calls().stream().filter(c -> c.what() == Call.What.INPUT).map(c -> Tensor.of(null, c, 0)).toList();
        }

        /** The tensors that are used outside of a run, or returned. */
        private Set<List<Integer>> used(Run run) {
            return run.outside(network.calls(), returned);
        }

        // ---- root

        /** Names of one module under another, ties, weights that are not trained. */
        private List<String> last() {
            var lines = new ArrayList<String>();
            aliases(lines);
            Set<Set<WeightRef>> tied = new LinkedHashSet<>();
            units().forEach(u -> weights(u).forEach(p -> {
                Set<WeightRef> group = network.graph().facts().tied(u.ref(p.name()));
                if (group.size() > 1) {
                    tied.add(group);
                }
            }));
            for (Set<WeightRef> group : tied) {
                List<String> paths = group.stream().map(r -> tree.attributes.path(r, ModuleTree.isBare(r.unit()))).filter(p -> p != null).toList();
                paths.stream().skip(1).forEach(p -> lines.add(attribute(p) + " = " + attribute(paths.get(0))));
            }
            frozen(lines);
            return lines;
        }

        private void aliases(List<String> lines) {
            Map<Object, String> first = new IdentityHashMap<>();
            var aliased = new ArrayList<String>();
            for (Members.Member m : network.members()) {
                if (m.path().isEmpty() || aliased.stream().anyMatch(a -> m.path().startsWith(a + "."))) {
                    continue;
                }
                String before = m.unitOrModel() instanceof Unit u ? tree.attributes.path(u) : first.putIfAbsent(m.unitOrModel(), m.path());
                if (before != null && !before.equals(m.path()) && !(m.unitOrModel() instanceof Model && Members.layer(m.unitOrModel()) != null)) {
                    aliased.add(m.path());
                    lines.add(attribute(m.path()) + " = " + attribute(before));
                }
            }
        }

        private void frozen(List<String> lines) {
            for (Unit u : units()) {
                List<Param> weights = weights(u);
                List<Param> still = weights.stream().filter(p -> Owned.isFrozen(network.graph(), u.ref(p.name()))).toList();
                String path = attribute(tree.attributes.path(u));
                if (!still.isEmpty() && still.size() == weights.size()) {
                    lines.add(path + ".requires_grad_(False)");
                } else {
                    still.forEach(p -> lines.add(path + "." + p.name() + ".requires_grad_(False)"));
                }
            }
        }

        private List<Unit> units() {
            Set<Unit> units = new LinkedHashSet<>();
            network.calls().stream().filter(c -> c.unit() != null).forEach(c -> units.add(c.unit()));
            units.addAll(network.unused());
            return units.stream().filter(u -> tree.attributes.path(u) != null).toList();
        }

        private List<Param> weights(Unit unit) {
            int first = network.graph().firstUse(unit);
            return first >= 0 ? network.graph().call(first).applied().weights() : Unused.weights(unit.layer());
        }

        private String attribute(String path) {
            return AttributeText.of(tree.root, path);
        }

        private String inputs() {
            var out = new ArrayList<String>();
            for (Tensor t : networkInputs()) {
                TensorType type = t.type();
                List<String> dims = type.shape().dims().stream().map(d -> number(d).toString()).toList();
                out.add("(" + PythonText.tuple(dims) + ", " + PythonText.dtype(type.dtype()) + ")");
            }
            return "INPUTS = [" + String.join(", ", out) + "]\n";
        }

        private static Expr number(Expr size) {
            Expr at = size.at(Letters.N, 1);
            for (Expr.Sym s : List.copyOf(at.symbols())) {
                at = at.at(s, LENGTH);
            }
            return at;
        }
    }
}

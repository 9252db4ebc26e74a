package layerbook.net;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The dotted names of units and models: those that the model around them gave, else the variable's or the user's own, behind the names of the blocks around. */
final class Names {
    private final Map<Object, String> paths = new IdentityHashMap<>();
    private final Set<Integer> outermost = new HashSet<>();

    /** A name with the path of the model or block around in front. */
    static String within(Scope scope, String name) {
        return scope == null || scope.path().isEmpty() ? name : scope.path() + "." + name;
    }

    /** Gives everything in a model that is about to run its dotted name; an outer model that runs has named its inner ones already. */
    void name(Model model, List<Tensor> inputs, Scope scope, Graph graph) {
        if (isNamed(model)) {
            return;
        }
        String prefix = ofLoose(model, inputs, scope, graph);
        paths.put(model, prefix);
        for (Members.Member m : Members.of(model)) {
            paths.putIfAbsent(m.unitOrModel(), prefix.isEmpty() ? m.path() : m.path().isEmpty() ? prefix : prefix + "." + m.path());
        }
    }

    boolean isNamed(Object unitOrModel) {
        return paths.containsKey(unitOrModel);
    }

    /** The name of a unit that is used here; null if nobody named it: then it goes by its layer's word and a number. */
    String of(Unit unit, Scope scope) {
        String path = paths.get(unit);
        return path != null && !path.isEmpty() ? path : unit.givenName() != null ? within(scope, unit.givenName()) : null;
    }

    /** The path of a model that runs here. */
    String ofRunning(Object model, Scope scope) {
        return paths.containsKey(model) ? paths.get(model) : scope == null ? "" : scope.path();
    }

    /** The dotted name of a model that stands in no other: none for the outermost, else its variable or its class with a number. */
    private String ofLoose(Model model, List<Tensor> inputs, Scope scope, Graph graph) {
        boolean first = scope == null && isFirstModel(inputs, graph);
        if (first && !(Members.role(model) == ModelRole.SEQUENTIAL && model.heldAs() != null)) {
            return "";
        }
        if (model.heldAs() != null) {
            return within(scope, model.heldAs());
        }
        String stem = stem(model.declaredClassName());
        return within(scope, stem) + "_" + (graph.runs(within(scope, stem)) + 1);
    }

    private static String stem(String className) {
        return className.isEmpty() ? "model" : Character.toLowerCase(className.charAt(0)) + className.substring(1);
    }

    /** Whether no model ran in the network of these inputs before; the names of a second one are told apart. */
    private boolean isFirstModel(List<Tensor> inputs, Graph graph) {
        var networks = new HashSet<Integer>();
        inputs.stream().filter(t -> !t.isLoose()).forEach(t -> networks.add(graph.networkOf(t.call())));
        boolean first = networks.stream().noneMatch(outermost::contains);
        outermost.addAll(networks);
        return first;
    }

    /** Networks that are not in a graph of this size any more have had no model. */
    void shrinkTo(int size) {
        outermost.removeIf(network -> network >= size);
    }
}

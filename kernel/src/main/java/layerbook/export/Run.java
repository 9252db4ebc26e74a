package layerbook.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import layerbook.net.Call;
import layerbook.net.Tensor;

/** One run through a module: its steps in order, calls and runs of inner modules. What goes in and out follows from who uses what. */
final class Run implements Step {
    private final String path;
    private final String className;
    private final Object model;
    private final List<Step> steps = new ArrayList<>();
    private Set<List<Integer>> outside;

    /**
     * @param path the module's dotted name; empty for the outermost
     * @param className what the model's class is called; null for a block
     * @param model the model, or null
     */
    Run(String path, String className, Object model) {
        this.path = path;
        this.className = className;
        this.model = model;
    }

    String path() {
        return path;
    }

    String className() {
        return className;
    }

    Object model() {
        return model;
    }

    List<Step> steps() {
        return steps;
    }

    @Override public List<Call> calls() {
        return steps.stream().flatMap(s -> s.calls().stream()).toList();
    }

    /** Tensors that are used inside and made outside, in the order of their first use; weights of the module itself are read there. */
    List<Tensor> inputs(Attributes attributes) {
        Set<Call> mine = new LinkedHashSet<>(calls());
        Map<List<Integer>, Tensor> out = new LinkedHashMap<>();
        for (Call c : mine) {
            for (Tensor t : c.inputs()) {
                if (!mine.contains(t.call()) && attributes.within(t, path) == null) {
                    out.putIfAbsent(Step.key(t), t);
                }
            }
        }
        return List.copyOf(out.values());
    }

    /** Of the tensors of a network those that are used outside of this run, or returned. */
    Set<List<Integer>> outside(List<Call> all, Set<List<Integer>> returned) {
        if (outside == null) {
            Set<Call> mine = new HashSet<>(calls());
            outside = new HashSet<>(returned);
            all.stream().filter(c -> !mine.contains(c)).forEach(c -> c.inputs().forEach(t -> outside.add(Step.key(t))));
        }
        return outside;
    }

    /** Tensors that are made inside and used outside. */
    List<Tensor> outputs(Set<List<Integer>> usedOutside) {
        var out = new ArrayList<Tensor>();
        for (Call c : calls()) {
            for (int i = 0; i < c.outputs().size(); i++) {
                if (usedOutside.contains(List.of(c.index(), i))) {
                    out.add(Tensor.of(null, c, i));
                }
            }
        }
        return out;
    }
}

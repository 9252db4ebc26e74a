package layerbook.load.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import layerbook.count.NetworkView;
import layerbook.count.Owned;
import layerbook.formula.Expr;
import layerbook.layer.Param;
import layerbook.net.Call;
import layerbook.net.Graph;
import layerbook.net.Unit;
import layerbook.net.Unused;
import layerbook.net.WeightRef;

/**
 * A weight or buffer of a network under the name that {@code state_dict()} would give it.
 *
 * @param shape as text, e.g. {@code 16×3×3×3}
 * @param tied the weights that are one with it, or null if it is not tied
 */
record BuiltTensor(String shape, Set<WeightRef> tied) {
    /** All of a network, in the order in which they are first used. */
    static Map<String, BuiltTensor> of(NetworkView network) {
        var out = new LinkedHashMap<String, BuiltTensor>();
        for (Call c : network.calls()) {
            if (c.unit() != null) {
                put(out, network.graph(), c.unit(), c.name(), c.applied().weights());
                put(out, network.graph(), c.unit(), c.name(), c.applied().buffers());
            }
        }
        for (Unit unused : network.unused()) {
            String name = unused.givenName() == null ? unused.layer().factoryName() : unused.givenName();
            put(out, network.graph(), unused, name, Unused.weights(unused.layer()));
            put(out, network.graph(), unused, name, Unused.buffers(unused.layer()));
        }
        return out;
    }

    private static void put(Map<String, BuiltTensor> out, Graph graph, Unit unit, String name, List<Param> params) {
        for (Param p : params) {
            Set<WeightRef> tied = graph.facts().tied(unit.ref(p.name()));
            String full = Owned.isBare(unit) || unit.layer().factoryName().equals("buffer") ? name : name + "." + p.name();
            out.putIfAbsent(full, new BuiltTensor(shape(p.dims()), tied.size() > 1 ? tied : null));
        }
    }

    private static String shape(List<Expr> dims) {
        return dims.isEmpty() ? "scalar" : dims.stream().map(d -> d.isNumber() ? d.exact().toString() : d.text()).collect(Collectors.joining("×"));
    }
}

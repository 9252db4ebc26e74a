package layerbook.hardware;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import layerbook.count.NetworkView;
import layerbook.io.NearestWord;
import layerbook.net.Call;
import layerbook.net.Unit;
import layerbook.net.WeightRef;
import layerbook.shape.Refusal;

/**
 * A network with low-rank adapters (LoRA): each chosen matrix of {@code out} by {@code in} numbers gets two of {@code rank·in} and {@code out·rank},
 * and only those are trained. Source: Hu and others 2021; modules are chosen by the end of their names, as peft does.
 *
 * @param network the network without adapters
 * @param rank the size between the two matrices
 * @param targets the matrices that have adapters
 */
public record Adapters(NetworkView network, int rank, List<Target> targets) {
    /**
     * A matrix with an adapter.
     *
     * @param name the module, e.g. {@code layers.0.self_attn.q_proj}
     * @param weight its weight in the network
     * @param out how many features it gives
     * @param in how many it takes
     * @param calls its uses
     */
    public record Target(String name, WeightRef weight, BigInteger out, BigInteger in, List<Call> calls) {}

    /**
     * Chooses the modules whose names are, or end in, one of these.
     *
     * @throws Refusal if a name matches no matrix, with the names there are
     */
    public static Adapters of(NetworkView network, int rank, List<String> names) {
        if (rank < 1) {
            throw Refusal.option("the rank of an adapter is 1 or more, not " + rank).at("rank", "must be 1 or more").fix("lora(net, 8, \"q_proj\", \"v_proj\")");
        }
        var targets = new ArrayList<Target>();
        var matched = new HashSet<String>();
        var last = new TreeSet<String>();
        Map<Unit, List<Call>> uses = new IdentityHashMap<>();
        List<Call> calls = network.calls();
        calls.stream().filter(c -> c.unit() != null).forEach(c -> uses.computeIfAbsent(c.unit(), u -> new ArrayList<>()).add(c));
        Set<Unit> seen = new HashSet<>();
        for (Call c : calls) {
            boolean matrix = c.unit() != null && c.applied().weights().size() > 0 && isMatrix(c);
            if (!matrix) {
                continue;
            }
            last.add(c.name().substring(c.name().lastIndexOf('.') + 1));
            for (String name : names) {
                if ((c.name().equals(name) || c.name().endsWith("." + name)) && seen.add(c.unit())) {
                    matched.add(name);
                    targets.add(target(c, uses.get(c.unit())));
                }
            }
        }
        for (String name : names) {
            if (!matched.contains(name)) {
                throw unknown(name, List.copyOf(last));
            }
        }
        return new Adapters(network, rank, List.copyOf(targets));
    }

    private static boolean isMatrix(Call c) {
        return c.applied().parts().isEmpty() && c.applied().weights().get(0).name().equals("weight") && c.applied().weights().get(0).dims().size() == 2
            && c.applied().rule().work().stream().anyMatch(w -> w.kind() == layerbook.layer.Kind.MULTIPLY_ADD);
    }

    private static Target target(Call c, List<Call> uses) {
        var dims = c.applied().weights().get(0).dims();
        return new Target(c.name(), c.unit().ref("weight"), dims.get(0).exact(), dims.get(1).exact(), uses);
    }

    private static Refusal unknown(String name, List<String> names) {
        String near = NearestWord.nearest(name, names);
        Refusal refusal = Refusal.option("no matrix is called " + name).at("targets", "names no linear layer")
            .why("the linear layers end in " + String.join(", ", names.subList(0, Math.min(20, names.size()))));
        return near == null ? refusal : refusal.fix("lora(8, \"" + near + "\")");
    }

    /** The numbers of the adapters: Σ rank·(in + out). */
    public BigInteger added() {
        return targets.stream().map(t -> t.in().add(t.out()).multiply(BigInteger.valueOf(rank))).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** All parameters, those of the adapters included. */
    public BigInteger params() {
        return Weights.of(network).size().add(added());
    }

    /** All weights of the network as if only the chosen matrices were trained: what their adapters need for the backward pass, they need. */
    NetworkView trainingOnlyTargets() {
        Set<WeightRef> frozen = new HashSet<>();
        for (Call c : network.calls()) {
            if (c.unit() != null) {
                c.applied().weights().forEach(p -> frozen.add(c.unit().ref(p.name())));
            }
        }
        Set<WeightRef> trained = new HashSet<>();
        targets.forEach(t -> trained.add(t.weight()));
        frozen.removeAll(trained);
        return new NetworkView(network.graph().freezing(trained, false).freezing(frozen, true), network.number());
    }
}

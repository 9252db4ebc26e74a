package layerbook.hardware;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import layerbook.count.NetworkView;
import layerbook.count.Owned;
import layerbook.formula.Expr;
import layerbook.layer.Kind;
import layerbook.layer.Layer;
import layerbook.layer.Param;
import layerbook.layer.Rule;
import layerbook.net.Call;
import layerbook.net.Unit;
import layerbook.net.Unused;
import layerbook.net.WeightRef;
import layerbook.shape.Refusal;

/** The weights of a network, each tensor once however often it is used or tied, in the order of their first use. */
public final class Weights {
    private final List<WeightTensor> tensors;
    private final Mixes mixes;

    public Weights(List<WeightTensor> tensors) {
        this.tensors = List.copyOf(tensors);
        this.mixes = new Mixes(this);
    }

    /** The tensors in the order of their first use. */
    public List<WeightTensor> tensors() {
        return tensors;
    }

    /**
     * Lists the weights of a network, unused ones included.
     *
     * @throws Refusal if a size is still a letter, e.g. of a layer that has seen no input
     */
    public static Weights of(NetworkView network) {
        var collector = new Collector(network);
        for (Call c : network.calls()) {
            if (c.unit() != null) {
                collector.add(c.name(), c.unit(), c.applied().weights(), multiplies(c.applied().rule()));
            }
        }
        for (Unit unit : network.unused()) {
            String name = unit.givenName() == null ? unit.layer().factoryName() : unit.givenName();
            collector.add(name, unit, Unused.weights(unit.layer()), multiplies(unit.layer().rule()));
        }
        return new Weights(withOutputTables(collector.found));
    }

    private static boolean multiplies(Rule rule) {
        return rule.work().stream().anyMatch(w -> w.kind() == Kind.MULTIPLY_ADD)
            || rule.parts().stream().anyMatch(p -> multiplies(p.applied().rule()));
    }

    /** A matrix with the sizes of an input table scores the rows of that table. */
    private static List<WeightTensor> withOutputTables(List<WeightTensor> found) {
        Set<List<BigInteger>> tables = new HashSet<>();
        found.stream().filter(t -> t.use() == WeightTensor.Use.TABLE).forEach(t -> tables.add(t.dims()));
        return found.stream().map(t -> t.use() == WeightTensor.Use.MATRIX && tables.contains(t.dims())
            ? new WeightTensor(t.name(), t.dims(), WeightTensor.Use.OUTPUT_TABLE, t.trainable()) : t).toList();
    }

    /** All numbers in them. */
    public BigInteger size() {
        return tensors.stream().map(WeightTensor::size).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** The numbers in those of one use. */
    public BigInteger size(WeightTensor.Use use) {
        return tensors.stream().filter(t -> t.use() == use).map(WeightTensor::size).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** What the mixes of llama.cpp ask of all the weights together; worked out once. */
    Mixes mixes() {
        return mixes;
    }

    /** Whether some matrix gives scores to the rows of a table of its own, not to those of the input table. */
    public boolean hasOutputTable() {
        return tensors.stream().anyMatch(t -> t.use() == WeightTensor.Use.OUTPUT_TABLE);
    }

    /** Collects tensors and skips those seen under another name. */
    private static final class Collector {
        private final NetworkView network;
        private final List<WeightTensor> found = new ArrayList<>();
        private final Set<Unit> units = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Set<WeightRef> seen = new HashSet<>();

        Collector(NetworkView network) {
            this.network = network;
        }

        void add(String name, Unit unit, List<Param> weights, boolean multiplies) {
            if (!units.add(unit)) {
                return;
            }
            for (Param p : weights) {
                WeightRef ref = unit.ref(p.name());
                Set<WeightRef> tied = network.graph().facts().tied(ref);
                if (!seen.add(tied.iterator().next())) {
                    continue;
                }
                boolean bare = Owned.isBare(unit);
                String full = bare ? name : name + "." + p.name();
                boolean trainable = !Owned.isFrozen(network.graph(), ref);
                found.add(new WeightTensor(full, numbers(full, p.dims()), use(unit.layer(), p, multiplies, bare), trainable));
            }
        }

        private static WeightTensor.Use use(Layer layer, Param p, boolean multiplies, boolean bare) {
            if (p.dims().size() < 2) {
                return WeightTensor.Use.OTHER;
            }
            if (multiplies) {
                return WeightTensor.Use.MATRIX;
            }
            return bare || layer.rule().work().stream().anyMatch(w -> w.kind().operations() > 0)
                ? WeightTensor.Use.OTHER : WeightTensor.Use.TABLE;
        }

        private static List<BigInteger> numbers(String name, List<Expr> dims) {
            return dims.stream().map(d -> {
                Expr size = d.normal();
                if (!size.isNumber()) {
                    throw Refusal.of("runtime", "the size of " + name + " is not known yet: " + size.text())
                        .why("its layer has seen no input").fix("params()");
                }
                return size.exact();
            }).toList();
        }
    }
}

package layerbook.count;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import layerbook.formula.Expr;
import layerbook.layer.Param;
import layerbook.net.Graph;
import layerbook.net.Members;
import layerbook.net.Unit;
import layerbook.net.Unused;
import layerbook.net.WeightRef;

/**
 * The weights of a unit, a model or a part of a composite layer, each tensor once however many hold it.
 *
 * @param sizes how many numbers each weight holds
 * @param frozen those that are not trained
 */
public record Owned(Map<WeightRef, Expr> sizes, Set<WeightRef> frozen) {
    /** What a module holds, used or not; the module is a unit, a model, or a list of a unit and the name of a part of it. */
    public static Owned of(Graph graph, Object module) {
        return of(graph, List.of(module), true);
    }

    /** What it holds itself, not what the modules in it hold. */
    public static Owned direct(Graph graph, Object module) {
        return of(graph, List.of(module), false);
    }

    /** What several hold together. */
    public static Owned of(Graph graph, List<?> modules, boolean inner) {
        var sizes = new LinkedHashMap<WeightRef, Expr>();
        var frozen = new LinkedHashSet<WeightRef>();
        for (Object m : modules) {
            weights(graph, m, inner).forEach((ref, size) -> {
                WeightRef first = first(graph, ref);
                sizes.putIfAbsent(first, size);
                if (isFrozen(graph, ref)) {
                    frozen.add(first);
                }
            });
        }
        return new Owned(sizes, frozen);
    }

    private static Map<WeightRef, Expr> weights(Graph graph, Object module, boolean inner) {
        var out = new LinkedHashMap<WeightRef, Expr>();
        if (module instanceof Unit unit) {
            params(graph, unit).forEach(p -> {
                if (inner || p.name().indexOf('.') < 0) {
                    out.put(unit.ref(p.name()), p.size());
                }
            });
        } else if (module instanceof List<?> part && part.get(0) instanceof Unit unit) {
            String prefix = part.get(1) + ".";
            params(graph, unit).stream().filter(p -> p.name().startsWith(prefix) && (inner || p.name().indexOf('.', prefix.length()) < 0))
                .forEach(p -> out.put(unit.ref(p.name()), p.size()));
        } else if (module instanceof List<?> part && part.get(0) instanceof List<?> outer) {
            return weights(graph, List.of(outer.get(0), outer.get(1) + "." + part.get(1)), inner);
        } else {
            for (Members.Member m : inner ? Members.of(module) : Members.direct(module)) {
                if (m.unitOrModel() instanceof Unit unit && (inner || m.isOwn())) {
                    out.putAll(weights(graph, unit, true));
                }
            }
        }
        return out;
    }

    /** Whether it is a weight without a layer, as PyTorch's {@code nn.Parameter}. */
    public static boolean isBare(Unit unit) {
        return unit.layer().factoryName().equals("parameter");
    }

    private static List<Param> params(Graph graph, Unit unit) {
        int first = graph.firstUse(unit);
        return first >= 0 ? graph.call(first).applied().weights() : Unused.weights(unit.layer());
    }

    /** Of weights that are tied, the first stands for all. */
    private static WeightRef first(Graph graph, WeightRef ref) {
        return tied(graph, ref).iterator().next();
    }

    private static Set<WeightRef> tied(Graph graph, WeightRef ref) {
        return graph.facts().tied(ref);
    }

    public static boolean isFrozen(Graph graph, WeightRef ref) {
        return graph.facts().isFrozen(ref);
    }

    /** How many numbers; weights whose sizes are not known yet are left out, as PyTorch leaves out what a lazy layer has not made. */
    public BigInteger params() {
        return sum(new ArrayList<>(sizes.values()));
    }

    /** How many of them are trained. */
    public BigInteger trainable() {
        return sum(sizes.entrySet().stream().filter(e -> !frozen.contains(e.getKey())).map(Map.Entry::getValue).toList());
    }

    private static BigInteger sum(List<Expr> sizes) {
        return sizes.stream().map(Expr::normal).filter(Expr::isNumber).map(Expr::exact).reduce(BigInteger.ZERO, BigInteger::add);
    }
}

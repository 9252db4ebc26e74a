package layerbook.count;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import layerbook.formula.Expr;
import layerbook.layer.Applied;
import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.LibraryLayer;
import layerbook.layer.Param;
import layerbook.operations.Bindings;
import layerbook.operations.Operation;
import layerbook.shape.Shape;

/** A counter that has a rule for each type of layer, by its name; what it has no rule for, it leaves out. */
abstract class Tool implements Convention {
    /** Recurrent cells by their gates. */
    static final Map<String, Integer> GATES = Map.of("RNN", 1, "GRU", 3, "LSTM", 4, "RNNCell", 1, "GRUCell", 3, "LSTMCell", 4);

    private final Map<String, Function<Site, Cost>> modules = new HashMap<>();
    private final Map<String, Function<Site, Cost>> functions = new HashMap<>();
    private final Map<String, String> reasons = new HashMap<>();

    /** The rule for layers of these class names, as modules. */
    final void module(Function<Site, Cost> rule, String... names) {
        for (String n : names) {
            modules.put(n, rule);
        }
    }

    /** The rule for functions of these names (or functional forms of layers of these class names). */
    final void function(Function<Site, Cost> rule, String... names) {
        for (String n : names) {
            functions.put(n, rule);
        }
    }

    /** Why layers of these class names cost what they cost here, in a few words. */
    final void because(String reason, String... names) {
        for (String n : names) {
            reasons.put(n, reason);
        }
    }

    @Override public Convention baseline() {
        return Conventions.MACS;
    }

    @Override public String because(Site site) {
        if (seen(site) > 1) {
            return "shared: counted " + seen(site) + " times for its " + site.visits() + " parents";
        } else if (own(site) instanceof Cost.Uncounted) {
            return fused(site) ? "runs as one fused operation that no hook sees" : site.module() ? unseen(site) : "functions are not seen";
        } else if (own(site) == null) {
            return "the sum of its parts";
        }
        return site.applied().layer() instanceof LibraryLayer ? reasons.get(site.rule()) : null;
    }

    private String unseen(Site site) {
        return site.applied().layer() instanceof LibraryLayer ? reasons.getOrDefault(site.rule(), "it has no rule for this") : "it has no rule for this";
    }

    @Override public Cost own(Site site) {
        boolean module = site.module();
        Function<Site, Cost> rule = site.applied().layer() instanceof LibraryLayer ? (module ? modules : functions).get(site.rule()) : null;
        if (rule != null) {
            Cost cost = Cost.guarded(name(), () -> rule.apply(site));
            return cost instanceof Cost.Counted c && seen(site) > 1 ? Cost.of(c.amount().times(seen(site))) : cost;
        }
        return module && !site.applied().parts().isEmpty() ? null : site.applied().works() || !site.applied().weights().isEmpty() ? Cost.UNCOUNTED : Cost.ZERO;
    }

    /** How often the tool counts one use, because it comes by a shared module under several parents; once by default. */
    long seen(Site site) {
        return 1;
    }

    @Override public String toString() {
        return name();
    }

    // ---- what rules speak of

    static Shape x(Site s) {
        return s.input();
    }

    static Shape y(Site s) {
        return s.output();
    }

    static Arguments args(Site s) {
        return ((BuiltIn) s.applied().layer()).args();
    }

    /** The arguments of an operation. */
    static Bindings arguments(Site s) {
        return ((Operation) s.applied().layer()).arguments();
    }

    /** A normalisation as a function: 5 a number with a scale, 4 without; of a batch with running numbers 2 or 1. */
    static Cost norm(Site s) {
        boolean affine = arguments(s).isTensor("weight");
        boolean running = s.is("batchNorm") && !arguments(s).flag("training");
        return input(s, running ? affine ? 2 : 1 : affine ? 5 : 4);
    }

    static boolean flag(Site s, String name) {
        return args(s).signature().parameter(name).isPresent() && args(s).flag(name);
    }

    static Cost input(Site s, long times) {
        return Cost.of(x(s).numel().times(times));
    }

    static Cost output(Site s, long times) {
        return Cost.of(y(s).numel().times(times));
    }

    /** The product of the sizes from an axis on. */
    static Expr from(Shape shape, int axis) {
        return Expr.product(shape.slice(Math.min(axis, shape.rank()), shape.rank())).normal();
    }

    /** A size, or 1 if there is no such axis. */
    static Expr dim(Shape shape, int axis) {
        return axis < shape.rank() ? shape.dim(axis) : Expr.ONE;
    }

    /** What patched functions see of lp_pool: an average pool of x, a ReLU and a product of y. */
    static Cost lpPool(Site s) {
        return Cost.of(x(s).numel().plus(y(s).numel().times(2)));
    }

    /** What patched functions see of local_response_norm: two products and a sum of x, and an average pool of x with size − 1 channels of padding. */
    static Cost localResponseNorm(Site s) {
        Expr padded = x(s).numel().over(x(s).dim(1)).times(x(s).dim(1).plus(args(s).number("size")).minus(1));
        return Cost.of(x(s).numel().times(3).plus(padded));
    }

    /** A number times a real scale, so many times, cut to a whole one. */
    static Expr scaled(Expr number, double scale, int times) {
        if (number.isNumber()) {
            return Expr.of((long) (number.exact().doubleValue() * Math.pow(scale, times)));
        }
        var factor = java.math.BigDecimal.valueOf(scale).pow(times).stripTrailingZeros();
        return factor.scale() <= 0 ? number.times(Expr.of(factor.toBigIntegerExact())) : number.times(Expr.of(factor.unscaledValue())).floorOver(Expr.of(java.math.BigInteger.TEN.pow(factor.scale())));
    }

    static Expr macs(Site s) {
        return s.macs();
    }

    static Expr weight(Applied a, String name) {
        return a.weights().stream().filter(p -> p.name().equals(name)).map(Param::size).findFirst().orElse(Expr.ZERO);
    }

    static Expr params(Site s) {
        return s.params();
    }

    static Expr kernel(Site s) {
        List<Expr> dims = s.applied().weights().get(0).dims();
        return Expr.product(dims.subList(2, dims.size())).normal();
    }

    static boolean affine(Site s) {
        return flag(s, "affine") || flag(s, "elementwiseAffine");
    }

    static boolean transposed(Site s) {
        return s.rule().startsWith("ConvTranspose");
    }

    /** Whether PyTorch (in eval, without gradients) runs the whole encoder layer in one fused operation, which no hook sees. */
    static boolean fused(Site s) {
        if (!s.is("TransformerEncoderLayer")) {
            return false;
        }
        Arguments a = args(s);
        return a.flag("batchFirst") && a.flag("bias") && x(s).rank() == 3
            && !a.number("nhead").exact().testBit(0) && a.get("activation") instanceof String;
    }
}

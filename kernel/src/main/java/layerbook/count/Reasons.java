package layerbook.count;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import layerbook.formula.Expr;
import layerbook.layer.Letters;
import layerbook.layer.Part;
import layerbook.net.Call;

/** Why a convention says something else than its baseline of this network, with this network's numbers, for one example. */
public final class Reasons {
    private static final int SHOWN = 4;

    private final Convention convention;
    private final Convention baseline;
    private final Map<String, Expr> differences = new LinkedHashMap<>();
    private final Map<String, String> unknown = new LinkedHashMap<>();

    private Reasons(Convention convention) {
        this.convention = convention;
        this.baseline = convention.baseline();
    }

    /**
     * Sentences such as {@code 65,536 more than MACS: batchNorm2d +65,536 (4 per number normalised)}, what is unknown and why, and the
     * convention's own remarks; none where there is nothing to say.
     */
    public static List<String> of(Convention convention, NetworkView network) {
        var reasons = new Reasons(convention);
        network.calls().stream().filter(c -> c.what() != Call.What.INPUT).forEach(c -> reasons.collect(Site.of(c)));
        var out = new ArrayList<String>();
        reasons.sentence().ifPresent(out::add);
        reasons.unknown.forEach((layer, why) -> out.add(layer + " is unknown: " + why));
        out.addAll(convention.remarks(network));
        return out;
    }

    private void collect(Site site) {
        Cost mine = site.cost(convention);
        if (mine instanceof Cost.Unknown u) {
            unknown.putIfAbsent(site.applied().layer().factoryName(), u.why());
        } else if (baseline != null) {
            compare(site, mine);
        }
    }

    private void compare(Site site, Cost mine) {
        Cost other = site.cost(baseline);
        if (other.amount() == null || one(mine.amount().minus(other.amount())).isZero()) {
            return;
        }
        if (!site.applied().parts().isEmpty() && convention.own(site) == null) {
            for (Part p : site.applied().parts()) {
                collect(site.part(p));
            }
            return;
        }
        String why = convention.because(site);
        String key = site.applied().layer().factoryName() + (why == null || why.isEmpty() ? "" : "\n" + why);
        differences.merge(key, one(mine.amount().minus(other.amount())), (a, b) -> a.plus(b).normal());
    }

    private static Expr one(Expr e) {
        return e.at(Map.of(Letters.N, Expr.ONE)).normal();
    }

    private Optional<String> sentence() {
        if (differences.isEmpty()) {
            return Optional.empty();
        }
        Expr sum = Expr.sum(new ArrayList<>(differences.values())).normal();
        List<Map.Entry<String, Expr>> largest = differences.entrySet().stream().sorted(Comparator.comparing((Map.Entry<String, Expr> e) -> size(e.getValue())).reversed()).toList();
        String parts = largest.stream().limit(SHOWN).map(e -> part(e.getKey(), e.getValue())).collect(Collectors.joining(", "));
        int more = largest.size() - SHOWN;
        return Optional.of(than(sum) + " " + baseline.name() + ": " + parts + (more > 0 ? ", and " + more + " more" : ""));
    }

    private static String than(Expr sum) {
        boolean less = sum.isNumber() && sum.exact().signum() < 0;
        return sum.isZero() ? "as many as" : (less ? Expr.of(sum.exact().negate()).text() + " less than" : sum.text() + " more than");
    }

    private static BigInteger size(Expr e) {
        return e.isNumber() ? e.exact().abs() : BigInteger.ZERO;
    }

    private static String part(String key, Expr difference) {
        String[] said = key.split("\n", 2);
        return said[0] + " " + signed(difference) + (said.length > 1 ? " (" + said[1] + ")" : "");
    }

    private static String signed(Expr e) {
        return e.isNumber() && e.exact().signum() < 0 ? "−" + Expr.of(e.exact().negate()).text() : "+" + e.text();
    }
}

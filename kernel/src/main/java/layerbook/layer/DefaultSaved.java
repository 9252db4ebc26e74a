package layerbook.layer;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import layerbook.layer.Saved.Copied;
import layerbook.layer.Saved.Of;

/**
 * What a rule keeps for the backward pass if it does not say so. Sums and copies keep nothing. A product with weights or of several inputs keeps each input
 * for the gradients of the other factors. Anything else keeps its inputs.
 */
final class DefaultSaved {
    private static final Set<Kind> LINEAR = EnumSet.of(Kind.ADD, Kind.BIAS_ADD, Kind.NEGATE, Kind.COPY);
    private static final Set<Kind> PRODUCTS = EnumSet.of(Kind.MULTIPLY_ADD, Kind.MULTIPLY);

    private DefaultSaved() {}

    static List<Saved> of(Rule rule) {
        Set<Kind> kinds = rule.work().stream().map(Work::kind).collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
        kinds.removeAll(LINEAR);
        if (kinds.isEmpty()) {
            return List.of();
        }
        int count = rule.takes().size();
        boolean factors = PRODUCTS.containsAll(kinds) && (count > 1 || !rule.weights().isEmpty());
        var out = new ArrayList<Saved>();
        for (int i = 0; i < count; i++) {
            int self = i;
            Set<Integer> others = factors ? IntStream.range(0, count).filter(o -> o != self).boxed().collect(Collectors.toSet()) : Set.of();
            Set<String> weights = factors ? rule.weights().stream().map(Weight::name).collect(Collectors.toSet()) : Set.of();
            out.add(new Saved(Of.INPUT, i, List.of(), 0, Copied.NEVER, others, weights));
        }
        return out;
    }
}

package layerbook.hardware;

import java.math.BigInteger;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the mixes of llama.cpp ask of a whole network: the blocks with a role, the number of experts, whether keys are grouped by four or more. */
final class Mixes {
    private static final Pattern EXPERT = Pattern.compile("\\bexperts\\.(\\d+)\\.");

    private final Map<TensorRole, List<Integer>> layers = new EnumMap<>(TensorRole.class);
    private int experts;
    private boolean grouped;

    Mixes(Weights weights) {
        var byRole = new EnumMap<TensorRole, TreeSet<Integer>>(TensorRole.class);
        BigInteger values = BigInteger.ZERO;
        BigInteger output = BigInteger.ZERO;
        for (WeightTensor t : weights.tensors()) {
            TensorRole role = TensorRole.of(t.name());
            TensorRole.layer(t.name()).ifPresent(i -> byRole.computeIfAbsent(role, r -> new TreeSet<>()).add(i));
            var expert = EXPERT.matcher(t.name());
            experts = expert.find() ? Math.max(experts, Integer.parseInt(expert.group(1)) + 1) : experts;
            values = role == TensorRole.ATTENTION_VALUES && t.isMatrix() ? values.max(t.dims().get(0)) : values;
            output = role == TensorRole.ATTENTION_OUTPUT && t.isMatrix() ? output.max(t.row()) : output;
        }
        byRole.forEach((role, numbers) -> layers.put(role, List.copyOf(numbers)));
        grouped = values.signum() > 0 && output.divide(values).compareTo(BigInteger.valueOf(4)) >= 0;
    }

    /** The numbers of the blocks that have a tensor of this role. */
    List<Integer> layers(TensorRole role) {
        return layers.getOrDefault(role, List.of());
    }

    int experts() {
        return experts;
    }

    boolean isGrouped() {
        return grouped;
    }
}

package layerbook.operations;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import layerbook.io.NearestWord;
import layerbook.shape.Refusal;

/**
 * Every tensor operation there is, by name and by PyTorch's spellings.
 * <pre>{@code
 * Operations.find("softmax").apply(List.of(x, 1), Map.of()).tensor();
 * Operations.spelled("torch.nn.functional.relu_").isPresent();            // true
 * }</pre>
 */
public final class Operations {
    private static final Map<String, Operator> BY_NAME = new LinkedHashMap<>();
    private static final Map<String, Operator> BY_SPELLING = new LinkedHashMap<>();

    /** Families by the interface of {@code net} that holds their methods. */
    private static final Map<String, List<List<Operator>>> FAMILIES = new LinkedHashMap<>();

    static {
        FAMILIES.put("ElementMethods", List.of(Unary.OPERATORS, Casting.OPERATORS));
        FAMILIES.put("BroadcastMethods", List.of(Binary.OPERATORS, Blending.OPERATORS));
        FAMILIES.put("ReduceMethods", List.of(Reducing.OPERATORS, Ordering.OPERATORS));
        FAMILIES.put("ProductMethods", List.of(Products.OPERATORS, Einsum.OPERATORS, ScaledAttention.OPERATORS, LinearAlgebra.OPERATORS));
        FAMILIES.put("ShapeMethods", List.of(Reshaping.OPERATORS, Moving.OPERATORS, Cutting.OPERATORS, Stretching.OPERATORS));
        FAMILIES.put("PlaceMethods", List.of(Picking.OPERATORS, Indexing.OPERATORS, DataDependent.OPERATORS, TextIndex.OPERATORS, Padded.OPERATORS, Joining.OPERATORS));
        FAMILIES.put("FunctionMethods", List.of(Functional.OPERATORS, LayerFunctions.OPERATORS, Sampling.OPERATORS, Fourier.OPERATORS, Makers.OPERATORS));
        FAMILIES.values().stream().flatMap(List::stream).flatMap(List::stream).forEach(Operations::enter);
    }

    private Operations() {}

    private static void enter(Operator o) {
        Operator before = BY_NAME.put(o.name(), o);
        o.aliases().forEach(alias -> BY_NAME.putIfAbsent(alias, o));
        o.spellings().forEach(s -> BY_SPELLING.put(s, o));
        if (before != null && before.name().equals(o.name())) {
            throw new IllegalStateException("two operations are called " + o.name());
        }
    }

    /** The operations by the interface of {@code net} that holds their methods. */
    static Map<String, List<Operator>> byInterface() {
        var out = new LinkedHashMap<String, List<Operator>>();
        FAMILIES.forEach((name, families) -> out.put(name, families.stream().flatMap(List::stream).toList()));
        return out;
    }

    /** All operations, family by family. */
    public static Collection<Operator> all() {
        return Collections.unmodifiableCollection(new java.util.LinkedHashSet<>(BY_NAME.values()));
    }

    /** The operation of a name, in PyTorch's spelling or Java's; if there is one. */
    public static Optional<Operator> known(String name) {
        Operator found = BY_NAME.get(name);
        return Optional.ofNullable(found != null ? found : BY_NAME.get(Spelling.snake(name)));
    }

    /**
     * The operation of a name, in PyTorch's spelling or Java's: {@code masked_fill}, {@code maskedFill}.
     *
     * @throws Refusal if there is none
     */
    public static Operator find(String name) {
        return known(name).orElseThrow(() -> {
            String near = NearestWord.nearest(Spelling.snake(name), BY_NAME.keySet());
            Refusal refusal = Refusal.of("runtime", "there is no tensor operation " + name);
            return near == null ? refusal : refusal.detail("mean", near + "?");
        });
    }

    /** The operation that PyTorch spells so in full: {@code torch.Tensor.relu_}, {@code torch.softmax}, {@code torch.nn.functional.gelu}. */
    public static Optional<Operator> spelled(String full) {
        return Optional.ofNullable(BY_SPELLING.get(full));
    }

    /** All full spellings. */
    public static Collection<String> spellings() {
        return Collections.unmodifiableSet(BY_SPELLING.keySet());
    }
}

package layerbook.layer;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A layer: a value that says by its rule what it takes, gives, owns and does. Anyone can write one, as a record with one method.
 * It declares no method named like a word that users type, because such a method would hide the word inside the layer.
 */
public interface Layer {
    /** The rule as it stands for the usual input, e.g. a batch of images. */
    Rule rule();

    /** The rule for these inputs; a layer that takes several ranks of input looks at them here. */
    default Rule ruleFor(Inputs in) {
        return rule();
    }

    /** The word that makes such a layer, e.g. {@code conv2d}. */
    default String factoryName() {
        String name = getClass().getSimpleName();
        return name.isEmpty() ? "layer" : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** The class name in PyTorch, e.g. {@code Conv2d}. */
    default String className() {
        return getClass().getSimpleName();
    }

    /** What stands beside the name in a table, e.g. {@code 3→16 k3 p1}. */
    default String briefArguments() {
        return Records.values(this).map(String::valueOf).collect(Collectors.joining(" "));
    }

    /** The Java text that makes this layer. */
    default String codeText() {
        return "new " + getClass().getSimpleName() + "(" + Records.values(this).map(String::valueOf).collect(Collectors.joining(", ")) + ")";
    }

    /** Reads the components of records. */
    final class Records {
        private Records() {}

        /** The values of a record in order; none of anything else. */
        public static java.util.stream.Stream<Object> values(Object record) {
            if (!record.getClass().isRecord()) {
                return java.util.stream.Stream.empty();
            }
            return Arrays.stream(record.getClass().getRecordComponents()).map(c -> {
                try {
                    c.getAccessor().setAccessible(true);
                    return c.getAccessor().invoke(record);
                } catch (ReflectiveOperationException | RuntimeException e) {
                    return "?";
                }
            });
        }
    }
}

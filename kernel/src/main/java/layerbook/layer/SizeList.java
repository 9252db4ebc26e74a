package layerbook.layer;

import java.util.List;

/**
 * A list of sizes as one argument: {@code size(3, 5)}; {@code KEEP} in it is null, PyTorch's None. Each is a whole number, a symbol, or a
 * number with a fraction where the argument is a factor: {@code scaleFactor(size(2, 1.5))}.
 */
public record SizeList(List<?> values) {
    public SizeList {
        values = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(values));
    }
}

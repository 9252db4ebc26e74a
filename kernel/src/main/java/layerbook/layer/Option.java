package layerbook.layer;

import java.util.Arrays;
import java.util.List;

/** A named argument, e.g. {@code padding(1)}: its name and what stands in its brackets. */
public record Option(String name, List<Object> values) {
    public static Option of(String name, Object... values) {
        return new Option(name, Arrays.asList(values));
    }
}

package layerbook.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Every function of PyTorch 1.13's {@code torch}, {@code torch.nn.functional} and {@code torch.Tensor} ({@code truth/pytorch-names.txt}, written by
 * {@code pytorch_names.py}) is an operation of the catalogue, or stands in {@code truth/pytorch-missing.txt} under the reason why not.
 */
class PyTorchNamesTest {
    @Test void everyFunctionIsThereOrHasAReason() throws IOException {
        assertEquals(List.of(), missing().stream().filter(n -> !reasons().containsKey(n)).toList(), "neither an operation nor a reason");
    }

    @Test void everyReasonIsNeeded() throws IOException {
        var stale = new TreeSet<>(reasons().keySet());
        stale.removeAll(missing());
        assertEquals(new TreeSet<String>(), stale, "PyTorch has no such function, or the catalogue has it by now");
    }

    private static TreeSet<String> missing() throws IOException {
        var names = new TreeSet<>(lines("pytorch-names.txt"));
        names.removeIf(n -> Operations.spelled(n).isPresent());
        return names;
    }

    /** Reasons by full name: a line that begins with # is the reason of the names under it, each with its place, such as {@code torch.Tensor: cpu cuda}. */
    private static TreeMap<String, String> reasons() {
        var out = new TreeMap<String, String>();
        String reason = null;
        for (String line : lines("pytorch-missing.txt")) {
            if (line.startsWith("#")) {
                reason = line.substring(1).strip();
                continue;
            }
            String[] parts = line.split(":");
            for (String name : parts[1].strip().split("\\s+")) {
                String before = out.put(parts[0] + "." + name, reason);
                assertEquals(null, before, parts[0] + "." + name + " has two reasons");
            }
        }
        return out;
    }

    private static List<String> lines(String file) {
        try (InputStream in = PyTorchNamesTest.class.getResourceAsStream("/truth/" + file)) {
            return new ArrayList<>(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(l -> !l.isBlank()).toList());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

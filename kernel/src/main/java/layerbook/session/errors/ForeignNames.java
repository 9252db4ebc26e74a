package layerbook.session.errors;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import layerbook.session.text.SimilarWords;

/**
 * The names that PyTorch and Python have. Whoever types one of them means it: it is no misspelling of a word of ours that looks like it, as {@code svd} is
 * none of {@code std}. Listed by {@code repl/it/pytorch_names.py}.
 */
final class ForeignNames {
    /** Element types by the names that people use for them. */
    private static final Map<String, String> TYPES = Map.ofEntries(Map.entry("FP16", "FLOAT16"), Map.entry("HALF", "FLOAT16"), Map.entry("F16", "FLOAT16"),
        Map.entry("FP32", "FLOAT32"), Map.entry("F32", "FLOAT32"), Map.entry("FLOAT", "FLOAT32"), Map.entry("FP64", "FLOAT64"), Map.entry("DOUBLE", "FLOAT64"),
        Map.entry("F64", "FLOAT64"), Map.entry("BF16", "BFLOAT16"), Map.entry("LONG", "INT64"), Map.entry("I64", "INT64"), Map.entry("INT", "INT32"),
        Map.entry("I32", "INT32"), Map.entry("I8", "INT8"), Map.entry("BOOLEAN", "BOOL"));

    /** A name of fewer letters is near every other one. */
    private static final int SHORTEST = 3;

    private static Set<String> names;

    private ForeignNames() {}

    private static synchronized Set<String> names() {
        if (names == null) {
            names = new HashSet<>();
            try (InputStream in = ForeignNames.class.getResourceAsStream("/layerbook/session/errors/names.txt");
                    var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                lines.lines().map(ForeignNames::plain).forEach(names::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return names;
    }

    /** Whether PyTorch or Python has it, in its own spelling or in ours: {@code masked_fill}, {@code maskedFill}. */
    static boolean has(String name) {
        return names().contains(plain(name));
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** Our name of an element type that is known by another: {@code FLOAT16} for {@code FP16}, {@code torch.half}; null if it is none. */
    static String type(String name) {
        return TYPES.get(name.toUpperCase(Locale.ROOT));
    }

    /** The known names that are near one that is nobody's, nearest first. Numbers in names are never mistyped: {@code INT4} is not {@code INT64}. */
    static List<String> near(String typed, Collection<String> known) {
        boolean otherCase = known.stream().anyMatch(k -> k.equalsIgnoreCase(typed) || k.equals(camel(typed)));
        if ((has(typed) || typed.length() < SHORTEST) && !otherCase) {
            return List.of();
        }
        String digits = typed.replaceAll("\\D", "");
        return SimilarWords.nearest(typed, known.stream().filter(k -> k.replaceAll("\\D", "").equals(digits)).toList());
    }

    private static String camel(String name) {
        return java.util.regex.Pattern.compile("_([a-z0-9])").matcher(name).replaceAll(m -> m.group(1).toUpperCase(Locale.ROOT));
    }
}

package layerbook.load.tensors;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import layerbook.load.file.StoredTensor;

/**
 * Tensors that may be one. Formats that keep storages say it; elsewhere only an input table and an output layer of one shape hint at it, since the
 * values are not read.
 */
final class Ties {
    /** What the table of the input is called, and the layer that gives the logits, as the last word but one of the name. */
    private static final Set<String> TABLES = Set.of("embed_tokens", "word_embeddings", "wte", "embed_in", "shared", "tok_embeddings", "token_embd", "wte_emb");
    private static final Set<String> HEADS = Set.of("lm_head", "embed_out", "output");

    private Ties() {}

    static List<String> notes(List<StoredTensor> tensors) {
        var notes = new ArrayList<String>();
        Map<String, List<StoredTensor>> shared = new LinkedHashMap<>();
        tensors.stream().filter(t -> t.storage() != null).forEach(t -> shared.computeIfAbsent(t.storage(), k -> new ArrayList<>()).add(t));
        shared.values().stream().filter(same -> same.size() > 1).forEach(same -> notes.add(shared(same)));
        StoredTensor table = named(tensors, TABLES);
        StoredTensor head = named(tensors, HEADS);
        if (table != null && head != null && table.shape().equals(head.shape()) && (table.storage() == null || !table.storage().equals(head.storage()))) {
            notes.add(String.format(java.util.Locale.ROOT, "%s and %s have one shape, %s: a model that ties them has %,d numbers stored twice (config.json says: tie_word_embeddings).",
                table.name(), head.name(), table.shapeText(), table.numel()));
        }
        return notes;
    }

    private static String shared(List<StoredTensor> same) {
        String names = same.stream().limit(4).map(StoredTensor::name).collect(Collectors.joining(", ")) + (same.size() > 4 ? " and " + (same.size() - 4) + " more" : "");
        return String.format(java.util.Locale.ROOT, "%s share one storage: %,d numbers are stored once and counted %d times.", names, same.get(0).numel(), same.size());
    }

    private static StoredTensor named(List<StoredTensor> tensors, Set<String> owners) {
        return tensors.stream().filter(t -> t.shape().size() == 2 && t.name().endsWith(".weight") && owners.contains(owner(t.name()))).findFirst().orElse(null);
    }

    private static String owner(String name) {
        String[] words = name.split("\\.");
        return words.length < 2 ? "" : words[words.length - 2];
    }
}

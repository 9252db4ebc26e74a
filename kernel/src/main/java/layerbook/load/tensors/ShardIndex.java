package layerbook.load.tensors;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import layerbook.load.file.BadFile;
import layerbook.load.file.Format;
import layerbook.load.file.Loaded;
import layerbook.load.file.Source;
import layerbook.load.file.StoredTensor;
import layerbook.shape.Refusal;

/**
 * The index of a checkpoint in several files ({@code model.safetensors.index.json}, {@code pytorch_model.bin.index.json}): which file holds which
 * tensor. The heads of all of them are read.
 */
public final class ShardIndex implements Format {
    private static final String KIND = "index of a checkpoint";
    private final List<Format> shardFormats;

    /** Shards may be of these formats. */
    public ShardIndex(List<Format> shardFormats) {
        this.shardFormats = shardFormats;
    }

    /** What the index says. */
    private static final class Index {
        BigInteger totalSize;
        Map<String, String> fileOf;
    }

    @Override public boolean recognises(Source source) throws IOException {
        return JsonHead.keys(source).contains("weight_map");
    }

    @Override public Loaded read(Source source) throws IOException {
        Index index = index(source);
        var byFile = new LinkedHashMap<String, Set<String>>();
        index.fileOf.forEach((tensor, file) -> byFile.computeIfAbsent(file, k -> new LinkedHashSet<>()).add(tensor));
        List<String> missing = byFile.keySet().stream().filter(f -> !Files.isRegularFile(beside(source, f))).toList();
        if (!missing.isEmpty()) {
            throw BadFile.unsupported(source.path(), "names " + byFile.size() + " files, of which " + missing.size() + (missing.size() == 1 ? " is" : " are")
                + " not beside it: " + String.join(", ", missing.subList(0, Math.min(3, missing.size()))) + (missing.size() > 3 ? " .." : ""),
                "load(\"" + source.path().getFileName() + "\")  // with all its files in one folder");
        }
        var tensors = new ArrayList<StoredTensor>();
        String kind = "checkpoint";
        for (Map.Entry<String, Set<String>> shard : byFile.entrySet()) {
            Loaded file = shard(source, beside(source, shard.getKey()));
            kind = file.kind();
            tensors.addAll(picked(source, shard.getKey(), shard.getValue(), file));
        }
        var all = new Checkpoint(source.path(), kind + " in " + byFile.size() + (byFile.size() == 1 ? " file" : " files"), tensors, Map.of(), List.of());
        return index.totalSize == null || index.totalSize.equals(all.bytes()) ? all : all.remarked(String.format(java.util.Locale.ROOT,
            "The index says %,d bytes; its tensors take %,d.", index.totalSize, all.bytes()));
    }

    private static List<StoredTensor> picked(Source source, String name, Set<String> wanted, Loaded file) {
        List<StoredTensor> found = file.tensors().stream().filter(t -> wanted.contains(t.name())).toList();
        if (found.size() < wanted.size()) {
            Set<String> there = Set.copyOf(file.names());
            throw BadFile.broken(source, KIND, wanted.stream().filter(t -> !there.contains(t)).findFirst().orElse("a tensor") + " is not in " + name);
        }
        return found;
    }

    private Loaded shard(Source source, Path path) throws IOException {
        try (Source shard = Source.open(path)) {
            for (Format format : shardFormats) {
                if (format.recognises(shard)) {
                    return format.read(shard);
                }
            }
        }
        throw BadFile.broken(source, KIND, path.getFileName() + " is no checkpoint that is read here");
    }

    /** A file of the same folder: a name that leads elsewhere is refused. */
    private static Path beside(Source source, String name) {
        Path folder = source.path().toAbsolutePath().normalize().getParent();
        Path path = folder.resolve(name).normalize();
        if (!path.startsWith(folder)) {
            throw BadFile.broken(source, KIND, "it names a file outside of its folder");
        }
        return path;
    }

    private static Index index(Source source) throws IOException {
        var index = new Index();
        try (JsonParser json = Json.FACTORY.createParser(source.stream(0))) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String key = json.currentName();
                JsonToken value = json.nextToken();
                if (key.equals("weight_map") && value == JsonToken.START_OBJECT) {
                    index.fileOf = files(source, json);
                } else if (key.equals("metadata") && value == JsonToken.START_OBJECT) {
                    index.totalSize = totalSize(json);
                } else {
                    json.skipChildren();
                }
            }
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            throw BadFile.broken(source, KIND, "it is not JSON (" + e.getOriginalMessage().lines().findFirst().orElse("") + ")");
        }
        if (index.fileOf == null || index.fileOf.isEmpty()) {
            throw BadFile.broken(source, KIND, "its weight_map names no file");
        }
        return index;
    }

    private static Map<String, String> files(Source source, JsonParser json) throws IOException {
        var out = new LinkedHashMap<String, String>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String tensor = json.currentName();
            if (json.nextToken() != JsonToken.VALUE_STRING || out.size() >= Safetensors.MOST) {
                throw tooMuch(source, out.size());
            }
            out.put(tensor, json.getText());
        }
        return out;
    }

    private static Refusal tooMuch(Source source, int tensors) {
        return BadFile.broken(source, KIND, tensors >= Safetensors.MOST ? "it lists more than 500,000 tensors" : "its weight_map holds something that is no file name");
    }

    private static BigInteger totalSize(JsonParser json) throws IOException {
        BigInteger size = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean total = json.currentName().equals("total_size");
            JsonToken value = json.nextToken();
            if (total && value == JsonToken.VALUE_NUMBER_INT) {
                size = json.getBigIntegerValue();
            } else if (total && value == JsonToken.VALUE_NUMBER_FLOAT) {
                size = json.getDecimalValue().toBigInteger();
            }
            json.skipChildren();
        }
        return size;
    }
}

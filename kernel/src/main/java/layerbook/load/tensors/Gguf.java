package layerbook.load.tensors;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.load.file.BadFile;
import layerbook.load.file.BinaryReader;
import layerbook.load.file.Format;
import layerbook.load.file.Source;
import layerbook.load.file.StoredTensor;
import layerbook.load.file.StoredType;

/**
 * GGUF, versions 2 and 3 in either byte order: keys, then for each tensor its name, sizes (innermost first), type and place, then the numbers.
 * Source: ggml's docs/gguf.md. Shapes are given outermost first, as PyTorch's. Example: {@code token_embd.weight 32000×4096 Q4_0}.
 */
public final class Gguf implements Format {
    static final String KIND = "GGUF checkpoint";
    private static final int MOST_AXES = 8;
    private static final int LONGEST_NAME = 4096;
    /** Name, rank, one size, type and place: no tensor takes less in the head. */
    private static final int LEAST = 24;

    /** A tensor with the place of its numbers behind the head. */
    private record Placed(StoredTensor tensor, long from) {}

    @Override public boolean recognises(Source source) throws IOException {
        return source.begins('G', 'G', 'U', 'F');
    }

    @Override public Checkpoint read(Source source) throws IOException {
        var in = new BinaryReader(source, KIND, 4, order(source));
        long version = in.number(4);
        if (version != 2 && version != 3) {
            throw BadFile.unsupported(source.path(), "is GGUF version " + version + "; versions 2 and 3 are read", "load(\"" + source.path().getFileName() + "\")  // converted anew with llama.cpp");
        }
        long count = in.count(8, LEAST);
        long keys = in.count(8, 12);
        if (count > Safetensors.MOST) {
            throw BadFile.broken(source, KIND, "it counts " + count + " tensors");
        }
        var reader = new GgufKeys(source, in, 8);
        Map<String, Object> values = reader.read(keys);
        var placed = new ArrayList<Placed>();
        var names = new HashSet<String>();
        for (long i = 0; i < count; i++) {
            placed.add(tensor(source, in, reader));
            if (!names.add(placed.get(placed.size() - 1).tensor().name())) {
                throw BadFile.broken(source, KIND, "two tensors are called " + placed.get(placed.size() - 1).tensor().name());
            }
        }
        return checked(source, in.at(), values, placed);
    }

    /** The keys of a file with their values: numbers, texts, flags, short lists. */
    public Map<String, Object> keys(Source source) throws IOException {
        var in = new BinaryReader(source, KIND, 16, order(source));
        return new GgufKeys(source, in, 8).read(in.count(8, 12));
    }

    /** A version whose low half is empty was written with the other end first. */
    private static ByteOrder order(Source source) throws IOException {
        return source.size() >= 8 && source.bytes(4, 2).getShort() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    private static Placed tensor(Source source, BinaryReader in, GgufKeys reader) throws IOException {
        String name = reader.text(LONGEST_NAME, "a tensor");
        long axes = in.number(4);
        if (axes < 0 || axes > MOST_AXES) {
            throw BadFile.broken(source, KIND, name + " has " + axes + " axes");
        }
        var shape = new ArrayList<Long>();
        for (long i = 0; i < axes; i++) {
            long size = in.number(8);
            if (size < 0) {
                throw BadFile.broken(source, KIND, name + " has a size past 2^63");
            }
            shape.add(size);
        }
        long code = in.number(4);
        StoredType type = GgmlType.of(code);
        if (type == null) {
            throw BadFile.unsupported(source.path(), "stores " + name + " as ggml type " + code + ", which is not known here",
                "load(\"" + source.path().getFileName() + "\")  // quantised to a known type, such as Q4_K_M");
        } else if (!shape.isEmpty() && shape.get(0) % type.block() != 0) {
            throw BadFile.broken(source, KIND, name + " has rows of " + shape.get(0) + " numbers, which are no whole blocks of " + type.name());
        }
        Collections.reverse(shape);
        return new Placed(new StoredTensor(name, shape, type), in.number(8));
    }

    private static Checkpoint checked(Source source, long head, Map<String, Object> keys, List<Placed> placed) {
        long alignment = keys.get("general.alignment") instanceof Long a && a > 0 && a % 8 == 0 ? a : 32;
        BigInteger data = BigInteger.valueOf((head + alignment - 1) / alignment * alignment);
        BigInteger end = BigInteger.ZERO;
        for (Placed p : placed) {
            if (p.from() < 0 || p.from() % alignment != 0) {
                throw BadFile.broken(source, KIND, p.tensor().name() + " begins at " + Long.toUnsignedString(p.from()) + ", no multiple of " + alignment);
            }
            end = end.max(BigInteger.valueOf(p.from()).add(p.tensor().bytes()));
        }
        BigInteger wanted = data.add(end);
        BigInteger there = BigInteger.valueOf(source.size());
        if (there.compareTo(data) > 0 && there.compareTo(wanted) < 0) {
            throw BadFile.truncated(source, KIND, wanted.min(BigInteger.valueOf(Long.MAX_VALUE)).longValue());
        }
        var file = new Checkpoint(source.path(), KIND, placed.stream().map(Placed::tensor).toList(), parts(keys), List.of());
        return there.compareTo(wanted) >= 0 ? file : file.remarked("The file holds its head alone; the numbers are elsewhere.");
    }

    /** The keys that describe the network and the file, not the tokenizer. */
    private static Map<String, String> parts(Map<String, Object> keys) {
        var out = new LinkedHashMap<String, String>();
        Object architecture = keys.get("general.architecture");
        keys.forEach((key, value) -> {
            if (key.equals("general.name") || key.equals("general.architecture") || architecture != null && key.startsWith(architecture + ".")) {
                out.put(key, shown(String.valueOf(value)));
            }
        });
        return out;
    }

    private static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() > 80 ? line.substring(0, 77) + "..." : line;
    }
}
